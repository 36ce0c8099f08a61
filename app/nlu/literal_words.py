"""Words that mean their attribute in a description as surely as in a wish. Pure.

The lexicon is written for what people ask: "para la columna" wants an orthopaedic mattress. A description that says
"columna" does not offer one. So descriptions are read by the attribute's own words, by phrases of several words, and
by the single words below.
"""

from typing import Final

LITERALES: Final = frozenset(
    """
    grey silver plata platino navy marino granate bordo guinda oliva ocre anaranjado magenta purpura violeta
    crema castaño beis marfil antracita cobrizo bronce translucido fluorescente neon metalizado opaco camuflaje
    escoces marron rosa aguamarina calipso inox inoxidable carbono caucho cuerina polipiel gamuzado felpa licra
    elastano merino micropolar fleece sherpa denim visco muelles cristal acolchado mesh wireless cableado
    alambrico lte dualsim desbloqueado rj45 uhd qhd wqhd fhd fullhd tws touch multitactil curved panoramico
    antibrillo hdr10 atmos pivotante vesa inteligente dimensity helio iluminado ambidiestro programable inkjet
    multifuncion convertible cifrado anc intraural circumaural envolvente surround stereo teleobjetivo ois
    sumergible waterproof gore-tex goretex gtx cortavientos rompevientos reflectivo antiacaros antialergico
    antibacteriano nofrost parafina pellet encastrable empotrado mopa lidar mascotas abatible reposacabezas
    apoyacabezas cabezal reposapies lumbar esquinero escandinavo retro ligero ultraliviano ultraligero timer
    termostato espresso expreso hepa matrimonial mtb hardtail hidraulicos paseo carretera dimeable dimerizable
    edt edp gamer gaming videojuegos juegos running trotar trekking hiking caminatas excursionismo crossfit
    entrenar entrenamiento fotografia universidad universitario clases tareas estudiantes estudio escolar
    trabajo planillas office reuniones empresa empresas lectura libros dibujo ilustracion programacion viaje
    viajes hogar infantil masculino femenino dama damas varon caballero juvenil oficina teletrabajo streaming
    edicion principiantes acampar campamento natacion piscina futbol
    """.split()
)

"""Words that say the same of a product: any of a line backs any other. Folded; from data/synonyms, and parts by it."""

from typing import Final

from app.llm.proof.roots import raiz_de

_FAMILIAS: Final = """
    luces iluminacion iluminado retroiluminado retroiluminacion led rgb luz
    femenino mujer dama ella
    masculino hombre varon caballero
    niño infantil niña
    bebe guagua
    inalambrico wireless bluetooth wifi
    alambrico cable cableado
    plegable plegar pliega doblable desplegable
    tactil touch
    plateado plata silver platino inox
    morado purpura violeta
    rosado rosa
    cafe marron castaño chocolate
    naranjo naranja anaranjado coral
    beige crema marfil arena
    celeste azul
    lila lavanda malva
    grafito antracita
    oscuro negro
    acero inox inoxidable metal metalico metalizado aluminio
    madera roble pino nogal fresno eucalipto
    vidrio cristal templado
    goma caucho
    ecocuero cuerina cuero
    gamuza nobuk
    tela tejido lino microfibra poliester terciopelo felpa tapizado
    algodon jersey
    lycra licra elastano spandex
    mezclilla denim jean jeans
    pluma plumon
    espuma poliuretano
    viscoelastico viscoelastica memory
    resortes muelles bonell pocket
    lluvia impermeable repelente agua mojar sumergible
    sudor ipx agua
    golpes antigolpes rugerizado caidas
    transpirable respirable fresco malla
    abrigador termico polar abriga calentito plumon
    hipoalergenico antialergico antiacaros
    electrico enchufe electrica
    parafina kerosene
    portatil transportable liviano externo
    compacto chico pequeño mini reducido
    delgado fino slim ultradelgado
    liviano ligero ultraliviano
    trapea mopa trapear
    mapeo mapea lidar
    mascotas pelos perros gatos
    lavable lavar desenfundable lavadora
    lector huella dactilar
    reclina reclinable abatible inclinacion
    apoyabrazos reposabrazos brazos
    apoyapies reposapies
    apoyacabeza reposacabezas cabezal cabecera
    lumbar espalda
    apoyo soporte apoya
    giratorio gira rotatorio
    colgante colgar cuelga gancho
    cajon cajones cajonera gaveta
    firme firmeza duro
    regulable ajustable graduable extensible
    suspension amortiguador horquilla
    frenos freno
    capucha gorro
    cierre cremallera
    bolsillo bolsillos
    acolchado relleno acolchada
    citrico limon naranja bergamota pomelo mandarina
    dulce vainilla caramelo azucarado
    floral flores jazmin rosa orquidea
    frutal frutas afrutado
    amaderado madera cedro sandalo
    fotocopia copia copiadora
    escaner escanea escaneo
    imprime impresora impresion impresiones
    centrifuga centrifugado rpm
    ruedas rueda aro rodado
    brillante lumenes nits brillo
    estabilizador estabilizada estabilizacion gimbal
    ventilador ventiladores ventilacion
    calor calienta calefaccion caliente temperatura hervidor
    frio enfria fresco
    vuelo vuela volar
    alimenta alimentador
    silencioso ruido decibeles db silencio
    temperatura grados calor termostato
    audio sonido parlantes parlante musica
    vaso jarra
    mando control
    estanque deposito tanque
    quemador quemadores platos hornilla
    discos lector
    celular telefono app wifi nfc bluetooth
    tele televisor hdmi salida base
    hervir hierve hervidor
    horno hornear hornea
    afeita afeitar afeitadora
    corta corte recortador cortar
    automatico automaticamente superautomatica
    seca secado secar secadora
    plancha planchar alisar
"""
PARIENTES: Final[dict[str, frozenset[str]]] = {}
for _linea in _FAMILIAS.strip().splitlines():
    _raices = frozenset(raiz_de(palabra) for palabra in _linea.split())
    for _raiz in _raices:
        PARIENTES[_raiz] = PARIENTES.get(_raiz, frozenset()) | _raices

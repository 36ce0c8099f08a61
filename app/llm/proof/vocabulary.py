"""Common words that models like to write with a capital: none of them is a name. Folded; checked after the endings."""

import re
from typing import Final

_COMUNES: Final = frozenset(
    """
    a al algo alguna algunas alguno algunos ambas ambos ante aqui aca ahi ahora antes aun aunque asi bajo bien bueno
    buena buenas buenos cada casi claro como con contra cosa cosas creo cual cuales cuando cuanto cuanta de del
    desde despues dia dias donde dos durante e el ella ellos en entonces entre era es esa ese eso esta estas este
    esto estos fin gran grande grandes gracias ha hace hacia hasta hay he hola hoy igual incluso junto la las le les
    lo los luego mas mayor me mejor mejores menos menor mi mira mis mismo misma muy nada ni no nos nuestra nuestro
    nuestros o ojo otra otras otro otros para parte pero perfecto poco por porque primera primero pues que quien
    quiza quizas recuerda se sea segun segunda segundo ser si siempre sin sino sobre solo solamente son su sus tal
    tambien tampoco tan tanto te tener tercera tercero tiene toda todas todo todos tu tus tuyo u ultima ultimo un
    una unas uno unos vez y ya yo usted ustedes nosotros bienvenida bienvenido listo lista ok okay vale dale genial
    excelente estupendo ideal precio precios valor costo stock unidades unidad disponible disponibles total resumen
    detalle detalles ficha tecnica tecnico caracteristicas caracteristica especificaciones especificacion ventajas
    ventaja desventajas pros contras pro nota notas opcion opciones alternativa alternativas producto productos
    modelo modelos marca marcas categoria tienda catalogo chile chilena chileno chilenos santiago peso pesos clp iva
    lucas luca plata dinero presupuesto diferencia ahorro gasto compra comparacion comparativa tabla conclusion
    recomendado recomendada pantalla memoria ram rom disco almacenamiento procesador chip cpu gpu grafica bateria
    carga cargador camara camaras color colores tamaño talla medidas potencia capacidad resolucion sonido audio
    imagen video videos foto fotos juegos juego uso usos estudio estudios trabajo oficina casa hogar familia deporte
    deportes viaje viajes universidad colegio cine notebook notebooks laptop celular celulares telefono smartphone
    televisor televisores tele tv smart audifonos lavadora lavadoras consola consolas monitor monitores silla sillas
    impresora impresoras bicicleta bicicletas freidora freidoras zapatillas computador computadores equipo equipos
    tablet refrigerador mouse teclado parlante gamer gaming pc lunes martes miercoles jueves viernes sabado domingo
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre navidad dime hagamos
    veamos elige elegir escoge tengo tenemos encontre encontramos cuesta cuestan sale salen valen trae traen viene
    vienen incluye incluyen ofrece ofrecen cuenta cuentan puedo puedes podria quieres necesitas buscas prefieres
    compara comparar ver asistente virtual cliente clientes ayuda pregunta preguntas respuesta alta alto baja media
    medio rapida rapido ligera ligero liviana liviano pesada chico chica pequeña pequeño economica economico barata
    barato cara caro nueva nuevo superior inferior frontal trasera principal central movil portatil inalambrico
    inalambrica ultra super full hd ia internet web online red redes sociales office word excel powerpoint zoom
    teams meet netflix youtube spotify whatsapp instagram tiktok facebook google photoshop illustrator autocad canva
    minecraft fortnite valorant roblox fifa streaming series peliculas musica clases tareas planillas videollamadas
    multitarea edicion diseño programacion calidad relacion equilibrio rendimiento autonomia papa mama hijo hija
    niño niña regalo cumpleaños idea ideas tip tips consejo importante atencion aviso gb tb mb hz mp mah kg usb ssd
    led lcd sd sim mhz ghz hdd bt centrifugado lavado secado rpm programas ciclo ciclos motor garantia vapor agua
    ropa prendas running trail suela amortiguacion pisada velocidades cambios frenos aro cuadro tinta paginas copia
    escaner litros watts temperatura canasto respaldo reposabrazos ruedas base altura paso pasos siguiente anterior
    finalmente ademas cualquiera ninguno ninguna nadie alguien tinca bacan buenisimo uf lado mismos mismas tres
    cuatro cinco seis siete ocho nueve diez doce quince veinte cien mil millon entiendo comprendo lamentablemente
    lamento disculpa perdon saludos chao adios suerte exito
    """.split()
)
# Names among the common words: they name nothing, unless a product of the turn is called so.
_PROPIOS: Final = frozenset(
    """
    office word excel powerpoint zoom teams meet netflix youtube spotify whatsapp instagram tiktok facebook google
    photoshop illustrator autocad canva minecraft fortnite valorant roblox fifa
    """.split()
)
_TERMINACIONES: Final = re.compile(
    r".{2,}(?:"
    r"cion|ciones|sion|siones|dad|dades|mente|ando|iendo|ado|ada|ados|adas|ido|ida|idos|idas|ble|"
    r"bles|oso|osa|osos|osas|ivo|iva|ivos|ivas|ico|ica|icos|icas|ario|aria|ura|uras|aje|ajes|"
    r"encia|encias|ancia|ancias|ador|adora|adores|ismo|ista|istas|iento|ientos|amos|emos|imos|arlo|"
    r"arla|erlo|aria|eria|iria|arte|erte|irte|aras|eras|iras|isimo|isima|ito|ita|itos|itas|ante|antes|ente|entes|ero|era|eros|eras"
    r")"
)


def es_comun(palabra: str) -> bool:
    """Returns whether a folded word is ordinary Spanish (or a thing every shop talks about), hence no name."""
    return es_frecuente(palabra) or _TERMINACIONES.fullmatch(palabra) is not None


def es_frecuente(palabra: str) -> bool:
    """Returns whether a folded word is in the list itself: its ending alone does not make "adidas" ordinary."""
    return palabra in _COMUNES or palabra.removesuffix("s") in _COMUNES


def es_nombre_propio(palabra: str) -> bool:
    """Returns whether a folded common word is a name: "Minecraft"."""
    return palabra in _PROPIOS

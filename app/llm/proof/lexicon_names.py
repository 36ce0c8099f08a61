"""Words around the names of products: kinds of things, suffixes of models, known brands, ordinals. All folded."""

import re
from typing import Final

COSAS: Final = frozenset(
    """
    notebook notebooks laptop laptops portatil portatiles computador computadora computadores pc compu equipo
    equipos celular celulares celu telefono telefonos smartphone smartphones movil televisor televisores tele teles
    tv smart audifonos audifono auriculares lavadora lavadoras secadora consola consolas monitor monitores gamer
    gaming silla sillas impresora impresoras multifuncional bicicleta bicicletas bici bicis freidora freidoras
    zapatillas zapatilla colchon colchones refrigerador refrigeradores camara camaras reloj relojes smartwatch
    smartwatches tablet tablets parlante parlantes mouse teclado teclados cafetera cafeteras microondas aspiradora
    aspiradoras plancha horno estufa estufas ventilador mochila mochilas perfume perfumes juguete coche drone dron
    drones router disco tarjeta soundbar
    """.split()
)
GENERICOS: Final = COSAS | frozenset(
    """
    aire de del la el los las con para y en a o kit pack set hombre mujer niño niña infantil color modelo marca
    edicion version nuevo nueva original aro talla litros kilos pulgadas
    """.split()
)
# Said after a model they make another model of it.
SUFIJOS: Final = frozenset(
    """
    pro max plus ultra lite mini air se fe neo prime edge fold flip evo turbo xl gen oled x s note sport classic premium
    elite
    """.split()
)
# Brands and lines that people write without a capital and that are no Spanish word.
MARCAS: Final = frozenset(
    """
    samsung apple xiaomi motorola huawei honor oppo realme nokia sony lg panasonic philips tcl hisense aoc lenovo hp
    asus acer dell msi gigabyte microsoft google amazon logitech razer corsair hyperx redragon cougar jbl bose
    sennheiser skullcandy shokz soundcore anker edifier garmin fitbit amazfit epson canon brother pantum ricoh xerox
    nikon fujifilm gopro dji insta360 whirlpool electrolux mademsa fensa midea bosch siemens daewoo haier indurama
    oster ursus sindelen kendal somela ninja cosori moulinex tefal nespresso delonghi dyson irobot roomba roborock
    ecovacs karcher nintendo playstation xbox valve anbernic atari nike adidas puma reebok asics mizuno salomon hoka
    skechers converse vans columbia doite lippi trek bianchi specialized cannondale brompton rosen cic celta drimkip
    ikea simmons sealy intex secretlab dxracer gamemax xzeal marvo viewsonic benq kingston sandisk seagate toshiba
    crucial tplink mikrotik netgear starlink kindle ipad iphone macbook galaxy redmi pixel thinkpad ideapad vivobook
    zenbook pavilion inspiron nitro victus legion predator omen chromebook airpods ps4 ps5 steamdeck
    kitchenaid wurden recco zte tecno infinix oneplus alcatel blackview casio sonos
    """.split()
)
_ORDINALES: Final = {
    r"(?:el|la|del|al) primer[oa]?(?! vez)|primer[oa]? (?:opcion|alternativa|producto|modelo)|opcion (?:n° ?)?1|"
    r"(?:el|la) n° ?1": 0,
    r"(?:el|la|del|al) segund[oa]|segund[oa] (?:opcion|alternativa|producto|modelo)|opcion (?:n° ?)?2": 1,
    r"(?:el|la|del|al) tercer[oa]?|tercer[oa]? (?:opcion|alternativa|producto|modelo)|opcion (?:n° ?)?3": 2,
    r"(?:el|la|del|al) cuart[oa]|cuart[oa] (?:opcion|alternativa)|opcion (?:n° ?)?4": 3,
    r"(?:el|la|del|al) quint[oa]|quint[oa] (?:opcion|alternativa)|opcion (?:n° ?)?5": 4,
    r"(?:el|la|del|al) ultim[oa](?! generacion| tecnologia| modelo| unidad)|ultima (?:opcion|alternativa)": -1,
}
ORDINALES: Final = tuple((re.compile(rf"\b(?:{patron})\b"), indice) for patron, indice in _ORDINALES.items())
MAS_BARATO: Final = (
    r"(?:mas (?:barat|economic|accesible|conveniente en precio)\w*|menor precio|precio mas bajo|"
    r"de menor (?:precio|costo|valor))"
)
MAS_CARO: Final = (
    r"(?:mas (?:car|costos)[oa]s?|mayor precio|precio mas (?:alto|elevado)|de mayor (?:precio|costo|valor))"
)
CONTABLES: Final = re.compile(
    r"(?:opcion|alternativa|modelo|producto|resultado|equipo|articulo|item|variante|candidato|recomendacion|unidad|"
    r"propuesta)(?:es|s)?"
)
EXISTE: Final = re.compile(
    r"\b(?:encontre|encontramos|hay|tengo|tenemos|existen|disponemos de|contamos con|aparecen|vendemos|manejamos)\b"
)

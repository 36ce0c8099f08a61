"""The words of the money grammar, folded: numbers, money, other units, and how people misspell them.

Source: nlu-guidelines, Amounts and Direction; the Latin American money words come from everyday use.
"""

from typing import Final


def words(text: str) -> frozenset[str]:
    """Returns the words of a list written as text."""
    return frozenset(text.split())


# --- Numbers in words -------------------------------------------------------------------------------------------

UNIDADES: Final = {
    "un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cuatr": 4, "kuatro": 4, "cinco": 5, "sinco": 5,
    "seis": 6, "siete": 7, "ciete": 7, "ocho": 8, "nueve": 9, "nuebe": 9,
}  # fmt: skip
DIECES: Final = {
    "diez": 10, "dies": 10, "once": 11, "doce": 12, "dose": 12, "trece": 13, "catorce": 14, "quince": 15, "kince": 15,
    "dieciseis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19,
    "veintiun": 21, "veintiuno": 21, "veintiuna": 21, "veintidos": 22, "veintitres": 23, "veinticuatro": 24,
    "veinticinco": 25, "veintiseis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29,
}  # fmt: skip
DECENAS: Final = {
    "veinte": 20, "veinti": 20, "viente": 20, "beinte": 20, "treinta": 30, "trenta": 30, "cuarenta": 40, "cuarnta": 40,
    "cincuenta": 50, "sincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
}  # fmt: skip
CENTENAS: Final = {
    "cien": 100, "ciento": 100, "sien": 100,
    "doscientos": 200, "trescientos": 300, "cuatrocientos": 400, "quinientos": 500, "seiscientos": 600,
    "setecientos": 700, "ochocientos": 800, "novecientos": 900,
    "doscientas": 200, "trescientas": 300, "cuatrocientas": 400, "quinientas": 500, "seiscientas": 600,
    "setecientas": 700, "ochocientas": 800, "novecientas": 900,
}  # fmt: skip
MITADES: Final = frozenset({"medio", "media"})

# --- Scales: what a number is multiplied by. The second group is money by itself ------------------------------------

MIL: Final = frozenset({"mil", "mll", "mils"})
MILLONES: Final = frozenset({
    "millon", "millones", "milllon", "milllones", "milon", "milones", "miyon", "miyones", "millom", "millo",
    "milloncito", "milloncitos", "millns", "milln", "mill", "mills",
})  # fmt: skip
ESCALAS_DINERO: Final = {
    **dict.fromkeys(
        ("luca", "lucas", "luka", "lukas", "luk", "luks", "lks", "lk", "luquita", "luquitas", "lukita", "lukitas",
         "lucaa", "lucass", "lucs", "lcas", "luacs", "luqas", "lukass"), 1_000),
    **dict.fromkeys(("palo", "palos", "palito", "palitos", "paloss"), 1_000_000),
    **dict.fromkeys(("gamba", "gambas", "gambita", "gambitas"), 100),
    **dict.fromkeys(("quina", "quinas", "quinita"), 500),
}  # fmt: skip
# These stand for one of themselves when a clear cue precedes: "sobre el millón", "menos de una luca" and "de luca".
ESCALAS_SOLAS: Final = frozenset({"luca", "palo", "palito", "gamba", "quina", "millon", "milllon", "milloncito"})
# A stick is also a thing: "palo selfie", "palos de golf".
NO_DINERO_TRAS_PALO: Final = frozenset({"selfie", "selfies", "golf", "hockey", "santo", "rosa"})

# --- Currencies -----------------------------------------------------------------------------------------------------

PESOS: Final = frozenset({"pesos", "pesitos", "psos", "pessos", "pesso", "pesoss", "peso", "morlacos"})
PESOS_DE: Final = {
    **dict.fromkeys(("chilenos", "chilenas", "chileno", "clp"), "CLP"),
    **dict.fromkeys(("mexicanos", "mexicano", "mejicanos", "mx", "mxn"), "MXN"),
    **dict.fromkeys(("argentinos", "argentino", "arg", "args", "ars"), "ARS"),
    **dict.fromkeys(("colombianos", "colombiano", "cop"), "COP"),
    **dict.fromkeys(("uruguayos", "uruguayo", "uyu"), "UYU"),
    **dict.fromkeys(("dominicanos", "dominicano", "dop"), "DOP"),
}  # fmt: skip
MONEDAS: Final = {
    **dict.fromkeys(("clp", "clps"), "CLP"),
    **dict.fromkeys(("dolar", "dolares", "dolars", "dolare", "dolarez", "dollares", "dollar", "dollars", "dls", "dlls",
                     "dlrs", "usd", "usds", "us", "verdes", "dolaritos"), "USD"),
    **dict.fromkeys(("euro", "euros", "eur", "eurs", "euritos", "pavos", "leuros"), "EUR"),
    **dict.fromkeys(("varo", "varos", "baro", "baros", "mxn"), "MXN"),
    **dict.fromkeys(("sol", "soles", "solcitos", "pen"), "PEN"),
    **dict.fromkeys(("reales", "brl"), "BRL"),
    **dict.fromkeys(("bolivar", "bolivares", "bs", "ves"), "VES"),
    **dict.fromkeys(("bolivianos", "bob"), "BOB"),
    **dict.fromkeys(("guaranies", "pyg"), "PYG"),
    **dict.fromkeys(("quetzales", "gtq"), "GTQ"),
    **dict.fromkeys(("colones", "crc"), "CRC"),
    **dict.fromkeys(("lempiras", "hnl"), "HNL"),
    "ars": "ARS", "mangos": "ARS", "cop": "COP", "uyu": "UYU", "esterlinas": "GBP", "gbp": "GBP", "yenes": "JPY",
    "uf": "CLF", "ufs": "CLF", "clf": "CLF",
}  # fmt: skip
# Words that are money only beside a number that could be a price: "2 verdes" are two green ones.
MONEDAS_DUDOSAS: Final = frozenset({"verdes", "pavos", "mangos", "reales", "sol", "us", "bs", "colones", "ves"})
SIGNOS: Final = {
    "$": None, "clp$": "CLP", "€": "EUR", "us$": "USD", "us": "USD", "usd": "USD", "u$s": "USD", "u$d": "USD",
    "eur": "EUR", "clp": "CLP", "mx$": "MXN", "mxn$": "MXN", "mxn": "MXN", "ar$": "ARS", "ars": "ARS",
    "col$": "COP", "cop": "COP", "r$": "BRL", "brl": "BRL", "s/": "PEN", "s/.": "PEN", "pen": "PEN",
}  # fmt: skip

# --- Units of anything else: a number beside one is never a price -------------------------------------------------

OTRAS_UNIDADES: Final = words("""
    pulgadas pulgada pulg pulgs pul plg plgs inch inches '' " ' % ° porciento
    milimetros milimetro mm centimetros centimetro cm cms metros metro mt mts mtrs km kms kilometros m2 m3 mt2 mts2 mm2
    kg kgs kilo kilos kilogramos gr grs gramos gramo lb lbs libras onzas oz toneladas
    litros litro lt lts ltr ltrs ml mililitros cc cm3 galones pies ft
    gb gbs giga gigas gigabyte gigabytes tb tbs tera teras terabyte terabytes mb mbs mega megas megabytes kb
    mbps gbps bits bit hz hertz hercios khz mhz ghz fps ms mseg milisegundos
    watts watt wats wat wtts vatios vatio kw kwh kva volts voltios volt amperes amperios amp amps mah wh
    btu btus frigorias calorias rpm dpi cpi lumenes lumen lm nits db decibeles decibelios mp mpx megapixeles mpixeles
    pixeles px bares psi ppm hp cv nucleos cores hilos bpm ppp nm tpm revoluciones
    puertas puerta personas persona cuotas cuota pagos meses mes años año ano anos añitos dias dia horas hora hr hrs hs
    min mins minutos minuto seg segundos semanas semana am veces vez noches generacion gen grados cursos
    hojas paginas teclas botones velocidades marchas cuerpos plazas plaza asientos quemadores hornillas platos fuegos
    cubiertos tazas bandejas niveles programas cargas piezas pzas unidades unidad uds und unds pares par bolsas
    jugadores canales canciones usuarios alumnos hijos niños ruedas aspas puertos nodos gracias luces leds
    likes seguidores cosas opciones vueltas besos lineas lentes puestos cajones invitados ciclos palabras
    abrazos disculpas perdones formas maneras razones motivos preguntas bpm colores puntos estrellas pasos impresiones
    habitantes visitas
    """)
# Letters that name a unit when they stand after a number: "220 v", "5 l".
UNIDADES_DE_UNA_LETRA: Final = frozenset("mlgwvt")
# What a number "de" one of these measures: "16 de ram", "512 de almacenamiento".
MAGNITUDES: Final = words("""
    ram memoria almacenamiento rom ssd hdd disco pantalla bateria capacidad ancho ancha alta alto altura largo larga
    fondo diametro garantia edad potencia resolucion autonomia velocidad espesor tamaño talla peso carga frecuencia
    temperatura presion profundidad duracion refresco volumen cilindrada camara distancia
    """)
# Words that make the bare number of the cue after them no price: "talla entre 40 y 42", "que soporte hasta 120".
MEDIDAS: Final = words("""
    talla tallas ram rom almacenamiento capacidad peso ancho alto altura largo edad edades potencia resolucion autonomia
    velocidad espesor frecuencia temperatura garantia numero numeros nro calzo calza mido mide miden mida medida medidas
    pesa pese pesan soporta soporte soporten soportar aguanta aguante aguanten aro rodado hz dpi profundidad diametro
    duracion refresco volumen distancia tamaño edad antiguedad
    """)
# An amount after one of these is a part of a price, a thanks, a fee; never what a product may cost.
NO_SON_PRECIO: Final = words("cuota cuotas mensualidad mensualidades abono abonos gracias")
# After one of these the money is probably a debt, a bet, a fee or a discount.
NO_ES_COMPRA: Final = words("""
    debo debes debe deuda presta prestame prestaste deposita depositame transfiere transferir apuesto apuesta gane
    facture devuelvanme devuelveme devuelvan reembolso multa descuento descontaron envio despacho flete sueldo arriendo
    divide porciento ciento propina cobraron
    """)
# Words before a bare number that make it part of a name or a code: "Ryzen 5 7600", "pedido 123450".
NOMBRES_DE_SERIE: Final = words("""
    iphone galaxy note redmi poco moto realme pixel xperia ipad macbook ps play playstation xbox rtx gtx rx arc ryzen
    core ultra modelo serie series version codigo cod sku pedido orden boleta folio factura ean numero nro n # windows
    office android ios ddr talla calle av avenida depto whatsapp wsp rut compra ticket reclamo
    """)

# What may follow a bare number when it is an amount; a plural noun there is what is being counted.
TRAS_MONTO: Final = words("""
    y e o u ni pero para pa p por x porfa xfa porfavor porfis plis please plz que q k ke en con de d del al a me te se
    mi no si sin es son seria sera esta max maximo min minimo como nomas gracias un una unos unas el la lo los las algo
    busco quiero tienen tiene hay cual ojala aprox mas menos po wn weon bro amigo ya tb tambien solo hasta desde entre
    sobre bajo alguno alguna cualquier pls ayuda ayudame pq porque idealmente tipo tope puede cuanto muestrame dame sale
    aproximadamente app apx tendran tienes venden necesito recomiendame
    """)
NOMBRES_EN_S: Final = words("adidas tienes crocs ademas tengas vans philips asics entonces estas")
# "tele de 55 a 300 lucas" is a size and a price, not an interval.
PANTALLAS: Final = words("""
    tele teles tv tvs televisor televisores television televisiones smart monitor monitores pantalla pantallas led
    qled oled
    """)
PULGADAS: Final = frozenset({22, 24, 27, 28, 32, 34, 40, 42, 43, 48, 49, 50, 55, 58, 60, 65, 70, 75, 77, 82, 85, 98})
CIFRAS_TECNICAS: Final = frozenset({16, 32, 64, 120, 128, 144, 165, 240, 256, 512})  # GB and Hz, before prices

# --- Chat spelling of the words that cues are made of ----------------------------------------------------------------

_GRAFIAS: Final = {
    "de": "d dee", "que": "q k ke qe", "por": "x xr", "para": "pa p pal", "hasta": "asta hsta hata hasa hastra hasat",
    "bajo": "vajo baj bjo", "entre": "ente entr etre enre enter", "menos": "meno mens mnos menoss menso",
    "mas": "maz mass", "maximo": "max maxim maxmo maxiimo macsimo maxima maximos maximas",
    "minimo": "min minim minmo minima minimos", "sobre": "sobr zobre sovre", "desde": "desd dsde dsd desed",
    "tengo": "tngo tengop tego tenggo", "presupuesto": "ppto presupuesta", "cerca": "serca", "alrededor": "alredor",
    "aproximadamente": "aprox app apx aproximado aproximada aproximados aproximadas",
    "como": "komo cmo", "con": "kon cn", "puedo": "pueod pued", "unos": "uns", "tope": "topes", "pero": "pro",
    "superior": "superiores", "inferior": "inferiores", "mayor": "mayores", "menor": "menores", "encima": "ensima",
}  # fmt: skip
CANONICAS: Final = {grafia: palabra for palabra, grafias in _GRAFIAS.items() for grafia in grafias.split()}
CANONICAS_LARGAS: Final = frozenset({"presupuesto", "alrededor", "aproximadamente"})

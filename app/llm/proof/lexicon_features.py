"""Features, colours and parts that an answer may say of a product: they must stand in its text. All folded.

A feature is one pattern, matched against the answer and the facts alike, so any of its writings backs any other.
"""

import re
from typing import Final

_RASGOS: Final = {
    "nfc": r"\bnfc\b",
    "bluetooth": r"\bbluetooth\b",
    "wifi": r"\bwi-? ?fi\b|\bconexion inalambrica",
    "gps": r"\bgps\b",
    "hdmi": r"\bhdmi\b",
    "usb-c": r"\busb-? ?c\b|\btipo c\b",
    "thunderbolt": r"\bthunderbolt\b",
    "oled": r"\b(?:p|am)?oled\b",
    "amoled": r"\bamoled\b",
    "qled": r"\bqled\b",
    "mini led": r"\bmini ?led\b",
    "ips": r"\bips\b",
    "hdr": r"\bhdr(?:10)?\+?(?!\w)",
    "dolby": r"\bdolby\b",
    "full hd": r"\bfull ?hd\b|\bfhd\b|\b1080p\b|1920 ?x ?1080",
    "4k": r"\b4k\b|\buhd\b|\bultra hd\b",
    "8k": r"\b8k\b",
    "qhd": r"\bqhd\b|2560 ?x ?1440|\b1440p\b|\b2k\b",
    "ruido": r"cancel\w*(?: activa| adaptativa)?(?: de| del| el)? ?ruido|\banc\b|reduc\w+ (?:de |el )ruido",
    "tactil": r"\btactil(?:es)?\b|\btouch\b",
    "retroiluminado": r"retroiluminad\w*",
    "huella": r"\bhuellas?\b",
    "lapiz": r"\bs pen\b|\bstylus\b|lapiz optico",
    "agua": r"(?:resist\w*|contra|a prueba de|proteccion|soporta\w*)(?: el| al| la| las| del| de| contra)*"
    r"(?: agua| salpicadura| lluvia| polvo| sudor)|impermeable|sumergible|\bipx?\d|en mojado",
    "carga inalambrica": r"carga inalambrica|\bqi\b",
    "carga rapida": r"carga (?:rapida|turbo|ultra ?rapida)|carga de \d+",
    "inverter": r"\binverter\b",
    "no frost": r"\bno ?frost\b",
    "trapea": r"\btrape\w+|\bmopas?\b",
    "vapor": r"\bvapor\b",
    "windows": r"\bwindows\b",
    "android": r"\bandroid\b|\bgoogle tv\b",
    "ios": r"\bios\b",
    "macos": r"\bmacos\b",
    "chromeos": r"\bchrome ?os\b",
    "linux": r"\blinux\b",
    "office incluido": r"(?:incluye|trae|con) (?:microsoft )?office\b",
    "camara web": r"\bwebcam\b|camara web",
    "grafica": r"(?:tarjeta (?:grafica|de video)|grafica|gpu) (?:dedicada|nvidia|amd|geforce|radeon)|"
    r"\brtx\b|\bgtx\b|\bgeforce\b",
    "microsd": r"\bmicro ?sd\b|ranura (?:de|para) (?:memoria|tarjeta)",
    "dual sim": r"\b(?:dual|doble) sim\b|\besim\b",
    "convertible": r"\bconvertible\b|2 en 1",
    "plegable": r"\bpl(?:e|ie)g(?:a|ue)\w*",
    "antirreflejo": r"antirrefle\w*|\bmate\b",
    "ethernet": r"\bethernet\b|\brj-?45\b|puerto de red",
    "jack": r"\bjack\b|\b3,5 mm\b",
    "estabilizador": r"estabiliza\w*",
    "zoom": r"\bzoom (?=optico|digital|de|\d)|teleobjetivo|aumentos",
    "airplay": r"\bairplay\b",
    "chromecast": r"\bchromecast\b",
    "alexa": r"\balexa\b",
    "google assistant": r"google assistant|asistente de google",
    "siri": r"\bsiri\b",
    "control por voz": r"(?:control|comandos?|asistente) (?:por|de) voz",
    "inalambrico": r"\binalambric\w*|\bbluetooth\b|true wireless|\bsin cables?\b|\bwifi\b|wi-fi|\bwireless\b",
    "microfono": r"\bmicrofonos?\b",
    "lector de discos": r"lector (?:de discos|blu-?ray)|\bblu-?ray\b",
    "ray tracing": r"\bray ?tracing\b",
    "g-sync": r"\bg-?sync\b",
    "freesync": r"\bfreesync\b",
    "displayport": r"\bdisplay ?port\b",
    "lumbar": r"\blumbar\b",
    "reclinable": r"\breclin\w*",
    "apoyapies": r"apoya ?pies|reposa ?pies",
    "duplex": r"\bduplex\b|ambas caras|doble cara",
    "escaner": r"\bescan\w*",
    "manos libres": r"\bmanos libres\b",
    "a color": r"\ba (?:todo )?color\b",
    "suspension": r"\bsuspension\b",
    "hidraulicos": r"\bhidraulic\w*",
    "gore-tex": r"\bgore-?tex\b",
    "fibra de carbono": r"\bcarbono\b",
    "aluminio": r"\baluminio\b",
    "cuero": r"\bcuero\b",
    "acero": r"\bacero\b",
    "titanio": r"\btitanio\b",
    "antiadherente": r"\bantiadherente\b",
    "pantalla tactil": r"pantalla tactil",
    "app": r"\b(?:app|aplicacion)\b(?! de la tienda)",
    "dinamico": r"dynamic island",
    "magsafe": r"\bmagsafe\b",
    "face id": r"\bface ?id\b|reconocimiento facial",
    "touch id": r"\btouch ?id\b",
    "s pen": r"\bs pen\b",
    "lector de tarjetas": r"lector de tarjetas",
    "teclado numerico": r"teclado numerico",
    "cargador": r"(?:incluye|trae|con) (?:el |un )?cargador",
    "varios colores": r"(?:varios|distintos|diferentes|otros|todos los) colores|\d+ colores",
}
_COLORES: Final = {
    "negro": r"negr[oa]s?",
    "blanco": r"blanc[oa]s?",
    "gris": r"gris(?:es)?",
    "rojo": r"roj[oa]s?",
    "azul": r"azul(?:es)?",
    "verde": r"verdes?",
    "amarillo": r"amarill[oa]s?",
    "naranjo": r"naranj[oa]s?",
    "rosado": r"rosad[oa]s?|rosa",
    "morado": r"morad[oa]s?|purpura|violeta",
    "celeste": r"celestes?",
    "dorado": r"dorad[oa]s?|oro rosa",
    "plateado": r"platead[oa]s?|color plata",
    "cafe": r"color cafe|marron",
    "beige": r"beige|crema",
    "turquesa": r"turquesa",
    "lavanda": r"lavanda|lila",
    "medianoche": r"medianoche",
    "grafito": r"grafito",
}
RASGOS: Final = {nombre: re.compile(patron) for nombre, patron in _RASGOS.items()}
COLORES: Final = {nombre: re.compile(rf"\b(?:{patron})\b") for nombre, patron in _COLORES.items()}
# Chips and standards with their number, read as phrases that must stand so in the product's text.
PARTES: Final = re.compile(
    r"\b(?:(?:intel |amd |apple |nvidia |qualcomm )?"
    r"(?:core (?:ultra )?i?\d(?:[ -]\d{4,5}\w{0,2})?|i[3579](?:-\w+)?|ryzen(?: ai)?(?: z?\d)?(?: \d{4}\w{0,2})?|"
    r"celeron(?: \w?\d{4})?|pentium(?: \w+)?|xeon|snapdragon(?: \w+)?|dimensity(?: \d+\+?)?|helio(?: \w\d+)?|"
    r"exynos(?: \d+)?|tensor(?: g\d)?|bionic|chip [am]?\d+\w*(?: bionic)?|"
    r"(?:geforce )?(?:rtx|gtx) ?\d{4}(?: ti| super)?|(?:radeon )?rx ?\d{4}|radeon(?: \d{4})?|"
    r"intel (?:arc|iris|uhd|n\d+)|n\d{3,4})|"
    r"windows \d+(?: (?:home|pro|s))?|android \d+|"
    r"(?:wi-?fi|bluetooth|hdmi|usb|pcie|ddr|lpddr|gddr)[ -]?v?\d(?:[.,]\d)?\w?|ipx?\d{1,2}|[2-6]g|"
    r"\d+(?:[.,]\d)?k|\d en 1|rj-?45|talla (?:x{0,3}[sl]|m|\d{1,2}(?:[.,]5)?))\b"
)
CHIPS_SUELTOS: Final = re.compile(r"\b(?:intel|amd|nvidia|qualcomm|mediatek|snapdragon|ryzen|celeron|geforce|radeon)\b")

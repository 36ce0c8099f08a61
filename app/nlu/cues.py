"""Words that steer a conversation, whatever it is about: starting over, wanting more, asking what a product is like."""

import re
from typing import Final

from app.nlu.reading import TAG, Lectura

_CORTESIA: Final = (
    r"(?:(?:por|ok|okey|dale|ya|bueno|bien|listo|perfecto|mejor|entonces|hola|a ver|mm+|no|si|y|pero|quiero|podemos|puedes|"
    r"podrias|me|,) )*"
)
_FIN: Final = r"(?: (?:por|ok|ya|mejor|entonces|si|puedes|se puede|,))*"
_REINICIO: Final = re.compile(
    r"\b(?:(?:empe[cz]\w*|comen[cz]\w*|part\w+|volv\w+ a (?:empezar|comenzar|partir)|vuelve a empezar|iniciar|inicia) "
    r"(?:todo )?(?:de nuevo|de cero|desde cero|desde el (?:principio|comienzo|inicio)|otra vez|nuevamente|una nueva busqueda|otra busqueda)|"
    r"(?:de|desde) cero|nueva busqueda|olvid\w* (?:eso|todo|todo eso|lo anterior|lo que (?:dije|pedi|te dije|te pedi)|la busqueda)|"
    r"borr(?:a|ar|alo|emos|e) (?:todo|todo eso|lo anterior|la busqueda|eso)|limpia\w* (?:todo|la busqueda)|olvidal[oa]|"
    r"reinicia\w*|resetea\w*|reset|cancela\w* (?:todo|la busqueda|eso)|dejalo,? empecemos|descarta todo|elimina todo|quita todo)\b"
)
_REINICIO_SOLO: Final = re.compile(rf"{_CORTESIA}(?:{_REINICIO.pattern})(?:(?: y)? (?:{_REINICIO.pattern}))?(?: todo)?{_FIN}")

_COSAS: Final = r"(?:opciones|modelos|alternativas|resultados|productos|ejemplos|cosas|marcas?|variedad)"
_MAS: Final = re.compile(
    r"\b(?:(?:muestra\w*|mostra\w*|ver|enseña\w*|dame|dime|hay|tienen?|tendras?|tendran|quedan?|traeme|pasame|ver|veamos|"
    rf"venga|tira\w*|manda\w*) (?:algo |alguna? |un poco |unos |otros? |\d+ |cinco |tres )?(?:mas(?: {_COSAS}| categoria#\d+)?|otr[oa]s?(?: {_COSAS}| categoria#\d+)?)"
    rf"(?! (?:barat|car|economic|grande|chic|pequeñ|livian|potent|rapid|info|informacion|detalle|dato|sobre|de (?!es|l[oa]s mism)))|"
    rf"que (?:mas|otr[oa]s?(?: {_COSAS})?) (?:hay|tienes?|tienen|venden|queda\w*|me muestras|ofrecen|me ofreces)|"
    rf"(?:algun|alguna|cual|cuales)? ?otr[oa]s? {_COSAS}|mas {_COSAS}|otr[oa]s? (?:categoria#\d+ )?que (?:tengas|tengan|haya)|"
    r"siguientes?(?: pagina)?|(?:la )?(?:proxima|siguiente) pagina|los demas|las demas|el resto|los restantes|los que siguen|continua|sigue mostrando|"
    r"no (?:hay|tienes|tienen) mas|no (?:hay|tienes|tienen) otr[oa]s?|eso es todo lo que (?:hay|tienes|tienen)|y los otros|y las otras|"
    r"recomienda\w* otr[oa]s?|otra recomendacion|otr[oa] sugerencia)\b"
)
_MAS_SOLO: Final = re.compile(rf"{_CORTESIA}(?:mas|otr[oa]s?(?: mas)?|y (?:mas|otr[oa]s?)|algun[oa]? otr[oa]|algo mas|hay mas|ver mas|cuales mas|mas porfa){_FIN}(?: ,)*")

_RETIRO_SOLO: Final = re.compile(
    rf"{_CORTESIA}(?:quita|sin importar|sin limite|de cualquier|cualquier|sin)\b(?! (?:ti|mi|duda|embargo|falta)\b).{{1,80}}"
)
_PARECIDO: Final = re.compile(r"\b(?:parecid[oa]s?|similar(?:es)?|semejantes?|del estilo|como (?:ese|esa|este|el|la)|alternativas? al?)\b")
_ELEGIR: Final = re.compile(r"\b(?:recom\w*|conviene\w*|aconseja\w*|suger\w*|me sirve|me quedo|mejor)\b")
_REGALO: Final = re.compile(r"\b(?:regal\w+|cumple\w*|navidad|dia (?:de la madre|del padre|del niño)|aniversario|amigo secreto)\b")
_DE_LA_LISTA: Final = re.compile(r"\b(?:cual|cuales|es[oa]s|est[oa]s|ese|esa)\b")
_COMPARA: Final = re.compile(r"\b(?:compar\w*|versus|diferencias?|diferencian|cual es mejor|lado a lado|frente a|contra)\b")
_VER: Final = re.compile(r"\b(?:ver|muestra\w*|mostra\w*|quiero|me (?:interesa|gusta|llevo|quedo con)|dame|cuentame|detalles?|info\w*|ficha|a ver|veamos|abre|abrir|elijo|prefiero)\b")
_NUEVA_BUSQUEDA: Final = re.compile(r"\b(?:busco|buscando|necesito|venden|ando (?:buscando|viendo|tras)|quiero comprar|quisiera comprar)\b")

# Parts and dimensions that people ask about -> how the question is put to the product's card.
_PARTES: Final = {
    "cargador": "cargador", "garantia": "garantía", "bateria": "batería", "pantalla": "pantalla", "camara": "cámara",
    "camaras": "cámara", "ram": "RAM", "memoria": "memoria", "almacenamiento": "almacenamiento", "disco": "disco",
    "procesador": "procesador", "peso": "peso", "pesa": "peso", "medidas": "medidas", "mide": "medidas",
    "dimensiones": "medidas", "ancho": "ancho", "alto": "alto", "altura": "altura", "fondo": "fondo", "largo": "largo",
    "color": "color", "colores": "color", "resolucion": "resolución", "cable": "cable", "control": "control",
    "parlantes": "parlantes", "microfono": "micrófono", "capacidad": "capacidad", "consumo": "consumo",
    "consume": "consumo", "potencia": "potencia", "voltaje": "voltaje", "material": "material", "tallas": "talla",
    "talla": "talla", "puertos": "puertos", "lapiz": "lápiz", "funda": "funda", "audifonos": "audífonos",
    "repuestos": "repuestos", "filtro": "filtro", "ruedas": "ruedas", "armado": "armado", "instalacion": "instalación",
    "sistema": "sistema", "bluetooth": "bluetooth", "wifi": "wifi", "hdmi": "HDMI", "nfc": "NFC", "usb": "USB",
    "autonomia": "autonomía", "manual": "manual", "ruido": "ruido", "aro": "aro", "tarjeta": "tarjeta",
}  # fmt: skip


def starts_over(lectura: Lectura) -> bool:
    """Returns whether the message clears everything, with or without a new wish: "olvida eso, busco una tele"."""
    return lectura.has(_REINICIO)


def only_starts_over(lectura: Lectura) -> bool:
    """Returns whether the message clears everything and says nothing else."""
    return _REINICIO_SOLO.fullmatch(lectura.texto.replace(" ,", "").strip(", ")) is not None


def wants_more(lectura: Lectura) -> bool:
    """Returns whether the message continues the list: "muéstrame más", "otros", "qué más hay"."""
    return lectura.has(_MAS) or only_more(lectura)


def only_more(lectura: Lectura) -> bool:
    """Returns whether the message says nothing but "más", "otros"."""
    return _MAS_SOLO.fullmatch(lectura.texto.strip(", ")) is not None


def only_takes_back(lectura: Lectura) -> bool:
    """Returns whether the message only takes conditions off: "quita la marca Lenovo", "sin límite de precio"."""
    return _RETIRO_SOLO.fullmatch(lectura.texto.strip(", ")) is not None


def wants_similar(lectura: Lectura) -> bool:
    """Returns whether the message wants something like a product: "algo parecido al segundo"."""
    return lectura.has(_PARECIDO)


def wants_gift(lectura: Lectura) -> bool:
    """Returns whether the message is about a present, and not about which of those shown would make one."""
    return lectura.has(_REGALO) and not lectura.has(_DE_LA_LISTA)


def wants_comparison(lectura: Lectura) -> bool:
    """Returns whether the words themselves set things against each other."""
    return lectura.has(_COMPARA)


def wants_to_see(lectura: Lectura) -> bool:
    """Returns whether the message asks to be shown what it points at: "quiero ver el 3"."""
    return lectura.has(_VER)


def opens_search(lectura: Lectura) -> bool:
    """Returns whether the message begins a search of its own: "busco chupallas"."""
    return lectura.has(_NUEVA_BUSQUEDA)


def asked_parts(lectura: Lectura) -> tuple[str, ...]:
    """Returns the parts and dimensions that a question names without a value: "¿trae cargador?" -> ("cargador",)."""
    return tuple(dict.fromkeys(_PARTES[w] for w in re.sub(TAG, "", lectura.texto).split() if w in _PARTES))

"""Words that steer a conversation, whatever it is about: starting over, wanting more, asking what a product is like."""

import re
from typing import Final

from app.nlu.reading import Lectura, any_of, plain_words

_CORTESIA: Final = (
    r"(?:(?:por|ok|okey|dale|ya|bueno|bien|listo|perfecto|mejor|entonces|hola|a ver|mm+|no|si|y|pero|quiero|podemos|"
    r"puedes|podrias|me|,) )*"
)
_FIN: Final = r"(?: (?:por|ok|ya|mejor|entonces|si|puedes|se puede|,))*"
_REINICIO: Final = any_of(
    r"(?:empe[cz]\w*|comen[cz]\w*|part\w+|vuelve a empezar|volv\w+ a (?:empezar|comenzar|partir)|inicia\w*) (?:todo )?"
    r"(?:de nuevo|(?:de|desde) cero|desde el (?:principio|comienzo|inicio)|otra vez|nuevamente|"
    r"(?:una nueva|otra) busqueda)",
    r"(?:de|desde) cero",
    r"nueva busqueda",
    r"olvid\w* (?:eso|todo|todo eso|lo anterior|lo que (?:te )?(?:dije|pedi)|la busqueda)",
    r"olvidal[oa]",
    r"borr(?:a|ar|alo|emos|e) (?:todo|todo eso|lo anterior|la busqueda|eso)",
    r"limpia\w* (?:todo|la busqueda)",
    r"(?:reinicia|resetea)\w*",
    r"reset",
    r"cancela\w* (?:todo|la busqueda|eso)",
    r"(?:descarta|elimina|quita) todo",
)
_REINICIO_SOLO: Final = re.compile(
    rf"{_CORTESIA}(?:{_REINICIO.pattern})(?:(?: y)? (?:{_REINICIO.pattern}))?(?: todo)?{_FIN}"
)

_COSAS: Final = (
    r"(?:opcion(?:es)?|modelos?|alternativas?|resultados?|productos?|ejemplos?|cosas|variedad|recomendacion(?:es)?|"
    r"sugerencias?)"
)
_PIDE: Final = (
    r"(?:muestra\w*|mostra\w*|ver|veamos|enseña\w*|dame|dime|hay|tien(?:es?|en)|tendra[sn]|quedan?|traeme|pasame|venga|"
    r"tira\w*|manda\w*|recomienda\w*)"
)
# "Más" of something else than products: "más baratos", "más información".
_MAS_DE_OTRO: Final = (
    r"(?! (?:barat|car|economic|grande|chic|pequeñ|livian|potent|rapid|info|detalle|dato|sobre|de (?!es|l[oa]s mism)))"
)
_MAS: Final = any_of(
    rf"{_PIDE} (?:algo |algun[oa]? |un poco |unos |otros? |\d+ |cinco |tres )?"
    rf"(?:mas|otr[oa]s?)(?: {_COSAS}| categoria#\d+)?{_MAS_DE_OTRO}",
    rf"que (?:mas|otr[oa]s?(?: {_COSAS})?) (?:hay|tien(?:es?|en)|venden|queda\w*|(?:me )?muestras|(?:me )?ofrece[ns])",
    rf"(?:otr[oa]s?|mas) {_COSAS}",
    r"mas categoria#\d+",
    r"otr[oa]s? (?:categoria#\d+ )?que (?:tengas|tengan|haya)",
    r"siguientes?(?: pagina)?",
    r"proxima pagina",
    r"l[oa]s demas|el resto|l[oa]s restantes|l[oa]s que siguen|y l[oa]s otr[oa]s",
    r"continua|(?:continu\w+|sig(?:ue|amos|a)|segu(?:ir|imos)) (?:viendo|mostrando|mirando|con la lista)(?: mas)?",
    r"no (?:hay|tien(?:es?|en)) (?:mas|otr[oa]s?)",
    r"ningun[oa] (?:me )?(?:gust\w*|convence\w*|sirve\w*)|no me (?:gust\w*|convence\w*|sirve\w*) ningun[oa]",
    r"es[oa]s no(?: me (?:gust\w*|convence\w*|sirven))?",
)
_CUAL_TIENE_MAS: Final = re.compile(r"\bcual(?:es)?(?: de \w+(?: \w+)?)? (?:tienen?|traen?) mas\b")
_MAS_SOLO: Final = re.compile(
    rf"{_CORTESIA}(?:{_MAS.pattern}|mas|otr[oa]s?(?: mas)?|algun[oa]? otr[oa]|algo mas|hay mas|ver mas|cuales mas)"
    rf"{_FIN}"
)
_RETIRO_SOLO: Final = re.compile(
    rf"{_CORTESIA}(?:quit\w+|saca\w*|elimin\w+|borr\w+|olvid\w+|no import\w+|da (?:igual|lo mismo)|sin importar|"
    rf"sin limite|(?:de )?cualquier|sin)\b(?! (?:ti|mi|duda|embargo|falta)\b).{{1,80}}"
)

# "Más grande" than what is shown says no measure to search by.
_MAS_MEDIDA: Final = any_of(
    r"(?:mas|menos) (?:grande|chic[oa]|chiquit[oa]|pequeñ[oa]|livian[oa]|liger[oa]|pesad[oa]|potente|rapid[oa]|"
    r"nuev[oa]|modern[oa]|anch[oa]|angost[oa]|alt[oa]|baj[oa]|larg[oa]|compact[oa])s?"
)
_PARECIDO: Final = any_of(
    r"parecid[oa]s?|similar(?:es)?|semejantes?|del estilo", r"como (?:ese|esa|este|el|la)", r"alternativas? al?"
)
_REGALO: Final = any_of(
    r"regal\w+", r"cumple\w*", r"navidad", r"dia (?:de la madre|del padre|del niño)", r"aniversario", r"amigo secreto"
)
_REGALA_DATOS: Final = any_of(r"me regalas? (?:la |el |un |una )?(?:info\w*|datos?|precios?|detalles?)")
_PIDE_REGALO: Final = any_of(
    r"(?:ideas?|algo|opciones|sugerencias?|recomendacion\w*|busco|buscando|necesito|quiero|que)"
    r"(?: (?:de|un|una|unas|algun|alguna|para|le|puedo|me|das|dar|hacer|hacerle|comprar|comprarle|ideas?|algo|mi))* "
    r"regal(?:o|os|ar|arle|arles|o)",
    r"regalos? (?:para|de (?:cumple\w*|navidad|aniversario))",
)
_DE_LA_LISTA: Final = any_of(r"cual|cuales|es[oa]s|est[oa]s|ese|esa")
_PIDE_CLASE: Final = any_of(
    r"(?:busco|buscando|necesito|quiero|quisiera|venden|tienen|tienes|muestra\w*|recomienda\w*) "
    r"(?:un|una|unos|unas|algun|alguna|algunos|algunas) categoria#\d+"
)
# Words that only join a refinement to the search in force: "que soporte [120 kilos]", "y en la [41]".
_UNION: Final = frozenset(
    "y e o en de del la el los las lo un una unos unas con que sea sean tenga tengan tiene traiga soporte soporten "
    "aguante aguanten resista para pero mejor solo bueno ya entonces color talla marca por a , busco quiero necesito "
    "dale ok si no tambien ahora".split()
)
_SOLO_NUMERO: Final = re.compile(
    r"(?:(?:y|o|en|de|la|el|una|un|talla|numero|mejor|con|si|pero|para|busco|quiero|,) )*(\d{2,3})(?: ,)*"
)
_PRECIO_O_STOCK: Final = re.compile(
    r"\b(?:(?:a )?cuanto (?:cuesta|vale|sale|esta|es|salen|valen|cuestan|estan)|que (?:precio|valor) (?:tienen?|esta)|"
    r"a como|(?:hay|tienen|queda\w*) (?:en )?(?:stock|disponib\w+)|(?:precio|valor|stock) del?|"
    r"(?:tienen|tienes|tendras?|tendran|venden|hay) (?:disponible )?(?:el|la|l[oa]s|del?))\b"
    r"(?: (?:el|la|l[oa]s|del?|un|una|nuevo|nueva|celular|marca#\d+))* producto#"
)
_CUENTA: Final = any_of("cuentame", "hablame", "explicame", "(?:dame|ver) (?:mas )?detalles")
_MUESTRA: Final = any_of(
    r"(?:muestr|mostr|enseñ|cuent|habl|expli|detall)[a-z]*", "ver", "dame", "dime", "info(?:rmacion)?", "quiero"
)
_COMPARA: Final = any_of(r"compar\w*", "versus", "lado a lado")
_NUEVA_BUSQUEDA: Final = any_of(
    "busco", "buscando", "necesito", "venden", "ando (?:buscando|viendo|tras)", "(?:quiero|quisiera) comprar"
)


def starts_over(lectura: Lectura) -> bool:
    """Returns whether the message clears everything, with or without a new wish: "olvida eso, busco una tele"."""
    return lectura.has(_REINICIO)


def only_starts_over(lectura: Lectura) -> bool:
    """Returns whether the message clears everything and says nothing else."""
    return _REINICIO_SOLO.fullmatch(lectura.texto.replace(" ,", "").strip(", ")) is not None


def wants_more(lectura: Lectura) -> bool:
    """Returns whether the message continues the list: "muéstrame más", "otros", "qué más hay"."""
    return (lectura.has(_MAS) and not lectura.has(_CUAL_TIENE_MAS)) or only_more(lectura)


def only_more(lectura: Lectura) -> bool:
    """Returns whether the message says nothing but "más", "otros"."""
    return _MAS_SOLO.fullmatch(lectura.texto.strip(", ")) is not None


def only_takes_back(lectura: Lectura) -> bool:
    """Returns whether the message only takes conditions off: "quita la marca Lenovo", "sin límite de precio"."""
    return _RETIRO_SOLO.fullmatch(lectura.texto.strip(", ")) is not None


def only_refines(lectura: Lectura) -> bool:
    """Returns whether the message is nothing but values and the words that join them to a search: "y en negro?"."""
    words = [t for t in lectura.tokens if "#" not in t]
    return bool(lectura.parse.entidades) and all(w in _UNION for w in words)


def bare_number(lectura: Lectura) -> str:
    """Returns the number that is all a message says ("y en la 41?"), "" for any other message."""
    match = _SOLO_NUMERO.fullmatch(lectura.texto)
    return match[1] if match else ""


def asks_for_kind(lectura: Lectura) -> bool:
    """Returns whether the message asks outright for a kind of thing, whatever story is around it."""
    return lectura.has(_PIDE_CLASE)


def asks_to_see(lectura: Lectura) -> bool:
    """Returns whether the message asks to see or to be told: "volviendo a la lista, muéstrame el último"."""
    return lectura.has(_MUESTRA)


def asks_price_or_stock(lectura: Lectura) -> bool:
    """Returns whether the message asks the price or the stock of the model that it names: "tienen el [iPhone 15]?"."""
    return lectura.has(_PRECIO_O_STOCK)


def wants_told(lectura: Lectura) -> bool:
    """Returns whether the message wants to be told about something: "cuéntame del más barato"."""
    return lectura.has(_CUENTA)


def asks_for_gift(lectura: Lectura) -> bool:
    """Returns whether the message asks what to give somebody: "ideas de regalo para mi papá"."""
    return lectura.has(_PIDE_REGALO) and wants_gift(lectura)


def wants_other_size(lectura: Lectura) -> bool:
    """Returns whether the message wants more or less of a measure that it does not give: "uno más grande"."""
    words = {w for e in lectura.parse.entidades for w in plain_words(e.value).split()}
    match = _MAS_MEDIDA.search(lectura.plano)
    return match is not None and words <= set(match[0].split())


def wants_similar(lectura: Lectura) -> bool:
    """Returns whether the message wants something like a product: "algo parecido al segundo"."""
    return lectura.has(_PARECIDO)


def wants_gift(lectura: Lectura) -> bool:
    """Returns whether the message is about a present, and not about which of those shown would make one."""
    return lectura.has(_REGALO) and not lectura.has(_DE_LA_LISTA) and not asks_data(lectura)


def asks_data(lectura: Lectura) -> bool:
    """Returns whether the message asks to be told, as a Colombian does: "¿me regalas información de neveras?"."""
    return lectura.has(_REGALA_DATOS)


def wants_comparison(lectura: Lectura) -> bool:
    """Returns whether the words themselves set things against each other: "compara", "versus"."""
    return lectura.has(_COMPARA)


def opens_search(lectura: Lectura) -> bool:
    """Returns whether the message begins a search of its own: "busco chupallas"."""
    return lectura.has(_NUEVA_BUSQUEDA)

"""Where a sentence's clauses join; the words that deny, doubt, suppose, contrast or speak of several. All folded."""

import re
from typing import Final

# "contra" joins figures ("8 GB contra 16"); "contra el agua" is a protection.
_CONTRASTE: Final = (
    r"contra(?= (?:l[oa]s? |el |un )?[\d$])|versus|vs|frente a(?:l)?|comparad[oa] con|en lugar de|en vez de|"
    r"a diferencia de"
)
_FUERTES: Final = r"pero|mientras(?: que)?|aunque|sino|porque|asi que|o sea|es decir|por lo que"
_SIGNOS: Final = r"[;:()|!?¡¿]|,(?!\d)|\s-+\s"

# Joints at which a claim may pass to another product; FUERTE ones also end the reach of a negation.
SEPARADOR: Final = re.compile(rf"{_SIGNOS}|\*\s|\b(?:y|e|en cambio|{_FUERTES}|{_CONTRASTE})\b")
FUERTE: Final = re.compile(rf"{_SIGNOS}|\b(?:{_FUERTES})\b")
CONTRASTE: Final = re.compile(rf"\b(?:{_CONTRASTE})\b")
# What stands before a product that another is compared with: "más que el Flex 5".
ANTES_DE_OBJETO: Final = re.compile(
    r"\b(?:que|contra|versus|vs|frente al?|comparad[oa] con|respecto (?:a|al|del?)|a diferencia del?|"
    r"tan [^.,;:]{1,30} como)"
    r"(?: el| la| los| las)?[\s*_\"]*$"
)

PLURAL: Final = re.compile(
    r"\b(?:son|estan|tienen|traen|vienen|cuestan|valen|salen|incluyen|cuentan|ofrecen|poseen|comparten|llegan|pesan|"
    r"usan|soportan|duran|rinden|cumplen|quedan|superan|pasan|llevan|funcionan|parten|alcanzan|andan|corren|caben|entran|"
    r"bordean|rondan|resisten|cancelan|disponen)\b"
)
# "Desde los 4 años" counts years, not products.
_UNIDADES: Final = r"(?:años|meses|dias|semanas|horas|minutos|segundos|kilos|kg|litros|metros|cm|pulgadas|gb|mil|lucas)"
TODOS: Final = re.compile(
    rf"\b(?:tod[oa]s|cada un[oa]|ningun[oa]?|estos|estas|cualquiera|l[oa]s [345](?! {_UNIDADES}))\b"
)
# A group is a subject; "de los cuatro, dos…" and "entre ambos" are not.
GRUPO: Final = re.compile(
    r"(?<!\bde )(?<!\bentre )(?<!\ba )(?<!\bque )\b(?:amb[oa]s(?! (?:caras|lados|manos|sentidos|direcciones|partes))|"
    rf"l[oa]s [2345]\b(?! \w+ (?:mas|con mas)| {_UNIDADES})|"
    r"tod[oa]s(?! l[oa]s (?!opciones|modelos|equipos|productos|alternativas|de la|que))|cada un[oa]|ningun[oa]?|estos|"
    r"estas|cualquiera(?! de l[oa]s de))\b"
)

NEGACION: Final = re.compile(
    r"\b(?:no(?! (?:solo|solamente|te preocupes|frost))|ni|sin|nunca|tampoco|ningun[oa]?|carece\w*|falta)\b"
)
NO_ESTA: Final = re.compile(
    r"\bno (?:\w+ )?(?:esta|estan|l[oa]s? te\w+|te\w+|se encuentra|aparece|figura|hay|queda|forma parte|existe|vend\w+|"
    r"conta\w+|manej\w+|trabaj\w+)\b"
)
DUDA: Final = re.compile(
    r"\b(?:no (?:\w+ ){0,3}?(?:tengo|cuento con|dispongo de|hay|aparece|figura|veo|encontr\w+|manejo|mencion\w+|"
    r"indica\w*|especific\w+|dice\w*|detall\w+|se|sabria|puedo|podria|incluye\w* informacion|declara\w*|"
    r"informa\w*|aclara\w*)|"
    r"ningun\w* (?:\w+ ){0,5}?(?:dice\w*|indica\w*|menciona\w*|especifica\w*|aparece\w*)|"
    r"no (?:quiere decir|significa|necesariamente|es lo mismo)|"
    r"sin (?:informacion|datos?)|segun (?:la informacion|los datos|su ficha|la ficha|lo que (?:tengo|veo|dice))|"
    r"desconozco|(?:consulta|confirma|revisa|verifica|pregunta)\w* (?:con|en|directamente|por)|"
    r"no esta (?:claro|especificado|indicado|detallado|informad[oa]))\b"
)
# "Ninguna ficha de audífonos (inalámbrico) indica «correr»": all of it is what is not known.
NINGUNA_FICHA: Final = re.compile(
    r"\W*ningun\w* (?:(?!\b(?:pero|aunque)\b)(?:[^.;]|\.(?=\d)))*?\b(?:indica|dice|menciona|especifica)\w*"
    r"(?:(?!,|\b(?:pero|aunque)\b).)*"
)
# "NFC: sin información"; it follows what it doubts.
SE_IGNORA: Final = re.compile(
    r"[\w -]{2,20}\*{0,2}:\*{0,2} (?:sin (?:informacion|dato)|no (?:informad|especificad|indicad|disponible|se indica)|"
    r"desconocid)"
)
CLAVE: Final = re.compile(r"[\w -]{2,20}\*{0,2}:\*{0,2} ")  # "Windows: su ficha no lo menciona"
# "Sobre el NFC, la ficha no dice": the doubt comes in the next clause.
TOPICO: Final = re.compile(r"(?:^|[.;:]\s*)\W*(?:y )?(?:sobre|respecto|en cuanto|acerca|del?|lo del|el|la|si)\b[^,]*$")
CONDICIONAL: Final = re.compile(
    r"\b(?:si (?!,)|cuando|en caso de|quieres|prefieres|buscas|necesitas|te gustaria|"
    r"quizas?|tal vez|a lo mejor|necesites|te puedo|"
    r"(?:puedo |te )?(?:buscarte|mostrarte|busc(?:o|ar|amos|aria)\b|busquemos|avis\w+)|"
    r"puedes (?:escribir|preguntar|pedir|decir))\b"
)
SI: Final = re.compile(r"\bsi (?:no )?(?:buscas|quieres|necesitas|prefieres|te \w+|priorizas|usas|requieres)\b")
# The person's own words said back: not an offer.
ECO: Final = re.compile(
    r"\b(?:buscas|busca|buscabas|pediste|pides|preguntas|preguntaste|pedias|quieres|querias|mencionas|mencionaste|"
    r"sobre (?:el|la|los|las)|respecto|en cuanto a|en lugar de|en vez de|parecid[oa]s?|similar(?:es)?|alternativas?|"
    r"comparado con|reemplaz\w+|si subes|si aumentas)\b"
)

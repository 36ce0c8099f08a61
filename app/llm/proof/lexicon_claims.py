"""The words of what a shop may promise and of what no answer may hold. All folded."""

import re
from typing import Final

# Conditions of the sale: never in the facts, so never said, unless the product's own text has the word.
CONDICIONES: Final = {
    "descuento": re.compile(
        r"\b(?:descuent\w*|rebaj\w*|en oferta|ofert(?:a|as|on|azo)\b|promo\w*|liquidaci\w*|cupon\w*|cyber\w*|"
        r"black ?friday|2 ?x ?1|3 ?x ?2|"
        r"precios? (?:normal|especial|de lista|anterior|rebajad\w*|promocional|de lanzamiento|internet|web)|"
        r"antes (?:a |de |costaba |valia |en )?\$|antes (?:costaba|valia|estaba)|"
        r"(?<!por )ahora (?:a solo|solo|cuesta|por solo)\b|"
        r"por tiempo limitado|solo (?:por )?hoy|esta semana|ultimos dias|hasta agotar|% (?:off|dcto)|dcto|off\b|"
        r"cashback|puntos|bonificaci\w*|ganga\w*|outlet|remate\w*|baj(?:o|aron?) de precio|"
        r"mejor precio del mercado|precio mas bajo del (?:mercado|pais))"
    ),
    "condiciones": re.compile(
        r"\b(?:cuotas?|sin interes\w*|financia\w*|credito|debito|webpay|mercado ?pago|"
        r"tarjetas? (?:de (?:credito|debito|la tienda)|cmr|ripley|cencosud|lider)|"
        r"envi(?:o|os|amos|ar|an)\b|despach\w*|delivery|retiro en|retirar(?:lo|la)? en|retiralo|a domicilio|"
        r"te (?:lo |la )?llegan?\b|llega(?:ria|ra)? (?:mañana|hoy|en \d)|"
        r"entrega (?:a |en \d|gratis|inmediata|mañana|rapida|express|el mismo)|plazo de entrega|"
        r"garantias?\b|garantizad\w*|devoluci\w*|devolver\w*|reembols\w*|cambios y|politica de|"
        r"(?:incluye|con|gratis|servicio de|costo de) (?:la )?instalacion|"
        r"instalacion (?:\w+ )?(?:gratis|gratuita|incluida|sin costo|a domicilio)|(?:incluid[oa]s?|va) en el precio|"
        r"gratis|gratuit\w*|sin costo|de regalo|te regala\w*|regalamos|obsequi\w*|de yapa|seguro (?:contra|de)|"
        r"servicio tecnico|iva\b|sucursal\w*|horario|tienda fisica|preventa|reserva(?:r|lo|la|s)?\b|"
        r"apartar(?:lo|la|te)?|"
        r"te lo (?:reservo|aparto|agrego)|carrito|edicion limitada|reacondicionad\w*|certificad[oa] por|"
        r"noches de prueba|dias de prueba|prueba gratis)"
    ),
    "valoracion": re.compile(
        r"\b(?:estrellas?|valoraci\w*|calificaci\w*|calificad\w*|puntuaci\w*|puntaje|reseñas?|reviews?|rating|"
        r"mas vendid\w*|superventas|best ?seller\w*|mejor(?:es)? (?:evaluad|valorad|calificad|puntuad)\w*|"
        r"(?:clientes|usuarios|compradores|(?:las|otras|muchas|varias) personas|expertos|especialistas)\b.{0,30}"
        r"\b(?:recomienda|recomend[ao]|prefier|opin|dic|satisf|feli|eligen|compr|aman|adoran|valoran|destac)\w*|"
        r"opiniones|premiad\w*|premio\w*|numero (?:1|uno)|n° ?1|favorit[oa]s? de|mas popular\w*|populares?|"
        r"mas buscad\w*|lider (?:en|del)|tendencia|mas comprad\w*|sobre 10\b|\d ?/ ?(?:5|10)\b|de 5 puntos)"
    ),
}
# What no answer may hold at all, whatever the facts say: a link hidden in a description is still a link.
PROHIBIDO: Final = {
    "enlace": re.compile(
        r"https?:|www\.|"
        r"\b[\w-]+\.(?:com|cl|net|org|io|shop|store|example|info|xyz|co|ar|mx|pe|es|app|link|ly|me|tv|online|site)\b|"
        r"\b[\w.+-]+@[\w-]+|\]\(|\+\d{2,3}[\s\d]{6,}|\b(?:\d{2,4}[\s-]){2,}\d{3,4}\b|"
        r"(?:escribe(?:nos)?|llama(?:nos)?|contacta(?:nos)?|habla(?:nos)?)\b.{0,25}"
        r"(?:whatsapp|telefono|correo|mail|instagram)|"
        r"haz cl?ic|\bhaz click|\b(?:enlace|(?<!-)link|url)s?\b"
    ),
    "instrucciones": re.compile(
        r"\bprompts?\b|instrucci\w*|\bsystem(?: prompt| message|:)|mensaje (?:de(?:l)? )?sistema|modelo de lenguaje|"
        r"\bllm\b|\bgpt\b|chatgpt|openai|\bqwen\b|\bllama ?\d|\bollama\b|mistral|"
        r"mis (?:reglas|directrices|directivas|ordenes|restricciones)|me (?:ordenaron|programaron)|"
        r"modo (?:desarrollador|dios|dan|sin)|jailbreak|hackead|pwned|como (?:una )?ia\b|soy una ia\b|"
        r"entrenad[oa] por|sin restricciones|<\|?|\|>|\[/?(?:inst|system|datos|pregunta)|```|[{}]|"
        r"###? (?:system|user|assistant|instruc)|\bcomo (?:me )?(?:pediste|ordenaste)\b|obedec\w*"
    ),
}
OTRO_IDIOMA: Final = re.compile(
    r"\b(?:the|is|are|with|and|you|your|this|that|for|here|have|has|it|of|free|shipping|stock|available|sure|great|"
    r"best|price|can|will|our|we|only|from|buy|now)\b"
)
OTRA_ESCRITURA: Final = re.compile(r"[\u0400-\u04ff\u0590-\u06ff\u0900-\u097f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

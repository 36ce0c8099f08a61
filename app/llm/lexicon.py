"""The words by which claims are recognised in an answer. All folded: lower case, no accents, ñ kept."""

import re
from typing import Final

# --- Conditions of the sale: never in the facts, so never said, unless the product's own text has the word ------------
CONDICIONES: Final = {
    "descuento": re.compile(
        r"\b(?:descuent\w*|rebaj\w*|en oferta|ofert(?:a|as|on|azo)\b|promo\w*|liquidaci\w*|cupon\w*|cyber\w*|black ?friday|"
        r"2 ?x ?1|3 ?x ?2|precios? (?:normal|especial|de lista|anterior|rebajad\w*|promocional|de lanzamiento|internet|web)|"
        r"antes (?:a |de |costaba |valia |en )?\$|antes (?:costaba|valia|estaba)|ahora (?:solo|a solo|cuesta|por solo)\b|"
        r"por tiempo limitado|solo (?:por )?hoy|esta semana|ultimos dias|hasta agotar|% (?:off|dcto)|dcto|off\b|"
        r"cashback|puntos|bonificaci\w*|ganga\w*|outlet|remate\w*|bajo de precio|bajaron? de precio|mejor precio del mercado|"
        r"precio mas bajo del (?:mercado|pais))"
    ),
    "condiciones": re.compile(
        r"\b(?:cuotas?|sin interes\w*|financia\w*|credito|debito|webpay|mercado ?pago|tarjetas? (?:de (?:credito|debito|la tienda)|cmr|ripley|cencosud|lider)|"
        r"envi(?:o|os|amos|ar|an)\b|despach\w*|delivery|retiro en|retirar(?:lo|la)? en|retiralo|a domicilio|te (?:lo |la )?llegan?\b|"
        r"llega(?:ria|ra)? (?:mañana|hoy|en \d)|entrega (?:a |en \d|gratis|inmediata|mañana|rapida|express|el mismo)|"
        r"plazo de entrega|garantias?\b|garantizad\w*|devoluci\w*|devolver\w*|reembols\w*|cambios y|politica de|"
        r"(?:incluye|con|gratis|servicio de|costo de) (?:la )?instalacion|instalacion (?:gratis|gratuita|incluida|sin costo|a domicilio)|"
        r"gratis|gratuit\w*|sin costo|de regalo|te regala\w*|regalamos|obsequi\w*|de yapa|seguro (?:contra|de)|"
        r"servicio tecnico|iva\b|sucursal\w*|horario|tienda fisica|preventa|reserva(?:r|lo|la|s)?\b|apartar(?:lo|la|te)?|"
        r"te lo (?:reservo|aparto|agrego)|carrito|edicion limitada|reacondicionad\w*|certificad[oa] por)"
    ),
    "valoracion": re.compile(
        r"\b(?:estrellas?|valoraci\w*|calificaci\w*|calificad\w*|puntuaci\w*|puntaje|reseñas?|reviews?|rating|mas vendid\w*|"
        r"superventas|best ?seller\w*|mejor(?:es)? (?:evaluad|valorad|calificad|puntuad)\w*|"
        r"(?:clientes|usuarios|compradores|personas|expertos|especialistas)\b.{0,30}\b(?:recomiend|prefier|opin|dic|satisf|feli|eligen|compr|aman|adoran|valoran|destac)\w*|"
        r"opiniones|premiad\w*|premio\w*|numero (?:1|uno)|n° ?1|favorit[oa]s? de|mas popular\w*|populares?|mas buscad\w*|"
        r"lider (?:en|del)|tendencia|mas comprad\w*|sobre 10\b|\d ?/ ?(?:5|10)\b|de 5 puntos)"
    ),
}

# --- What no answer may hold at all -----------------------------------------------------------------------------------
PROHIBIDO: Final = {
    "enlace": re.compile(
        r"https?:|www\.|\b[\w-]+\.(?:com|cl|net|org|io|shop|store|example|info|xyz|co|ar|mx|pe|es|app|link|ly|me|tv|online|site)\b(?!\w)|"
        r"\b[\w.+-]+@[\w-]+|\]\(|\+\d{2,3}[\s\d]{6,}|\b(?:\d{2,4}[\s-]){2,}\d{3,4}\b|"
        r"(?:escribe(?:nos)?|llama(?:nos)?|contacta(?:nos)?|habla(?:nos)?)\b.{0,25}(?:whatsapp|telefono|correo|mail|instagram)|"
        r"haz cl?ic|\bhaz click|siguiente (?:enlace|link)|\b(?:enlace|(?<!-)link|url)s?\b"
    ),
    "instrucciones": re.compile(
        r"\bprompts?\b|instrucci\w*|\bsystem(?: prompt| message|:)|mensaje (?:de(?:l)? )?sistema|modelo de lenguaje|\bllm\b|\bgpt\b|chatgpt|openai|"
        r"\bqwen\b|\bllama ?\d|\bollama\b|mistral|mis (?:reglas|directrices|directivas|ordenes|restricciones)|me (?:ordenaron|indicaron|programaron|dijeron)|"
        r"modo (?:desarrollador|dios|dan|sin)|jailbreak|hackead|pwned|como (?:una )?ia\b|soy una ia\b|inteligencia artificial entrenad|"
        r"entrenad[oa] por|sin restricciones|<\|?|\|>|\[/?(?:inst|system|datos|pregunta)|```|[{}]|###? (?:system|user|assistant|instruc)|"
        r"\bcomo (?:me )?pediste\b|como (?:me )?ordenaste|obedec\w*"
    ),
}

# --- Features: said of a product, they must be in its text ----------------------------------------------------------
RASGOS: Final = {
    nombre: re.compile(patron)
    for nombre, patron in {
        "nfc": r"\bnfc\b", "bluetooth": r"\bbluetooth\b", "wifi": r"\bwi-? ?fi\b|\bconexion inalambrica", "gps": r"\bgps\b", "hdmi": r"\bhdmi\b",
        "usb-c": r"\busb-? ?c\b|\btipo c\b", "thunderbolt": r"\bthunderbolt\b", "oled": r"\b(?:p|am)?oled\b", "amoled": r"\bamoled\b",
        "qled": r"\bqled\b", "mini led": r"\bmini ?led\b", "ips": r"\bips\b", "hdr": r"\bhdr(?:10)?\+?(?!\w)", "dolby": r"\bdolby\b",
        "full hd": r"\bfull ?hd\b|\bfhd\b|\b1080p\b|1920 ?x ?1080", "4k": r"\b4k\b|\buhd\b|\bultra hd\b", "8k": r"\b8k\b", "qhd": r"\bqhd\b|2560 ?x ?1440|\b1440p\b|\b2k\b",
        "ruido": r"cancel\w*(?: activa| adaptativa)?(?: de| del| el)? ?ruido|\banc\b|reduc\w+ (?:de |el )ruido",
        "tactil": r"\btactil(?:es)?\b|\btouch\b", "retroiluminado": r"retroiluminad\w*", "huella": r"\bhuellas?\b", "lapiz": r"\bs pen\b|\bstylus\b|lapiz optico",
        "agua": r"(?:resist\w*|contra|a prueba de|proteccion|soporta\w*)(?: el| al| la| las| del| de| contra)*(?: agua| salpicadura| lluvia| polvo| sudor)|impermeable|sumergible|\bipx?\d|en mojado|resistentes a salpicaduras",
        "carga inalambrica": r"carga inalambrica|\bqi\b", "carga rapida": r"carga (?:rapida|turbo|ultra ?rapida)|carga de \d+",
        "inverter": r"\binverter\b", "no frost": r"\bno ?frost\b", "vapor": r"\bvapor\b", "windows": r"\bwindows\b", "android": r"\bandroid\b|\bgoogle tv\b", "ios": r"\bios\b", "macos": r"\bmacos\b",
        "chromeos": r"\bchrome ?os\b", "linux": r"\blinux\b", "office incluido": r"(?:incluye|trae|con) (?:microsoft )?office\b", "camara web": r"\bwebcam\b|camara web",
        "grafica": r"(?:tarjeta (?:grafica|de video)|grafica|gpu) (?:dedicada|nvidia|amd|geforce|radeon)|\brtx\b|\bgtx\b|\bgeforce\b", "microsd": r"\bmicro ?sd\b|ranura (?:de|para) (?:memoria|tarjeta)",
        "dual sim": r"\b(?:dual|doble) sim\b|\besim\b", "convertible": r"\bconvertible\b|2 en 1", "plegable": r"\bplegables?\b|se pliega", "antirreflejo": r"antirrefle\w*|\bmate\b",
        "ethernet": r"\bethernet\b|\brj-?45\b|puerto de red", "jack": r"\bjack\b|\b3,5 mm\b", "estabilizador": r"estabiliza\w*", "zoom": r"\bzoom (?=optico|digital|de|\d)|teleobjetivo|aumentos",
        "airplay": r"\bairplay\b", "chromecast": r"\bchromecast\b", "alexa": r"\balexa\b", "google assistant": r"google assistant|asistente de google", "siri": r"\bsiri\b",
        "control por voz": r"(?:control|comandos?|asistente) (?:por|de) voz", "inalambrico": r"\binalambric\w*|\bbluetooth\b|true wireless|\bsin cables?\b|\bwifi\b|wi-fi|\bwireless\b",
        "microfono": r"\bmicrofonos?\b", "lector de discos": r"lector (?:de discos|blu-?ray)|\bblu-?ray\b", "ray tracing": r"\bray ?tracing\b", "g-sync": r"\bg-?sync\b", "freesync": r"\bfreesync\b",
        "displayport": r"\bdisplay ?port\b", "lumbar": r"\blumbar\b", "reclinable": r"\breclin\w*", "apoyapies": r"apoya ?pies|reposa ?pies", "duplex": r"\bduplex\b|ambas caras|doble cara",
        "escaner": r"\bescan\w*", "suspension": r"\bsuspension\b", "hidraulicos": r"\bhidraulic\w*", "gore-tex": r"\bgore-?tex\b", "fibra de carbono": r"\bcarbono\b", "aluminio": r"\baluminio\b",
        "cuero": r"\bcuero\b", "acero": r"\bacero\b", "titanio": r"\btitanio\b", "antiadherente": r"\bantiadherente\b", "pantalla tactil": r"pantalla tactil", "app": r"\b(?:app|aplicacion)\b(?! de la tienda)",
        "dinamico": r"dynamic island", "magsafe": r"\bmagsafe\b", "face id": r"\bface ?id\b|reconocimiento facial", "touch id": r"\btouch ?id\b", "s pen": r"\bs pen\b",
        "lector de tarjetas": r"lector de tarjetas", "teclado numerico": r"teclado numerico", "cargador": r"(?:incluye|trae|con) (?:el |un )?cargador", "varios colores": r"(?:varios|distintos|diferentes|otros|todos los) colores|\d+ colores",
    }.items()
}  # fmt: skip
# A protection code is a resistance, a kind of panel is also its family.
COLORES: Final = {
    nombre: re.compile(rf"\b(?:{patron})\b")
    for nombre, patron in {
        "negro": r"negr[oa]s?", "blanco": r"blanc[oa]s?", "gris": r"gris(?:es)?", "rojo": r"roj[oa]s?", "azul": r"azul(?:es)?", "verde": r"verdes?",
        "amarillo": r"amarill[oa]s?", "naranjo": r"naranj[oa]s?", "rosado": r"rosad[oa]s?|rosa", "morado": r"morad[oa]s?|purpura|violeta", "celeste": r"celestes?",
        "dorado": r"dorad[oa]s?|oro rosa", "plateado": r"platead[oa]s?|color plata", "cafe": r"color cafe|marron", "beige": r"beige|crema", "turquesa": r"turquesa",
        "lavanda": r"lavanda|lila", "medianoche": r"medianoche", "grafito": r"grafito",
    }.items()
}  # fmt: skip

# --- Parts: a chip or a standard with its number, read as a phrase that must stand so in the product's text -------------
PARTES: Final = re.compile(
    r"\b(?:(?:intel |amd |apple |nvidia |qualcomm )?(?:core (?:ultra )?i?\d(?:[ -]\d{4,5}\w{0,2})?|core i\d|i[3579](?:-\w+)?|ryzen(?: ai)?(?: z?\d)?(?: \d{4}\w{0,2})?|celeron(?: \w?\d{4})?|"
    r"pentium(?: \w+)?|xeon|snapdragon(?: \w+)?|dimensity(?: \d+\+?)?|helio(?: \w\d+)?|exynos(?: \d+)?|tensor(?: g\d)?|bionic|chip [am]?\d+\w*(?: bionic)?|"
    r"(?:geforce )?(?:rtx|gtx) ?\d{4}(?: ti| super)?|radeon(?: rx)?(?: \d{4})?|intel (?:arc|iris|uhd|n\d+)|n\d{3,4})|"
    r"windows \d+(?: (?:home|pro|s))?|android \d+|(?:wi-?fi|bluetooth|hdmi|usb|pcie|ddr|lpddr|gddr)[ -]?v?\d(?:[.,]\d)?\w?|ipx?\d{1,2}|[2-6]g|\d+(?:[.,]\d)?k|\d en 1|rj-?45)\b(?!\w)"
)
CHIPS_SUELTOS: Final = re.compile(r"\b(?:intel|amd|nvidia|qualcomm|mediatek|snapdragon|ryzen|celeron|geforce|radeon)\b")

# --- Sentences' joints ----------------------------------------------------------------------------------------------
SEPARADOR: Final = re.compile(
    r"[;:()|!?¡¿]|,(?!\d)|\s-+\s|\*\s|\b(?:y|e|pero|mientras(?: que)?|aunque|sino|contra(?= (?:l[oa]s? |el |un )?[\d$])|versus|vs|frente a(?:l)?|en cambio|porque|asi que|o sea|es decir|comparad[oa] con|por lo que|en lugar de|en vez de|a diferencia de)\b"
)
FUERTE: Final = re.compile(r"[;:()|!?¡¿]|,(?!\d)|\s-+\s|\b(?:pero|mientras(?: que)?|aunque|sino|porque|asi que|o sea|es decir|por lo que)\b")
CONTRASTE: Final = re.compile(r"\b(?:contra(?= (?:l[oa]s? |el |un )?[\d$])|versus|vs|frente a(?:l)?|comparad[oa] con|en vez de|en lugar de|a diferencia de)\b")
PLURAL: Final = re.compile(
    r"\b(?:son|estan|tienen|traen|vienen|cuestan|valen|salen|incluyen|cuentan|ofrecen|poseen|comparten|llegan|pesan|usan|soportan|duran|rinden|cumplen|quedan|superan|pasan|llevan|funcionan|parten|alcanzan|andan|corren|caben|entran|bordean|rondan|resisten|cancelan|disponen|poseen)\b"
)
GRUPO: Final = re.compile(r"(?<!\bde )(?<!\bentre )\b(?:amb[oa]s|l[oa]s (?:dos|tres|cuatro|cinco|2|3|4|5)\b(?! \w+ (?:mas|con mas))|tod[oa]s(?! l[oa]s (?!opciones|modelos|equipos|productos|alternativas|de la|que))|cada un[oa]|ningun[oa]?|estos|estas|cualquiera(?! de l[oa]s de))\b")
TODOS: Final = re.compile(r"\b(?:tod[oa]s|cada un[oa]|ningun[oa]?|estos|estas|cualquiera|l[oa]s (?:tres|cuatro|cinco|3|4|5))\b")
NEGACION: Final = re.compile(r"\b(?:no(?! (?:solo|solamente|te preocupes|frost))|ni|sin|nunca|tampoco|ningun[oa]?|carece\w*|falta)\b")
DUDA: Final = re.compile(
    r"\b(?:no (?:\w+ ){0,3}?(?:tengo|cuento con|dispongo de|hay|aparece|figura|veo|encontr\w+|manejo|mencion\w+|indica\w*|especific\w+|dice\w*|detall\w+|se|sabria|puedo|podria|incluye\w* informacion|declara\w*|informa\w*)|"
    r"sin (?:informacion|datos?)|segun (?:la informacion|los datos|su ficha|la ficha|lo que (?:tengo|veo|dice))|desconozco|(?:consulta|confirma|revisa|verifica|pregunta)\w* (?:con|en|directamente|por)|no esta (?:claro|especificado|indicado|detallado|informad[oa]))\b"
)
TOPICO: Final = re.compile(r"(?:^|[.;:]\s*)\W*(?:y )?(?:sobre|respecto|en cuanto|acerca|del?|lo del|el|la)\b[^,]*$")
NO_ESTA: Final = re.compile(r"\bno (?:\w+ )?(?:esta|estan|l[oa]s? te\w+|te\w+|se encuentra|aparece|figura|hay|queda|forma parte|existe|vend\w+|conta\w+|manej\w+)\b")
CONDICIONAL: Final = re.compile(r"\b(?:si (?!,)|cuando|en caso de|quieres|prefieres|buscas|necesitas|te gustaria|puedes (?:escribir|preguntar|pedir|decir))\b")
ECO: Final = re.compile(
    r"\b(?:buscas|busca|buscabas|pediste|pides|preguntas|preguntaste|pedias|quieres|querias|mencionas|mencionaste|sobre (?:el|la|los|las)|respecto|en cuanto a|en lugar de|en vez de|"
    r"parecid[oa]s?|similar(?:es)?|alternativas?|comparado con|reemplaz\w+|si subes|si aumentas)\b"
)

# --- Groups, ordinals, counts ------------------------------------------------------------------------------------------
ORDINALES: Final = {
    re.compile(rf"\b(?:{patron})\b"): indice
    for patron, indice in {
        r"(?:el|la|del|al) primer[oa]?(?! vez)|primer[oa]? (?:opcion|alternativa|producto|modelo)|opcion (?:n° ?)?1|(?:el|la) n° ?1": 0,
        r"(?:el|la|del|al) segund[oa]|segunda (?:opcion|alternativa)|segundo (?:producto|modelo)|opcion (?:n° ?)?2": 1,
        r"(?:el|la|del|al) tercer[oa]?|tercera (?:opcion|alternativa)|tercer (?:producto|modelo)|opcion (?:n° ?)?3": 2,
        r"(?:el|la|del|al) cuart[oa]|cuarta (?:opcion|alternativa)|opcion (?:n° ?)?4": 3,
        r"(?:el|la|del|al) quint[oa]|quinta (?:opcion|alternativa)|opcion (?:n° ?)?5": 4,
        r"(?:el|la|del|al) ultim[oa](?! generacion| tecnologia| modelo| unidad)|ultima (?:opcion|alternativa)": -1,
    }.items()
}
CONTABLES: Final = re.compile(
    r"(?:opcion|alternativa|modelo|producto|resultado|equipo|articulo|item|variante|candidato|recomendacion|unidad|propuesta)(?:es|s)?"
)
EXISTE: Final = re.compile(r"\b(?:encontre|encontramos|hay|tengo|tenemos|existen|disponemos de|contamos con|aparecen|vendemos|manejamos)\b")
# --- Words for what a product is called besides its name ---------------------------------------------------------------
COSAS: Final = frozenset(
    "notebook notebooks laptop laptops portatil portatiles computador computadora computadores pc compu equipo equipos celular celulares celu "
    "telefono telefonos smartphone smartphones movil televisor televisores tele teles tv smart audifonos audifono auriculares lavadora lavadoras secadora "
    "consola consolas monitor monitores gamer gaming silla sillas impresora impresoras multifuncional bicicleta bicicletas bici bicis freidora freidoras "
    "zapatillas zapatilla colchon colchones refrigerador refrigeradores camara camaras reloj smartwatch tablet tablets parlante parlantes mouse teclado "
    "teclados cafetera microondas aspiradora plancha horno estufa ventilador mochila perfume juguete coche drone dron router disco tarjeta".split()
)
GENERICOS: Final = COSAS | frozenset(
    "aire de del la el los las con para y en a o kit pack set hombre mujer niño niña infantil color modelo marca edicion version nuevo nueva original "
    "aro talla litros kilos pulgadas".split()
)
SUFIJOS: Final = frozenset("pro max plus ultra lite mini air se fe neo prime edge fold flip evo turbo xl gen oled x s note sport classic premium elite".split())
MARCAS: Final = frozenset(
    """
    samsung apple xiaomi motorola huawei honor oppo vivo realme nokia sony lg panasonic philips tcl hisense aoc lenovo hp asus acer dell msi gigabyte
    microsoft google amazon logitech razer corsair hyperx redragon cougar jbl bose sennheiser skullcandy shokz soundcore anker beats marshall edifier
    garmin fitbit amazfit polar epson canon brother pantum ricoh xerox nikon fujifilm gopro dji insta360 whirlpool electrolux mademsa fensa midea bosch
    siemens daewoo haier indurama oster thomas ursus sindelen kendal somela ninja cosori moulinex tefal nespresso delonghi dyson irobot roomba roborock
    ecovacs karcher nintendo playstation xbox valve anbernic atari nike adidas puma reebok asics mizuno salomon hoka skechers converse vans fila
    columbia doite lippi trek giant bianchi oxford specialized scott cannondale brompton rosen cic celta drimkip emma ikea simmons sealy intex secretlab dxracer
    trust gamemax xzeal marvo viewsonic benq kingston sandisk seagate toshiba crucial tp-link tplink mikrotik netgear starlink kindle ipad iphone macbook
    galaxy redmi pixel thinkpad ideapad vivobook zenbook pavilion inspiron aspire nitro victus legion predator omen chromebook surface airpods
    playstation ps4 ps5 switch steamdeck kitchenaid black+decker wurden recco nothing zte tecno infinix oneplus alcatel blackview casio
    """.split()
) - {"nothing", "vivo", "emma", "trust", "switch", "surface", "polar", "giant", "oxford", "scott", "fila", "beats", "marshall", "thomas"}
OTRO_IDIOMA: Final = re.compile(
    r"\b(?:the|is|are|with|and|you|your|this|that|for|here|have|has|it|of|free|shipping|stock|available|sure|great|best|price|can|will|our|we|only|from|buy|now)\b"
)
OTRA_ESCRITURA: Final = re.compile(r"[\u0400-\u04ff\u0590-\u06ff\u0900-\u097f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

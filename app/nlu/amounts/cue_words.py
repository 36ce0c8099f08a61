"""The words beside an amount that say what it bounds, as patterns over canonical words.

In a pattern "a|b" is a choice, "?" makes what it ends optional, "<v>" is any word of that class, ";" or a new line
ends it. Source: nlu-guidelines, Direction.
"""

from typing import Final

from app.nlu.amounts.lexicon import words

CLASES: Final = {
    "<v>": """quiero quisiera puedo podemos queremos pienso pretendo voy vamos gastar gasto gastemos pagar pago salga
        salgan cueste cuesten valga valgan invertir tener tengo tenemos sea sean salir costar quiera deseo a""",
    "<p>": "me se le nos te lo les",
    "<supera>": "supere superen exceda excedan sobrepase sobrepasen rebase rebasen pase pasen supera pasa",
    "<pasa>": """supere superen superar supera exceda excedan exceder rebase rebasen sobrepase sobrepasen sobrepasar
        pase pasen pasar pasarme pasarnos pasarse pasa pasan suba suban vaya llegue llegar excederme excedernos paso""",
    "<junta>": """ahorrado ahorrados ahorrada ahorradas juntado juntados juntada juntadas guardado guardados guardadas
        reunido reunidos reunidas ahorraditas ahorraditos""",
    "<tengo>": "tengo tenemos tenia teniamos tendria tuviera tuvieras tuviese tuvieramos",
    "<puedo>": """puedo podemos podria podriamos quiero queremos quisiera quisieramos pienso pensaba pensamos pretendo
        planeo dispuesto dispuesta dispuestos voy vamos""",
    "<gastar>": "gastar pagar invertir ponerle poner desembolsar gastarme gastarle gastarnos soltar",
    "<presupuesto>": "presupuesto presu presupuestito budget",
    "<es>": "es son seria seran sera sea sean era",
    "<barato>": "barato barata baratos baratas economico economica economicos economicas",
    "<caro>": "caro cara caros caras",
}  # fmt: skip

MAXIMO: Final = """
    menos de|que|del? ; bajo de|del? ; por? debajo de|del ; por bajo de? ; abajo de|del ; hasta por?
    no|ni mas de|que|del? ; no mas alla de|del ; que? no <p>? <v>? <v>? <p>? mas de|que|del ; ni <v>? mas de|que|del
    que? no <p>? <v>? <p>? <pasa> mas? de|a|del? ; que? no <p>? <pasa> por? encima de|del
    que? no <v>? mas <caro> que|de ; que? no <p>? alcanza|alcanzan para|con? mas de
    no <p> da|dan|llega para? mas de|que ; que? ninguno|ninguna <p>? <pasa> mas? de|a|del?
    que? ninguno|ninguna <p>? <v>? <p>? mas de|que|del ; que? ninguno|ninguna de mas de
    sin <v>? <pasa> mas? de|a|del? ; sin gastar|pagar mas de|que|del
    maximo de|hasta|por|como|en? ; maximo <es> de? ; como|al maximo de? ; a lo mas|mucho|sumo ; cuando|como mucho
    inferior|menor a|de|que|al ; no mayor|superior a|de|que|al ; igual o menor|inferior a|que|al
    menor|inferior o igual a|que|al ; < =? ; <= ; ≤ ; mas <barato> que|de
"""
MINIMO: Final = """
    mas de|que|del ; mas arriba|alla de|del ; + de ; > =? ; >= ; ≥ ; sobre ; por sobre ; por? encima de|del
    por? arriba de|del ; desde de? ; a partir de|del ; partiendo|parta|partan|parte|parten de|en|desde|del
    minimo de|desde|como? ; minimo <es> de? ; como minimo de? ; al menos de? ; a|por lo menos ; no|ni menos de|que|del
    superior|mayor a|de|que|al ; no menor|inferior a|de|que|al ; que? no baje|bajen|bajar de|del
    que <supera> mas? de|a|del? ; igual o mayor|superior a|que|al ; mayor|superior o igual a|que|al ; mas <caro> que|de
"""
MINIMO_DEBIL: Final = "+"
ENTRE: Final = "entre"
CERCA: Final = """
    cerca de|del|a? ; cercano|cercanos|cercana|cercanas a|al ; alrededor de|del|a|al? ; en torno a|al ; casi
    aproximadamente de|unos|unas? ; mas o menos de|por|unos|unas|como? ; mas menos ; +- ; +/- ; + o - de? ; masomenos
    por ahi por|de|con|en? ; por hay por|de? ; ahi por ; por alla por ; a eso de ; maso
    que? ronde|ronden|rondando|ronda|rondan|bordee|bordeen|bordea|bordean|bordeando ; en el orden de ; del orden de
"""
CERCA_DEBIL: Final = "unos ; unas ; como de|a|en|por|unos|unas? ; tipo de?"

PRESUPUESTO: Final = """
    <tengo> <junta>|disponible|disponibles|solo|solamente|apenas|nomas|unicamente? ; <tengo> para|pa <gastar>|eso|esto
    <tengo> plata|dinero para|por|como|de? ; dispongo|disponemos de? ; cuento|contamos con ; he|hemos <junta>
    ando|andamos|voy|vamos|vengo|llego|parto con ; traigo|traemos|llevo|llevamos|manejo|manejamos|junte|juntamos
    ahorre|ahorramos|reuni|reunimos|junto|pone|ponen|ponemos|aporta|aportan
    me|nos queda|quedan|quedaron|sobra|sobran|sobraron
    <p> alcanza|alcanzan para|con? ; <p> llega|da|dan para|con ; <tengo> para
"""
GASTO: Final = "<puedo> a? <gastar> <p>? a|en? ; <puedo> a? llegar a ; <gastar> ; gastaria|pagaria|comprometo|ofrezco"
PREPOSICION: Final = "con ; por ; para"
SUELTA: Final = "de ; a"

NOMBRE_PRESUPUESTO: Final = """
    <presupuesto> maximo|total|aproximadamente|limitado|ajustado|tope|disponible|actual? <es>? de|en|por?
    <presupuesto> que tengo|manejo <es>? de? ; giftcard|giftcards de|por?
"""
NOMBRE_TOPE: Final = """
    tope|limite maximo? <es>? de|en|hasta? ; mas que <puedo> <gastar> <es>? de?
    maximo a|para <gastar> <es>? de? ; maximo que <puedo> <gastar> <es>? de?
"""

TRAS_MAXIMO: Final = """
    maximo ; como|de|al maximo ; tope ; de|como tope|limite ; a lo mas|mucho|sumo ; o menos ; o mas <barato>
    para|hacia abajo ; y nada mas ; ni un peso mas ; y no mas ; cuando|como mucho ; <es> mi|el? maximo|tope|limite
"""
TRAS_MINIMO: Final = """
    minimo ; como|de minimo ; o mas ; para|hacia arriba ; en|hacia adelante ; por|a lo menos ; al menos
"""
TRAS_PRESUPUESTO: Final = """
    de|como presupuesto|budget ; <es> mi|el presupuesto ; para gastar|invertir ; <es> lo que tengo
"""
TRAS_CERCA: Final = """
    aproximadamente ; mas o menos ; mas menos ; +- ; +/- ; o por ahi ; por ahi ; o algo asi ; masomenos ; y algo
    o cerca ; o un poco|poquito|pelin|pelo mas|menos ; y tantos|tantas ; o similar
"""

# "Air Max 90", "15 Pro Max 256": behind one of these "max" is a name.
NOMBRES_CON_MAX: Final = words("air pro airpods vapor mi ipad iphone honor note watch power g s")

# Words that may stand between a cue and its amount, or between two cues: "bajo las 150 lucas", "máx.: 300".
RELLENO: Final = words("""
    los las : = . solo solamente ahorrado ahorrados ahorradas juntado juntados juntadas apenas nomas unicamente
    justo exactamente cada
    """)
# Also before a scale alone ("bajo el millón") and before an inner cue ("hasta un máximo de").
ARTICULOS: Final = frozenset({"el", "un", "al"})

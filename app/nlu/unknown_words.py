"""What a search is about when no list knows its words: "venden chupallas?" is about "chupallas".

Source: Spanish stop words of spaCy, and the words people ask a shop with.
"""

from typing import Final

from spacy.lang.es.stop_words import STOP_WORDS

from app.nlu.normalize import fold
from app.nlu.reading import Lectura

MAX_WORDS: Final = 4  # a longer rest is a story, not the name of a thing

_DE_TIENDA: Final = frozenset(
    "busco buscar buscando busca necesito necesitamos quiero quisiera queremos querria ando anda andaba venden vende vendes tienen tienes tendran tendras tenes "
    "tendria hay habra habria ver muestrame muestra mostrame muestre muestren mostrar enseñame enseña dame deme denme dime decime ofrecen ofrece manejan "
    "comprar compro llevar llevo cotizar cotiza cotizo regalo regalar regalarle cosa cosas algo algun alguna algunos algunas producto "
    "productos articulo articulos tipo clase modelo modelos marca marcas precio precios color caracteristicas rango presupuesto barato barata "
    "baratos baratas baratito economico economica economicos economicas caro cara caros caras oferta ofertas rebaja descuento bueno buena buenos buenas bonito "
    "bonita lindo linda mejor mejores mas menos mucho hola buenas tardes dias noches favor gracias por para con sin que "
    "cual cuanto cuesta vale sale disponible disponibles stock tienda catalogo favorita recomienda recomiendas recomiendame "
    "recomendar recomendarias recomendacion aconsejas sugieres sugiere conviene sirve idea ideas ayuda ayudame puedes podrias podes puede pueden "
    "interesa gusta gustaria encontrar encuentro conseguir pedir consultar saber urgente rapido mama papa hijo hija señora señor esposa esposo pololo polola novia novio "
    "amiga amigo hermano hermana abuela abuelo sobrino sobrina casa pieza persona gente nuevo nueva otro otra otros otras alla aca ahi ahora hoy "
    "mañana tambien si no ok dale listo ya bien quizas tal vez opcion opciones alternativa alternativas cosita cositas "
    "numero usted ustedes tu mi su un una unos unas el la los las lo de del al en y o u a mostrar cumpleaños cumple navidad aniversario dia madre padre "
    "asi etc wena wenas holi holaa maximo minimo limite calidad gama alta baja media premium gamita".split()
)
_VACIAS: Final = frozenset(fold(word) for word in STOP_WORDS) | _DE_TIENDA


def unknown_subject(lectura: Lectura) -> str:
    """Returns the few words left that may name a thing, "" when there are none or too many."""
    left = [w for w in lectura.without_tags().split() if len(w) > 2 and w.isalpha() and w not in _VACIAS]
    return " ".join(left) if len(left) <= MAX_WORDS else ""

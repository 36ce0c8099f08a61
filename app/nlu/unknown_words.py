"""What a search is about when no list knows its words: "venden chupallas?" is about "chupallas".

Source: Spanish stop words of spaCy, and the words people ask a shop with.
"""

from typing import Final

from spacy.lang.es.stop_words import STOP_WORDS

from app.nlu.normalize import fold
from app.nlu.reading import Lectura

MAX_WORDS: Final = 3  # a longer rest is a story, not the name of a thing

_DE_TIENDA: Final = frozenset(
    "abuela abuelo aca aconsejas alla alta alternativa alternativas amiga amigo anda andaba ando aniversario "
    "articulo articulos ayuda ayudame baja barata baratas baratito barato baratos bonita bonito busca buscando "
    "buscar busco calidad cara caracteristicas caras caro caros casa catalogo clase color comprar compro "
    "consultar conviene cosa cosas cosita cositas cotiza cotizar cotizo cuesta cumple cumpleaños dale dame decime "
    "deme denme descuento dime disponible disponibles economica economicas economico economicos encontrar "
    "encuentro enseña enseñame esposa esposo etc favor favorita gama gamita gente gracias gusta gustaria habria "
    "hermana hermano hija hijo hola holaa holi idea ideas interesa limite linda lindo listo llevo madre mama "
    "manejan marca marcas maximo mañana media mejores minimo modelo modelos mostrame mostrar muestra muestrame "
    "muestre muestren navidad necesitamos necesito noches novia novio numero oferta ofertas ofrece ofrecen opcion "
    "opciones padre papa parecida parecidas parecido parecidos similar similares igual iguales "
    "pedir persona pieza podes polola pololo precio precios premium presupuesto producto "
    "productos puedes querria quiero quisiera rango rapido rebaja recomendacion recomendar recomendarias "
    "recomienda recomiendame recomiendas regalar regalarle regalo sale señor señora sirve sobrina sobrino stock "
    "sugiere sugieres tardes tendras tendria tenes tienda tienes tipo urgente vale vende venden vendes wena "
    "wenas".split()
)
_VACIAS: Final = frozenset(fold(word) for word in STOP_WORDS) | _DE_TIENDA


def unknown_subject(lectura: Lectura) -> str:
    """Returns the few words left that may name a thing, "" when there are none or too many."""
    left = [w for w in lectura.without_tags().split() if len(w) > 2 and w.isalpha() and w not in _VACIAS]
    return " ".join(left) if len(left) <= MAX_WORDS else ""


def is_of_the_shop(word: str) -> bool:
    """Returns whether a folded word is a stop word or one that people ask any shop with ("stock")."""
    return word in _VACIAS

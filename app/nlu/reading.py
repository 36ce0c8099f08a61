"""A message as dialogue reads it: folded words, each entity a tag such as `marca#0`, punctuation a comma.

"El 2° o el Lenovo?" reads "el 2 o el marca#0 ,", so that patterns see what an entity is and never look inside it.
Chat spelling and typos are mended only in the words that steer a conversation ("segubdo", "mas varato", "q").
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from app.models.dominio import Entidad, Parse, TipoEntidad
from app.nlu.normalize import fold
from app.nlu.words import phonetic

TAG: Final = r"(?:marca|categoria|rango_precio|caracteristicas|producto)#\d+"

_TOKEN: Final = re.compile(
    r"\d+(?:eros|eras|ero|era|ros|ras|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|er)(?![a-zñ])|"
    r"\d+|[a-zñ][a-zñ0-9]*|[,;:.!?…/()\n]"
)
_WORD: Final = re.compile(r"\d+(?:[.,]\d+)?|[a-zñ]+")
_ENDING: Final = re.compile(r"(?<=...)(?:es|[oa]s?|s)$")
_FILLERS: Final = re.compile(
    r"\b(?:por ?fa(?:vor(?:cito)?|vorcito)?|porfis?|plis|please|xfa(?:vor)?|po|pos|pues|oye|wn|we?on|ja(?:ja)+j?|nomas|"
    r"bro|amig[oa]|gracias)\b"
)
_SPELLINGS: Final = {
    "q": "que", "ke": "que", "k": "que", "kual": "cual", "x": "por", "pa": "para", "pal": "para el", "d": "de",
    "tb": "tambien", "tmb": "tambien", "tbn": "tambien", "nro": "numero", "num": "numero", "vs": "versus",
    "ma": "mas", "kiero": "quiero", "qiero": "quiero", "ai": "hay", "aver": "a ver",
}  # fmt: skip
# Words that steer: a typo in one of them would change what is done.
_CUES: Final = tuple(
    "primero primera primeros primeras segundo segunda tercero tercera ultimo ultima ultimos ultimas penultimo "
    "septimo muestrame muestra mostrame siguiente siguientes opciones alternativas modelos compara comparame "
    "comparalo comparala comparalos comparalas cualquier cualquiera importa importar empecemos empezar olvida "
    "olvidate barato barata baratos baratas baratito baratita economico economica economicos economicas "
    "recomiendas diferencia parecido parecidos similar similares tambien presupuesto limite elimina maximo minimo "
    "categoria".split()
)
# Words of their own, one letter away from a cue.
_REAL: Final = frozenset(
    "muestras muestre compra compran comprara comparar comparas comparo compare comparado comparada comparados "
    "comparamos comparan primer primas segundos terceros maximos maestra modelo opcion alternativa olvidar olvidas "
    "limites importan barras batata barat mostrar".split()
)
_SOUNDS: Final = {phonetic(cue): cue for cue in _CUES}


@dataclass(frozen=True, slots=True)
class Lectura:
    """`texto` has tags for entities; `plano` has their words instead. Both are single-spaced."""

    parse: Parse
    texto: str
    plano: str

    @property
    def tokens(self) -> list[str]:
        """Returns the words, tags and commas of `texto`."""
        return self.texto.split()

    def entidad(self, tag: str) -> Entidad:
        """Returns the entity that a tag stands for."""
        return self.parse.entidades[int(tag.partition("#")[2])]

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Returns whether the tagged text holds a pattern."""
        return pattern.search(self.texto) is not None

    def without_tags(self) -> str:
        """Returns the words that are in no entity."""
        return " ".join(token for token in self.tokens if "#" not in token)


def read(parse: Parse) -> Lectura:
    """Returns a message ready for the patterns of dialogue."""
    pieces: list[str] = []
    plain: list[str] = []
    last = 0
    for i, entidad in sorted(enumerate(parse.entidades), key=lambda pair: pair[1].start):
        before = _words(parse.text[last : entidad.start])
        pieces += [*before, f"{entidad.entity}#{i}"]
        plain += [*before, *_words(parse.text[entidad.start : entidad.end])]
        last = entidad.end
    rest = _words(parse.text[last:])
    return Lectura(parse, " ".join([*pieces, *rest]), " ".join([*plain, *rest]))


def plain_words(texto: str) -> str:
    """Returns any text as `Lectura.plano` writes it, for comparing."""
    return " ".join(_words(texto))


def any_of(*ways: str) -> re.Pattern[str]:
    """Returns a pattern for any of these ways of saying something, as whole words of `Lectura.texto`."""
    return re.compile(rf"\b(?:{'|'.join(ways)})\b")


@lru_cache(maxsize=4096)
def stems(texto: str) -> str:
    """Returns words without endings of gender and number, each between spaces: "16GB Negras" is " 16 gb negr "."""
    return f" {' '.join(_ENDING.sub('', word) for word in _WORD.findall(fold(texto)))} "


def roots(texto: str) -> list[str]:
    """Returns the words of a text in one form for singular and plural: "guante" as "guantes"."""
    return [word.removesuffix("e") for word in stems(texto).split()]


def value_of(entidad: Entidad) -> str:
    """Returns an entity's normalised value, or its words when no list knows them."""
    known = isinstance(entidad.valor, str) and entidad.valor
    return str(entidad.valor) if known else entidad.value.strip()


def candidates(entidad: Entidad) -> tuple[int, ...]:
    """Returns the ids that a product's name can mean, best first."""
    return entidad.valor if isinstance(entidad.valor, tuple) else ()


def of_type(entidades: tuple[Entidad, ...], tipo: TipoEntidad) -> tuple[Entidad, ...]:
    """Returns the entities of one label."""
    return tuple(e for e in entidades if e.entity == tipo)


def _words(texto: str) -> list[str]:
    folded = _FILLERS.sub(" ", fold(texto)).replace("n°", "numero ").replace("#", " numero ").replace("+", " mas ")
    return [word for raw in _TOKEN.findall(folded) for word in _mend(raw).split()]


@lru_cache(maxsize=8192)
def _mend(word: str) -> str:
    """Returns a word in its usual spelling; a comma for any punctuation."""
    if not word[0].isalnum():
        return ","
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    if len(word) < 5 or word in _CUES or word in _REAL or not word.isalpha():
        return word
    near = (cue for cue in _CUES if cue[0] == word[0] and OSA.distance(word, cue, score_cutoff=1) <= 1)
    return _SOUNDS.get(phonetic(word)) or next(near, word)

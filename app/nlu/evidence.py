"""What the lists, the fuzzy matcher and the grammars say about each token: hints for the NER, no verdicts.

Each kind of hint has a name of its own, so that the NER learns how far to trust it: a phrase of the lists ("marca"),
a word that looks like one ("marca~"), an attribute ("atributo"), an amount ("monto", or "monto?" when the grammar is
unsure).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.language import Language
from spacy.tokens import Doc

from app.nlu.amounts import read_amounts
from app.nlu.attributes import Frases, read_atributos
from app.nlu.lexicon import Nombres
from app.nlu.word_classes import WordClasses
from app.nlu.words import root

RULER: Final = "entity_ruler"
HINTS: Final = "shop_hints"
FUZZY_MARK: Final = "~"
AMOUNT: Final = "monto"
UNSURE_AMOUNT: Final = "monto?"
ATTRIBUTE: Final = "atributo"
_LEAST_SIMILAR: Final = 0.75  # one slip in four letters, two in eight
_SHORTEST_WORD: Final = 4
_LONGEST_WORD: Final = 24  # no name is longer, and the time for a monster of 10,000 letters stays small


@dataclass(frozen=True, slots=True)
class Pista:
    """A hint over tokens `first` to `last` (exclusive)."""

    kind: str
    first: int
    last: int


class EntityRuler:
    """Pipeline component: `doc.user_data["hints"]` gets every known phrase, accents and capitals aside.

    A dictionary of phrases: spaCy's own rulers and matchers need 29 to 34 MB and 0.55 s for our 21,000 phrases, this
    3 MB and 0.02 s, and a server whose catalogue changes pays that each time.
    """

    def __init__(self) -> None:
        self.know(Nombres({}))

    def know(self, nombres: Nombres) -> None:
        """Makes the ruler know these names and no others."""
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._longest: dict[str, int] = {}
        for kind, frases in nombres.frases.items():
            for frase in frases:
                self._kinds[frase] = (*self._kinds.get(frase, ()), kind)
                first, size = frase.partition(" ")[0], frase.count(" ") + 1
                self._longest[first] = max(size, self._longest.get(first, 0))

    def __call__(self, doc: Doc) -> Doc:
        """Returns the Doc with its hints so far."""
        doc.user_data["hints"] = list(self.find([token.norm_ for token in doc]))
        return doc

    def find(self, words: list[str]) -> Iterator[Pista]:
        """Yields the known phrases in these folded tokens, overlapping ones too."""
        for first, word in enumerate(words):
            for last in range(first + 1, min(first + self._longest.get(word, 0), len(words)) + 1):
                for kind in self._kinds.get(" ".join(words[first:last]), ()):
                    yield Pista(kind, first, last)


class FuzzyWords:
    """Finds the known name that an unknown word was meant to be ("samsumg", "lavadra"). Thread-safe."""

    def __init__(self, nombres: Nombres) -> None:
        self._ordinarias = nombres.ordinarias
        self._heads: dict[str, dict[int, list[str]]] = {}
        for kind, heads in nombres.heads.items():
            by_length = self._heads.setdefault(kind, {})
            for head in heads:
                by_length.setdefault(len(head), []).append(head)
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, word: str) -> tuple[str, ...]:
        """Returns the kinds that have a name close to this folded word; () for an ordinary word."""
        if not _SHORTEST_WORD <= len(word) <= _LONGEST_WORD or not word.isalpha() or word in self._ordinarias:
            return ()
        return tuple(kind for kind, heads in self._heads.items() if _has_close(word, heads))


def _has_close(word: str, heads: dict[int, list[str]]) -> bool:
    """Returns whether one of the names, by length, is at least _LEAST_SIMILAR to the word."""
    slips = int(len(word) * (1 - _LEAST_SIMILAR)) + 1
    return any(
        process.extractOne(word, heads[size], scorer=OSA.normalized_similarity, score_cutoff=_LEAST_SIMILAR)
        for size in range(len(word) - slips, len(word) + slips + 1)
        if size in heads
    )


class Hints:
    """Pipeline component: adds what typos of names, attributes and amounts say.

    `doc.user_data` gets `hints`, `amounts`, and the words' `roots` and `classes`.
    """

    def __init__(self) -> None:
        self.know(Nombres({}), {}, WordClasses({}))

    def know(self, nombres: Nombres, frases: Frases, clases: WordClasses) -> None:
        """Makes the component know these names, attributes and classes and no others."""
        self._fuzzy = FuzzyWords(nombres)
        self._frases = frases
        self._clases = clases

    def __call__(self, doc: Doc) -> Doc:
        """Returns the Doc with all its hints; `doc.ents` stays empty."""
        text, spans, pistas = doc.user_data["text"], doc.user_data["spans"], doc.user_data["hints"]
        montos = read_amounts(text)
        pistas += list(self._similar(doc))
        pistas += _over(spans, ((ATTRIBUTE, a.start, a.end) for a in read_atributos(text, self._frases)))
        pistas += _over(spans, ((AMOUNT if m.seguro else UNSURE_AMOUNT, m.start, m.end) for m in montos))
        roots = [root(token.norm_) for token in doc]
        doc.user_data.update(amounts=montos, roots=roots, classes=self._clases.find(roots))
        return doc

    def _similar(self, doc: Doc) -> Iterator[Pista]:
        """Yields the words in no list that look like one of them."""
        listed = {i for pista in doc.user_data["hints"] for i in range(pista.first, pista.last)}
        for token in doc:
            if token.i not in listed:
                for kind in self._fuzzy.find(token.norm_):
                    yield Pista(kind + FUZZY_MARK, token.i, token.i + 1)


@Language.factory("shop_entity_ruler")
def create_ruler(nlp: Language, name: str) -> EntityRuler:
    """Returns the ruler, with empty lists until `know`."""
    return EntityRuler()


@Language.factory(HINTS)
def create_hints(nlp: Language, name: str) -> Hints:
    """Returns the component, with empty lists until `know`."""
    return Hints()


def add_components(nlp: Language) -> None:
    """Adds ruler and hints to a pipeline that tokenises."""
    nlp.add_pipe("shop_entity_ruler", name=RULER)
    nlp.add_pipe(HINTS)


def know(nlp: Language, nombres: Nombres, frases: Frases, clases: WordClasses) -> None:
    """Makes a pipeline know these names, attributes and classes and no others."""
    ruler: Any = nlp.get_pipe(RULER)
    ruler.know(nombres)
    hints: Any = nlp.get_pipe(HINTS)
    hints.know(nombres, frases, clases)


def _over(spans: list[tuple[int, int]], found: Iterable[tuple[str, int, int]]) -> Iterator[Pista]:
    """Yields what was found in characters as hints over the tokens they touch, in one pass over both."""
    i = 0
    for kind, start, end in sorted(found, key=lambda f: f[1]):
        while i < len(spans) and spans[i][1] <= start:
            i += 1
        last = i
        while last < len(spans) and spans[last][0] < end:
            last += 1
        if last > i:
            yield Pista(kind, i, last)

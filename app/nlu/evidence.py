"""What the lists, the fuzzy matcher and the amount grammar say about each token: hints for the NER, no verdicts.

Three kinds of hint, each with a name of its own, so that the NER learns how far to trust it: a phrase of the lists
("marca"), a word that looks like one ("marca~"), an amount ("monto", or "monto?" when the grammar is unsure).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.language import Language
from spacy.tokens import Doc

from app.nlu.amounts import Monto, read_amounts
from app.nlu.lexicon import Nombres

RULER: Final = "entity_ruler"
HINTS: Final = "shop_hints"
FUZZY_MARK: Final = "~"
AMOUNT: Final = "monto"
_LEAST_SIMILAR: Final = 0.75  # one slip in four letters, two in eight
_LONGEST_WORD: Final = 24  # no name is longer, and the time for a monster of 10,000 letters stays small


@dataclass(frozen=True, slots=True)
class Pista:
    """A hint over tokens `first` to `last` (exclusive)."""

    kind: str
    first: int
    last: int


class FuzzyWords:
    """Finds the known name that an unknown word was meant to be ("samsumg", "lavadra"). Thread-safe."""

    def __init__(self, nombres: Nombres) -> None:
        self._heads = nombres.heads
        self._ordinarias = nombres.ordinarias
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, word: str) -> tuple[tuple[str, str], ...]:
        """Returns (kind, name) for each kind with a name close to this folded word; () for an ordinary word."""
        if not 4 <= len(word) <= _LONGEST_WORD or not word.isalpha() or word in self._ordinarias:
            return ()
        out = []
        for kind, heads in self._heads.items():
            found = process.extractOne(
                word, heads, scorer=OSA.normalized_similarity, score_cutoff=_LEAST_SIMILAR
            )
            if found and found[1] < 1.0:
                out.append((kind, found[0]))
        return tuple(out)


class Hints:
    """Pipeline component: `doc.user_data["hints"]` and `["amounts"]`, from the lists, typos of them, and the grammar."""

    def __init__(self) -> None:
        self.fuzzy = FuzzyWords(Nombres({}))

    def __call__(self, doc: Doc) -> Doc:
        """Returns the Doc with its hints; `doc.ents` stays empty."""
        montos = tuple(read_amounts(doc.user_data["text"]))
        doc.user_data["amounts"] = montos
        doc.user_data["hints"] = [*_listed(doc), *self._similar(doc), *_amounts(doc.user_data["spans"], montos)]
        return doc

    def _similar(self, doc: Doc) -> Iterator[Pista]:
        """Yields the words in no list that look like one of them."""
        listed = {i for pista in _listed(doc) for i in range(pista.first, pista.last)}
        for token in doc:
            if token.i not in listed:
                for kind, _ in self.fuzzy.find(token.norm_):
                    yield Pista(kind + FUZZY_MARK, token.i, token.i + 1)


@Language.factory(HINTS)
def create_hints(nlp: Language, name: str) -> Hints:
    """Returns the component, with empty lists until `know`."""
    return Hints()


def add_components(nlp: Language) -> None:
    """Adds ruler and hints. It is a span ruler: an entity ruler keeps a Doc per phrase, at four times the memory."""
    nlp.add_pipe("span_ruler", name=RULER, config={"spans_key": RULER, "phrase_matcher_attr": "NORM"})
    nlp.add_pipe(HINTS)


def know(nlp: Language, nombres: Nombres) -> None:
    """Makes ruler and fuzzy matcher know these names and no others."""
    ruler: Any = nlp.get_pipe(RULER)
    ruler.clear()
    ruler.add_patterns(list(nombres.patterns()))
    hints: Any = nlp.get_pipe(HINTS)
    hints.fuzzy = FuzzyWords(nombres)


def _listed(doc: Doc) -> Iterator[Pista]:
    """Yields the phrases of the lists."""
    return (Pista(span.label_, span.start, span.end) for span in doc.spans.get(RULER, ()))


def _amounts(spans: list[tuple[int, int]], montos: Iterable[Monto]) -> Iterator[Pista]:
    """Yields the amounts as hints over the tokens they touch."""
    for monto in montos:
        touched = [i for i, (start, end) in enumerate(spans) if start < monto.end and end > monto.start]
        if touched:
            yield Pista(AMOUNT if monto.seguro else AMOUNT + "?", touched[0], touched[-1] + 1)

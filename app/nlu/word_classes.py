"""Classes of words with a like meaning ("busco", "necesito", "muéstrame": pedir), from `data/lookups/clases*.yml`.

They carry what messages alone cannot teach: a word that no training message has still has a class. Those made for
shopping come before the broad fields of everyday words ("volcán": campo_naturaleza_geografia).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from app.nlu.words import WORD, root

PREFIX: Final = "clase_"
FIELD: Final = "clase_campo_"
_LONGEST: Final = 4  # words in the longest phrase of a class


class WordClasses:
    """Finds the classes of each word, by root, so that one form in the list stands for its inflections."""

    def __init__(self, palabras: Mapping[str, Iterable[str]]) -> None:
        self._classes: dict[str, tuple[str, ...]] = {}
        for name in sorted(palabras, key=lambda name: name.startswith(FIELD)):
            if name.startswith(PREFIX):
                self._add(name.removeprefix(PREFIX), palabras[name])

    def _add(self, name: str, frases: Iterable[str]) -> None:
        for frase in frases:
            roots = " ".join(root(word) for word in WORD.findall(frase))
            known = self._classes.get(roots, ())
            if name not in known:
                self._classes[roots] = (*known, name)

    def find(self, roots: Sequence[str]) -> list[tuple[str, ...]]:
        """Returns the classes of each word of a message, those of the longest phrases first."""
        found: list[list[str]] = [[] for _ in roots]
        for size in range(_LONGEST, 0, -1):
            for first in range(len(roots) - size + 1):
                for name in self._classes.get(" ".join(roots[first : first + size]), ()):
                    for row in found[first : first + size]:
                        if name not in row:
                            row.append(name)
        return [tuple(row) for row in found]

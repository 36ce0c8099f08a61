"""The words that this catalogue uses, kept in memory: for telling known attributes and correcting names.

Loaded once for each version of the catalogue and process; a few thousand words, at most those that the import keeps.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import Connection, select

from app.models.database import Categoria, LexicoCatalogo, VersionCatalogo
from app.nlu.normalize import fold

_TYPO_LETTERS: Final = 4  # shorter words are taken as typed
_TWO_TYPOS_LETTERS: Final = 8  # at seven, "campana" would be a "cámara"
_CORRECTIONS: Final = 3


@dataclass(frozen=True)
class Vocabulario:
    """The words of one version of the catalogue.

    `palabras`: words of names and brands with how many products have them; `atributos`: those of any product,
    measures too;
    `categorias`: the names of the active ones.
    """

    palabras: Mapping[str, int]
    atributos: frozenset[str]
    categorias: tuple[str, ...] = ()

    def is_said(self, palabra: str) -> bool:
        """Returns whether this very word is in the name of a product."""
        return fold(palabra).strip() in self.palabras

    def corregir(self, palabra: str) -> tuple[str, ...]:
        """Returns the word itself when it is known, else the known words it may be a typo of, likeliest first."""
        if palabra in self.palabras or len(palabra) < _TYPO_LETTERS or not palabra.isalpha():
            return (palabra,)
        typos = 1 if len(palabra) < _TWO_TYPOS_LETTERS else 2
        found = process.extract(palabra, self._letras, scorer=OSA.distance, score_cutoff=typos, limit=4 * _CORRECTIONS)
        ranked = sorted(found, key=lambda f: (f[1], -self.palabras[f[0]], f[0]))
        return tuple(word for word, _, _ in ranked[:_CORRECTIONS])

    def completar(self, palabra: str) -> tuple[str, ...]:
        """Returns the known words that a short one lacks the last letter of: "not" of "note", likeliest first."""
        if palabra in self.palabras or len(palabra) != _TYPO_LETTERS - 1:
            return ()
        longer = (w for w in self._letras if len(w) == _TYPO_LETTERS and w.startswith(palabra))
        return tuple(sorted(longer, key=lambda w: (-self.palabras[w], w))[:_CORRECTIONS])

    def partir(self, palabra: str) -> tuple[str, str] | None:
        """Returns the two known words that were written as one ("airfryer"), None when they are not that."""
        cuts = ((palabra[:i], palabra[i:]) for i in range(3, len(palabra) - 2))
        known = [cut for cut in cuts if cut[0] in self.palabras and cut[1] in self.palabras]
        return max(known, key=lambda cut: min(self.palabras[cut[0]], self.palabras[cut[1]]), default=None)

    def terminadas_en(self, codigo: str) -> tuple[str, ...]:
        """Returns the known codes that end in this one: "1000xm5" for "xm5"."""
        return self._finales.get(codigo, ())

    @cached_property
    def _letras(self) -> tuple[str, ...]:
        return tuple(word for word in self.palabras if word.isalpha() and len(word) >= _TYPO_LETTERS)

    @cached_property
    def _finales(self) -> dict[str, tuple[str, ...]]:
        """Returns the ends of codes, cut where letters meet digits, with the shortest codes that have them."""
        found: dict[str, list[str]] = {}
        codes = (word for word in self.palabras if not word.isalpha() and not word.isdigit())
        for code in sorted(codes, key=lambda code: (len(code), code)):
            for cut in range(1, len(code) - 2):
                if code[cut].isdigit() != code[cut - 1].isdigit():
                    found.setdefault(code[cut:], []).append(code)
        return {end: tuple(codes[:_CORRECTIONS]) for end, codes in found.items()}


VERSION: Final = select(VersionCatalogo.version, VersionCatalogo.fecha)
_cache: dict[str, tuple[object, Vocabulario]] = {}
_lock = Lock()


def load_vocabulario(connection: Connection) -> Vocabulario:
    """Returns the words of the catalogue as this transaction sees it."""
    key = str(connection.engine.url)
    version = connection.execute(VERSION).one_or_none()
    stamp = None if version is None else tuple(version)
    with _lock:
        if key in _cache and _cache[key][0] == stamp and stamp is not None:
            return _cache[key][1]
    rows = connection.execute(select(LexicoCatalogo.tipo, LexicoCatalogo.valor, LexicoCatalogo.cantidad)).all()
    categorias = connection.execute(select(Categoria.nombre).where(Categoria.activo.is_(True)).order_by(Categoria.id))
    vocabulario = Vocabulario(
        {row.valor: row.cantidad for row in rows if row.tipo == "palabra"},
        frozenset(row.valor for row in rows if row.tipo in ("atributo", "medida")),
        tuple(categorias.scalars()),
    )
    with _lock:
        _cache[key] = (stamp, vocabulario)
    return vocabulario

"""The names that are known: the catalogue's own, with the synonyms and lists of `data/` around them.

`Lexico` is what the database knows now, `Listas` what training read from the files; `Nombres` joins both and is what
the ruler, the fuzzy matcher and the linker read. A new catalogue makes new `Nombres`, without any training.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from app.models.dominio import TipoEntidad
from app.nlu.hashed import words_set
from app.nlu.normalize import fold
from app.nlu.words import WORD

MARCA, CATEGORIA = TipoEntidad.MARCA.value, TipoEntidad.CATEGORIA.value
PRODUCTO, CARACTERISTICAS = TipoEntidad.PRODUCTO.value, TipoEntidad.CARACTERISTICAS.value
AMBIGUA: Final = "marca_ambigua"  # a brand that is also a word ("Vivo", "Head"): evidence of its own kind

_LINE_TOKENS: Final = 4  # "IdeaPad Slim 3 15": longer model names add nothing that context does not
_SMALL_WORDS: Final = frozenset("de del la el las los con sin para por y o en a al un una".split())


@dataclass(frozen=True, slots=True)
class Lexico:
    """What a catalogue calls its things. `categorias` are (nombre, categoria_padre or None)."""

    marcas: tuple[str, ...] = ()
    categorias: tuple[tuple[str, str | None], ...] = ()
    productos: tuple[tuple[str, str | None], ...] = ()  # (nombre, marca or None)


@dataclass(frozen=True, slots=True)
class Listas:
    """What `data/` knows beyond any catalogue.

    `sinonimos[entity][phrase]` is the value a phrase stands for; `palabras[kind]` phrases without a value: kinds of
    thing no shop here sells, product lines, attributes, brands that are also words. `ordinarias` are the words of
    everyday Spanish, which never become a brand through a typo. All phrases are folded.
    """

    sinonimos: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    palabras: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ordinarias: Container[str] = frozenset()


@dataclass(frozen=True)
class Nombres:
    """Every known phrase, folded and single-spaced, by kind, with the value it stands for (None: in no catalogue)."""

    frases: Mapping[str, Mapping[str, str | None]]
    ordinarias: Container[str] = frozenset()

    @cached_property
    def heads(self) -> dict[str, tuple[str, ...]]:
        """Returns by kind the single words worth recognising through a typo, sorted."""
        out: dict[str, set[str]] = {}
        for kind, frases in self.frases.items():
            if kind in (MARCA, CATEGORIA, PRODUCTO):
                words = (f.split()[0] if kind == PRODUCTO else f for f in frases)
                out[kind] = {w for w in words if w.isalpha() and len(w) >= 4}
        return {kind: tuple(sorted(words)) for kind, words in out.items()}


def read_lexicon(data: Mapping[str, Any]) -> tuple[Listas, Lexico]:
    """Returns lists and default catalogue names from the JSON form that training writes."""
    palabras = {kind: tuple(words) for kind, words in data["palabras"].items()}
    listas = Listas(data["sinonimos"], palabras, words_set(data["ordinarias"].split()))
    catalogo = data["catalogo"]
    lexico = Lexico(
        tuple(catalogo["marcas"]),
        tuple((nombre, padre) for nombre, padre in catalogo["categorias"]),
        tuple((nombre, marca) for nombre, marca in catalogo["productos"]),
    )
    return listas, lexico


def key(frase: str) -> str:
    """Returns a phrase as the lists hold it: folded tokens, single spaces."""
    return " ".join(WORD.findall(fold(frase)))


def join_names(listas: Listas, lexico: Lexico) -> Nombres:
    """Returns the known names for this catalogue; the catalogue's own spelling wins over the lists'."""
    marcas: dict[str, str | None] = dict(listas.sinonimos.get(MARCA, {}))
    own = {key(marca): marca for marca in lexico.marcas}
    for frase, value in marcas.items():
        marcas[frase] = own.get(key(value or ""), value)
    marcas.update(own)
    ambiguas = {frase: marcas[frase] for frase in listas.palabras.get(AMBIGUA, ()) if frase in marcas}
    lineas = dict.fromkeys(listas.palabras.get(PRODUCTO, ()))
    lineas.update(dict.fromkeys(product_lines(lexico, listas.ordinarias)))
    return Nombres(
        {
            MARCA: {frase: value for frase, value in marcas.items() if frase not in ambiguas},
            AMBIGUA: ambiguas,
            CATEGORIA: _categorias(listas, lexico),
            PRODUCTO: lineas,
        },
        listas.ordinarias,
    )


def _categorias(listas: Listas, lexico: Lexico) -> dict[str, str | None]:
    """Returns phrase -> the catalogue's category.

    A synonym of "Notebooks" stands for "Laptops" in a shop that says so, because "laptops" is a synonym too; in a
    shop that has neither it stands for nothing, and the phrase is still known to name a kind of product.
    """
    own = {key(nombre): nombre for par in lexico.categorias for nombre in par if nombre}
    sinonimos = listas.sinonimos.get(CATEGORIA, {})
    target: dict[str, str | None] = {}
    for frase, value in sinonimos.items():
        if frase in own and target.get(value) is None:
            target[value] = own[frase]
    for value in set(sinonimos.values()):
        target[value] = own.get(key(value), target.get(value))
    out: dict[str, str | None] = dict.fromkeys(listas.palabras.get(CATEGORIA, ()))
    out.update({frase: target[value] for frase, value in sinonimos.items()})
    for frase, nombre in own.items():
        out.update(dict.fromkeys(number_variants(frase), nombre))
    return out


def number_variants(frase: str) -> Iterator[str]:
    """Yields a folded plural phrase and its singular: "sillas gamer", "silla gamer"; "televisores", "televisor"."""
    yield frase
    words = frase.split()
    singular = [_singular(word) for word in words]
    yield " ".join(singular)
    if words and words[-1].endswith("les"):  # "puzzles", "detalles"
        yield " ".join([*singular[:-1], words[-1][:-1]])
    if len(words) > 1:
        yield " ".join([singular[0], *words[1:]])


def _singular(word: str) -> str:
    """Returns a folded word without its plural ending."""
    if len(word) > 4 and word.endswith("ces"):
        return word[:-3] + "z"
    if len(word) > 4 and word.endswith("es") and word[-3] in "rlndj":
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] in "aeiouktb" else word


def product_lines(lexico: Lexico, ordinarias: Container[str]) -> Iterator[str]:
    """Yields the line and model names in the catalogue's titles: what follows the brand, up to four tokens."""
    for nombre, marca in lexico.productos:
        title = key(nombre)
        _, found, tail = title.partition(f" {key(marca)} ") if marca else ("", "", "")
        words = tail.split() if found else []
        for n in range(1, min(len(words), _LINE_TOKENS) + 1):
            line = words[:n]
            if n == 1 and (line[0] in ordinarias or not line[0][0].isalpha() or len(line[0]) < 3):
                continue
            if line[-1] in _SMALL_WORDS or not line[-1][0].isalnum():
                continue
            yield " ".join(line)

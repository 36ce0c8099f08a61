"""Reads features in this catalogue's own words, where the lists' meaning of a word is not this shop's.

"Grano" is coffee to the lists and the grit of sandpaper to a hardware store; "oliva" is a green, and an oil. What is
typed counts where products say it and what the lists make of it is on no card.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.database.repository import Repository
from app.models.dominio import Entidad, Filtros, Parse, TipoEntidad
from app.nlu.attributes import es_medida, singular_word
from app.nlu.normalize import fold
from app.nlu.reading import roots, value_of
from app.nlu.unknown_words import says_nothing

_BEFORE_MORE: Final = frozenset({"de", "para", "en", "con"})
_NEXT_WORD: Final = re.compile(r" ([^\W\d_]+)(?![\w/])")
_JOINS: Final = frozenset(roots("de para con y en"))


def read_own_features(parse: Parse, repo: Repository) -> Parse:
    """Returns the parse with the features that this catalogue knows only by the words typed, as typed."""
    known = [e for e in parse.de_tipo(TipoEntidad.CARACTERISTICAS) if _is_foreign(e, repo)]
    kinds = [e for e in parse.de_tipo(TipoEntidad.CATEGORIA) if isinstance(e.valor, str)]
    kind = str(kinds[0].valor) if kinds else None
    typed = {e: _typed(e) for e in known}
    said = {e: words for e, words in typed.items() if repo.buscar(Filtros(categoria=kind, texto=words), limite=1).total}
    return replace(parse, entidades=tuple(replace(e, valor=said.get(e, e.valor)) for e in parse.entidades))


def read_varieties(parse: Parse, repo: Repository) -> Parse:
    """Returns the parse with the kinds that no list knows as varieties of this catalogue's: "vino tinto" of Vinos."""
    varied = replace(parse, entidades=tuple(_variety(e, repo) for e in parse.entidades))
    return replace(varied, entidades=tuple(_with_modifier(e, varied, repo) for e in varied.entidades))


def read_refinement(parse: Parse, repo: Repository, filtros: Filtros) -> Parse:
    """Returns the parse with a kind that no list knows as a feature, where products of the search are called so.

    "De gato" after a search for a brand of pet food; "cachorro" after one for dog food.
    """
    if (sibling := _sibling(parse, repo, filtros)) is not None:
        return replace(parse, entidades=(sibling,))
    kinds = [e for e in parse.de_tipo(TipoEntidad.CATEGORIA) if e.valor is None]
    if filtros.vacio or len(kinds) != 1 or len(parse.entidades) != 1 or " " in kinds[0].value.strip():
        return parse
    named, before = kinds[0], fold(parse.text[: kinds[0].start]).split()
    if any(word not in ("y", "e", *_BEFORE_MORE) for word in before) or not repo.vocabulario.is_said(named.value):
        return parse
    word = _typed(named)
    wish = replace(filtros, caracteristicas=(*filtros.caracteristicas, word), relajados=())
    if not repo.buscar(wish, limite=1).total:
        return parse
    return replace(parse, entidades=(replace(named, entity=TipoEntidad.CARACTERISTICAS, valor=word),))


def _sibling(parse: Parse, repo: Repository, filtros: Filtros) -> Entidad | None:
    """Returns the category like the one in force that a bare word names: "¿y para gatos?" after food for dogs."""
    if filtros.categoria is None or len(parse.entidades) != 1 or parse.entidades[0].entity == TipoEntidad.MARCA:
        return None
    said = parse.entidades[0]
    before = fold(parse.text[: said.start]).split()
    own, current = set(roots(said.value)), set(roots(filtros.categoria))
    if own & current or any(word not in ("y", "e", *_BEFORE_MORE) for word in before):
        return None
    alike = [c for c in repo.categorias if own <= set(roots(c)) and (set(roots(c)) - _JOINS) & (current - _JOINS)]
    return replace(said, entity=TipoEntidad.CATEGORIA, valor=alike[0]) if len(alike) == 1 else None


def _is_foreign(entidad: Entidad, repo: Repository) -> bool:
    """Returns whether the lists make another thing of a word, which no product of this catalogue has."""
    valor = value_of(entidad)
    return not es_medida(valor) and roots(valor) != roots(entidad.value) and valor not in repo.vocabulario.atributos


def _typed(entidad: Entidad) -> str:
    return " ".join(singular_word(word) for word in entidad.value.lower().split())


def _variety(entidad: Entidad, repo: Repository) -> Entidad:
    words = entidad.value.split()
    if entidad.entity != TipoEntidad.CATEGORIA or entidad.valor is not None or len(words) < 2:
        return entidad
    for size in range(len(words) - 1, 0, -1):
        nombre = _called(words[:size], repo.categorias)
        rest = " ".join(words[size:])
        if nombre is not None and repo.buscar(Filtros(categoria=nombre, texto=rest), limite=1).total:
            return replace(entidad, valor=nombre)
    return entidad


def _with_modifier(entidad: Entidad, parse: Parse, repo: Repository) -> Entidad:
    """Returns a kind with the word right after it that tells its variety in this catalogue: "vitamina c"."""
    match = _NEXT_WORD.match(parse.text, entidad.end)
    if entidad.entity != TipoEntidad.CATEGORIA or match is None:
        return entidad
    taken = any(e.start < match.end(1) and match.start(1) < e.end for e in parse.entidades)
    if taken or says_nothing(fold(match[1])) or not (repo.vocabulario.is_said(match[1]) or len(match[1]) == 1):
        return entidad
    kind = entidad.valor if isinstance(entidad.valor, str) else None
    texto = match[1] if kind is not None else f"{entidad.value} {match[1]}"
    if not repo.buscar(Filtros(categoria=kind, texto=texto), limite=1).total:
        return entidad
    return replace(entidad, value=parse.text[entidad.start : match.end(1)], end=match.end(1))


def _called(words: Sequence[str], categorias: Sequence[str]) -> str | None:
    """Returns the category that is called by these words, in the singular or the plural."""
    own = roots(" ".join(words))
    return next((nombre for nombre in categorias if roots(nombre) == own), None)

"""Reads what a message names in this catalogue's own words, where the trained models saw nothing.

They were taught the kinds of a usual shop. In a pharmacy "¿qué hay en dermocosmética?" and "ibuprofeno" say as much:
the first is a category by its own name, the second what products are called. Either becomes a `categoria` of the parse.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from app.database.narrowing import HEAD_WORDS, findable, of_kind
from app.database.own_features import read_own_features, read_refinement, read_varieties
from app.database.repository import Repository
from app.models.dominio import Entidad, Filtros, Intencion, Parse, ProductoFicha, TipoEntidad
from app.nlu.normalize import normalize
from app.nlu.reading import roots
from app.nlu.unknown_words import says_nothing

EXTRACTOR: Final = "catalogo"
WORDS_MAX: Final = 4  # a longer rest is a story, not the name of a thing
LOOKED_AT: Final = 20

_WORD: Final = re.compile(r"[^\W_]+")
_TALK: Final = frozenset({Intencion.SALUDO, Intencion.AYUDA})
# After these a word is something that a product has, and not what it is: "y con cargador?", "con mejor cámara".
_PART_OF: Final = frozenset("con sin trae tiene viene incluye mejor buena buen mas menos".split())
_TYPO_LETTERS: Final = 6  # a shorter word in nobody's list is as likely another word as a slip
_USE_WORDS: Final = 7  # a longer message is a story
_REST_WORDS: Final = 3
_DE_NOMBRE: Final = re.compile(
    r"^(?:(?:y|oye|hola|,|¿) ?)*(?:(?:cuanto (?:cuesta|vale|sale)|tienen?|tienes) )?(?:el|la|los|las) "
    r"(?P<nombre>[\w ]{3,60}?)(?=$|[?!.]| (?:tiene|trae|viene|es|cuesta|vale|sale|incluye|sirve|esta)\b)"
)
_SETS_APART: Final = re.compile(r"compar\w*|diferencia\w*|versus|vs|contra")
_ASKS: Final = re.compile(
    r"\b(?:busco|buscando|necesito|quiero|quisiera|tienen|tienes|tendran|venden|hay|muestra\w*|algo|cuanto|recom\w+)\b"
)


class _Word(NamedTuple):
    texto: str  # folded
    root: str
    start: int  # in the text as typed
    end: int


def read_own_words(parse: Parse, repo: Repository, filtros: Filtros) -> Parse:
    """Returns the parse with what it names in the words of this catalogue: a category, products, features.

    Args:
        filtros: the search in force; while it goes on, words nobody knows are left to it.
    """
    if parse.intencion in _TALK:
        return _more_of_it(parse, repo, filtros)
    named = read_varieties(_name(parse, repo, fresh=filtros.vacio), repo)
    return read_refinement(read_own_features(named, repo), repo, filtros)


def _name(parse: Parse, repo: Repository, *, fresh: bool) -> Parse:
    """Returns the parse with the category or the words of products that it names; as it was where it names none."""
    if parse.de_tipo(TipoEntidad.PRODUCTO):
        return parse
    if any(e.valor is not None for e in parse.de_tipo(TipoEntidad.CATEGORIA)):
        return parse
    words = _words(parse.text)
    if any(word.texto.startswith("regal") for word in words):  # says who it is for: "regalo para una niña"
        return parse
    if (compared := _compared(parse, words, repo)) is not None:
        return compared
    if (told := _asked_by_name(parse, repo) or _of_kind_with(parse, words, repo)) is not None:
        return told
    named = _category(parse, words, repo.categorias) or _begun(parse, words, repo.categorias)
    if named is None and (fresh or parse.intencion == Intencion.NO_RECONOCIDA):
        named = _products(parse, words, repo) or (_use(parse, words, repo) if fresh else None)
    return parse if named is None else _with(parse, named)


def _with(parse: Parse, named: Entidad) -> Parse:
    """Returns the parse with an entity in place of those that it covers; what was no request becomes a search."""
    kept = [e for e in parse.entidades if e.end <= named.start or named.end <= e.start]
    entidades = tuple(sorted((*kept, named), key=lambda e: e.start))
    known = parse.intencion != Intencion.NO_RECONOCIDA
    return replace(parse, entidades=entidades, intencion=parse.intencion if known else Intencion.BUSCAR_PRODUCTO)


def _words(texto: str) -> list[_Word]:
    normal = normalize(texto)
    found = _WORD.finditer(normal.texto)
    return [_Word(m[0], " ".join(roots(m[0])), *normal.span(m.start(), m.end())) for m in found]


def _category(parse: Parse, words: Sequence[_Word], categorias: Sequence[str]) -> Entidad | None:
    """Returns the category called by its own name, the longest name first, None when none is.

    A message that was taken for no search has to say nothing else.
    """
    own_roots = [word.root for word in words]
    for nombre in sorted(categorias, key=len, reverse=True):
        own = roots(nombre)
        for first in range(len(words) - len(own) + 1) if own else ():
            if own_roots[first : first + len(own)] != own:
                continue
            rest = [*words[:first], *words[first + len(own) :]]
            alone = all(says_nothing(word.texto) for word in rest)
            before = words[first - 1].texto if first else ""
            named = _entity(parse, words[first : first + len(own)], nombre)
            if (alone or parse.intencion != Intencion.NO_RECONOCIDA) and _gives_way(parse, named, before):
                return named
    return None


def _begun(parse: Parse, words: Sequence[_Word], categorias: Sequence[str]) -> Entidad | None:
    """Returns the only category whose name begins with a word that was taken for a feature: "crema", no beige."""
    if parse.de_tipo(TipoEntidad.CATEGORIA):
        return None
    for word in words:
        over = [e for e in parse.entidades if e.start <= word.start and word.end <= e.end]
        called = [nombre for nombre in categorias if roots(nombre)[:1] == [word.root]]
        of_feature = [e for e in over if e.entity == TipoEntidad.CARACTERISTICAS and roots(str(e.valor)) != [word.root]]
        if len(called) == 1 and of_feature and word is words[0]:
            return _entity(parse, [word], called[0])
    return None


def _compared(parse: Parse, words: Sequence[_Word], repo: Repository) -> Parse | None:
    """Returns the parse of a comparison of things by names that only this catalogue knows, None for others.

    "Compara el paracetamol con el ibuprofeno."
    """
    if parse.entidades or not any(_SETS_APART.fullmatch(word.texto) for word in words):
        return None
    named: list[Entidad] = []
    for word in words:
        if says_nothing(word.texto) or _SETS_APART.fullmatch(word.texto) or not repo.vocabulario.is_said(word.texto):
            continue
        named.append(replace(_entity(parse, [word], None), entity=TipoEntidad.PRODUCTO, valor=()))
    if len(named) < 2:
        return None
    return replace(parse, entidades=tuple(named), intencion=Intencion.COMPARAR_PRECIOS)


def _asked_by_name(parse: Parse, repo: Repository) -> Parse | None:
    """Returns a question on a product that only this catalogue names: "¿el principito tiene tapa dura?"."""
    if parse.entidades or parse.intencion not in (Intencion.INFO_PRODUCTO, Intencion.NO_RECONOCIDA):
        return None
    normal = normalize(parse.text)
    match = _DE_NOMBRE.search(normal.texto)
    said = [w for w in match["nombre"].split() if not says_nothing(w)] if match else []
    if (
        match is None
        or not said
        or not all(map(repo.vocabulario.is_said, said))
        or not repo.resolver_producto(match["nombre"])
    ):
        return None
    start, end = normal.span(match.start("nombre"), match.end("nombre"))
    named = Entidad(TipoEntidad.PRODUCTO, parse.text[start:end], start, end, 1.0, EXTRACTOR, ())
    return replace(parse, entidades=(named,), intencion=Intencion.INFO_PRODUCTO)


def _of_kind_with(parse: Parse, words: Sequence[_Word], repo: Repository) -> Parse | None:
    """Returns a search for a category of this catalogue and what its products say: "libros de Isabel Allende"."""
    if parse.entidades or parse.intencion != Intencion.NO_RECONOCIDA:
        return None
    left = [word for word in words if not says_nothing(word.texto)]
    kinds = [(word, c) for word in left for c in repo.categorias if roots(c) == [word.root]]
    rest = [word for word in left if kinds and word is not kinds[0][0]]
    if len(kinds) != 1 or not 0 < len(rest) <= _REST_WORDS:
        return None
    texto = " ".join(word.texto for word in rest)
    if not repo.buscar(Filtros(categoria=kinds[0][1], texto=texto), limite=1).total:
        return None
    named = _entity(parse, [kinds[0][0]], kinds[0][1])
    feature = replace(_entity(parse, rest, texto), entity=TipoEntidad.CARACTERISTICAS)
    both = tuple(sorted((named, feature), key=lambda e: e.start))
    apart = both[0].end <= both[1].start
    return replace(parse, entidades=both, intencion=Intencion.BUSCAR_PRODUCTO) if apart else None


def _more_of_it(parse: Parse, repo: Repository, filtros: Filtros) -> Parse:
    """Returns "¿y yeso?", said in a search and taken for a courtesy, as a search; any other courtesy as it was."""
    words = _words(parse.text)
    if (
        filtros.vacio
        or len(words) != 2
        or words[0].texto not in ("y", "e")
        or not repo.vocabulario.is_said(words[1].texto)
    ):
        return parse
    found = replace(_entity(parse, words[1:], None), extractor=EXTRACTOR)
    return replace(parse, entidades=(found,), intencion=Intencion.BUSCAR_PRODUCTO)


def _use(parse: Parse, words: Sequence[_Word], repo: Repository) -> Entidad | None:
    """Returns, as a feature, what products of this catalogue say that they are for: "remedio para la acidez"."""
    places = [i for i, word in enumerate(words) if word.texto in ("para", "pa")]
    said = [word for word in words[places[0] + 1 :] if not says_nothing(word.texto)] if places else []
    if len(said) != 1 or parse.entidades or len(words) > _USE_WORDS:
        return None
    named = replace(_entity(parse, said, said[0].texto), entity=TipoEntidad.CARACTERISTICAS)
    return named if repo.buscar(Filtros(texto=named.value), limite=1).total else None


def _gives_way(parse: Parse, named: Entidad, before: str) -> bool:
    """Returns whether what the models read may be replaced by a category's name."""
    over = [e for e in parse.entidades if e.start < named.end and named.start < e.end]
    if any(e.start < named.start or named.end < e.end for e in over):
        return False
    if any(e.entity == TipoEntidad.CATEGORIA and e not in over for e in parse.entidades):
        return False
    if any(e.entity in (TipoEntidad.MARCA, TipoEntidad.RANGO_PRECIO) for e in over):
        return False
    return before not in _PART_OF and not (over and before == "para")  # a use: "para gaming"


def _products(parse: Parse, words: Sequence[_Word], repo: Repository) -> Entidad | None:
    """Returns the words left over that name products of this catalogue, None when they do not."""
    if parse.de_tipo(TipoEntidad.CATEGORIA):
        return None
    left = [i for i, word in enumerate(words) if not says_nothing(word.texto) and not _taken(word, parse)]
    if not left or len(left) > WORDS_MAX:
        return None
    first, last = left[0], left[-1]
    before = words[first - 1].texto if first else ""
    if before in _PART_OF or (before == "para" and len(left) == 1):
        return None
    if any(_taken(word, parse) for word in words[first : last + 1]):
        return None
    named = _entity(parse, words[first : last + 1], None)
    marcas = tuple(str(e.valor) for e in parse.de_tipo(TipoEntidad.MARCA))
    asks = len(left) > 1 and _ASKS.search(normalize(parse.text).texto) is not None
    return named if _sells(Filtros(marcas=marcas, texto=named.value), words[first].root, repo, asks=asks) else None


def _sells(wish: Filtros, head: str, repo: Repository, *, asks: bool) -> bool:
    """Returns whether products are called so: the first word says what one is, or several are asked for in one."""
    if " " not in wish.texto and len(wish.texto) >= _TYPO_LETTERS:
        wish = findable(wish, repo)  # "omeprasol"
    found = of_kind(wish, repo.buscar(wish, limite=LOOKED_AT)).productos
    return bool(found) and (asks or " " not in wish.texto or any(head in _what_it_is(p) for p in found))


def _what_it_is(producto: ProductoFicha) -> list[str]:
    """Returns the roots of where a product says what it is: its name and the beginning of its description."""
    return roots(producto.nombre) + roots(producto.descripcion)[:HEAD_WORDS]


def _taken(word: _Word, parse: Parse) -> bool:
    return any(e.start < word.end and word.start < e.end for e in parse.entidades)


def _entity(parse: Parse, words: Sequence[_Word], valor: str | None) -> Entidad:
    start, end = words[0].start, words[-1].end
    return Entidad(TipoEntidad.CATEGORIA, parse.text[start:end], start, end, 1.0, EXTRACTOR, valor)

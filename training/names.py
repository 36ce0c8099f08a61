"""Names to swap into training messages: real ones from the lists, and ones that are in no list."""

import random
from collections.abc import Mapping, Sequence
from typing import Final

from app.models.dominio import TipoEntidad
from app.nlu.lexicon import Lexico, Listas

_ONSETS: Final = tuple("b br c d dr f g k kr l m n p r s st t tr v z x".split())
_VOWELS: Final = ("a", "e", "i", "o", "u", "ia", "eo")
_CODAS: Final = ("", "", "", "n", "x", "r", "s", "k", "l", "tek", "ware", "ix", "on")
_SUFFIXES: Final = ("", "", "", " pro", " max", " plus", " lite", " mini", " ultra", " 2", " 5g", " se", " x", " neo")


def invent_brand(rng: random.Random) -> str:
    """Returns a brand that no list has: two or three made-up syllables ("Zorbex")."""
    word = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(rng.choice((1, 2, 2))))
    return (word + rng.choice(_ONSETS) + rng.choice(("a", "e", "o", "i")) + rng.choice(_CODAS)).capitalize()


def invent_model(rng: random.Random) -> str:
    """Returns a model that no list has: "trivo x30 pro", "kd-4420"."""
    letters = "".join(rng.choice("abcdefghklmnprstvwxz") for _ in range(rng.choice((1, 2, 2, 3))))
    code = f"{letters}{rng.choice(('', '', '-'))}{rng.choice((rng.randrange(1, 100), rng.randrange(100, 9999)))}"
    name = rng.choice((invent_brand(rng).lower() + " " + code, invent_brand(rng).lower(), code))
    return name + rng.choice(_SUFFIXES)


def swap_lists(listas: Listas, lexico: Lexico, rng: random.Random) -> Mapping[str, Sequence[str]]:
    """Returns names by entity, half of them in no list; brands and models only."""
    brands = sorted({*lexico.marcas, *listas.sinonimos.get(TipoEntidad.MARCA, {}).values()})
    models = list(listas.palabras.get(TipoEntidad.PRODUCTO, ()))
    return {
        TipoEntidad.MARCA: [*brands, *(invent_brand(rng) for _ in brands)],
        TipoEntidad.PRODUCTO: [*models, *(invent_model(rng) for _ in models)],
    }

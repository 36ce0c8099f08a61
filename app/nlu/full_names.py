"""A product's whole name in a message, as the page's cards say it: one product, whatever the parts of its name are."""

from collections.abc import Iterable
from dataclasses import replace

from app.models.dominio import Parse, ProductoFicha
from app.nlu.normalize import fold


def named_in_full(parse: Parse, fichas: Iterable[ProductoFicha]) -> ProductoFicha | None:
    """Returns the product whose catalogue name stands whole in the message, the longest of several; None without."""
    text = f" {fold(parse.text)} "
    whole = [ficha for ficha in fichas if f" {fold(ficha.nombre)} " in text]
    return max(whole, key=lambda ficha: len(ficha.nombre), default=None)


def without_name(parse: Parse, ficha: ProductoFicha) -> Parse:
    """Returns the parse without the entities that a product's name is made of."""
    name = fold(ficha.nombre)
    return replace(parse, entidades=tuple(e for e in parse.entidades if fold(e.value) not in name))

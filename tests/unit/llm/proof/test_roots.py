"""Forms of one word."""

import pytest

from app.llm.proof.roots import raiz_de, tiene_pariente


@pytest.mark.parametrize(
    ("una", "otra"),
    [("giratoria", "giratorios"), ("pliega", "plegable"), ("muele", "moler"), ("mapea", "mapeo"), ("lava", "lavado")],
)
def test_kin(una: str, otra: str) -> None:
    """Number, gender, conjugation and derivation keep the family."""
    assert tiene_pariente(raiz_de(una), {raiz_de(otra)})


@pytest.mark.parametrize(("una", "otra"), [("inflador", "incluye"), ("cuero", "cuerda"), ("lana", "latex")])
def test_not_kin(una: str, otra: str) -> None:
    """A common beginning of a few letters is no family."""
    assert not tiene_pariente(raiz_de(una), {raiz_de(otra)})

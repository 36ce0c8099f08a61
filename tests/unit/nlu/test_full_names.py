"""A product's whole name is one product, whatever its parts look like."""

import pytest

from app.models.dominio import Accion
from app.nlu.dialogue import plan_turn
from tests.support.charla import COMPARAR, INFO, entender, viendo
from tests.support.fichas import ficha

V15 = ficha(1, nombre="Notebook Lenovo V15 G4 Intel Core i5")
SLIM = ficha(2, nombre='Notebook Lenovo IdeaPad Slim 3 15.6" Ryzen 5')
VIENDO = viendo(1, 2, categoria="Notebooks")


@pytest.mark.parametrize(
    ("anotado", "intencion", "expected"),
    [
        (
            "Ficha técnica de [Notebook](categoria|Notebooks) [Lenovo](marca) [V15 G4](producto) "
            "[Intel Core i5](producto)",
            COMPARAR,
            1,
        ),
        (
            "Ficha técnica de [Notebook](categoria|Notebooks) [Lenovo](marca) [IdeaPad Slim 3](producto) "
            '[15.6"](caracteristicas) [Ryzen 5](caracteristicas)',
            INFO,
            2,
        ),
    ],
)
def test_it_is_explained_without_asking_for_its_parts(anotado, intencion, expected) -> None:
    """The card's message is about that product, and "Core i5" is no question."""
    plan = plan_turn(VIENDO, entender(anotado, intencion), (V15, SLIM))
    assert (plan.accion, plan.referidos, plan.pregunta) == (Accion.INFORMAR, (expected,), ())


def test_another_product_beside_it_is_still_compared() -> None:
    """A whole name and a reference are two."""
    anotado = (
        "compara el [Notebook](categoria|Notebooks) [Lenovo](marca) [V15 G4](producto) Intel Core i5 con el segundo"
    )
    assert plan_turn(VIENDO, entender(anotado, COMPARAR), (V15, SLIM)).accion == Accion.COMPARAR

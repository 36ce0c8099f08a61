"""Of whom a figure is said."""

import pytest

from app.llm.proof.subjects import cumple, repartidas, sujetos
from tests.support.pruebas import leer


@pytest.mark.parametrize(
    ("frases", "figura", "grupos"),
    [
        (("El Slim 3 cuesta $449.990 y el V15 $529.990",), "$529.990", [{13}]),
        (("Por $449.990 tienes el Slim 3",), "$449.990", [{11}]),
        (("El Slim 3 es bueno.", "Cuesta $449.990"), "$449.990", [{11}]),
        (("Cuesta $449.990",), "$449.990", [{11, 12, 13, 14}]),
        (("El V15 y el Flex 5 tienen 16 GB de RAM",), "16 gb", [{13}, {14}]),
        (("El V15 y el Flex 5.", "Ambos tienen 16 GB de RAM"), "16 gb", [{13}, {14}]),
        (("Todos tienen 4 GB de RAM",), "4 gb", [{11}, {12}, {13}, {14}]),
        (("El V15 trae 16 GB de RAM contra 8 GB",), "8 gb", [{11, 12, 14}]),
        (("Dos traen 16 GB de RAM: el V15 y el Flex 5",), "16 gb", [{13}, {14}]),
        (("El Slim 3 cuesta más que el IdeaPad 1, pero trae 8 GB",), "8 gb", [{11}]),
        (("Son $449.990 el Slim 3, $529.990 el V15",), "$529.990", [{13}]),
        (("El V15 cuesta más que el Slim 3 ($449.990)",), "$449.990", [{11}]),
        (("Entre los 16 GB del V15 y los 8 del Slim 3",), "16 gb", [{13}]),
    ],
)
def test_subjects(frases: tuple[str, ...], figura: str, grupos: list[set[int]]) -> None:
    """Before it, after it, carried over, all of a list, everybody, or the one set against."""
    frase = leer("notebooks_lenovo", *frases)
    assert sorted(map(sorted, sujetos(frase, frase.plano.index(figura)))) == sorted(map(sorted, grupos))


def test_a_list_of_amounts_goes_with_a_list_of_products() -> None:
    """ "Respectivamente" pairs them in order."""
    frase = leer("notebooks_lenovo", "El Slim 3 y el V15 cuestan $449.990 y $529.990 respectivamente")
    assert [(c.valor, set(ids)) for c, ids in repartidas(frase)] == [(449_990, {11}), (529_990, {13})]


def test_where_grammar_leaves_it_open_any_product_spoken_of_will_do() -> None:
    """Two products in play and no name beside the figure: it must be one of theirs."""
    frase = leer("gamer_tres", "El LOQ cuesta más que el Victus y pasa de RTX 4050 a RTX 4060")
    pos = frase.plano.index("rtx 4050")
    assert cumple(frase, pos, lambda ficha: "rtx 4050" in ficha.texto)
    assert not cumple(frase, pos, lambda ficha: "rtx 5090" in ficha.texto)

"""Clauses of a sentence: what is denied, doubted or only supposed."""

import pytest

from tests.support.pruebas import leer


@pytest.mark.parametrize(
    ("texto", "palabra", "negada", "dudosa", "condicional"),
    [
        ("No trae NFC", "nfc", True, False, False),
        ("No es caro, pero trae NFC", "nfc", False, False, False),
        ("Sobre el NFC, la ficha no lo menciona", "nfc", False, True, False),
        ("NFC: sin información", "nfc", False, True, False),
        ("NFC: su ficha no lo dice", "nfc", False, True, False),
        ("No tengo el dato del NFC", "nfc", True, True, False),
        ("¿Quieres NFC?", "nfc", False, False, True),
        ("Si buscas NFC, dime", "nfc", False, False, True),
        ("Trae NFC", "nfc", False, False, False),
        ("No solo trae NFC", "nfc", False, False, False),
    ],
)
def test_how_a_clause_speaks(texto: str, palabra: str, negada: bool, dudosa: bool, condicional: bool) -> None:
    """A negation ends with its clause; a doubt may follow its topic; questions and conditions assert nothing."""
    frase = leer("info_a54", texto)
    pos = frase.plano.index(palabra)
    assert (frase.negada(pos), frase.dudosa(pos), frase.condicional(pos)) == (negada, dudosa, condicional)


def test_lists_of_products_are_one_stretch() -> None:
    """The joints inside "el A, el B y el C" split nothing; money ends a list."""
    frase = leer("notebooks_lenovo", "El IdeaPad 1, el Slim 3 y el V15 cuestan menos")
    assert [len(lista) for lista in frase.listas] == [3]
    frase = leer("notebooks_lenovo", "El IdeaPad 1 a $249.990, el Slim 3 a $449.990")
    assert [len(lista) for lista in frase.listas] == [1, 1]


def test_whom_a_sentence_spoke_of() -> None:
    """The one compared with is no subject."""
    tema = leer("notebooks_lenovo", "El V15 cuesta más que el Slim 3").tema_propio
    assert tema.sujetos == ({13},)
    assert tema.todos == ({13}, {11})


def test_keycaps_are_bullets() -> None:
    """1️⃣ is no number."""
    assert leer("notebooks_lenovo", "1️⃣ IdeaPad 1").punteo > 0

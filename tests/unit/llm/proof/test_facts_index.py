"""The facts of a turn are there to be looked up."""

from app.llm.proof.facts_index import diferencias, limpiar, medidas_de, palabras_de, partir_medida, partir_valor, tiras
from tests.support.pruebas import indice


def test_a_name_is_its_strong_words_and_their_numbers() -> None:
    """Qualities, kinds of things and chips name nothing; a number belongs to the word before it."""
    ficha = indice("notebooks_lenovo").fichas[11]
    assert ficha.fuertes == {"lenovo", "ideapad", "slim"}
    assert ficha.identidad["3"] == {"slim"}
    assert "5" not in ficha.identidad  # Ryzen 5
    assert ficha.nombres == ('notebook lenovo ideapad slim 3 15.6" ryzen 5', 'lenovo ideapad slim 3 15.6" ryzen 5')


def test_quantities_know_what_they_measure() -> None:
    """16 GB of RAM are told from 512 of storage; what is implied is there too."""
    ficha = indice("notebooks_lenovo").fichas[13]
    assert {("16 GB", "RAM"), ("512 GB", "SSD"), ("15,6 pulgadas", "")} <= ficha.medidas
    assert partir_medida("16 GB RAM") == ("16 GB", "RAM")
    assert partir_valor(("15,6 pulgadas", "")) == (15.6, "pulgadas")
    assert partir_valor(("7/8 litros", ""))[0] == -1
    assert medidas_de("casi nada") == frozenset()


def test_the_persons_own_words_are_kept_apart() -> None:
    """Budget, brands asked for and names that the shop lacks come from the question and the filters."""
    lenovo = indice("lenovo_300")
    assert lenovo.presupuestos == {300_000}
    assert lenovo.alternativas == {249_990, 529_990, 599_990}
    assert "lenovo" in lenovo.generales
    freidoras = indice("freidoras")
    assert "oster" not in freidoras.generales
    assert "oster" in freidoras.palabras_pregunta
    assert indice("compara_celus").fichas[21].numeros >= {128.0, 6.4}


def test_small_helpers() -> None:
    """Differences of prices, words with their singular, five words in a row, quotation marks off and inches kept."""
    assert diferencias([1, 4, 9]) == {3, 5, 8}
    assert {"sillas", "silla", "gamer"} <= palabras_de(["Sillas gamer"])
    assert tiras("a b c d e f") == ["a b c d e", "b c d e f"]
    assert limpiar('el "iphone 13" de 15.6" va') == 'el  iphone 13  de 15.6" va'

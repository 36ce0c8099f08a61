"""One product described in the words of another."""

from tests.support.pruebas import motivos

LENOVO = "notebooks_lenovo"
DEL_SLIM = "es cómoda para estudiar y trabajar con planillas"


def test_own_words_are_its_own() -> None:
    """A product may be quoted."""
    assert motivos(LENOVO, f"El Slim 3 {DEL_SLIM}.") == []


def test_the_words_of_another_are_held() -> None:
    """Five words in a row that only the other has."""
    assert "rasgo" in motivos(LENOVO, f"El Flex 5 {DEL_SLIM}.")


def test_words_that_all_share_are_no_quotation() -> None:
    """What half of the catalogue says is nobody's."""
    assert motivos(LENOVO, "El V15 G4 tiene 16 GB de RAM, 512 GB SSD y pantalla de 15,6 pulgadas.") == []

"""app/nlu/recipients.py: who something is for ranks what says for whom it is."""

import pytest

from app.nlu.reading import read
from app.nlu.recipients import HOMBRE, MUJER, PEQUE, best_suited, only_names_recipient, recipient, suited_first, suits
from tests.support.charla import FUERA, Charla, entender, shelf
from tests.support.fichas import ficha

DAMA = ficha(1, nombre="Perfume Good Girl", descripcion="Fragancia femenina de jazmín.")
VARON = ficha(2, nombre="Perfume Sauvage", descripcion="Masculino, fresco.")
AMBOS = ficha(3, nombre="Perfume CK One", descripcion="Unisex cítrico.")


@pytest.mark.parametrize(
    ("texto", "who"),
    [
        ("un perfume para mi mamá", MUJER),
        ("quiero regalarle un perfume a mi polola", MUJER),
        ("zapatillas para mi marido", HOMBRE),
        ("y para mi papá?", HOMBRE),
        ("una bicicleta para el niño", PEQUE),
        ("un reloj para mi hijo de 8 años", PEQUE),
        ("un reloj para mi hijo de 20 años", HOMBRE),
        ("una tele para el living", ""),
    ],
)
def test_recipient(texto: str, who: str) -> None:
    """Relatives and friends tell whom it is for; a child of few years is a child."""
    assert recipient(read(entender(texto))) == who


def test_what_is_for_others_comes_last_and_stays() -> None:
    """It ranks and filters nothing; a choice is made among what suits, where there is enough of it."""
    assert [suits(p, MUJER) for p in (DAMA, VARON, AMBOS)] == [1, -1, 0]
    assert suited_first([VARON, AMBOS, DAMA], MUJER) == (DAMA, AMBOS, VARON)
    assert suited_first([VARON, AMBOS, DAMA], "") == (VARON, AMBOS, DAMA)
    assert best_suited([VARON, AMBOS, DAMA], MUJER, least=2) == (AMBOS, DAMA)
    assert best_suited([VARON], MUJER, least=1) == (VARON,)


def test_another_recipient_goes_on_with_the_search() -> None:
    """ "¿Y para mi papá?" is no search to the classifier; in a conversation it is one."""
    charla = Charla(shelf())
    charla.say("[teles](categoria|Televisores) para mi mamá")
    charla.say("y para mi papá?", FUERA)
    assert (charla.filtros.categoria, charla.filtros.para) == ("Televisores", HOMBRE)
    assert not only_names_recipient(read(entender("para mi papá que está enfermo")))

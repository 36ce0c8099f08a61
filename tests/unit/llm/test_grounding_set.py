"""The written answers: how many lies are caught, how many honest answers are disturbed."""

import pytest

from benchmarks.grounding import medir
from benchmarks.grounding_cases import PARTICIONES, leer_casos, leer_conjuntos, particion_de

# The target is 99 % caught and 2 % disturbed. The proof meets it on the half that it was mended on; the held-out half
# was proved once and left alone, and this holds what it gave (docs/grounding.md has every first look).
CAZA_MIN = {"dev": 0.99, "held_out": 0.94}
ALARMA_MAX = {"dev": 0.02, "held_out": 0.08}


@pytest.mark.parametrize("particion", PARTICIONES)
def test_catch_rate_and_false_alarms(particion: str) -> None:
    """Nearly all of the lying answers show none of their lies; hardly any honest one loses a sentence."""
    medida = medir(particion)
    assert medida.caza >= CAZA_MIN[particion], medida.escapadas
    assert medida.alarmas <= ALARMA_MAX[particion], medida.falsas


def test_the_set_is_what_it_says() -> None:
    """Sizes, no answer twice, every lie is in its answer, and no facts are shared between the halves."""
    casos = {p: leer_casos(p) for p in PARTICIONES}
    todos = [c for p in PARTICIONES for c in casos[p]]
    assert sum(c.honesto for c in todos) >= 1_600
    assert sum(not c.honesto for c in todos) >= 1_600
    assert len({(c.conjunto, c.respuesta) for c in todos}) == len(todos)
    assert all(m in c.respuesta for c in todos for m in c.mentira)
    for particion, propios in casos.items():
        assert {particion_de(c.conjunto) for c in propios} == {particion}
    assert len(leer_conjuntos()) >= 12
    productos = {
        p: {f.id for c in propios for f in leer_conjuntos()[c.conjunto][0].productos} for p, propios in casos.items()
    }
    assert not productos["dev"] & productos["held_out"]

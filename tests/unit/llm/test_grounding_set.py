"""The written answers: how many lies are caught, how many honest answers are disturbed."""

import pytest

from benchmarks.grounding import medir
from benchmarks.grounding_cases import PARTICIONES, leer_casos, leer_conjuntos, particion_de

CAZA, ALARMA = 0.99, 0.02  # the target: lies caught, honest answers disturbed
# Not met yet on answers that nothing was mended on (CHANGELOG, Known gaps). Strict: the day it is, this mark has to go.
UNSEEN = pytest.mark.xfail(strict=True, raises=AssertionError, reason="the target is not met on unseen answers")
MEASURED_CAZA, MEASURED_ALARMA = 0.94, 0.08  # the held-out half at its first look (docs/grounding.md has every one)


@pytest.mark.parametrize("particion", ["dev", pytest.param("held_out", marks=UNSEEN)])
def test_catch_rate_and_false_alarms(particion: str) -> None:
    """Nearly all of the lying answers show none of their lies; hardly any honest one loses a sentence."""
    medida = medir(particion)
    assert medida.caza >= CAZA, medida.escapadas
    assert medida.alarmas <= ALARMA, medida.falsas


def test_unseen_answers_are_proved_no_worse_than_at_first() -> None:
    """Until they meet the target, the held-out answers keep what they gave when they were first looked at."""
    medida = medir("held_out")
    assert medida.caza >= MEASURED_CAZA, medida.escapadas
    assert medida.alarmas <= MEASURED_ALARMA, medida.falsas


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

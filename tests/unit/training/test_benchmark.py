"""The training code runs on a data set with labels of its own and prints one line of figures."""

import json
from pathlib import Path

import pytest

from training.benchmark import main

TRAIN = """version: "3.1"
nlu:
- intent: pedir_pizza
  examples: |
    - quiero una [napolitana](pizza) [grande](tamano)
    - una [margarita](pizza) [chica](tamano) por favor
    - manda dos [napolitana](pizza)
    - me das una [margarita](pizza) [grande](tamano)
    - quiero la [cuatro quesos](pizza)
    - pide una [napolitana](pizza) [chica](tamano)
- intent: despedirse
  examples: |
    - adiós
    - nos vemos
    - hasta luego
    - chao
    - buenas noches
    - hasta mañana
- lookup: pizza
  examples: |
    - pepperoni
"""
TEST = """version: "3.1"
nlu:
- intent: pedir_pizza
  examples: |
    - quiero una [pepperoni](pizza) [grande](tamano)
    - me das una [napolitana](pizza)
- intent: despedirse
  examples: |
    - hasta luego, adiós
"""


def test_other_labels(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One JSON line with every figure; on sentences this plain every intent is right."""
    (tmp_path / "a.yml").write_text(TRAIN, encoding="utf-8")
    (tmp_path / "b.yml").write_text(TEST, encoding="utf-8")
    assert main(["--train", str(tmp_path / "a.yml"), "--test", str(tmp_path / "b.yml")]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    figures = json.loads(line)
    assert {"accuracy", "macro_f1", "entity_f1", "ece", "seconds", "mb", "ms"} <= figures.keys()
    assert (figures["accuracy"], figures["macro_f1"]) == (1.0, 1.0)
    assert figures["entity_f1"] >= 0.8
    assert 0 <= figures["ece"] <= 1
    assert min(figures[name] for name in ("seconds", "mb", "ms")) > 0


@pytest.mark.parametrize(
    ("train", "reason"),
    [
        ("nlu:\n- intent: a\n  examples: |\n    hola\n", "a.yml:4: expected"),
        ("nlu:\n- intent: a\n  examples: |\n    - hola\n", "at least two intents"),
    ],
)
def test_bad_data_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], train: str, reason: str) -> None:
    """A broken line, or too little to learn from: exit status 1 and the reason on one line."""
    (tmp_path / "a.yml").write_text(train, encoding="utf-8")
    (tmp_path / "b.yml").write_text(TEST, encoding="utf-8")
    assert main(["--train", str(tmp_path / "a.yml"), "--test", str(tmp_path / "b.yml")]) == 1
    assert reason in capsys.readouterr().err

"""A metric that falls by more than its interval stops the training by name; chance and better figures do not."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from training.context import Context
from training.gate import MetricFell, check_metrics, fallen
from training.metrics import Figure
from training.paths import Paths


def figure(value: float) -> Figure:
    """A value known to ± 0.02."""
    return Figure(value, value - 0.02, value + 0.02, 100)


@pytest.mark.parametrize(
    ("name", "before", "now", "fell"),
    [
        ("accuracy", 0.90, 0.95, False),
        ("accuracy", 0.90, 0.89, False),
        ("accuracy", 0.90, 0.87, True),
        ("ece", 0.03, 0.01, False),
        ("ece", 0.03, 0.04, False),
        ("ece", 0.03, 0.06, True),
    ],
)
def test_a_fall_beyond_chance_is_named(name: str, before: float, now: float, fell: bool) -> None:
    """More is better, except for errors, and the half width of the committed interval is forgiven."""
    lines = fallen({name: figure(before)}, {name: figure(now)})
    assert [line.split(":")[0] for line in lines] == ([name] if fell else [])


def test_a_metric_that_is_gone_has_fallen() -> None:
    """What is no longer measured is not taken for right."""
    assert len(fallen({"accuracy": figure(0.9)}, {})) == 1


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Committed 0.9, measured 0.8."""
    paths = Paths(artifacts=tmp_path)
    paths.work.mkdir()
    for file, value in ((paths.metrics_file, 0.9), (paths.measured_file, 0.8)):
        file.write_text(json.dumps({"accuracy": asdict(figure(value))}))
    return paths


def test_the_gate_stops(paths: Paths) -> None:
    """The error names the metric and how to accept it; the committed file stays as it is."""
    before = paths.metrics_file.read_text()
    with pytest.raises(MetricFell, match=r"accuracy: 0\.8000, committed 0\.9000 ± 0\.0200\n.*--accept"):
        check_metrics(Context(paths=paths))
    assert paths.metrics_file.read_text() == before


def test_accepting_makes_a_new_baseline(paths: Paths) -> None:
    """With `accept` the measured figures are the committed ones."""
    check_metrics(Context(paths=paths, accept=True))
    assert paths.metrics_file.read_text() == paths.measured_file.read_text()


def test_the_first_training_makes_the_baseline(paths: Paths) -> None:
    """Without a committed file there is nothing to fall below."""
    paths.metrics_file.unlink()
    check_metrics(Context(paths=paths))
    assert paths.metrics_file.read_text() == paths.measured_file.read_text()

"""Figures against values computed by hand."""

import math

import numpy as np
import pytest

from training.metrics import (
    SpanCounts,
    accuracy,
    auroc,
    bootstrap,
    count_spans,
    entity_f1,
    expected_calibration_error,
    fpr95,
    log_loss,
    macro_f1,
    reliability,
    total,
)

GOLD = np.array([0, 0, 0, 1, 1, 2])
DECIDED = np.array([0, 0, 1, 1, 0, 2])


def test_accuracy_counts_right_answers() -> None:
    """Four of six are right."""
    assert accuracy(GOLD, DECIDED) == pytest.approx(4 / 6)


def test_macro_f1_is_the_mean_over_labels() -> None:
    """F1 is 2·2/6 for label 0, 2·1/4 for label 1, 1 for label 2; a fourth label that never occurs does not count."""
    assert macro_f1(GOLD, DECIDED, 4) == pytest.approx((4 / 6 + 2 / 4 + 1) / 3)


def test_calibration_error_weighs_bins_by_size() -> None:
    """Three at 0.95, two of them right: |0.95 − 2/3|; one at 0.55, right: 0.45."""
    confidence, right = np.array([0.95, 0.95, 0.95, 0.55]), np.array([True, True, False, True])
    expected = 0.75 * (0.95 - 2 / 3) + 0.25 * 0.45
    assert expected_calibration_error(confidence, right, bins=10) == pytest.approx(expected)
    assert [share for *_, share in reliability(confidence, right, bins=10)] == [0.25, 0.75]


def test_full_confidence_falls_in_the_last_bin() -> None:
    """A confidence of 1 is in no bin of its own."""
    assert expected_calibration_error(np.array([1.0]), np.array([True])) == 0.0


def test_log_loss_is_of_the_right_label() -> None:
    """Probabilities 0.5 and 0.25 of the right labels."""
    probs = np.array([[0.5, 0.5], [0.75, 0.25]])
    assert log_loss(probs, np.array([0, 1])) == pytest.approx((math.log(2) + math.log(4)) / 2)


def test_auroc_counts_pairs_in_order() -> None:
    """Three of four pairs of a positive and a negative are in order."""
    score, positive = np.array([0.1, 0.4, 0.35, 0.8]), np.array([False, False, True, True])
    assert auroc(score, positive) == pytest.approx(0.75)
    assert math.isnan(auroc(score, np.array([True] * 4)))


def test_fpr95_is_the_price_of_finding_nearly_all() -> None:
    """To find both positives one of two negatives is taken for one."""
    assert fpr95(np.array([0.1, 0.4, 0.35, 0.8]), np.array([False, False, True, True])) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("gold", "found", "strict", "relaxed"),
    [
        ([(0, 5, "marca")], [(0, 5, "marca")], 1, 1),
        ([(0, 5, "marca")], [(0, 4, "marca")], 0, 1),
        ([(0, 5, "marca")], [(0, 5, "producto")], 0, 0),
        ([(0, 5, "marca")], [(5, 9, "marca")], 0, 0),
        ([(0, 9, "marca")], [(0, 4, "marca"), (5, 9, "marca")], 0, 1),
        ([(0, 4, "marca"), (5, 9, "marca")], [(0, 9, "marca")], 0, 1),
        ([(0, 4, "marca"), (5, 9, "marca")], [(3, 9, "marca"), (0, 4, "marca")], 1, 2),
        ([], [(0, 4, "marca")], 0, 0),
    ],
)
def test_spans_count_once(
    gold: list[tuple[int, int, str]], found: list[tuple[int, int, str]], strict: int, relaxed: int
) -> None:
    """Each annotated span is matched by one found span at most, exact ones first."""
    assert count_spans(gold, found) == SpanCounts(len(gold), len(found), strict, relaxed)


def test_f1_of_spans() -> None:
    """Two exact of three annotated and four found: 2·2/7; nothing to find and nothing found has no F1."""
    counts = total([SpanCounts(2, 3, 1, 2), SpanCounts(1, 1, 1, 1)])
    assert counts.f1(strict=True) == pytest.approx(4 / 7)
    assert counts.f1(strict=False) == pytest.approx(6 / 7)
    assert math.isnan(SpanCounts().f1(strict=True))
    assert entity_f1([SpanCounts(2, 3, 1, 2), SpanCounts(1, 1, 1, 1)], strict=True, seed=1).n == 3


def test_bootstrap_brackets_the_value_and_repeats() -> None:
    """The interval of 80 right of 100 holds 0.8, is about ±8 points wide, and is the same for the same seed."""
    right = np.array([1.0] * 80 + [0.0] * 20)
    figure = bootstrap(100, lambda c: float(right[c].mean()), seed=3)
    assert figure.value == pytest.approx(0.8)
    assert 0.68 < figure.low < 0.75 < 0.85 < figure.high < 0.92
    assert figure == bootstrap(100, lambda c: float(right[c].mean()), seed=3)


def test_bootstrap_of_nothing_is_nothing() -> None:
    """Without items there is no value."""
    assert bootstrap(0, lambda c: 1.0, seed=1).n == 0

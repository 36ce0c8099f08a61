"""The fallback rule costs least on validation messages, and never turns away more shoppers than allowed."""

import numpy as np
import pytest

from training.calibrate import METHODS, choose_decision, compare, fit

FALLBACK = 2
# Ten sure and right, two unsure and wrong, two unsure and right, two out of scope taken for label 0 with some doubt.
PROBS = np.array([[0.98, 0.01, 0.01]] * 10 + [[0.5, 0.4, 0.1]] * 4 + [[0.6, 0.1, 0.3]] * 2)
TRUTH = np.array([0] * 10 + [1, 1, 0, 0] + [FALLBACK] * 2)


def test_a_costly_mistake_makes_the_rule_strict() -> None:
    """Where a wrong answer costs much, all six unsure messages fall back."""
    rule = choose_decision(PROBS, TRUTH, FALLBACK, cost_wrong=5.0, max_false_fallback=1.0)
    assert [rule.falls_back(row.tolist(), FALLBACK) for row in PROBS] == [False] * 10 + [True] * 6


def test_a_cheap_mistake_makes_the_rule_lenient() -> None:
    """Where a needless fallback costs as much as two mistakes, nothing falls back."""
    rule = choose_decision(PROBS, TRUTH, FALLBACK, cost_wrong=0.0, max_false_fallback=1.0)
    assert not any(rule.falls_back(row.tolist(), FALLBACK) for row in PROBS)


def test_shoppers_are_not_turned_away_whatever_the_cost() -> None:
    """A limit on false fallbacks wins over the cost."""
    rule = choose_decision(PROBS, TRUTH, FALLBACK, cost_wrong=100.0, max_false_fallback=0.0)
    assert not any(rule.falls_back(row.tolist(), FALLBACK) for row in PROBS[:14])


@pytest.mark.parametrize("method", METHODS)
def test_calibrated_rows_sum_to_one(method: str) -> None:
    """Every kind gives probabilities, and keeps the likeliest label on scores that are clear."""
    rng = np.random.default_rng(1)
    truth = rng.integers(0, 3, 300)
    scores = rng.normal(size=(300, 3)) + 4 * np.eye(3)[truth]
    probs = fit(method, scores, truth)(scores)
    assert probs.sum(axis=1) == pytest.approx(1.0)
    assert (probs > 0).all()
    assert (probs.argmax(axis=1) == truth).mean() > 0.95


def test_comparison_covers_every_method() -> None:
    """Each is judged by log loss, calibration error and AUROC on messages that it was not fitted on."""
    rng = np.random.default_rng(1)
    truth = rng.integers(0, 3, 300)
    scores = 3 * rng.normal(size=(300, 3)) + 6 * np.eye(3)[truth]
    quality = compare(scores, truth, FALLBACK, seed=1)
    assert set(quality) == set(METHODS)
    assert all(q.log_loss > 0 and 0 <= q.ece <= 1 and 0.5 < q.auroc <= 1 for q in quality.values())

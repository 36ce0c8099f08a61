"""Fits every kind of calibration on validation scores and chooses among them, and the fallback rule that costs least."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from itertools import product
from typing import Final

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from app.nlu.calibration import Calibration, Isotonic, NoCalibration, Sigmoid, Temperature
from app.nlu.intent_classifier import Decision
from training.metrics import Floats, Ints, accuracy, auroc, expected_calibration_error, log_loss

_FOLDS: Final = 5
_THRESHOLDS: Final = np.round(np.arange(0.0, 0.96, 0.05), 2)
_GAPS: Final = np.round(np.arange(0.0, 0.51, 0.05), 2)


@dataclass(frozen=True, slots=True)
class Judged:
    """How one kind of calibration does on messages that it was not fitted on."""

    log_loss: float
    ece: float
    auroc: float  # of the fallback label's probability; 1 where there is no such label

    @property
    def badness(self) -> float:
        """Returns what the choice minimises: all three count, each in its own unit from 0."""
        return self.log_loss + self.ece + (1 - self.auroc)


def fit_none(scores: Floats, gold: Ints) -> Calibration:
    """Returns the classifier's own probabilities."""
    return NoCalibration()


def fit_temperature(scores: Floats, gold: Ints) -> Calibration:
    """Returns the temperature of least log loss."""
    found = minimize_scalar(lambda t: log_loss(Temperature(t)(scores), gold), bounds=(0.05, 5.0), method="bounded")
    return Temperature(float(found.x))


def fit_sigmoid(scores: Floats, gold: Ints) -> Calibration:
    """Returns one logistic curve a label."""
    curves = [LogisticRegression().fit(scores[:, [k]], gold == k) for k in range(scores.shape[1])]
    return Sigmoid(tuple(float(c.coef_[0, 0]) for c in curves), tuple(float(c.intercept_[0]) for c in curves))


def fit_isotonic(scores: Floats, gold: Ints) -> Calibration:
    """Returns one staircase a label."""
    stairs = [IsotonicRegression(out_of_bounds="clip").fit(scores[:, k], gold == k) for k in range(scores.shape[1])]
    return Isotonic(
        tuple(tuple(map(float, s.X_thresholds_)) for s in stairs), tuple(tuple(map(float, s.y_thresholds_)) for s in stairs)
    )


FITS: Final[Mapping[str, Callable[[Floats, Ints], Calibration]]] = {
    "none": fit_none,
    "temperature": fit_temperature,
    "sigmoid": fit_sigmoid,
    "isotonic": fit_isotonic,
}


def cross_calibrate(name: str, scores: Floats, gold: Ints, *, seed: int) -> Floats:
    """Returns the probabilities that a kind of calibration gives to each message, fitted on the others."""
    probs = np.zeros_like(scores)
    for fit_on, rest in StratifiedKFold(_FOLDS, shuffle=True, random_state=seed).split(scores, gold):
        probs[rest] = FITS[name](scores[fit_on], gold[fit_on])(scores[rest])
    return probs


def judge_all(scores: Floats, gold: Ints, fallback: int | None, *, seed: int) -> dict[str, Judged]:
    """Returns how each kind of calibration does, by name. `fallback` is the number of the out-of-scope label."""
    out = {}
    for name in FITS:
        probs = cross_calibrate(name, scores, gold, seed=seed)
        out[name] = Judged(
            log_loss(probs, gold),
            expected_calibration_error(probs.max(axis=1), probs.argmax(axis=1) == gold),
            1.0 if fallback is None else auroc(probs[:, fallback], gold == fallback),
        )
    return out


def choose_decision(
    probs: Floats, gold: Ints, fallback: int, *, cost_wrong: float, max_false_fallback: float
) -> Decision:
    """Returns the threshold and gap of least cost on these messages, the smallest where several cost the same.

    Args:
        cost_wrong: of a wrong answer, in needless fallbacks.
        max_false_fallback: share of the in-scope messages that may be turned away; what the classifier itself takes
            for out of scope is always allowed.
    """
    limit = max(max_false_fallback, false_fallback(probs.argmax(axis=1), gold, fallback))
    candidates = []
    for threshold, gap in product(_THRESHOLDS, _GAPS):
        decided = decide_all(probs, fallback, threshold, gap)
        if false_fallback(decided, gold, fallback) <= limit:
            candidates.append((cost_of(decided, gold, fallback, cost_wrong=cost_wrong), threshold, gap))
    _, threshold, gap = min(candidates)
    return Decision(float(threshold), float(gap))


def cost_of(decided: Ints, gold: Ints, fallback: int, *, cost_wrong: float) -> float:
    """Returns the mean cost: `cost_wrong` for each wrong answer, 1 for each needless fallback."""
    wrong = (decided != gold) & (decided != fallback)
    needless = (decided == fallback) & (gold != fallback)
    return float((cost_wrong * wrong + needless).mean())


def false_fallback(decided: Ints, gold: Ints, fallback: int) -> float:
    """Returns the share of in-scope messages that were turned away."""
    in_scope = gold != fallback
    return float((decided[in_scope] == fallback).mean()) if in_scope.any() else 0.0


def decide_all(probs: Floats, fallback: int, threshold: float, gap: float) -> Ints:
    """Returns the decision on each row; the same rule as `Decision.falls_back`, on arrays."""
    first_two = np.sort(probs, axis=1)[:, -2:]
    unsure = (first_two[:, 1] < threshold) | (first_two[:, 1] - first_two[:, 0] < gap)
    return np.asarray(np.where(unsure, fallback, probs.argmax(axis=1)), dtype=np.int64)


def describe(probs: Floats, decided: Ints, gold: Ints, fallback: int) -> dict[str, float]:
    """Returns the few validation figures that travel in the manifest."""
    in_scope = gold != fallback
    return {
        "messages": len(gold),
        "accuracy": round(accuracy(gold, decided), 4),
        "ece": round(expected_calibration_error(probs[np.arange(len(gold)), decided], decided == gold), 4),
        "auroc": round(auroc(probs[:, fallback], ~in_scope), 4),
        "false_fallback": round(false_fallback(decided, gold, fallback), 4),
    }


def rows_of(judged: Mapping[str, Judged]) -> dict[str, dict[str, float]]:
    """Returns the JSON form of all judgements."""
    return {name: asdict(j) for name, j in judged.items()}

"""Fits the four calibrations on validation scores, compares them where they were not fitted, and sets the fallback."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

from app.nlu.calibration import Calibration, Isotonic, Matrix, NoCalibration, Sigmoid, Temperature
from app.nlu.intent_classifier import Decision

METHODS: Final = ("none", "temperature", "sigmoid", "isotonic")
_BINS: Final = 10
_FOLDS: Final = 5
_GRID: Final = 40
_WIDEST_GAP: Final = 0.2  # a wider one rests on two or three of 400 validation messages


@dataclass(frozen=True, slots=True)
class Quality:
    """How good probabilities are: log loss in nats, ECE and AUROC from 0 to 1 (AUROC nan without that label)."""

    log_loss: float
    ece: float
    auroc: float


def fit(method: str, scores: Matrix, truth: np.ndarray) -> Calibration:
    """Returns a calibration fitted on (n, k) scores and the index of the right label of each."""
    if method == "none":
        return NoCalibration()
    if method == "temperature":
        found = minimize_scalar(lambda t: _log_loss(Temperature(t)(scores), truth), bounds=(0.05, 20), method="bounded")
        return Temperature(float(found.x))
    if method == "sigmoid":
        return _fit_sigmoid(scores, truth)
    curves = [IsotonicRegression(out_of_bounds="clip").fit(scores[:, k], truth == k) for k in range(scores.shape[1])]
    return Isotonic(
        tuple(tuple(map(float, c.X_thresholds_)) for c in curves),
        tuple(tuple(map(float, c.y_thresholds_)) for c in curves),
    )


def compare(scores: Matrix, truth: np.ndarray, fallback: int | None, seed: int) -> dict[str, Quality]:
    """Returns each method's quality, cross-fitted: every message is judged by a calibration that never saw it."""
    folds = list(StratifiedKFold(_FOLDS, shuffle=True, random_state=seed).split(scores, truth))
    out = {}
    for method in METHODS:
        probs = np.zeros_like(scores)
        for fitted, judged in folds:
            probs[judged] = fit(method, scores[fitted], truth[fitted])(scores[judged])
        out[method] = judge(probs, truth, fallback)
    return out


def choose(qualities: Mapping[str, Quality]) -> str:
    """Returns the method with the least sum of ranks over log loss, ECE and AUROC; log loss breaks a tie."""

    def rank(method: str) -> tuple[int, float]:
        mine = qualities[method]
        better = [
            (q.log_loss < mine.log_loss) + (q.ece < mine.ece) + (q.auroc > mine.auroc) for q in qualities.values()
        ]
        return sum(better), mine.log_loss

    return min(qualities, key=rank)


def judge(probs: Matrix, truth: np.ndarray, fallback: int | None) -> Quality:
    """Returns the quality of (n, k) probabilities."""
    best = probs.argmax(axis=1)
    outside = truth == fallback
    known = fallback is not None and 0 < outside.sum() < len(truth)
    auroc = float(roc_auc_score(outside, probs[:, fallback])) if known else float("nan")
    return Quality(_log_loss(probs, truth), calibration_error(probs.max(axis=1), best == truth), auroc)


def calibration_error(confidence: np.ndarray, right: np.ndarray) -> float:
    """Returns the expected calibration error over ten bins of equal width, 0 to 1."""
    bins = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    here = [bins == b for b in sorted(set(bins.tolist()))]
    gaps = [abs(confidence[b].mean() - right[b].mean()) * b.mean() for b in here]
    return float(sum(gaps))


def choose_decision(
    probs: Matrix, truth: np.ndarray, fallback: int, *, cost_wrong: float, max_false_fallback: float
) -> Decision:
    """Returns the threshold and gap of least cost: a wrong answer costs `cost_wrong`, a needless fallback 1.

    At most a share `max_false_fallback` of the in-scope messages may be turned away, or as many as the classifier
    itself takes for out of scope when that is more. The least strict of equally good rules is taken.
    """
    first, best, inside = probs.max(axis=1), probs.argmax(axis=1), truth != fallback
    most = max(max_false_fallback * inside.sum(), float((best[inside] == fallback).sum()))
    options = []
    for threshold in np.linspace(0, 0.8, _GRID + 1):
        for gap in np.linspace(0, _WIDEST_GAP, _GRID // 4 + 1):
            falls = (first < threshold) | (first - probs[:, fallback] < gap) | (best == fallback)
            wrong, needless = ~falls & (best != truth), falls & inside
            if needless.sum() <= most:
                options.append((cost_wrong * wrong.sum() + needless.sum(), float(threshold), float(gap)))
    _, threshold, gap = min(options)
    return Decision(round(threshold, 4), round(gap, 4))


def label_indexes(labels: Sequence[str], names: Sequence[str]) -> np.ndarray:
    """Returns the index among `labels` of each name."""
    return np.array([list(labels).index(name) for name in names])


def _fit_sigmoid(scores: Matrix, truth: np.ndarray) -> Sigmoid:
    fitted = [LogisticRegression(C=1e3).fit(scores[:, [k]], truth == k) for k in range(scores.shape[1])]
    return Sigmoid(tuple(float(f.coef_[0, 0]) for f in fitted), tuple(float(f.intercept_[0]) for f in fitted))


def _log_loss(probs: Matrix, truth: np.ndarray) -> float:
    return float(-np.mean(np.log(probs[np.arange(len(truth)), truth])))

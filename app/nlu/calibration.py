"""Scores of a classifier to probabilities: none, temperature, sigmoid or isotonic, fitted on validation data.

Each takes (n, k) scores and returns (n, k) probabilities whose rows sum to 1. Which one is served is chosen in
`training.calibrate` by log loss, calibration error and out-of-scope AUROC together; the report shows all four.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
_LEAST: float = 1e-6  # no probability is quite 0: the ranking keeps every label


class Calibration(Protocol):
    """Turns scores into probabilities."""

    def __call__(self, scores: Matrix) -> Matrix: ...


@dataclass(frozen=True, slots=True)
class NoCalibration:
    """What one-vs-rest logistic regression says by itself: each label's own probability, made to sum to 1."""

    def __call__(self, scores: Matrix) -> Matrix:
        """Returns the probabilities."""
        return _normalised(_sigmoid(scores))


@dataclass(frozen=True, slots=True)
class Temperature:
    """Softmax of the scores over `t`."""

    t: float

    def __call__(self, scores: Matrix) -> Matrix:
        """Returns the probabilities."""
        z = scores / self.t
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return _normalised(e)


@dataclass(frozen=True, slots=True)
class Sigmoid:
    """Platt scaling of each label, `slopes[k] * score + offsets[k]`, made to sum to 1."""

    slopes: tuple[float, ...]
    offsets: tuple[float, ...]

    def __call__(self, scores: Matrix) -> Matrix:
        """Returns the probabilities."""
        return _normalised(_sigmoid(scores * np.array(self.slopes) + np.array(self.offsets)))


@dataclass(frozen=True, slots=True)
class Isotonic:
    """A rising step curve for each label, through points (xs[k], ys[k]), made to sum to 1."""

    xs: tuple[tuple[float, ...], ...]
    ys: tuple[tuple[float, ...], ...]

    def __call__(self, scores: Matrix) -> Matrix:
        """Returns the probabilities."""
        columns = [np.interp(scores[:, k], self.xs[k], self.ys[k]) for k in range(scores.shape[1])]
        return _normalised(np.column_stack(columns))


def _sigmoid(x: Matrix) -> Matrix:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(x, -500, 500))), dtype=np.float64)


def _normalised(p: Matrix) -> Matrix:
    p = np.maximum(p, _LEAST)
    return np.asarray(p / p.sum(axis=1, keepdims=True), dtype=np.float64)

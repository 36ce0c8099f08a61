"""Scores of a classifier to probabilities: none, temperature, sigmoid or isotonic, fitted on validation data."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Temperature:
    """Softmax of the scores over `t`; t = 1 leaves the classifier's own probabilities."""

    t: float = 1.0

    def __call__(self, scores: Matrix) -> Matrix:
        """Returns (n, k) probabilities of (n, k) scores; rows sum to 1."""
        z = scores / self.t
        z = z - z.max(axis=1, keepdims=True)
        e = np.exp(z)
        return np.asarray(e / e.sum(axis=1, keepdims=True), dtype=np.float64)

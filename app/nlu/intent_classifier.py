"""Which of the labels a message has, with probabilities that can be believed, and when to say "not understood".

The weights are those of a scikit-learn pipeline (TF-IDF of each view -> logistic regression) that `training.classifier`
fits and takes apart. The server applies them itself: scikit-learn 1.9 needs 5 ms for one message, nearly all of it
checks of its arguments, and 80 MB; this needs 0.3 ms. A test keeps both equal to the fourth digit.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.nlu.calibration import Calibration
from app.nlu.features import VIEWS, Vista
from app.nlu.hashed import HashedWords

Probs = NDArray[np.float64]
Weights = NDArray[np.float32]


def feature_key(view: str, feature: str) -> str:
    """Returns the name of a feature among those of all views."""
    return f"{view}\t{feature}"


@dataclass(frozen=True, slots=True)
class ViewWeights:
    """One view in the model. `counted` views are TF-IDF of length 1; the others are sets, each member worth 1."""

    name: str
    weight: float
    counted: bool


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Scores of the labels, linear in the features.

    Args:
        views: the views and how much each counts.
        features: (n,) features of all views.
        idf: (n,) inverse document frequency of each; 1 in views that are sets.
        coef: (n, k) weights.
        intercept: (k,).
    """

    views: tuple[ViewWeights, ...]
    features: HashedWords
    idf: Weights
    coef: Weights
    intercept: Weights

    def scores(self, vistas: Sequence[Vista]) -> Probs:
        """Returns (len(vistas), k) scores."""
        rows = [self._score(vista) for vista in vistas]
        return np.array(rows, dtype=np.float64).reshape(len(vistas), len(self.intercept))

    def _score(self, vista: Vista) -> Weights:
        total = self.intercept.copy()
        for view in self.views:
            counts = Counter(VIEWS[view.name](vista))
            rows = self.features.find([feature_key(view.name, feature) for feature in counts])
            known = rows >= 0
            rows = rows[known]
            if not len(rows):
                continue
            values = np.ones(len(rows), dtype=np.float32)
            if view.counted:
                values = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts))[known])) * self.idf[rows]
                values /= np.linalg.norm(values)
            total += view.weight * (values @ self.coef[rows])
        return total


@dataclass(frozen=True, slots=True)
class Decision:
    """When the first of the ranking is not believed: below `threshold`, or within `gap` of the fallback's own label."""

    threshold: float = 0.0
    gap: float = 0.0

    def falls_back(self, probs: Sequence[float], fallback: int) -> bool:
        """Returns whether these probabilities are too little to act on; `fallback` is the index of that label.

        Doubt between two things that the shop can do is no reason to do neither.
        """
        first = max(probs)
        return first < self.threshold or first - probs[fallback] < self.gap


class IntentClassifier:
    """A trained classifier with its calibration and its decision rule; the artefact is the whole of it.

    Args:
        model: the weights.
        labels: the k labels, in the order of the scores.
        calibration: scores -> probabilities.
        decision: when to fall back.
        fallback: the label to fall back to; None for data that has no such label.
    """

    def __init__(
        self,
        model: LinearModel,
        labels: Sequence[str],
        calibration: Calibration,
        decision: Decision,
        fallback: str | None,
    ) -> None:
        self.model, self.calibration, self.decision, self.fallback = model, calibration, decision, fallback
        self.labels = tuple(labels)

    def scores(self, vistas: Sequence[Vista]) -> Probs:
        """Returns (n, n_labels) scores, before calibration."""
        return self.model.scores(vistas)

    def predict_proba(self, vistas: Sequence[Vista]) -> Probs:
        """Returns (n, n_labels) calibrated probabilities in the order of `labels`; rows sum to 1."""
        return self.calibration(self.scores(vistas))

    def decide(self, probs: Probs) -> tuple[str, float]:
        """Returns the decision on one row of probabilities, and the probability that it is right."""
        best = int(probs.argmax())
        if self.fallback is not None:
            outside = self.labels.index(self.fallback)
            best = outside if self.decision.falls_back(probs.tolist(), outside) else best
        return self.labels[best], float(probs[best])

"""Which of the labels a message has, with probabilities that can be believed, and when to say "not understood"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline

from app.nlu.features import Vista

Probs = NDArray[np.float64]
_WORDS: Final = r"\S+"


def build_classifier(*, c: float, weights: dict[str, float], seed: int) -> Pipeline:
    """Returns the untrained classifier: views -> TF-IDF -> logistic regression.

    Args:
        c: inverse strength of the regularisation.
        weights: how much each view counts, by its name; a view without weight is left out.
        seed: of the solver.
    """
    views: list[tuple[str, Any]] = [
        ("tapado_palabras", _tfidf("tapado", "word", (1, 3))),
        ("tapado_letras", _tfidf("tapado", "char_wb", (2, 5))),
        ("sonido_palabras", _tfidf("sonido", "word", (1, 3))),
        ("crudo_palabras", _tfidf("crudo", "word", (1, 2))),
        ("crudo_letras", _tfidf("crudo", "char_wb", (2, 5))),
        ("senales", TfidfVectorizer(analyzer=attrgetter("senales"), use_idf=False, norm=None)),
    ]
    kept = [(name, view) for name, view in views if weights.get(name)]
    union = FeatureUnion(kept, transformer_weights={name: weights[name] for name, _ in kept})
    return Pipeline([("vistas", union), ("lr", LogisticRegression(C=c, max_iter=400, random_state=seed))])


def _tfidf(view: str, analyzer: str, ngrams: tuple[int, int]) -> TfidfVectorizer:
    """Returns the vectoriser of one view."""
    return TfidfVectorizer(
        preprocessor=attrgetter(view), analyzer=analyzer, ngram_range=ngrams, token_pattern=_WORDS if analyzer == "word" else None,
        sublinear_tf=True, min_df=2, dtype=np.float32,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """When the first of the ranking is not believed: below `threshold`, or within `gap` of the second."""

    threshold: float = 0.0
    gap: float = 0.0

    def falls_back(self, probs: Sequence[float]) -> bool:
        """Returns whether these probabilities are too little to act on."""
        first, second = sorted(probs, reverse=True)[:2]
        return first < self.threshold or first - second < self.gap


class IntentClassifier:
    """A trained classifier with its calibration and its decision rule; the artefact is the whole of it."""

    def __init__(
        self, pipeline: Pipeline, calibration: Callable[[Probs], Probs], decision: Decision, fallback: str | None
    ) -> None:
        self.pipeline, self.calibration, self.decision, self.fallback = pipeline, calibration, decision, fallback
        self.labels: tuple[str, ...] = tuple(str(label) for label in pipeline.classes_)

    def predict_proba(self, vistas: Sequence[Vista]) -> Probs:
        """Returns (n, n_labels) calibrated probabilities in the order of `labels`; rows sum to 1."""
        return self.calibration(np.atleast_2d(self.pipeline.decision_function(vistas)))

    def decide(self, probs: Probs) -> tuple[str, float]:
        """Returns the decision on one row of probabilities, and the probability that it is right."""
        best = int(probs.argmax())
        if self.fallback is None or self.labels[best] == self.fallback or not self.decision.falls_back(probs.tolist()):
            return self.labels[best], float(probs[best])
        return self.fallback, float(probs[self.labels.index(self.fallback)])

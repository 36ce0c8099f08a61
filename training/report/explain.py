"""The worst errors, and the features that decided them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.pipeline import Pipeline

from app.nlu.features import Vista
from training.metrics import Floats
from training.report.predictions import LABELS, Predictions


@dataclass(frozen=True, slots=True)
class Mistake:
    """One wrong decision: `because` are the features that spoke most for it against the right label."""

    text: str
    intent: str
    predicted: str
    confidence: float
    because: tuple[str, ...]
    where: str


def worst(p: Predictions, pipeline: Pipeline, vistas: Sequence[Vista], *, most: int) -> list[Mistake]:
    """Returns the wrong decisions, the most confident first."""
    wrong = sorted(np.flatnonzero(~p.right).tolist(), key=lambda i: -p.confidence[i])[:most]
    names, weights = pipeline["vistas"].get_feature_names_out(), coefficients(pipeline)
    out = []
    for i in wrong:
        m = p.mensajes[i]
        gold, decided = LABELS[int(p.gold[i])], LABELS[int(p.decided[i])]
        because = deciding_features(pipeline, vistas[i], names, _gap(pipeline, weights, decided, gold))
        where = f"{m.file.rsplit('/', 1)[-1]}:{m.line}"
        out.append(Mistake(m.text, gold, decided, float(p.confidence[i]), because, where))
    return out


def deciding_features(
    pipeline: Pipeline, vista: Vista, names: Floats, gap: Floats, *, most: int = 4
) -> tuple[str, ...]:
    """Returns the features of a message that add most to the score of one label over that of another.

    Args:
        names: (n_features,) of the pipeline.
        gap: (n_features,) weights for the one label less those for the other.
    """
    row = pipeline["vistas"].transform([vista]).tocsr()
    contributions = row.data * gap[row.indices]
    best = np.argsort(-contributions)[:most]
    return tuple(f"{names[row.indices[i]]} {contributions[i]:+.2f}" for i in best if contributions[i] > 0)


def _gap(pipeline: Pipeline, weights: Floats, chosen: str, right: str) -> Floats:
    labels = [str(label) for label in pipeline.classes_]
    return np.asarray(weights[labels.index(chosen)] - weights[labels.index(right)])


def coefficients(pipeline: Pipeline) -> Floats:
    """Returns (n_labels, n_features) weights of the classifier, one label against the rest or multinomial."""
    lr = pipeline["lr"]
    if hasattr(lr, "estimators_"):
        return np.vstack([estimator.coef_ for estimator in lr.estimators_])
    return np.asarray(lr.coef_)

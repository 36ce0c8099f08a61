"""The scikit-learn pipeline of the intent classifier, and its weights as the server applies them."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import FeatureUnion, Pipeline

from app.nlu.calibration import Calibration
from app.nlu.features import VIEWS
from app.nlu.hashed import HashedWords, hash_words
from app.nlu.intent_classifier import Decision, IntentClassifier, LinearModel, ViewWeights, feature_key

_SETS: Final = frozenset({"senales"})  # views whose features are there or not: no frequency, no length


def build_classifier(*, c: float, weights: Mapping[str, float], seed: int) -> Pipeline:
    """Returns the untrained classifier: features -> TF-IDF -> one logistic regression per label.

    Args:
        c: inverse strength of the regularisation.
        weights: how much each of VIEWS counts; one without weight is left out.
        seed: of the solver.
    """
    kept = [(name, _vectorizer(name)) for name in VIEWS if weights.get(name)]
    union = FeatureUnion(kept, transformer_weights={name: weights[name] for name, _ in kept})
    # One label against the rest, in the dual: as right as the multinomial form on our data, in a tenth of the time.
    lr = LogisticRegression(C=c, solver="liblinear", dual=True, tol=1e-2, max_iter=300, random_state=seed)
    return Pipeline([("vistas", union), ("lr", OneVsRestClassifier(lr))])


def serve(pipeline: Pipeline, calibration: Calibration, decision: Decision, fallback: str | None) -> IntentClassifier:
    """Returns a fitted classifier as the server applies it."""
    labels = [str(label) for label in pipeline.classes_]
    return IntentClassifier(linear_model(pipeline), labels, calibration, decision, fallback)


def linear_model(pipeline: Pipeline) -> LinearModel:
    """Returns the weights of a fitted classifier; its scores are the pipeline's `decision_function`."""
    union, lr = pipeline["vistas"], pipeline["lr"]
    keys: list[str] = []
    idf: list[float] = []
    for name, vectorizer in union.transformer_list:
        keys += [feature_key(name, str(feature)) for feature in vectorizer.get_feature_names_out()]
        idf += [1.0] * len(vectorizer.vocabulary_) if name in _SETS else vectorizer.idf_.tolist()
    coef = np.vstack([estimator.coef_ for estimator in lr.estimators_]).T.astype(np.float32)
    intercept = np.concatenate([estimator.intercept_ for estimator in lr.estimators_]).astype(np.float32)
    if coef.shape[1] == 1:  # two labels: one regression, whose score is the second label's
        coef, intercept = np.hstack([-coef, coef]), np.concatenate([-intercept, intercept])
    hashes = hash_words(keys)
    order = np.argsort(hashes)
    views = tuple(
        ViewWeights(name, union.transformer_weights[name], name not in _SETS) for name, _ in union.transformer_list
    )
    return LinearModel(
        views, HashedWords(hashes[order]), np.array(idf, dtype=np.float32)[order], coef[order], intercept
    )


def _vectorizer(name: str) -> TfidfVectorizer:
    """Returns the vectoriser of one view."""
    if name in _SETS:
        return TfidfVectorizer(analyzer=VIEWS[name], use_idf=False, norm=None, binary=True, dtype=np.float32)
    return TfidfVectorizer(analyzer=VIEWS[name], sublinear_tf=True, min_df=2, dtype=np.float32)

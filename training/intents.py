"""Trains the intent classifier on what the recogniser really finds, calibrates it and sets when it falls back."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Final, TypeAlias

import joblib
from sklearn.pipeline import Pipeline

from app.models.dominio import Intencion
from app.nlu.artifacts import INTENTS_FILE
from app.nlu.features import Vista
from app.nlu.intent_classifier import Decision, IntentClassifier
from training.calibrate import choose, choose_decision, compare, label_indexes
from training.calibrate import fit as fit_calibration
from training.classifier import build_classifier, linear_model
from training.context import Context
from training.corpus import view
from training.entities import FOUND_FILE, MODEL_FILE, read_found
from training.ner import find_entities
from training.paths import Config

Labelled: TypeAlias = tuple[Sequence[Vista], Sequence[str]]

CLASSIFIER_FILE: Final = "classifier.joblib"  # the scikit-learn pipeline, for the report
CALIBRATION_FILE: Final = "calibration.json"


def train_intents(context: Context) -> None:
    """Writes the classifier, and the comparison of the calibrations for the report."""
    work = context.paths.work
    leidos = [*context.train, *context.copies]
    vistas = [view(x, found) for x, found in zip(leidos, read_found(work / FOUND_FILE), strict=True)]
    seen = find_entities((work / MODEL_FILE).read_bytes(), context.valid)
    valid = [view(x, found) for x, found in zip(context.valid, seen, strict=True)]
    pipeline = fit_pipeline((vistas, [x.mensaje.intent for x in leidos]), context.config)
    labelled = valid, [x.mensaje.intent for x in context.valid]
    classifier, table = calibrated(pipeline, labelled, context.config, fallback=Intencion.NO_RECONOCIDA.value)
    joblib.dump(classifier, context.paths.artifacts / INTENTS_FILE)
    joblib.dump(pipeline, work / CLASSIFIER_FILE)
    (work / CALIBRATION_FILE).write_text(json.dumps(table, indent=1), encoding="utf-8")


def fit(
    train: Labelled, valid: Labelled, config: Config, *, fallback: str | None
) -> tuple[IntentClassifier, dict[str, object]]:
    """Returns the trained, calibrated classifier, and how the calibrations compare on the validation messages."""
    return calibrated(fit_pipeline(train, config), valid, config, fallback=fallback)


def fit_pipeline(train: Labelled, config: Config) -> Pipeline:
    """Returns the scikit-learn pipeline, trained."""
    pipeline = build_classifier(c=config.lr_c, weights=config.view_weights, seed=config.seed)
    return pipeline.fit(train[0], train[1])


def calibrated(
    pipeline: Pipeline, valid: Labelled, config: Config, *, fallback: str | None
) -> tuple[IntentClassifier, dict[str, object]]:
    """Returns a trained classifier with calibration and fallback, and how the calibrations compare."""
    model, labels = linear_model(pipeline), [str(label) for label in pipeline.classes_]
    scores, truth = model.scores(valid[0]), label_indexes(labels, valid[1])
    outside = labels.index(fallback) if fallback in labels else None
    qualities = compare(scores, truth, outside, config.seed)
    method = choose(qualities)
    calibration = fit_calibration(method, scores, truth)
    decision = Decision()
    if outside is not None:
        decision = choose_decision(
            calibration(scores),
            truth,
            outside,
            cost_wrong=config.cost_wrong,
            max_false_fallback=config.max_false_fallback,
        )
    table = {
        "chosen": method,
        "methods": {name: asdict(quality) for name, quality in qualities.items()},
        "decision": asdict(decision),
        "cost_wrong": config.cost_wrong,
    }
    return IntentClassifier(model, labels, calibration, decision, fallback if outside is not None else None), table

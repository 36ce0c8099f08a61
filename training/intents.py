"""Trains the intent classifier on what the recogniser really finds, calibrates it and sets when it falls back."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

import joblib
from sklearn.pipeline import Pipeline

from app.models.dominio import Intencion
from app.nlu.artifacts import INTENTS_FILE
from app.nlu.features import Vista
from app.nlu.intent_classifier import Decision, IntentClassifier, build_classifier
from training.calibrate import choose, choose_decision, compare, label_indexes
from training.calibrate import fit as fit_calibration
from training.context import Context
from training.corpus import view
from training.entities import FOUND_FILE, MODEL_FILE, read_found
from training.ner import find_entities
from training.paths import Config

CALIBRATION_FILE: Final = "calibration.json"


def train_intents(context: Context) -> None:
    """Writes the classifier, and the comparison of the calibrations for the report."""
    work = context.paths.work
    leidos = [*context.train, *context.copies]
    vistas = [view(x, found) for x, found in zip(leidos, read_found(work / FOUND_FILE), strict=True)]
    seen = find_entities((work / MODEL_FILE).read_bytes(), context.valid)
    valid = [view(x, found) for x, found in zip(context.valid, seen, strict=True)]
    classifier, table = fit(
        (vistas, [x.mensaje.intent for x in leidos]),
        (valid, [x.mensaje.intent for x in context.valid]),
        context.config,
        fallback=Intencion.NO_RECONOCIDA.value,
    )
    joblib.dump(classifier, context.paths.artifacts / INTENTS_FILE)
    (work / CALIBRATION_FILE).write_text(json.dumps(table, indent=1), encoding="utf-8")


def fit(
    train: tuple[Sequence[Vista], Sequence[str]],
    valid: tuple[Sequence[Vista], Sequence[str]],
    config: Config,
    *,
    fallback: str | None,
) -> tuple[IntentClassifier, dict[str, object]]:
    """Returns the trained, calibrated classifier, and how the calibrations compare on the validation messages."""
    pipeline: Pipeline = build_classifier(c=config.lr_c, weights=config.view_weights, seed=config.seed)
    pipeline.fit(train[0], train[1])
    raw = IntentClassifier(pipeline, lambda scores: scores, Decision(), fallback)
    scores, truth = raw.scores(valid[0]), label_indexes(raw.labels, valid[1])
    outside = raw.labels.index(fallback) if fallback in raw.labels else None
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
    return IntentClassifier(pipeline, calibration, decision, fallback if outside is not None else None), table

"""Step: chooses calibration and fallback rule on `data/valid`, and writes the classifier whole."""

import json

import joblib
import numpy as np

from app.models.dominio import Intencion
from app.nlu.intent_classifier import IntentClassifier
from training.calibrators import FITS, choose_decision, cross_calibrate, decide_all, describe, judge_all, rows_of
from training.paths import Config, Paths
from training.rasa_yaml import read_data
from training.reading import read_views, trained_pipeline

FALLBACK = Intencion.NO_RECONOCIDA.value


def run(paths: Paths, config: Config) -> None:
    """Writes `intents.joblib`, and how each kind of calibration did."""
    classifier = joblib.load(paths.classifier_file)
    labels = [str(label) for label in classifier.classes_]
    mensajes = read_data([paths.valid]).mensajes
    vistas = read_views(trained_pipeline(paths.lexicon_file, paths.nlp_folder), [m.text for m in mensajes])
    scores = classifier.decision_function(vistas)
    gold = np.array([labels.index(m.intent) for m in mensajes])
    fallback = labels.index(FALLBACK)

    judged = judge_all(scores, gold, fallback, seed=config.seed)
    chosen = min(judged, key=lambda name: judged[name].badness)
    # The rule is fitted on probabilities of messages that the calibration did not see, as it will be used.
    probs = cross_calibrate(chosen, scores, gold, seed=config.seed)
    decision = choose_decision(
        probs, gold, fallback, cost_wrong=config.cost_wrong, max_false_fallback=config.max_false_fallback
    )
    decided = decide_all(probs, fallback, decision.threshold, decision.gap)

    joblib.dump(IntentClassifier(classifier, FITS[chosen](scores, gold), decision, FALLBACK), paths.intents_file)
    report = {
        "chosen": chosen,
        "threshold": decision.threshold,
        "gap": decision.gap,
        "cost_wrong": config.cost_wrong,
        "max_false_fallback": config.max_false_fallback,
        "kinds": rows_of(judged),
        "validation": describe(probs, decided, gold, fallback),
    }
    paths.calibration_file.write_text(json.dumps(report, indent=1), encoding="utf-8")

"""Step: trains the intent classifier on views of the messages, their entities as the entity step found them."""

import joblib

from app.nlu.intent_classifier import build_classifier
from training.corpus import view
from training.folds import read_training
from training.paths import Config, Paths


def run(paths: Paths, config: Config) -> None:
    """Writes the classifier, not yet calibrated."""
    leidos = read_training(paths, config)
    found = joblib.load(paths.found_file)
    vistas = [view(leido, hallazgos) for leido, hallazgos in zip(leidos, found, strict=True)]
    classifier = build_classifier(c=config.lr_c, weights=config.view_weights, seed=config.seed)
    classifier.fit(vistas, [leido.mensaje.intent for leido in leidos])
    joblib.dump(classifier, paths.classifier_file)

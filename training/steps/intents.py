"""Step: trains the intent classifier on views of the messages, their entities as the entity step found them."""

import joblib

from app.nlu.intent_classifier import build_classifier
from training.corpus import view
from training.messages import training_messages
from training.paths import Config, Paths
from training.reading import only_tokens


def run(paths: Paths, config: Config) -> None:
    """Writes the classifier, not yet calibrated."""
    leidos = only_tokens(training_messages(paths, config))
    found = joblib.load(paths.found_file)
    vistas = [view(leido, hallazgos) for leido, hallazgos in zip(leidos, found, strict=True)]
    classifier = build_classifier(c=config.lr_c, weights=config.view_weights, seed=config.seed)
    classifier.fit(vistas, [leido.mensaje.intent for leido in leidos])
    joblib.dump(classifier, paths.classifier_file)

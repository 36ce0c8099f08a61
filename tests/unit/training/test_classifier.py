"""The weights that the server applies give the scores of the scikit-learn pipeline that they come from."""

import numpy as np
import pytest

from app.nlu.features import Vista
from training.classifier import build_classifier, linear_model
from training.paths import Config


def vista(text: str) -> Vista:
    """A message as features, without lists or entities."""
    words = tuple(text.split())
    return Vista(words, words, text, text, (f"largo_{len(words)}",))


MENSAJES = {
    "buscar": ["busco un notebook", "busco una lavadora", "quiero una tele grande", "tienen sillas"],
    "saludo": ["hola", "hola buenas tardes", "buenas", "gracias hola"],
    "ayuda": ["ayuda por favor", "no entiendo nada", "necesito ayuda", "no entiendo"],
}


@pytest.mark.parametrize("labels", [("buscar", "saludo", "ayuda"), ("buscar", "saludo")])
def test_scores_are_those_of_the_pipeline(labels: tuple[str, ...]) -> None:
    """Known words, unknown words and no words score alike, with two labels as with more."""
    vistas = [vista(text) for label in labels for text in MENSAJES[label]] * 2  # a feature counts from two messages on
    truth = [label for label in labels for _ in MENSAJES[label]] * 2
    config = Config()
    pipeline = build_classifier(c=config.lr_c, weights=config.view_weights, seed=1).fit(vistas, truth)
    unseen = [*vistas, vista("hola busco busco ayuda"), vista("xyz")]
    theirs = pipeline.decision_function(unseen)
    ours = linear_model(pipeline).scores(unseen)
    theirs = np.column_stack([-theirs, theirs]) if theirs.ndim == 1 else theirs
    assert ours == pytest.approx(theirs, abs=1e-4)

"""Trains a recogniser, and applies one, on messages that are read already."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from app.nlu.entity_extractor import Hallazgo, resolve
from app.nlu.ner import CrfNer
from app.nlu.ner_features import token_features
from training.corpus import Leido
from training.paths import Config


def train_ner(leidos: Sequence[Leido], config: Config) -> bytes:
    """Returns a CRF trained on these messages; the same messages give the same bytes."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for leido in leidos:
        if len(leido.doc):
            trainer.append(token_features(leido.doc, leido.pistas), leido.gold_tags())
    trainer.set_params(
        {
            "c1": config.crf_c1,
            "c2": config.crf_c2,
            "max_iterations": config.crf_iterations,
            "feature.minfreq": config.crf_least_seen,
            "feature.possible_transitions": True,
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.crf"
        trainer.train(str(path))
        return path.read_bytes()


def find_entities(model: bytes, leidos: Sequence[Leido]) -> list[tuple[Hallazgo, ...]]:
    """Returns the entities that a model finds, by the same rule as in serving."""
    component = CrfNer(model)
    out = []
    for leido in leidos:
        leido.doc.user_data["hints"] = list(leido.pistas)
        leido.doc.ents = ()
        out.append(resolve(component(leido.doc)))
    return out

"""Trains the entity recogniser, and finds the entities of every training message with a model that never saw it."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from app.models.dominio import TipoEntidad
from app.nlu.entity_extractor import Hallazgo
from training.context import Context
from training.corpus import Leido
from training.ner import find_entities, train_ner
from training.parallel import run_parallel
from training.paths import Config

MODEL_FILE: Final = "ner.crf"
FOUND_FILE: Final = "found.json"


def train_entities(context: Context) -> None:
    """Writes the model trained on all messages, and what the models of the folds find in the messages left out."""
    model, found = fit(context.train, context.copies, context.config, bar="      recognisers")
    (context.paths.work / MODEL_FILE).write_bytes(model)
    rows = [[_row(h) for h in hallazgos] for hallazgos in found]
    (context.paths.work / FOUND_FILE).write_text(json.dumps(rows), encoding="utf-8")


def fit(
    originals: Sequence[Leido], copies: Sequence[Leido], config: Config, *, bar: str | None = None
) -> tuple[bytes, list[tuple[Hallazgo, ...]]]:
    """Returns the model of all messages, and the out-of-fold entities of originals and then copies.

    A copy is in the fold of its original, so that no model finds entities in a message it has seen in another dress.
    """
    leidos = [*originals, *copies]
    folds = [i % len(originals) % config.folds for i in range(len(leidos))]

    def job(held_out: int | None) -> tuple[bytes, list[tuple[Hallazgo, ...]]]:
        model = train_ner([x for x, fold in zip(leidos, folds, strict=True) if fold != held_out], config)
        here = [x for x, fold in zip(leidos, folds, strict=True) if fold == held_out]
        return model, find_entities(model, here)

    (model, _), *parts = run_parallel(job, [None, *range(config.folds)], bar=bar)
    found: list[tuple[Hallazgo, ...]] = [()] * len(leidos)
    for fold, (_, entities) in enumerate(parts):
        places = [i for i, f in enumerate(folds) if f == fold]
        for i, hallazgos in zip(places, entities, strict=True):
            found[i] = hallazgos
    return model, found


def read_found(path: Path) -> list[tuple[Hallazgo, ...]]:
    """Returns the out-of-fold entities of originals and then copies."""
    rows: list[list[dict[str, Any]]] = json.loads(path.read_text(encoding="utf-8"))
    return [tuple(Hallazgo(**{**row, "tipo": TipoEntidad(row["tipo"])}) for row in message) for message in rows]


def _row(hallazgo: Hallazgo) -> dict[str, Any]:
    """Returns a span as JSON; the amount's reading is not needed for the classifier."""
    return {**asdict(hallazgo), "rango": None}

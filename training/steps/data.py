"""Step: reads all of `data/`, so that a broken line stops the training before anything is trained; counts it."""

import json
from collections import Counter

from training.errors import TrainingError
from training.lint import check_labels
from training.paths import Config, Paths
from training.rasa_yaml import Mensaje, read_data


class WrongLabels(TrainingError):
    """Messages whose labels the guidelines do not have."""


def run(paths: Paths, config: Config) -> None:
    """Writes the counts. Raises: DataError, WrongLabels, each naming file and line."""
    folders = {"train": paths.train, "valid": paths.valid, "test": paths.test}
    parts = {name: read_data([folder]).mensajes for name, folder in folders.items()}
    read_data(paths.lists)
    findings = [str(finding) for mensajes in parts.values() for finding in check_labels(mensajes)]
    if findings:
        raise WrongLabels("\n".join(findings))
    counts = {name: _count(mensajes) for name, mensajes in parts.items()}
    paths.counts_file.write_text(json.dumps(counts, indent=1), encoding="utf-8")



def _count(mensajes: list[Mensaje]) -> dict[str, object]:
    """Returns how many messages there are, by intent, and how many entities, by label."""
    return {
        "messages": len(mensajes),
        "intents": dict(sorted(Counter(m.intent for m in mensajes).items())),
        "entities": dict(sorted(Counter(e.entity for m in mensajes for e in m.entidades).items())),
    }

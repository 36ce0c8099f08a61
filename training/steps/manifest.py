"""Step: writes the manifest, by which the server checks what it loads."""

import json

import joblib

from app.nlu.artifacts import write_manifest
from training.graph import hash_paths
from training.paths import Config, Paths


def run(paths: Paths, config: Config) -> None:
    """Writes `manifest.json`: hashes, versions, labels, thresholds, seed, and how validation went."""
    intents = joblib.load(paths.intents_file)
    calibration = json.loads(paths.calibration_file.read_text(encoding="utf-8"))
    details = {
        "labels": list(intents.labels),
        "fallback": intents.fallback,
        "threshold": intents.decision.threshold,
        "gap": intents.decision.gap,
        "calibration": calibration["chosen"],
        "validation": calibration["validation"],
        "seed": config.seed,
        "data": hash_paths([paths.train, paths.valid, *paths.lists]),
        "catalog": hash_paths([paths.catalog]),
        "counts": json.loads(paths.counts_file.read_text(encoding="utf-8")),
    }
    write_manifest(paths.artifacts, details)

"""Puts the artefacts together: the spaCy pipeline on disk, and the manifest that names every file."""

import json

import joblib

from app.nlu.artifacts import INTENTS_FILE, NLP_FOLDER, write_manifest
from app.nlu.entity_extractor import build_nlp
from training.context import Context
from training.entities import MODEL_FILE
from training.graph import tree_hash
from training.intents import CALIBRATION_FILE


def package(context: Context) -> None:
    """Writes pipeline and manifest."""
    paths = context.paths
    build_nlp((paths.work / MODEL_FILE).read_bytes()).to_disk(paths.artifacts / NLP_FOLDER)
    classifier = joblib.load(paths.artifacts / INTENTS_FILE)
    calibration = json.loads((paths.work / CALIBRATION_FILE).read_text(encoding="utf-8"))
    write_manifest(
        paths.artifacts,
        {
            "labels": list(classifier.labels),
            "seed": context.config.seed,
            "calibration": calibration["chosen"],
            "decision": calibration["decision"],
            "inputs": {
                "data/nlu": tree_hash([paths.train]),
                "data/valid": tree_hash([paths.valid]),
                "data/synonyms, data/lookups": tree_hash(paths.lists),
                "catalog": tree_hash([paths.catalog]),
            },
        },
    )

"""Step: trains the entity recogniser, and finds each training message's entities with one that never saw it.

The classifier masks entities, so it is trained on entities as they are found in new messages, mistakes included.
"""

import shutil

import joblib

from app.nlu.entity_extractor import build_nlp
from training.folds import train_with_folds
from training.paths import Config, Paths


def run(paths: Paths, config: Config) -> None:
    """Writes the spaCy pipeline, and the entities found."""
    model, found = train_with_folds(paths, config)
    shutil.rmtree(paths.nlp_folder, ignore_errors=True)
    build_nlp(model).to_disk(paths.nlp_folder)
    joblib.dump(found, paths.found_file)

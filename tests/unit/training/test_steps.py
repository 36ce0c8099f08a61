"""The declared steps name the files that the artefacts have, and asking whether they are fresh costs little."""

import subprocess
import sys

from app.nlu import artifacts
from training import entities, intents, steps


def test_file_names_are_those_of_the_artefacts() -> None:
    """The names stand twice, so that nothing heavy is imported for a check; they are the same."""
    for name in ("LEXICON_FILE", "NLP_FOLDER", "INTENTS_FILE", "VECTORS_FILE", "MANIFEST"):
        assert getattr(steps, name) == getattr(artifacts, name)
    assert (steps.MODEL_FILE, steps.FOUND_FILE) == (entities.MODEL_FILE, entities.FOUND_FILE)
    assert steps.CALIBRATION_FILE == intents.CALIBRATION_FILE


def test_asking_for_freshness_imports_nothing_heavy() -> None:
    """The second `make run` does not wait for spaCy or scikit-learn to hear that nothing changed."""
    code = "import sys, training.__main__; print({'spacy', 'sklearn', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"

"""The steps of training, in order. Each names what it reads and the code it is made of."""

from pathlib import Path
from typing import Final

from app.nlu.artifacts import INTENTS_FILE, LEXICON_FILE, MANIFEST, NLP_FOLDER, VECTORS_FILE
from training.context import Context
from training.entities import FOUND_FILE, MODEL_FILE, train_entities
from training.graph import Step
from training.intents import CALIBRATION_FILE, train_intents
from training.lexicon import write_lexicon
from training.lint import check_data
from training.package import package
from training.paths import Paths
from training.vectors import train_vectors, write_vectors

def _messages(paths: Paths) -> list[Path]:
    return [paths.train, paths.valid]


def _compile(context: Context) -> None:
    write_lexicon(context.paths, context.paths.artifacts / LEXICON_FILE)


def _vectors(context: Context) -> None:
    model = train_vectors(context.paths.catalog, seed=context.config.seed)
    write_vectors(model, context.paths.artifacts / VECTORS_FILE)


LINT: Final = Step(
    "data",
    "checks labels, spans and duplicates",
    lambda p: [p.data, p.catalog],
    "training.lint",
    lambda p: [],
    check_data,
)
LEXICON: Final = Step(
    "lexicon",
    "synonyms, lookups and catalogue names",
    lambda p: [p.train, *p.lists, p.catalog],
    "training.lexicon",
    lambda p: [p.artifacts / LEXICON_FILE],
    _compile,
)
ENTITIES: Final = Step(
    "entities",
    "the recogniser, and one for each fold",
    lambda p: [*_messages(p), p.artifacts / LEXICON_FILE],
    "training.entities",
    lambda p: [p.work / MODEL_FILE, p.work / FOUND_FILE],
    train_entities,
)
INTENTS: Final = Step(
    "intents",
    "the classifier, its calibration and its fallback",
    lambda p: [*_messages(p), p.artifacts / LEXICON_FILE, p.work / MODEL_FILE, p.work / FOUND_FILE],
    "training.intents",
    lambda p: [p.artifacts / INTENTS_FILE, p.work / CALIBRATION_FILE],
    train_intents,
)
VECTORS: Final = Step(
    "vectors",
    "product vectors",
    lambda p: [p.catalog],
    "training.vectors",
    lambda p: [p.artifacts / VECTORS_FILE],
    _vectors,
)
PACKAGE: Final = Step(
    "package",
    "pipeline and manifest",
    lambda p: [p.work / MODEL_FILE, p.artifacts / INTENTS_FILE, p.artifacts / VECTORS_FILE, p.artifacts / LEXICON_FILE],
    "training.package",
    lambda p: [p.artifacts / NLP_FOLDER, p.artifacts / MANIFEST],
    package,
)

ARTIFACT_STEPS: Final = (LINT, LEXICON, ENTITIES, INTENTS, VECTORS, PACKAGE)
STEPS: Final = ARTIFACT_STEPS

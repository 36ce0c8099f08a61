"""The steps of training, in order. Each names what it reads and the code it is made of.

Nothing heavy is imported here: whether anything is stale is asked at every start of the server. So the artefacts' file
names stand here again; a test keeps them equal to those of `app.nlu.artifacts`.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from training.graph import Step
from training.paths import Paths

if TYPE_CHECKING:
    from training.context import Context

LEXICON_FILE: Final = "lexicon.json"
NLP_FOLDER: Final = "nlp"
INTENTS_FILE: Final = "intents.joblib"
VECTORS_FILE: Final = "vectores.joblib"
MANIFEST: Final = "manifest.json"
MODEL_FILE: Final = "ner.crf"
FOUND_FILE: Final = "found.json"
CALIBRATION_FILE: Final = "calibration.json"
CLASSIFIER_FILE: Final = "classifier.joblib"


def _call(module: str, function: str) -> Callable[["Context"], None]:
    """Returns the call of a module's function, imported when the step runs."""

    def run(context: "Context") -> None:
        getattr(import_module(module), function)(context)

    return run


def _messages(paths: Paths) -> list[Path]:
    return [paths.train, paths.valid]


def _compile(context: "Context") -> None:
    import_module("training.lexicon").write_lexicon(context.paths, context.paths.artifacts / LEXICON_FILE)


def _vectors(context: "Context") -> None:
    vectors = import_module("training.vectors")
    model = vectors.train_vectors(context.paths.catalog, seed=context.config.seed)
    vectors.write_vectors(model, context.paths.artifacts / VECTORS_FILE)


DATA: Final = Step(
    "data",
    "checks labels, spans and duplicates",
    lambda p: [p.data, p.catalog],
    "training.lint",
    lambda p: [],
    _call("training.lint", "check_data"),
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
    _call("training.entities", "train_entities"),
)
INTENTS: Final = Step(
    "intents",
    "the classifier, its calibration and its fallback",
    lambda p: [*_messages(p), p.artifacts / LEXICON_FILE, p.work / MODEL_FILE, p.work / FOUND_FILE],
    "training.intents",
    lambda p: [p.artifacts / INTENTS_FILE, p.work / CLASSIFIER_FILE, p.work / CALIBRATION_FILE],
    _call("training.intents", "train_intents"),
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
    _call("training.package", "package"),
)
EXPERIMENTS: Final = Step(
    "experiments",
    "ablations, learning curve and baselines",
    lambda p: [p.train, p.valid, p.test, *p.lists, p.catalog],
    "training.experiments",
    lambda p: [p.experiments_file],
    _call("training.experiments", "run_experiments"),
)
REPORT: Final = Step(
    "report",
    "measures the models on held-out messages",
    lambda p: [p.artifacts / MANIFEST, p.valid, p.test, p.real, p.experiments_file, p.work / CALIBRATION_FILE],
    "training.report.build",
    lambda p: [p.report, p.measured_file],
    _call("training.report.build", "write_report"),
)
GATE: Final = Step(
    "gate",
    "compares the metrics with the committed ones",
    lambda p: [p.measured_file, p.metrics_file],
    "training.gate",
    lambda p: [],
    _call("training.gate", "check_metrics"),
)

ARTIFACT_STEPS: Final = (DATA, LEXICON, ENTITIES, INTENTS, VECTORS, PACKAGE)
STEPS: Final = (*ARTIFACT_STEPS, REPORT, GATE)
ALL_STEPS: Final = (*ARTIFACT_STEPS, EXPERIMENTS, REPORT, GATE)

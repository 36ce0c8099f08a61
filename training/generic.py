"""The same recogniser and classifier for data with labels of its own: no catalogue, no values, no guidelines.

Lookups, synonyms and word classes count where the training files bring them. The rule that gives amounts to the grammar
and trims spans applies where all entity labels are the guidelines' own.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import Pipeline
from spacy.language import Language
from spacy.tokens import Doc

from app.models.dominio import TipoEntidad
from app.nlu.calibration import Calibration, NoCalibration
from app.nlu.entity_extractor import asked_for, resolve, token_spans
from app.nlu.evidence import add_components, know
from app.nlu.features import Vista, build_vista
from app.nlu.intent_classifier import Decision, IntentClassifier
from app.nlu.lexicon import Nombres, key
from app.nlu.ner import CrfNer
from app.nlu.tokens import blank_pipeline
from app.nlu.word_classes import PREFIX, WordClasses
from training.calibrate import choose, compare, label_indexes
from training.calibrate import fit as fit_calibration
from training.classifier import build_classifier, linear_model, serve
from training.corpus import Leido, read_all
from training.errors import TrainingError
from training.metrics import Floats, Span
from training.ner import train_ner
from training.parallel import run_parallel
from training.paths import Config
from training.rasa_yaml import Datos

TokenSpan = tuple[int, int, str]

_CALIBRATION_FOLDS: Final = 5
_FEW: Final = 300  # messages; fewer are given twice, so that no feature is dropped for being seen only once


class TooLittleData(TrainingError):
    """Data that no classifier can be trained on."""


@dataclass(frozen=True, slots=True)
class GenericModel:
    """What training makes of one data set; can be pickled."""

    lookups: Mapping[str, Sequence[str]]
    ner: bytes
    intents: IntentClassifier
    ours: bool  # whether the entity labels are the guidelines'


class GenericNlu:
    """Reads messages with the models of one data set."""

    def __init__(self, model: GenericModel) -> None:
        self._model, self._nlp, self._ner = model, open_pipeline(model.lookups), CrfNer(model.ner)

    def parse(self, texto: str) -> tuple[str, float, list[Span]]:
        """Returns intent, confidence and entities of a message."""
        doc = self._ner(self._nlp(texto))
        spans = spans_found(doc, ours=self._model.ours)
        probs = self._model.intents.predict_proba([build_vista(doc, spans)])[0]
        label, confidence = self._model.intents.decide(probs)
        places = doc.user_data["spans"]
        kept = [span for span in spans if not self._model.ours or asked_for(label, span[2])]
        return label, confidence, [(places[first][0], places[last - 1][1], name) for first, last, name in kept]


def train_generic(datos: Datos, config: Config) -> GenericModel:
    """Returns the models of a data set. Raises: TooLittleData without at least two intents."""
    lookups = {name: sorted({key(word) for word in words}) for name, words in datos.listas["lookup"].items()}
    leidos = read_all(open_pipeline(lookups), datos.mensajes)
    intents = [leido.mensaje.intent for leido in leidos]
    if len(set(intents)) < 2:
        raise TooLittleData("a classifier needs messages of at least two intents")
    ours = {e.entity for m in datos.mensajes for e in m.entidades} <= set(TipoEntidad)
    ner, found = _train_entities(leidos, config, ours=ours)
    vistas = [build_vista(leido.doc, spans) for leido, spans in zip(leidos, found, strict=True)]
    calibration = _calibrate(vistas, intents, config)
    return GenericModel(lookups, ner, serve(_fit(vistas, intents, config), calibration, Decision(), None), ours)


def open_pipeline(lookups: Mapping[str, Sequence[str]]) -> Language:
    """Returns tokens, lists and hints for a data set's own lookups."""
    nlp = blank_pipeline()
    add_components(nlp)
    frases = {name: dict.fromkeys(words) for name, words in lookups.items() if not name.startswith(PREFIX)}
    know(nlp, Nombres(frases), {}, WordClasses(lookups))
    return nlp


def spans_found(doc: Doc, *, ours: bool) -> list[TokenSpan]:
    """Returns the entities of a Doc that went through a recogniser, over tokens."""
    if ours:
        return token_spans(doc, resolve(doc))
    return [(ent.start, ent.end, ent.label_) for ent in doc.ents]


def _train_entities(leidos: Sequence[Leido], config: Config, *, ours: bool) -> tuple[bytes, list[list[TokenSpan]]]:
    """Returns the recogniser, and each message's entities as found by one that never saw it."""
    if not any(leido.mensaje.entidades for leido in leidos):
        return b"", [[] for _ in leidos]

    def job(fold: int | None) -> tuple[bytes, list[list[TokenSpan]]]:
        model = train_ner([x for i, x in enumerate(leidos) if i % config.folds != fold], config)
        component = CrfNer(model)
        return model, [_find(component, x, ours=ours) for i, x in enumerate(leidos) if i % config.folds == fold]

    (model, _), *parts = run_parallel(job, [None, *range(config.folds)])
    found: list[list[TokenSpan]] = [[] for _ in leidos]
    for fold, (_, spans) in enumerate(parts):
        found[fold :: config.folds] = spans
    return model, found


def _find(component: CrfNer, leido: Leido, *, ours: bool) -> list[TokenSpan]:
    leido.doc.ents = ()
    return spans_found(component(leido.doc), ours=ours)


def _fit(vistas: Sequence[Vista], intents: Sequence[str], config: Config) -> Pipeline:
    """Returns the fitted classifier."""
    times = 2 if len(vistas) < _FEW else 1
    classifier = build_classifier(c=config.lr_c, weights=config.view_weights, seed=config.seed)
    return classifier.fit([*vistas] * times, [*intents] * times)


def _calibrate(vistas: Sequence[Vista], intents: Sequence[str], config: Config) -> Calibration:
    """Returns the calibration chosen on cross-validated scores; none where a label has too few messages for that."""
    if min(Counter(intents).values()) < _CALIBRATION_FOLDS:
        return NoCalibration()
    folds = list(StratifiedKFold(_CALIBRATION_FOLDS, shuffle=True, random_state=config.seed).split(vistas, intents))

    def job(part: tuple[Floats, Floats]) -> Floats:
        known, rest = part
        fitted = _fit([vistas[i] for i in known], [intents[i] for i in known], config)
        return linear_model(fitted).scores([vistas[i] for i in rest])

    labels = sorted(set(intents))
    scores = np.zeros((len(vistas), len(labels)))
    for (_, rest), values in zip(folds, run_parallel(job, folds), strict=True):
        scores[rest] = values
    truth = label_indexes(labels, intents)
    return fit_calibration(choose(compare(scores, truth, None, config.seed)), scores, truth)

"""The held-out messages cut in slices: who wrote them, how long, what about, and with each kind of noise."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

from app.models.dominio import TipoEntidad
from app.nlu.pipeline import Nlu
from app.nlu.words import WORD
from training.augment import KINDS, add_noise
from training.metrics import Figure, accuracy, bootstrap, entity_f1
from training.rasa_yaml import Mensaje
from training.report.predictions import ASKED_FOR, FALLBACK, Predictions, predict

_LENGTHS: Final = ((1, 3), (4, 8), (9, 15), (16, 30), (31, 10_000))  # words
_GROUPS: Final = {
    "shopping": ("buscar_producto", "recomendar_categoria", "comparar_precios", "info_producto"),
    "courtesy and help": ("saludo", "ayuda"),
    "out of scope": ("no_reconocida",),
}
_NOISY: Final = 300  # messages that each kind of noise is tried on

Row = tuple[str, str, Figure, Figure, Figure]


def slice_rows(p: Predictions, nlu: Nlu, *, seed: int) -> list[Row]:
    """Returns (kind of slice, slice, accuracy, entities relaxed F1, entities strict F1) of every slice."""
    rows = [(kind, name, *_measure(p.some(chosen), seed)) for kind, name, chosen in _plain_slices(p)]
    sample = Random(seed).sample(range(len(p.mensajes)), min(_NOISY, len(p.mensajes)))
    clean = [p.mensajes[i] for i in sample]
    rows.append(("noise", f"none (the same {len(clean)} messages)", *_measure(p.some(sample), seed)))
    for kind in KINDS:
        rng = Random(seed)
        noisy = [add_noise(_with_brand_values(m), kind, rng) for m in clean]
        rows.append(("noise", kind, *_measure(predict(nlu, noisy), seed)))
    return rows


def _plain_slices(p: Predictions) -> Iterator[tuple[str, str, list[int]]]:
    """Yields the slices that are messages as they are."""
    for name in sorted({Path(m.file).stem for m in p.mensajes}):
        yield "register", name, _where(p.mensajes, [Path(m.file).stem == name for m in p.mensajes])
    sizes = [len(WORD.findall(m.text)) for m in p.mensajes]
    for low, high in _LENGTHS:
        label = f"{low} to {high} words" if high < _LENGTHS[-1][1] else f"{low} words and more"
        yield "length", label, _where(p.mensajes, [low <= size <= high for size in sizes])
    for name, intents in _GROUPS.items():
        yield "intent group", name, _where(p.mensajes, [m.intent in intents for m in p.mensajes])


def _where(mensajes: Sequence[Mensaje], chosen: Sequence[bool]) -> list[int]:
    return [i for i, yes in enumerate(chosen[: len(mensajes)]) if yes]


def _measure(p: Predictions, seed: int) -> tuple[Figure, Figure, Figure]:
    counts = p.span_counts(ASKED_FOR)
    return (
        bootstrap(len(p.gold), lambda c: accuracy(p.gold[c], p.decided[c]), seed=seed),
        entity_f1(counts, strict=False, seed=seed),
        entity_f1(counts, strict=True, seed=seed),
    )


def _with_brand_values(m: Mensaje) -> Mensaje:
    """Returns a message whose brands say how they are spelt, before noise changes their letters."""
    entidades = tuple(
        replace(e, value=m.text[e.start : e.end]) if e.entity == TipoEntidad.MARCA and e.value is None else e
        for e in m.entidades
    )
    return replace(m, entidades=entidades)


def outside_rows(p: Predictions, sources: Sequence[str], *, seed: int) -> list[tuple[str, Figure, float]]:
    """Returns (source, accuracy, share taken for shopping) of real messages from outside, all of them first."""
    rows = []
    for name in ("all", *sorted(set(sources))):
        part = p.some([i for i, source in enumerate(sources) if name in ("all", source)])
        figure, *_ = _measure(part, seed)
        answered = float(((part.decided != part.gold) & (part.decided != FALLBACK)).mean())
        rows.append((name, figure, answered))
    return rows

"""The figures of one set of messages, each with its interval: what the report prints and the gate compares."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Final

import numpy as np

from app.nlu.lexicon import AMBIGUA, MARCA, PRODUCTO, Nombres, key
from training.metrics import (
    Figure,
    Ints,
    accuracy,
    auroc,
    bootstrap,
    entity_f1,
    expected_calibration_error,
    fpr95,
    macro_f1,
)
from training.report.predictions import ALL_FIVE, ASKED_FOR, FALLBACK, LABELS, Predictions

# Whether more is better; the gate fails when a figure gets worse.
LOWER_IS_BETTER: Final = frozenset({"ece", "false_fallback", "fpr95", "false_prices"})
# What was aimed at, on messages that nobody here has seen.
TARGETS: Final[Mapping[str, float]] = {
    "accuracy": 0.97,
    "macro_f1": 0.96,
    "oos_auroc": 0.98,
    "false_fallback": 0.02,
    "ece": 0.02,
    "entities_relaxed": 0.95,
    "entities_strict": 0.90,
    "producto_relaxed": 0.90,
    "rango_precio_value": 0.98,
    "categoria_value": 0.96,
    "marca_value": 0.97,
    "false_prices": 0.0,
    "unlisted_found": 0.80,
}


def measure(p: Predictions, nombres: Nombres, *, seed: int) -> dict[str, Figure]:
    """Returns every headline figure by name; those without anything to rest on are left out."""
    figures = {**_intents(p, seed), **_scope(p, seed), **_entities(p, nombres, seed)}
    return {name: figure for name, figure in figures.items() if figure.n and not np.isnan(figure.value)}


def per_intent(p: Predictions, *, seed: int) -> dict[str, tuple[Figure, Figure, Figure]]:
    """Returns precision, recall and F1 of each label that occurs; `n` is how many messages have the label."""
    out = {}
    for k, label in enumerate(LABELS):
        if not (p.gold == k).any():
            continue
        scores = [bootstrap(len(p.gold), _one_label(p, k, part), seed=seed) for part in range(3)]
        support = int((p.gold == k).sum())
        precision, recall, f1 = (Figure(s.value, s.low, s.high, support) for s in scores)
        out[label] = (precision, recall, f1)
    return out


def per_entity(p: Predictions, *, seed: int) -> dict[str, tuple[Figure, Figure]]:
    """Returns strict and relaxed F1 by label, the four asked-for ones together first."""
    groups: dict[str, Sequence[str]] = {"the four asked for": ASKED_FOR, "all five": ALL_FIVE}
    groups |= {label: (label,) for label in ALL_FIVE}
    out = {}
    for name, labels in groups.items():
        counts = p.span_counts(labels)
        out[name] = (entity_f1(counts, strict=True, seed=seed), entity_f1(counts, strict=False, seed=seed))
    return out


def _intents(p: Predictions, seed: int) -> dict[str, Figure]:
    n = len(p.gold)
    return {
        "accuracy": bootstrap(n, lambda c: accuracy(p.gold[c], p.decided[c]), seed=seed),
        "macro_f1": bootstrap(n, lambda c: macro_f1(p.gold[c], p.decided[c], len(LABELS)), seed=seed),
        "ece": bootstrap(n, lambda c: expected_calibration_error(p.confidence[c], p.right[c]), seed=seed),
    }


def _scope(p: Predictions, seed: int) -> dict[str, Figure]:
    """Returns how well messages out of scope are told from the others."""
    n, score = len(p.gold), p.probs[:, FALLBACK]
    inside = np.flatnonzero(~p.out_of_scope)
    return {
        "oos_auroc": bootstrap(n, lambda c: auroc(score[c], p.out_of_scope[c]), seed=seed),
        "fpr95": bootstrap(n, lambda c: fpr95(score[c], p.out_of_scope[c]), seed=seed),
        "false_fallback": bootstrap(len(inside), lambda c: float((p.decided[inside[c]] == FALLBACK).mean()), seed=seed),
    }


def _entities(p: Predictions, nombres: Nombres, seed: int) -> dict[str, Figure]:
    four, producto = p.span_counts(ASKED_FOR), p.span_counts(["producto"])
    figures = {
        "entities_strict": entity_f1(four, strict=True, seed=seed),
        "entities_relaxed": entity_f1(four, strict=False, seed=seed),
        "producto_strict": entity_f1(producto, strict=True, seed=seed),
        "producto_relaxed": entity_f1(producto, strict=False, seed=seed),
        "unlisted_found": _share(unlisted_found(p, nombres), seed),
        "false_prices": _rate(p, seed),
    }
    for label in ("rango_precio", "categoria", "marca"):
        figures[f"{label}_value"] = _share(p.values_right(label), seed)
    return figures


def unlisted_found(p: Predictions, nombres: Nombres) -> list[tuple[bool, ...]]:
    """Returns for each message whether each brand and model that is in no list was found at least in part."""
    listed = set(chain(*(nombres.frases.get(kind, ()) for kind in (MARCA, AMBIGUA, PRODUCTO))))
    out = []
    for m, parse in zip(p.mensajes, p.parses, strict=True):
        named = [e for e in m.entidades if e.entity in (MARCA, PRODUCTO)]
        unknown = [e for e in named if key(m.text[e.start : e.end]) not in listed]
        found = [(f.start, f.end) for f in parse.entidades if f.entity.value in (MARCA, PRODUCTO)]
        out.append(tuple(any(a < e.end and e.start < b for a, b in found) for e in unknown))
    return out


def _share(rows: Sequence[tuple[bool, ...]], seed: int) -> Figure:
    """Returns the share of True over all rows, resampled by message; `n` counts the values."""
    hits, totals = np.array([sum(r) for r in rows]), np.array([len(r) for r in rows])

    def statistic(c: Ints) -> float:
        total = totals[c].sum()
        return float(hits[c].sum() / total) if total else float("nan")

    figure = bootstrap(len(rows), statistic, seed=seed)
    return Figure(figure.value, figure.low, figure.high, int(totals.sum()))


def _rate(p: Predictions, seed: int) -> Figure:
    """Returns the prices seen where there is none, for each message."""
    false = np.array(p.false_prices())
    return bootstrap(len(false), lambda c: float(false[c].mean()), seed=seed)


def _one_label(p: Predictions, k: int, part: int) -> Callable[[Ints], float]:
    """Returns the statistic of one label: precision (part 0), recall (1) or F1 (2)."""
    gold, decided = p.gold == k, p.decided == k

    def statistic(c: Ints) -> float:
        hits, of_gold, of_decided = (gold & decided)[c].sum(), gold[c].sum(), decided[c].sum()
        size = (of_decided, of_gold, (of_gold + of_decided) / 2)[part]
        return float(hits / size) if size else float("nan")

    return statistic

"""Figures of the report, each with its 95 % bootstrap interval. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score, roc_curve

from training.rasa_yaml import Anotacion

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Span: TypeAlias = tuple[int, int, str]

BINS: Final = 10
RESAMPLES: Final = 500


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, its 95 % interval and how many messages or entities it rests on."""

    value: float
    low: float
    high: float
    n: int

    @property
    def half_width(self) -> float:
        """Returns half of the interval: what chance alone may move the value by."""
        return (self.high - self.low) / 2


def bootstrap(n: int, statistic: Callable[[Ints], float], *, seed: int, resamples: int = RESAMPLES) -> Figure:
    """Returns a statistic of n items with its percentile interval.

    Args:
        statistic: takes the chosen items' numbers (with repeats) and returns the value; NaN where it has none.
    """
    if not n:
        return Figure(float("nan"), float("nan"), float("nan"), 0)
    rng = np.random.default_rng(seed)
    values = np.array([statistic(rng.integers(0, n, n)) for _ in range(resamples)])
    values = values[~np.isnan(values)]
    low, high = np.quantile(values, [0.025, 0.975]) if len(values) else (float("nan"),) * 2
    return Figure(float(statistic(np.arange(n))), float(low), float(high), n)


def accuracy(gold: Ints, predicted: Ints) -> float:
    """Returns the share of right answers."""
    return float((gold == predicted).mean()) if len(gold) else float("nan")


def macro_f1(gold: Ints, predicted: Ints, labels: int) -> float:
    """Returns the mean F1 over the labels that occur in `gold` or `predicted`."""
    matrix = np.bincount(gold * labels + predicted, minlength=labels * labels).reshape(labels, labels)
    size = matrix.sum(axis=0) + matrix.sum(axis=1)
    return float((2 * np.diag(matrix)[size > 0] / size[size > 0]).mean())


def expected_calibration_error(confidence: Floats, right: NDArray[np.bool_], bins: int = BINS) -> float:
    """Returns the mean distance of confidence and accuracy over equally wide bins, weighted by their size."""
    return sum(share * abs(mean - acc) for _, mean, acc, share in reliability(confidence, right, bins))


def reliability(
    confidence: Floats, right: NDArray[np.bool_], bins: int = BINS
) -> list[tuple[float, float, float, float]]:
    """Returns (middle, mean confidence, accuracy, share of messages) of each bin that has messages."""
    at = np.minimum((confidence * bins).astype(int), bins - 1)
    rows = []
    for b in range(bins):
        here = at == b
        if here.any():
            rows.append(
                ((b + 0.5) / bins, float(confidence[here].mean()), float(right[here].mean()), float(here.mean()))
            )
    return rows


def log_loss(probs: Floats, gold: Ints) -> float:
    """Returns the mean negative log probability of the right label."""
    return float(-np.log(np.clip(probs[np.arange(len(gold)), gold], 1e-12, None)).mean())


def auroc(score: Floats, positive: NDArray[np.bool_]) -> float:
    """Returns the area under the ROC curve; NaN when only one kind is there."""
    if positive.all() or not positive.any():
        return float("nan")
    return float(roc_auc_score(positive, score))


def fpr95(score: Floats, positive: NDArray[np.bool_]) -> float:
    """Returns the share of negatives taken for positives where 95 % of the positives are found."""
    if positive.all() or not positive.any():
        return float("nan")
    false, true, _ = roc_curve(positive, score)
    return float(false[np.searchsorted(true, 0.95)])


@dataclass(frozen=True, slots=True)
class SpanCounts:
    """How many spans were annotated, found, found exactly, and found with at least some overlap."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0

    def f1(self, *, strict: bool) -> float:
        """Returns the F1; NaN when there is nothing to find and nothing was found."""
        total = self.gold + self.found
        return 2 * (self.strict if strict else self.relaxed) / total if total else float("nan")


def count_spans(gold: Sequence[Span], found: Sequence[Span]) -> SpanCounts:
    """Returns the counts for one message. A found span counts once: exact matches first, then overlaps by label."""
    left = list(gold)
    others = []
    for span in found:
        if span in left:
            left.remove(span)
        else:
            others.append(span)
    strict = relaxed = len(gold) - len(left)
    for start, end, label in others:
        match = next((g for g in left if g[2] == label and g[0] < end and start < g[1]), None)
        if match:
            left.remove(match)
            relaxed += 1
    return SpanCounts(len(gold), len(found), strict, relaxed)


def total(counts: Iterable[SpanCounts]) -> SpanCounts:
    """Returns the sum of counts."""
    rows = [(c.gold, c.found, c.strict, c.relaxed) for c in counts]
    return SpanCounts(*(sum(column) for column in zip(*rows, strict=True))) if rows else SpanCounts()


def spans_of(entidades: Iterable[Anotacion], labels: Iterable[str] | None = None) -> list[Span]:
    """Returns annotated entities as spans, of these labels only where some are given."""
    wanted = None if labels is None else set(labels)
    return [(e.start, e.end, e.entity) for e in entidades if wanted is None or e.entity in wanted]


def entity_f1(counts: Sequence[SpanCounts], *, strict: bool, seed: int) -> Figure:
    """Returns the micro F1 over messages, resampled by message; `n` is the number of annotated spans."""
    hits = np.array([c.strict if strict else c.relaxed for c in counts])
    totals = np.array([c.gold + c.found for c in counts])

    def statistic(chosen: Ints) -> float:
        total = totals[chosen].sum()
        return float(2 * hits[chosen].sum() / total) if total else float("nan")

    figure = bootstrap(len(counts), statistic, seed=seed)
    return Figure(figure.value, figure.low, figure.high, sum(c.gold for c in counts))

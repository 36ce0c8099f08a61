"""The report's plots as PNG bytes, small and with the same look."""

import io
from collections.abc import Callable, Mapping, Sequence

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from sklearn.metrics import confusion_matrix, roc_curve

from training.metrics import reliability
from training.report.predictions import FALLBACK, LABELS, Predictions

matplotlib.use("Agg")
_DPI = 80
_BLUE, _ORANGE, _GREY = "#1f5fa8", "#d9741a", "#8a8f98"
_METADATA = {"Software": None}  # without it the same plot gives the same bytes


def confusion(p: Predictions) -> bytes:
    """Returns the confusion matrix, rows being the annotated labels."""
    matrix = confusion_matrix(p.gold, p.decided, labels=range(len(LABELS)))
    shares = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)

    def draw(ax: Axes) -> None:
        ax.imshow(shares, cmap="Blues", vmin=0, vmax=1)
        for i, row in enumerate(matrix):
            for j, count in enumerate(row):
                color = "white" if shares[i, j] > 0.5 else "black"
                ax.text(j, i, count or "", ha="center", va="center", color=color, fontsize=8)
        ax.set_xticks(range(len(LABELS)), LABELS, rotation=40, ha="right", fontsize=8)
        ax.set_yticks(range(len(LABELS)), LABELS, fontsize=8)
        ax.set_xlabel("decided")
        ax.set_ylabel("annotated")

    return _png(draw, size=(6, 5))


def reliability_diagram(p: Predictions) -> bytes:
    """Returns accuracy against confidence; on the diagonal the confidence can be believed."""
    rows = reliability(p.confidence, p.right)

    def draw(ax: Axes) -> None:
        ax.plot([0, 1], [0, 1], color=_GREY, linestyle="--", linewidth=1)
        ax.plot([r[1] for r in rows], [r[2] for r in rows], color=_BLUE, marker="o")
        for _, mean, acc, share in rows:
            ax.annotate(f"{share:.0%}", (mean, acc), textcoords="offset points", xytext=(4, -10), fontsize=7)
        ax.set(xlabel="mean confidence of the bin", ylabel="accuracy", xlim=(0, 1.02), ylim=(0, 1.02))

    return _png(draw)


def confidence_histogram(p: Predictions) -> bytes:
    """Returns how many right and wrong decisions have which confidence."""

    def draw(ax: Axes) -> None:
        both = [p.confidence[p.right], p.confidence[~p.right]]
        ax.hist(both, bins=[b / 20 for b in range(21)], color=[_BLUE, _ORANGE], label=["right", "wrong"], log=True)
        ax.set(xlabel="confidence", ylabel="messages (log)")
        ax.legend()

    return _png(draw)


def out_of_scope_roc(p: Predictions, threshold: float) -> bytes:
    """Returns the ROC curve of telling what is out of scope, with the decisions taken marked on it."""
    false, true, _ = roc_curve(p.out_of_scope, p.probs[:, FALLBACK])
    fallen = p.decided == FALLBACK

    def draw(ax: Axes) -> None:
        ax.plot(false, true, color=_BLUE)
        here = fallen[~p.out_of_scope].mean(), fallen[p.out_of_scope].mean()
        ax.plot(*here, marker="o", color=_ORANGE, linestyle="none", label=f"as served (threshold {threshold:.2f})")
        ax.set(xlabel="in scope, turned away", ylabel="out of scope, found", xlim=(-0.01, 1), ylim=(0, 1.01))
        ax.legend(loc="lower right")

    return _png(draw)


def learning_curve(points: Mapping[str, Sequence[tuple[int, float]]]) -> bytes:
    """Returns each figure against the number of training messages."""

    def draw(ax: Axes) -> None:
        for (name, rows), color in zip(points.items(), (_BLUE, _ORANGE, _GREY), strict=False):
            ax.plot([n for n, _ in rows], [value for _, value in rows], marker="o", label=name, color=color)
        ax.set(xlabel="training messages", xscale="log")
        ax.legend(loc="lower right")

    return _png(draw)


def _png(draw: Callable[[Axes], None], *, size: tuple[float, float] = (5, 3.6)) -> bytes:
    canvas = Canvas(figsize=size, layout="constrained")
    draw(canvas.subplots())
    buffer = io.BytesIO()
    canvas.savefig(buffer, format="png", dpi=_DPI, metadata=_METADATA)
    return buffer.getvalue()

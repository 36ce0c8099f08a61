"""Compares the metrics of this training with the committed ones; a fall that chance does not explain stops it."""

import json
import shutil
from collections.abc import Mapping

from training.context import Context
from training.errors import TrainingError
from training.metrics import Figure
from training.report.figures import LOWER_IS_BETTER


class MetricFell(TrainingError):
    """Metrics that are worse than the committed ones by more than their interval."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        self.reasons = reasons

    def __str__(self) -> str:
        return "\n".join((*self.reasons, "`python -m training --accept` makes these figures the new baseline"))


def check_metrics(context: Context) -> None:
    """Raises MetricFell when a metric fell; writes the committed file where there is none or `accept` says so."""
    committed, measured = context.paths.metrics_file, context.paths.measured_file
    if context.accept or not committed.is_file():
        shutil.copyfile(measured, committed)
    reasons = fallen(_read(committed.read_text(encoding="utf-8")), _read(measured.read_text(encoding="utf-8")))
    if reasons:
        raise MetricFell(reasons)


def fallen(committed: Mapping[str, Figure], measured: Mapping[str, Figure]) -> tuple[str, ...]:
    """Returns one line for each metric that is gone, or worse than the committed one by more than its half width."""
    lines = []
    for name, before in committed.items():
        now = measured.get(name)
        if now is None:
            lines.append(f"{name}: {before.value:.4f} is committed, now it could not be measured")
            continue
        loss = (now.value - before.value) * (1 if name in LOWER_IS_BETTER else -1)
        if loss > before.half_width:
            lines.append(f"{name}: {now.value:.4f}, committed {before.value:.4f} ± {before.half_width:.4f}")
    return tuple(lines)


def _read(text: str) -> dict[str, Figure]:
    return {name: Figure(**row) for name, row in json.loads(text).items()}

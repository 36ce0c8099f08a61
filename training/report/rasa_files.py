"""The files that scripts written for `rasa test nlu` read: intent_report.json and intent_errors.json."""

import json
from pathlib import Path
from typing import Any

from sklearn.metrics import classification_report

from training.report.predictions import LABELS, Predictions


def write_rasa_files(p: Predictions, folder: Path) -> None:
    """Writes both files."""
    _write(folder / "intent_report.json", intent_report(p))
    _write(folder / "intent_errors.json", intent_errors(p))


def intent_report(p: Predictions) -> dict[str, Any]:
    """Returns precision, recall, F1 and support by label, and whom each label was taken for."""
    report: dict[str, Any] = classification_report(
        p.gold, p.decided, labels=range(len(LABELS)), target_names=LABELS, output_dict=True, zero_division=0.0
    )
    # With every label given scikit-learn reports a micro average only where it differs from the accuracy.
    report.setdefault("accuracy", float(p.right.mean()))
    for k, label in enumerate(LABELS):
        wrong = p.decided[(p.gold == k) & (p.decided != k)]
        counts = {LABELS[j]: int((wrong == j).sum()) for j in range(len(LABELS)) if (wrong == j).any()}
        report[label]["confused_with"] = dict(sorted(counts.items(), key=lambda row: -row[1]))
    return report


def intent_errors(p: Predictions) -> list[dict[str, Any]]:
    """Returns every wrong decision."""
    return [
        {
            "text": m.text,
            "intent": m.intent,
            "intent_prediction": {"name": parse.intencion.value, "confidence": round(parse.confianza, 4)},
        }
        for m, parse in zip(p.mensajes, p.parses, strict=True)
        if m.intent != parse.intencion
    ]


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

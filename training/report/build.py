"""Measures the served models on messages that nobody tuned them on, and writes the report."""

import csv
import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

import joblib

from app.nlu.artifacts import load_artifacts, read_manifest
from app.nlu.features import Vista, build_vista, tokens_in
from app.nlu.pipeline import Nlu
from training.context import Context
from training.graph import read_seconds
from training.intents import CALIBRATION_FILE, CLASSIFIER_FILE
from training.metrics import Figure
from training.rasa_yaml import Mensaje, read_data
from training.report.blocks import write_html, write_markdown
from training.report.contents import Facts, build_blocks
from training.report.explain import worst
from training.report.figures import measure, per_entity, per_intent
from training.report.predictions import Predictions, predict
from training.report.rasa_files import write_rasa_files
from training.report.slices import outside_rows, slice_rows
from training.serving import measure_serving

WORST: Final = 50


def write_report(context: Context) -> None:
    """Writes the report's files and the metrics of this training."""
    paths, seed = context.paths, context.config.seed
    nlu = load_artifacts(paths.artifacts)
    held_out = predict(nlu, read_data([paths.test]).mensajes)
    valid = predict(nlu, read_data([paths.valid]).mensajes)
    pipeline = joblib.load(paths.work / CLASSIFIER_FILE)
    facts = Facts(
        held_out=held_out,
        figures=measure(held_out, nlu.nombres, seed=seed),
        valid_figures=measure(valid, nlu.nombres, seed=seed),
        per_intent=per_intent(held_out, seed=seed),
        per_entity=per_entity(held_out, seed=seed),
        slices=slice_rows(held_out, nlu, seed=seed),
        outside=_outside(nlu, paths.real, seed),
        mistakes=worst(held_out, pipeline, _views(context, held_out), most=WORST),
        manifest=read_manifest(paths.artifacts),
        calibration=json.loads((paths.work / CALIBRATION_FILE).read_text(encoding="utf-8")),
        experiments=json.loads(paths.experiments_file.read_text(encoding="utf-8")),
        serving=measure_serving(paths.artifacts, [m.text for m in held_out.mensajes]),
        seconds=read_seconds(paths),
    )
    paths.report.mkdir(parents=True, exist_ok=True)
    blocks = build_blocks(facts)
    write_markdown(blocks, paths.report, "report")
    write_html(blocks, paths.report, "report")
    write_rasa_files(held_out, paths.report)
    metrics = {name: asdict(figure) for name, figure in facts.figures.items()}
    paths.measured_file.write_text(json.dumps(metrics, indent=1), encoding="utf-8")


def _views(context: Context, p: Predictions) -> list[Vista]:
    """Returns the features of messages with the entities that were found in them."""
    out = []
    for m, parse in zip(p.mensajes, p.parses, strict=True):
        doc = context.nlp(m.text)
        spans = doc.user_data["spans"]
        out.append(build_vista(doc, [(*tokens_in(spans, e.start, e.end), e.entity.value) for e in parse.entidades]))
    return out


def _outside(nlu: Nlu, path: Path, seed: int) -> list[tuple[str, Figure, float]]:
    """Returns the rows of the outside check; none where its file is not on this machine."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    mensajes = [Mensaje(row["text"], row["intent"]) for row in rows]
    return outside_rows(predict(nlu, mensajes), [row["source"] for row in rows], seed=seed)

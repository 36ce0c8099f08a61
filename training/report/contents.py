"""What the report says, block by block."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from training.metrics import Figure
from training.report.blocks import Block, Heading, Plot, Table, Text
from training.report.explain import Mistake
from training.report.figures import LOWER_IS_BETTER, TARGETS
from training.report.plots import confidence_histogram, confusion, learning_curve, out_of_scope_roc, reliability_diagram
from training.report.predictions import Predictions
from training.report.slices import Row
from training.serving import Serving

_NAMES: Final[Mapping[str, str]] = {
    "accuracy": "intent accuracy",
    "macro_f1": "intent macro-F1",
    "ece": "expected calibration error",
    "oos_auroc": "out-of-scope AUROC",
    "fpr95": "in scope turned away where 95 % of out of scope is found (FPR95)",
    "false_fallback": "false fallback (in scope, answered with no_reconocida)",
    "entities_strict": "entities, strict F1 (four asked-for labels)",
    "entities_relaxed": "entities, relaxed F1 (four asked-for labels)",
    "producto_strict": "producto, strict F1",
    "producto_relaxed": "producto, relaxed F1",
    "unlisted_found": "brands and models in no list, found",
    "rango_precio_value": "rango_precio, value right",
    "categoria_value": "categoria, value right",
    "marca_value": "marca, value right",
    "false_prices": "prices seen where there is none, per message",
}
_SETS: Final = (("valid", "validation"), ("noisy", "validation, noisy"), ("test", "held out"))


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that the report states."""

    held_out: Predictions
    figures: Mapping[str, Figure]
    valid_figures: Mapping[str, Figure]
    per_intent: Mapping[str, tuple[Figure, Figure, Figure]]
    per_entity: Mapping[str, tuple[Figure, Figure]]
    slices: Sequence[Row]
    outside: Sequence[tuple[str, Figure, float]]
    mistakes: Sequence[Mistake]
    manifest: Mapping[str, Any]
    calibration: Mapping[str, Any]
    experiments: Mapping[str, Any]
    serving: Serving
    seconds: Mapping[str, float]


def build_blocks(facts: Facts) -> list[Block]:
    """Returns the whole report."""
    parts = (_head, _intents, _confidence, _entities, _slices, _outside, _experiments, _mistakes, _provenance)
    return [block for part in parts for block in part(facts)]


def _head(facts: Facts) -> Iterator[Block]:
    n = len(facts.held_out.mensajes)
    yield Heading("Accuracy report", 1)
    yield Text(
        f"The served models on {n} held-out messages (data/test), written by other hands than the training messages; "
        "they share no sentence frame with them and were not looked at while the models were changed. Settings were "
        "chosen on data/valid. Labels: the project's annotation guidelines. Brackets hold 95 % bootstrap intervals, "
        "resampled by message."
    )
    rows = []
    for name, figure in facts.figures.items():
        target = TARGETS.get(name)
        sign = "≤" if name in LOWER_IS_BETTER else "≥"
        valid = facts.valid_figures.get(name)
        rows.append(
            (
                _NAMES[name],
                _figure(figure),
                str(figure.n),
                _figure(valid) if valid else "",
                f"{sign} {target:.2f}" if target is not None else "",
            )
        )
    yield Table(("figure", "held out", "n", "validation", "aim on unseen messages"), rows)


def _intents(facts: Facts) -> Iterator[Block]:
    yield Heading("Intents")
    rows = [(label, *map(_figure, scores), str(scores[0].n)) for label, scores in facts.per_intent.items()]
    yield Table(("intent", "precision", "recall", "F1", "n"), rows)
    yield Plot("confusion", confusion(facts.held_out), "Confusion matrix: rows are the annotated labels")
    baselines = facts.experiments["baselines"]
    rows2 = [(name, *(_pair(row[key]) for key, _ in _SETS)) for name, row in baselines.items()]
    now = facts.figures
    served = (
        "served model",
        f"{facts.valid_figures['accuracy'].value:.3f} / {facts.valid_figures['macro_f1'].value:.3f}",
        "",
        f"{now['accuracy'].value:.3f} / {now['macro_f1'].value:.3f}",
    )
    yield Heading("Baselines", 3)
    yield Text("Accuracy / macro-F1. Each is trained on the same messages.")
    yield Table(("baseline", *(title for _, title in _SETS)), [*rows2, served])


def _confidence(facts: Facts) -> Iterator[Block]:
    made = facts.calibration
    decision = made["decision"]
    yield Heading("Confidence and what is out of scope")
    yield Text(
        f"Calibration chosen on validation messages: {made['chosen']}. Each kind is judged on messages that it was not "
        f"fitted on. The decision falls back below a confidence of {decision['threshold']:.2f} or within a gap of "
        f"{decision['gap']:.2f} of the fallback's own label: the rule of least cost on validation messages, a wrong "
        f"answer costing as much as {made['cost_wrong']:g} needless fallbacks."
    )
    rows = [
        (name, f"{q['log_loss']:.3f}", f"{q['ece']:.3f}", f"{q['auroc']:.3f}") for name, q in made["methods"].items()
    ]
    yield Table(("calibration", "log loss", "ECE", "out-of-scope AUROC"), rows)
    p = facts.held_out
    yield Plot(
        "reliability",
        reliability_diagram(p),
        "Reliability: accuracy against confidence, with each bin's share of messages",
    )
    yield Plot("confidence", confidence_histogram(p), "Confidence of right and wrong decisions")
    yield Plot("out_of_scope", out_of_scope_roc(p, decision["threshold"]), "Telling what is out of scope: ROC")


def _entities(facts: Facts) -> Iterator[Block]:
    yield Heading("Entities")
    yield Text(
        "Strict: same characters, same label. Relaxed: same label and at least some overlap. A value (first table) is "
        "right when an entity of the label overlaps the annotated one and has its normalised value."
    )
    rows = [
        (name, _figure(strict), _figure(relaxed), str(strict.n)) for name, (strict, relaxed) in facts.per_entity.items()
    ]
    yield Table(("label", "strict F1", "relaxed F1", "n"), rows)


def _slices(facts: Facts) -> Iterator[Block]:
    yield Heading("Slices")
    yield Text(
        "Noise is put on held-out messages by the seeded augmenter; entities are those of the four asked-for labels."
    )
    rows = [
        (f"{kind}: {name}", _figure(acc), _figure(relaxed), _figure(strict), str(acc.n))
        for kind, name, acc, relaxed, strict in facts.slices
    ]
    yield Table(("slice", "intent accuracy", "entities relaxed F1", "entities strict F1", "messages"), rows)


def _outside(facts: Facts) -> Iterator[Block]:
    yield Heading("Outside check")
    if not facts.outside:
        yield Text("The file with real messages that other assistants received is not on this machine.")
        return
    yield Text(
        "Real messages that people wrote to other assistants, never trained on: out of scope for a shop, or greetings. "
        "The last column is the share that got an answer as if it were something else."
    )
    rows = [(name, _figure(figure), f"{answered:.3f}", str(figure.n)) for name, figure, answered in facts.outside]
    yield Table(("source", "intent accuracy", "answered wrongly", "n"), rows)


def _experiments(facts: Facts) -> Iterator[Block]:
    made = facts.experiments
    reference = made["ablations"]["reference"]
    yield Heading("Ablations")
    yield Text(
        f"Each row trains again on the same {made['messages']} messages with quick settings; what it differs by from "
        "the reference is given in points. Intents are judged before calibration and fallback. Choices were made on "
        "the validation columns."
    )
    if made["data"] != facts.manifest["inputs"]["data/nlu"]:
        yield Text(
            f"They are of other training messages ({made['data'][:16]}) than the served models; `make report` makes "
            "them anew."
        )
    head = ["experiment"]
    for _, title in _SETS:
        head += [f"intents, {title}", f"entities, {title}"]
    rows = []
    for name, row in made["ablations"].items():
        cells = [name]
        for key, _ in _SETS:
            for figure in ("accuracy", "relaxed"):
                here, there = row[key][figure], reference[key][figure]
                cells.append(f"{here:.3f}" if name == "reference" else f"{100 * (here - there):+.1f}")
        rows.append(cells)
    yield Table(head, rows)
    yield Heading("Learning curve", 3)
    curve = {int(size): row["test"] for size, row in made["curve"].items()}
    points = {
        "intent accuracy": [(n, row["accuracy"]) for n, row in curve.items()],
        "entities relaxed F1": [(n, row["relaxed"]) for n, row in curve.items()],
        "entities strict F1": [(n, row["strict"]) for n, row in curve.items()],
    }
    yield Plot("learning_curve", learning_curve(points), "Held-out figures against the number of training messages")
    yield Table(
        ("training messages", *points),
        [(str(n), *(f"{row[k]:.3f}" for k in ("accuracy", "relaxed", "strict"))) for n, row in curve.items()],
    )


def _mistakes(facts: Facts) -> Iterator[Block]:
    yield Heading("The worst errors")
    yield Text(
        "Wrong decisions, the most confident first, with the features that spoke most for them against the right label."
    )
    rows = [
        (m.text, m.intent, m.predicted, f"{m.confidence:.2f}", "; ".join(f"“{f}”" for f in m.because), m.where)
        for m in facts.mistakes
    ]
    yield Table(("message", "annotated", "decided", "confidence", "because", "where"), rows, numbers=False)


def _provenance(facts: Facts) -> Iterator[Block]:
    manifest, serving = facts.manifest, facts.serving
    yield Heading("Cost and provenance")
    yield Table(
        ("what a server pays", ""),
        [
            ("parse, median", f"{serving.p50_ms:.1f} ms"),
            ("parse, 99 %", f"{serving.p99_ms:.1f} ms"),
            ("loading, imports included", f"{serving.load_s:.1f} s"),
            ("memory of a process that only parses", f"{serving.mb:.0f} MB"),
        ],
    )
    yield Table(("training step", "seconds"), [(name, f"{seconds:.1f}") for name, seconds in facts.seconds.items()])
    files = manifest["files"].items()
    rows = [
        (name, f"{entry['bytes'] / 1e6:.2f}", entry["sha256"][:16]) for name, entry in files if entry["bytes"] > 1_000
    ]
    yield Table(("artefact", "MB", "sha256"), rows)
    hashes = [(name, digest[:16]) for name, digest in manifest.get("inputs", {}).items()]
    versions = [(f"{name} (version)", version) for name, version in manifest["versions"].items()]
    yield Table(("input", "sha256"), [*hashes, *versions, ("seed", str(manifest["seed"]))])


def _figure(figure: Figure) -> str:
    return f"{figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}]"


def _pair(row: Mapping[str, float]) -> str:
    return f"{row['accuracy']:.3f} / {row['macro_f1']:.3f}"

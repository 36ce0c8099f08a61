"""`python -m training.benchmark --train A.yml --test B.yml`: the same training code on any Rasa data set, other labels
included; prints one JSON line, so that it can stand beside other systems.

Each option takes one or more files or folders. Lists (lookups) count only where the training files bring them. `mb` and
`ms` are of a process that only loads the models and parses: its memory, and the median time of one message.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias

import joblib
import numpy as np
import psutil

from training.errors import TrainingError
from training.experiments import intent_figures
from training.generic import GenericNlu, train_generic
from training.metrics import Span, count_spans, expected_calibration_error, spans_of, total
from training.paths import Config
from training.rasa_yaml import Mensaje, read_data

Answer: TypeAlias = tuple[str, float, list[Span]]


def benchmark(train: Sequence[Path], test: Sequence[Path], config: Config) -> dict[str, float]:
    """Returns the figures of models trained on some files and tested on others. Raises: DataError, TooLittleData."""
    datos, mensajes = read_data(train), read_data(test).mensajes
    if not mensajes:
        raise TrainingError(f"no messages in {', '.join(map(str, test))}")
    began = time.perf_counter()
    model = train_generic(datos, config)
    seconds = time.perf_counter() - began
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.joblib"
        joblib.dump(model, file)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            answers, mb, times = pool.submit(_serve, file, [m.text for m in mensajes]).result()
        size = file.stat().st_size / 1e6
    return {
        **_figures(mensajes, answers),
        "seconds": round(seconds, 2),
        "mb": round(mb, 1),
        "ms": round(float(np.median(times)), 3),
        "ms_p99": round(float(np.quantile(times, 0.99)), 3),
        "model_mb": round(size, 2),
        "train_messages": len(datos.mensajes),
        "test_messages": len(mensajes),
    }


def _figures(mensajes: Sequence[Mensaje], answers: Sequence[Answer]) -> dict[str, float]:
    """Returns the figures of answers to annotated messages; entity F1 needs the exact characters and label."""
    right = np.array([m.intent == intent for m, (intent, _, _) in zip(mensajes, answers, strict=True)])
    confidence = np.array([confidence for _, confidence, _ in answers])
    counts = total(
        count_spans(spans_of(m.entidades), spans) for m, (_, _, spans) in zip(mensajes, answers, strict=True)
    )
    figures = {
        **intent_figures([m.intent for m in mensajes], [intent for intent, _, _ in answers]),
        "entity_f1": counts.f1(strict=True),
        "entity_f1_relaxed": counts.f1(strict=False),
        "ece": expected_calibration_error(confidence, right),
    }
    # JSON has no NaN: data without any entity, and a model that finds none, has done nothing wrong.
    return {name: 1.0 if np.isnan(value) else round(value, 4) for name, value in figures.items()}


def _serve(file: Path, textos: Sequence[str]) -> tuple[list[Answer], float, list[float]]:
    """Returns the answers, the memory of this process in MB and the time of each answer in ms."""
    nlu = GenericNlu(joblib.load(file))
    nlu.parse(textos[0])  # The first call pays for what is set up once.
    answers, times = [], []
    for texto in textos:
        began = time.perf_counter()
        answers.append(nlu.parse(texto))
        times.append((time.perf_counter() - began) * 1_000)
    return answers, psutil.Process().memory_info().rss / 1e6, times


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures as one JSON line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.benchmark", description=__doc__)
    parser.add_argument("--train", type=Path, nargs="+", required=True, help="Rasa NLU YAML files or folders")
    parser.add_argument("--test", type=Path, nargs="+", required=True, help="Rasa NLU YAML files or folders")
    options = parser.parse_args(argv)
    try:
        figures = benchmark(options.train, options.test, Config())
    except (TrainingError, FileNotFoundError) as error:
        print(f"training.benchmark: {error}", file=sys.stderr)
        return 1
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""What the artefacts cost a server: measured in a process of its own that only loads and parses."""

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import numpy as np
import psutil

from app.nlu.artifacts import load_artifacts

_CALLS: Final = 1_000
_WARM_UP: Final = 50


@dataclass(frozen=True, slots=True)
class Serving:
    """Time to load (s, imports included), memory of the process (MB) and time of one parse (ms)."""

    load_s: float
    mb: float
    p50_ms: float
    p99_ms: float
    max_ms: float


def measure_serving(artifacts: Path, textos: Sequence[str], *, calls: int = _CALLS) -> Serving:
    """Returns what loading these artefacts and parsing these texts, over and over, takes."""
    started = time.time()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_serve, artifacts, list(textos), calls, started).result()


def _serve(artifacts: Path, textos: Sequence[str], calls: int, started: float) -> Serving:
    nlu = load_artifacts(artifacts)
    load_s = time.time() - started
    times = []
    for i in range(calls + _WARM_UP):
        texto = textos[i % len(textos)]
        began = time.perf_counter()
        nlu.parse(texto)
        times.append((time.perf_counter() - began) * 1_000)
    p50, p99 = np.quantile(times[_WARM_UP:], [0.5, 0.99])
    mb = psutil.Process().memory_info().rss / 1e6
    return Serving(load_s, mb, float(p50), float(p99), max(times[_WARM_UP:]))

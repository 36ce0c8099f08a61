"""Reads the attributes of a file's rows, in as many processes as the machine has cores when there are many rows."""

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import Final

from app.catalog.rows import Fila
from app.catalog.staging import FilaLeida
from app.nlu.attributes import Frases, atributos_de_producto

BATCH: Final = 2_000  # rows; a smaller file is read in this process

_frases: Frases = {}  # of a worker


def read_attributes(filas: Iterable[Fila], frases: Frases) -> Iterator[FilaLeida]:
    """Yields every row with what its name and description state, in the order of the file."""
    source = iter(filas)
    first = list(islice(source, BATCH))
    workers = _cores() if len(first) == BATCH else 1
    if workers == 1:
        for fila in chain(first, source):
            yield _read(fila, frases)
        return
    context = multiprocessing.get_context("fork")  # A fresh interpreter would import the whole service again.
    with ProcessPoolExecutor(workers, context, initializer=_start, initargs=(frases,)) as pool:
        waiting: deque[Future[Sequence[FilaLeida]]] = deque()
        batch = first
        while batch or waiting:
            if batch:
                waiting.append(pool.submit(_read_batch, batch))
            if len(waiting) > 2 * workers or not batch:
                yield from waiting.popleft().result()
            batch = list(islice(source, BATCH))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _start(frases: Frases) -> None:
    global _frases
    _frases = frases


def _read_batch(filas: Sequence[Fila]) -> list[FilaLeida]:
    return [_read(fila, _frases) for fila in filas]


def _read(fila: Fila, frases: Frases) -> FilaLeida:
    return FilaLeida(fila, atributos_de_producto(fila.nombre, fila.descripcion, frases))

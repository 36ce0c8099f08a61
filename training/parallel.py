"""Runs independent jobs on two processes, in order, with a progress bar."""

import multiprocessing
import os
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from tqdm import tqdm

T = TypeVar("T")
_PROCESSES: Final = 2
_job: Callable[[Any], Any]


def run_parallel(job: Callable[[Any], T], arguments: Sequence[Any], *, bar: str | None = None) -> list[T]:
    """Returns the results of `job` for each argument, in their order.

    The processes are forks, so they share what this one has read; results do not depend on how many there are.
    """
    global _job
    _job = job
    shown = {"desc": bar, "total": len(arguments), "disable": bar is None, "unit": "model"}
    if "fork" not in multiprocessing.get_all_start_methods() or (os.cpu_count() or 1) < _PROCESSES:
        return list(tqdm((job(argument) for argument in arguments), **shown))
    with multiprocessing.get_context("fork").Pool(_PROCESSES) as pool:
        return list(tqdm(pool.imap(_call, arguments), **shown))


def _call(argument: Any) -> Any:
    """Runs the job in a forked process, which has it by inheritance: closures cannot be sent."""
    return _job(argument)

"""Independent jobs in two processes, with a progress bar."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from os import cpu_count
from typing import Final, TypeVar

from tqdm import tqdm

Job = TypeVar("Job")
Result = TypeVar("Result")

# Fresh processes, because forking one that holds threads (BLAS) is unsafe; two, because training is sized for 2 cores.
_SPAWN: Final = get_context("spawn")
_PROCESSES: Final = 2


def run_jobs(function: Callable[[Job], Result], jobs: Sequence[Job], *, label: str) -> list[Result]:
    """Returns the result of each job, in their order; `function` is a module's own, jobs and results can be pickled."""
    with ProcessPoolExecutor(min(_PROCESSES, cpu_count() or 1, len(jobs)), mp_context=_SPAWN) as pool:
        return list(tqdm(pool.map(function, jobs), total=len(jobs), desc=f"      {label}", unit="job", leave=False))

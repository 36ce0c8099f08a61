"""Trains what is stale: `python -m training [--models-only] [--if-stale] [--accept]`.

Exit status 1, with the reason in one line, when the data is broken or a metric fell below the committed one.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from importlib import import_module

from training.errors import TrainingError
from training.graph import Stamps, Step, declare_steps, key_of
from training.paths import Config, Paths


def main(argv: Sequence[str] | None = None, paths: Paths | None = None, config: Config | None = None) -> int:
    """Returns the exit status."""
    args = _read_args(argv)
    paths, config = paths or Paths(), config or Config()
    steps = [step for step in declare_steps(paths) if step.serving or not args.models_only]
    paths.work.mkdir(parents=True, exist_ok=True)
    stamps = Stamps(paths.stamps_file)
    try:
        ran = run_stale(steps, stamps, paths, config, accept=args.accept)
    except TrainingError as error:
        print(error, file=sys.stderr)
        return 1
    if not ran and not args.if_stale:
        print("everything is up to date")
    return 0


def run_stale(steps: Sequence[Step], stamps: Stamps, paths: Paths, config: Config, *, accept: bool = False) -> int:
    """Returns how many steps had to run. Raises: TrainingError from a step, which then stays stale."""
    ran = 0
    for number, step in enumerate(steps, 1):
        if step.name == "gate" and accept:
            import_module("training.steps.gate").accept(paths)
        if stamps.is_fresh(step, config):
            continue
        print(f"[{number}/{len(steps)}] {step.name}: {step.help}", flush=True)
        key = key_of(step, config)
        stamps.forget(step)
        started = time.perf_counter()
        import_module(step.module).run(paths, config)
        stamps.remember(step, key)
        print(f"      done in {time.perf_counter() - started:.1f} s", flush=True)
        ran += 1
    return ran


def _read_args(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--models-only", action="store_true", help="only what the server needs, no report")
    parser.add_argument("--if-stale", action="store_true", help="say nothing when everything is up to date")
    parser.add_argument("--accept", action="store_true", help="make the measured metrics the new committed ones")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())

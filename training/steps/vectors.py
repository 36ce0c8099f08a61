"""Step: trains the vectors of products."""

from training.paths import Config, Paths
from training.vectors import train_vectors, write_vectors


def run(paths: Paths, config: Config) -> None:
    """Writes `vectores.joblib`."""
    write_vectors(train_vectors(paths.catalog, seed=config.seed), paths.vectors_file)

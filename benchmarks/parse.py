"""What understanding a message costs: `python -m benchmarks.parse [--calls 2000]`.

Loads the artefacts in a process of its own and parses the validation messages over and over, one at a time, as the
server does. Memory is that of the whole process; loading includes the imports.
"""

import argparse

from app.settings import get_settings
from training.paths import Paths
from training.rasa_yaml import read_data
from training.serving import measure_serving


def main() -> None:
    """Measures and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=2_000)
    args = parser.parse_args()
    textos = [m.text for m in read_data([Paths().valid]).mensajes]
    serving = measure_serving(get_settings().artifacts_dir, textos, calls=args.calls)
    print(f"{'parse p50':>12}{'p99':>9}{'slowest':>10}{'load':>9}{'memory':>10}")
    print(
        f"{serving.p50_ms:>9.1f} ms{serving.p99_ms:>6.1f} ms{serving.max_ms:>7.1f} ms"
        f"{serving.load_s:>7.1f} s{serving.mb:>7.0f} MB"
    )


if __name__ == "__main__":
    main()

"""Makes large catalogues for the benchmarks, the same for the same seed; never a catalogue to show.

Every product is put together from the default catalogue: a kind and a price near one product's, sentences of two of
the same category, a brand of the category or an invented one, an invented line and model code. So categories, prices,
words and attributes are spread as they are in a shop. `python -m benchmarks.catalog_generator 100000 > file.csv`.
"""

import argparse
import csv
import math
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Final

from app.catalog.reader import open_archivo, read_filas
from app.catalog.rows import Fila
from app.catalog.staging import FilaLeida
from app.nlu.attributes import Frases, atributos_de_producto

SEEDS: Final = Path(__file__).parent.parent / "seeds" / "catalogo.csv"
BRANDS_INVENTED: Final = 3_000
LINES_INVENTED: Final = 5_000
ZIPF: Final = 0.7  # how unequal categories and brands are in size
OUT_OF_STOCK: Final = 0.05
COLUMNS: Final = ("sku", "nombre", "categoria", "categoria_padre", "marca", "precio", "descripcion", "stock")

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑ0-9])")
_SYLLABLES: Final = (
    "ba be bi bo bru ca co cre da do dra fa fi fo ga go gri ka ki lo lu ma mi mo na no pe pi ra ri sa so ta to va vi zo"
).split()


@dataclass(frozen=True, slots=True)
class Molde:
    """What one product of the default catalogue lends: its kind, price and sentences."""

    fila: Fila
    tipo: str
    frases: tuple[str, ...]


def generate(n: int, frases: Frases, *, seed: int = 1) -> Iterator[FilaLeida]:
    """Yields n products with their attributes read."""
    rng = random.Random(seed)
    groups = _moldes()
    categorias = sorted(groups)
    rng.shuffle(categorias)
    weights = _zipf(len(categorias))
    brands = [_word(rng, 2, 3).title() for _ in range(BRANDS_INVENTED)]
    brand_weights = _zipf(len(brands))
    lines = [_word(rng, 2, 4).title() for _ in range(LINES_INVENTED)]
    read = lru_cache(maxsize=None)(lambda sentence: atributos_de_producto("", sentence, frases))
    for linea in range(1, n + 1):
        group = groups[rng.choices(categorias, cum_weights=weights)[0]]
        molde, other = rng.choice(group), rng.choice(group)
        own = rng.random() < 0.6
        marca = rng.choice(group).fila.marca if own else rng.choices(brands, cum_weights=brand_weights)[0]
        nombre = f"{molde.tipo} {marca} {rng.choice(lines)} {_code(rng)}"
        sentences = dict.fromkeys((molde.frases[0], other.frases[-1]))
        atributos = dict.fromkeys(a for sentence in sentences for a in read(sentence))
        precio = max(990, round(molde.fila.precio * math.exp(rng.gauss(0, 0.4)) / 1000) * 1000 - 10)
        stock = 0 if rng.random() < OUT_OF_STOCK else rng.randint(1, 80)
        fila = Fila(
            linea, nombre, molde.fila.categoria, molde.fila.categoria_padre, marca, precio, " ".join(sentences), stock,
            f"G{linea:07d}",
        )  # fmt: skip
        yield FilaLeida(fila, tuple(atributos))


def _moldes() -> dict[str, list[Molde]]:
    """Returns what the default catalogue lends, by category."""
    groups: dict[str, list[Molde]] = {}
    for fila in read_filas(open_archivo(SEEDS)):
        if isinstance(fila, Fila):
            head, found, _ = fila.nombre.partition(f" {fila.marca} ")
            tipo = head if found else fila.nombre.split()[0]
            groups.setdefault(fila.categoria, []).append(Molde(fila, tipo, tuple(_SENTENCE.split(fila.descripcion))))
    return groups


def _zipf(n: int) -> Sequence[float]:
    return tuple(accumulate(1 / rank**ZIPF for rank in range(1, n + 1)))


def _word(rng: random.Random, least: int, most: int) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(least, most)))


def _code(rng: random.Random) -> str:
    """Returns a model code such as "X450" or "HD9650"."""
    letters = "".join(rng.choice("ABCDEGHKLMPRSTVXZ") for _ in range(rng.randint(1, 2)))
    return f"{letters}{rng.randint(10, 9999)}"


def main() -> None:
    """Writes a catalogue as CSV to the standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("products", type=int)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for fila, _ in generate(args.products, {}, seed=args.seed):
        writer.writerow([getattr(fila, column) for column in COLUMNS])


if __name__ == "__main__":
    main()

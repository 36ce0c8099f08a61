"""How long searches take at each size: `python -m benchmarks.search --sizes 10000 100000 1000000`.

Each size gets a catalogue of its own on an embedded server, kept under var/bench for the next run. Times are those of a
whole call of the repository, connection and reading included; the table gives p50, p95 and the slowest in ms.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Engine, create_engine, text

from app.catalog.importer import bump_version, load_filas, load_frases, vacuum
from app.database.connection import build_engine, run_migrations, start_embedded
from app.database.repository import Repository
from app.models.dominio import Filtros, Orden, ProductoFicha
from app.settings import ROOT, Settings, get_settings
from benchmarks.catalog_generator import generate

SIZES: Final = (10_000, 100_000, 1_000_000)
CALLS: Final = 300
PAGE: Final = 5
SAMPLE: Final = 400
FOLDER: Final = ROOT / "var" / "bench"

Case = Callable[[Repository, random.Random, Sequence[ProductoFicha]], object]


@dataclass(frozen=True, slots=True)
class Medicion:
    """Times of one case at one size, ms."""

    caso: str
    productos: int
    p50: float
    p95: float
    max: float


def search(repo: Repository, rng: random.Random, muestra: Sequence[ProductoFicha]) -> object:
    """A search that something meets: category, brand, price, attributes and order as a person mixes them."""
    return repo.buscar_relajando(_wish(rng, rng.choice(muestra)), limite=PAGE)


def nothing_found(repo: Repository, rng: random.Random, muestra: Sequence[ProductoFicha]) -> object:
    """A search that nothing meets, loosened."""
    one, other = rng.choice(muestra), rng.choice(muestra)
    wish = replace(
        _wish(rng, one), marcas=(other.marca or "",), caracteristicas=(*one.atributos[:1], *other.atributos[:2])
    )
    return repo.buscar_relajando(replace(wish, precio_max=max(1, min(one.precio, other.precio) // 3)), limite=PAGE)


def parent_category(repo: Repository, rng: random.Random, muestra: Sequence[ProductoFicha]) -> object:
    """A whole department, by price or not, sometimes with an attribute."""
    product = rng.choice(muestra)
    wish = Filtros(categoria=rng.choice(repo.categorias_principales()), orden=rng.choice(list(Orden)))
    return repo.buscar(replace(wish, caracteristicas=rng.choice([(), product.atributos[:1]])), limite=PAGE)


def next_page(repo: Repository, rng: random.Random, muestra: Sequence[ProductoFicha]) -> object:
    """More of a list, without the 50 products seen before."""
    seen = tuple(p.id for p in rng.sample(list(muestra), 50))
    return repo.buscar(Filtros(categoria=rng.choice(muestra).categoria), limite=PAGE, excluir=seen)


def text_lookup(repo: Repository, rng: random.Random, muestra: Sequence[ProductoFicha]) -> object:
    """Free words of a description, and attributes that no list knows."""
    words = [w.strip(".,;:") for w in rng.choice(muestra).descripcion.split() if len(w) > 5]
    wish = Filtros(texto=" ".join(rng.sample(words, min(len(words), rng.randint(1, 2)))))
    return repo.buscar(replace(wish, caracteristicas=("letra ñ",) if rng.random() < 0.2 else ()), limite=PAGE)


def model_name(repo: Repository, rng: random.Random, muestra: Sequence[ProductoFicha]) -> object:
    """A model by name, half of the time with a typo."""
    words = rng.choice(muestra).nombre.split()[-2:]
    if rng.random() < 0.5:
        words[0] = _typo(words[0], rng)
    return repo.resolver_producto(" ".join(words))


def missing_model(repo: Repository, rng: random.Random, muestra: Sequence[ProductoFicha]) -> object:
    """A model that is not there, and what is nearest."""
    product = rng.choice(muestra)
    name = f"{product.nombre.split()[-2]} {rng.randint(10_000, 99_999)}"
    return repo.resolver_producto(name) or repo.cercanos(name, marca=product.marca, categoria=product.categoria)


CASES: Final[dict[str, Case]] = {
    "search": search,
    "nothing found": nothing_found,
    "whole department": parent_category,
    "next page": next_page,
    "text lookup": text_lookup,
    "model by name": model_name,
    "missing model": missing_model,
}


def measure(engine: Engine, productos: int, cases: dict[str, Case], *, calls: int = CALLS) -> list[Medicion]:
    """Returns the times of every case on one catalogue; each call has a transaction, as a turn has."""
    rng = random.Random(7)
    with engine.begin() as connection:
        top = connection.execute(text("SELECT max(id) FROM productos")).scalar_one()
        repo = Repository(connection)
        muestra = [p for p in repo.por_ids([rng.randint(1, top) for _ in range(SAMPLE)]) if p.disponible]
    found = []
    for caso, call in cases.items():
        times = sorted(_time(engine, call, rng, muestra) for _ in range(calls + 10))[: calls + 10]
        cuts = statistics.quantiles(times, n=20)
        found.append(Medicion(caso, productos, statistics.median(times), cuts[-1], times[-1]))
    return found


def open_catalog(server_url: Callable[[str], str], productos: int) -> Engine:
    """Returns an engine on a catalogue of this size, made on the first run."""
    name = f"catalogo_{productos}"
    with create_engine(server_url("postgres"), isolation_level="AUTOCOMMIT").connect() as connection:
        known = connection.execute(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name}).scalar()
        if not known:
            connection.execute(text(f"CREATE DATABASE {name}"))
    engine = build_engine(server_url(name), Settings())
    run_migrations(engine)
    with engine.begin() as connection:
        loaded = Repository(connection).version_catalogo()
        if not loaded:
            print(f"making a catalogue of {productos} products …", flush=True)
            load_filas(connection, generate(productos, load_frases(get_settings().artifacts_dir)), extend=False)
            bump_version(connection, None)
    if not loaded:
        vacuum(engine)
    return engine


def print_table(measured: Sequence[Medicion]) -> None:
    """Prints the times, and how much each case grew from the smallest size to the largest."""
    sizes = sorted({m.productos for m in measured})
    print(f"{'case':<18}" + "".join(f"{size:>12,} p50    p95    max" for size in sizes) + "   p95 growth")
    for caso in dict.fromkeys(m.caso for m in measured):
        row = {m.productos: m for m in measured if m.caso == caso}
        cells = "".join(f"{row[s].p50:>16.1f} {row[s].p95:>6.1f} {row[s].max:>6.1f}" for s in sizes)
        print(f"{caso:<18}{cells}   × {row[sizes[-1]].p95 / row[sizes[0]].p95:.1f}")


def _wish(rng: random.Random, product: ProductoFicha) -> Filtros:
    """Returns a wish that this product meets."""
    marcas = (product.marca,) if product.marca and rng.random() < 0.4 else ()
    return Filtros(
        categoria=product.categoria if rng.random() < 0.85 else None,
        marcas=marcas,
        precio_max=round(product.precio * 1.2) if rng.random() < 0.5 else None,
        caracteristicas=tuple(rng.sample(product.atributos, min(len(product.atributos), rng.randint(0, 2)))),
        orden=rng.choice([Orden.RELEVANCIA, Orden.RELEVANCIA, Orden.PRECIO_ASC, Orden.PRECIO_DESC]),
    )


def _typo(word: str, rng: random.Random) -> str:
    i = rng.randrange(1, max(2, len(word) - 1))
    return word[:i] + word[i + 1 :]


def _time(engine: Engine, call: Case, rng: random.Random, muestra: Sequence[ProductoFicha]) -> float:
    with engine.begin() as connection:
        started = time.perf_counter()
        call(Repository(connection), rng, muestra)
        return (time.perf_counter() - started) * 1000


def main() -> None:
    """Measures every size and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--calls", type=int, default=CALLS)
    args = parser.parse_args()
    server = start_embedded(FOLDER)
    try:
        measured: list[Medicion] = []
        for productos in args.sizes:
            engine = open_catalog(lambda name: server.get_uri(driver="psycopg2", database=name), productos)
            measured += measure(engine, productos, CASES, calls=args.calls)
            engine.dispose()
        print_table(measured)
    finally:
        server.cleanup()


if __name__ == "__main__":
    main()

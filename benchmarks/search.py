"""How long searches take at each size: `python -m benchmarks.search --sizes 10000 100000 1000000`.

Each size gets a catalogue of its own on an embedded server, kept under var/bench for the next run. Times are those of a
whole call of the repository, connection and reading included; the table gives p50, p95 and the slowest in ms. Every
size is warmed up by as many calls with other wishes: in its first minute a server reads what it needs from the disk.
"""

import argparse
import gc
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Engine, create_engine, text

from app.catalog.following import follow_vectors
from app.catalog.importer import bump_version, load_filas, load_frases, vacuum
from app.database.connection import Database, build_engine, run_migrations, start_embedded
from app.database.recommender import Recommender
from app.database.repository import Repository
from app.models.dominio import Filtros, Orden, ProductoFicha
from app.nlu.artifacts import load_vector_model
from app.nlu.comparison import compare
from app.nlu.vectors import VectorModel
from app.settings import ROOT, Settings, get_settings
from benchmarks.catalog_generator import generate

SIZES: Final = (10_000, 100_000, 1_000_000)
CALLS: Final = 300
SEED: Final = 7
WARM_UP_SEED: Final = 5
PAGE: Final = 5
POOL: Final = 40
SAMPLE: Final = 400
USES: Final = ("estudiar", "gaming", "oficina", "viajar", "deporte")
FOLDER: Final = ROOT / "var" / "bench"


@dataclass(frozen=True, slots=True)
class Banco:
    """What one call works with, in one transaction: `muestra` are products that wishes are made of."""

    repo: Repository
    recommender: Recommender
    rng: random.Random
    muestra: Sequence[ProductoFicha]

    def any(self) -> ProductoFicha:
        """Returns one product of the sample."""
        return self.rng.choice(self.muestra)


Case = Callable[[Banco], object]


@dataclass(frozen=True, slots=True)
class Medicion:
    """Times of one case at one size, ms."""

    caso: str
    productos: int
    p50: float
    p95: float
    max: float


def search(banco: Banco) -> object:
    """A search that something meets: category, brand, price, attributes and order as a person mixes them."""
    return banco.repo.buscar_relajando(_wish(banco.rng, banco.any()), limite=PAGE)


def nothing_found(banco: Banco) -> object:
    """A search that nothing meets, loosened."""
    one, other = banco.any(), banco.any()
    wish = replace(
        _wish(banco.rng, one),
        marcas=(other.marca or "",),
        caracteristicas=(*one.atributos[:1], *other.atributos[:2]),
        precio_max=max(1, min(one.precio, other.precio) // 3),
    )
    return banco.repo.buscar_relajando(wish, limite=PAGE)


def whole_department(banco: Banco) -> object:
    """A whole department, by price or not, sometimes with an attribute."""
    wish = Filtros(categoria=banco.rng.choice(banco.repo.categorias_principales()), orden=banco.rng.choice(list(Orden)))
    return banco.repo.buscar(
        replace(wish, caracteristicas=banco.rng.choice([(), banco.any().atributos[:1]])), limite=PAGE
    )


def next_page(banco: Banco) -> object:
    """More of a list, without the 50 products seen before."""
    seen = tuple(p.id for p in banco.rng.sample(list(banco.muestra), 50))
    return banco.repo.buscar(Filtros(categoria=banco.any().categoria), limite=PAGE, excluir=seen)


def text_lookup(banco: Banco) -> object:
    """Free words of a description, and attributes that no list knows."""
    words = [w.strip(".,;:") for w in banco.any().descripcion.split() if len(w) > 5]
    wish = Filtros(texto=" ".join(banco.rng.sample(words, min(len(words), banco.rng.randint(1, 2)))))
    loose = ("letra ñ",) if banco.rng.random() < 0.2 else ()
    return banco.repo.buscar(replace(wish, caracteristicas=loose), limite=PAGE)


def model_name(banco: Banco) -> object:
    """A model by name, half of the time with a typo."""
    words = banco.any().nombre.split()[-2:]
    if banco.rng.random() < 0.5:
        words[0] = _typo(words[0], banco.rng)
    return banco.repo.resolver_producto(" ".join(words))


def missing_model(banco: Banco) -> object:
    """A model that is not there, and what is nearest."""
    product = banco.any()
    name = f"{product.nombre.split()[-2]} {banco.rng.randint(10_000, 99_999)}"
    return banco.repo.resolver_producto(name) or banco.repo.cercanos(
        name, marca=product.marca, categoria=product.categoria
    )


def recommendation(banco: Banco) -> object:
    """Advice within a category, half of the time for a use: the best of the search, varied in brand, price and kind."""
    wish = replace(_wish(banco.rng, banco.any()), marcas=())
    if banco.rng.random() < 0.5:
        wish = replace(wish, caracteristicas=(*wish.caracteristicas[:1], banco.rng.choice(USES)))
    wish, found, _ = banco.repo.buscar_relajando(wish, limite=POOL)
    return banco.recommender.choose(banco.recommender.pool(found, wish, banco.repo), wish, n=PAGE)


def similar(banco: Banco) -> object:
    """Products like one."""
    product = banco.any()
    pool = banco.repo.buscar(Filtros(categoria=product.categoria), limite=POOL).productos
    return banco.repo.por_ids(banco.recommender.similar(product, pool, n=PAGE))


def comparison(banco: Banco) -> object:
    """The best of two brands in a category, side by side."""
    product = banco.any()
    rivals = (product.marca or "", banco.any().marca or "")
    wishes = [Filtros(categoria=product.categoria, marcas=(marca,)) for marca in rivals]
    best = [p for wish in wishes for p in banco.repo.buscar(wish, limite=1).productos]
    return compare([*best, product][:2])


CASES: Final[dict[str, Case]] = {
    "search": search,
    "nothing found": nothing_found,
    "whole department": whole_department,
    "next page": next_page,
    "text lookup": text_lookup,
    "model by name": model_name,
    "missing model": missing_model,
    "recommendation": recommendation,
    "similar products": similar,
    "comparison": comparison,
}


def measure(
    engines: dict[int, Engine], cases: dict[str, Case], model: VectorModel, *, calls: int = CALLS
) -> list[Medicion]:
    """Returns the times of every case at every size, as of a server that has answered as many other wishes.

    A case is measured at all sizes before the next, so that what else the machine does weighs alike on each.
    """
    for seed in (WARM_UP_SEED, SEED):
        muestras = {productos: _sample(engine, random.Random(seed)) for productos, engine in engines.items()}
        rngs = {productos: random.Random(seed) for productos in engines}
        measured = [
            _medicion(caso, n, [_time(engines[n], call, model, rngs[n], muestras[n]) for _ in range(calls)])
            for caso, call in cases.items()
            for n in engines
        ]
    return measured


def open_catalog(server_url: Callable[[str], str], productos: int, model: VectorModel) -> Engine:
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
        follow_vectors(Database(engine), model)
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


def _sample(engine: Engine, rng: random.Random) -> list[ProductoFicha]:
    """Returns the products that wishes are made of."""
    with engine.begin() as connection:
        top = connection.execute(text("SELECT max(id) FROM productos")).scalar_one()
        drawn = Repository(connection).por_ids([rng.randint(1, top) for _ in range(SAMPLE)])
    return [p for p in drawn if p.disponible]


def _medicion(caso: str, productos: int, times: Sequence[float]) -> Medicion:
    return Medicion(caso, productos, statistics.median(times), statistics.quantiles(times, n=20)[-1], max(times))


def _time(
    engine: Engine, call: Case, model: VectorModel, rng: random.Random, muestra: Sequence[ProductoFicha]
) -> float:
    """Returns how long one call takes, ms, in a transaction of its own, as a turn has."""
    with engine.begin() as connection:
        started = time.perf_counter()
        call(Banco(Repository(connection), Recommender(connection, model), rng, muestra))
        return (time.perf_counter() - started) * 1000


def main() -> None:
    """Measures every size and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--calls", type=int, default=CALLS)
    args = parser.parse_args()
    model = load_vector_model(get_settings().artifacts_dir)
    gc.freeze()  # as the server does
    start_embedded(FOLDER).cleanup()  # a new folder has the settings of a server from its second start on
    server = start_embedded(FOLDER)
    try:
        engines = {
            productos: open_catalog(lambda name: server.get_uri(driver="psycopg2", database=name), productos, model)
            for productos in args.sizes
        }
        measured = measure(engines, CASES, model, calls=args.calls)
        for engine in engines.values():
            engine.dispose()
        print_table(measured)
    finally:
        server.cleanup()


if __name__ == "__main__":
    main()

"""What the models are trained on: the messages of `data/nlu` in a fixed order, with noisy copies of some of them."""

import csv
from pathlib import Path
from random import Random

from app.nlu.lexicon import MARCA, PRODUCTO
from training.augment import augment
from training.paths import Config, Paths
from training.rasa_yaml import Mensaje, read_data


def training_messages(paths: Paths, config: Config) -> list[Mensaje]:
    """Returns the training messages, shuffled, and after them their noisy copies; the same files give the same list.

    Raises: DataError.
    """
    mensajes = read_data([paths.train]).mensajes
    Random(config.seed).shuffle(mensajes)
    return [*mensajes, *noisy_copies(mensajes, names_to_swap(paths), config)]


def noisy_copies(mensajes: list[Mensaje], names: dict[str, list[str]], config: Config) -> list[Mensaje]:
    """Returns a noisy copy of a share of the messages, the first ones; `Config.noisy_copies` is the share."""
    rng = Random(config.seed)
    return [augment(m, names, rng) for m in mensajes[: round(config.noisy_copies * len(mensajes))]]


def names_to_swap(paths: Paths) -> dict[str, list[str]]:
    """Returns brands and models of the lists and the catalogue, by entity, as people write them."""
    lookups = read_data([paths.lists[1]]).listas["lookup"]
    return {
        MARCA: sorted({*lookups.get(MARCA, ()), *_brands(paths.catalog)}),
        PRODUCTO: sorted(set(lookups.get(PRODUCTO, ()))),
    }


def _brands(catalog: Path) -> set[str]:
    with catalog.open(encoding="utf-8-sig", newline="") as file:
        return {row["marca"] for row in csv.DictReader(file) if row["marca"]}

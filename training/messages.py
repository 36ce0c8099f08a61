"""What the models are trained on: the messages of `data/nlu` in a fixed order, with noisy copies of some of them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from training.augment import KINDS, add_noise, swap_names
from training.names import swap_lists
from training.paths import Config, Paths
from training.rasa_yaml import Mensaje, read_data
from training.reading import open_lexicon


def training_messages(paths: Paths, config: Config) -> list[Mensaje]:
    """Returns the training messages, shuffled, and after them their altered copies; the same files give the same list.

    Raises: DataError.
    """
    mensajes = read_data([paths.train]).mensajes
    Random(config.seed).shuffle(mensajes)
    return [*mensajes, *altered_copies(mensajes, paths.lexicon_file, config)]


def altered_copies(mensajes: Sequence[Mensaje], lexicon_file: Path, config: Config) -> list[Mensaje]:
    """Returns a copy with noise of a share of the messages, and one with other names of another share."""
    rng = Random(config.seed)
    noisy = round(config.noisy_copies * len(mensajes))
    swapped = round(config.swapped_copies * len(mensajes))
    out = [_with_noise(m, rng) for m in mensajes[:noisy]]
    if swapped:
        names = names_to_swap(lexicon_file, config)
        out += [_with_noise(swap_names(m, names, rng), rng) for m in mensajes[-swapped:] if _has_names(m, names)]
    return out


def names_to_swap(lexicon_file: Path, config: Config) -> Mapping[str, Sequence[str]]:
    """Returns brands and models, half of them in no list."""
    return swap_lists(*open_lexicon(lexicon_file), Random(config.seed))


def _with_noise(mensaje: Mensaje, rng: Random) -> Mensaje:
    """Returns a message with one or two kinds of noise."""
    for kind in rng.sample(KINDS, k=rng.choice((1, 2))):
        mensaje = add_noise(mensaje, kind, rng)
    return mensaje


def _has_names(mensaje: Mensaje, names: Mapping[str, Sequence[str]]) -> bool:
    return any(e.entity in names for e in mensaje.entidades)

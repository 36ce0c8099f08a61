"""What several steps of one training run share: read once, kept in memory."""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from spacy.language import Language

from app.nlu.artifacts import LEXICON_FILE, read_lexicon
from app.nlu.attributes import build_frases
from app.nlu.evidence import add_components, know
from app.nlu.lexicon import CARACTERISTICAS, Lexico, Listas, join_names
from app.nlu.tokens import blank_pipeline
from app.nlu.word_classes import WordClasses
from training.augment import KINDS, add_noise, swap_names
from training.corpus import Leido, read_all
from training.names import swap_lists
from training.paths import Config, Paths
from training.rasa_yaml import Mensaje, read_data


@dataclass
class Context:
    """One training run. `say` shows a line of progress; `accept` takes lower metrics as the new baseline."""

    paths: Paths = field(default_factory=Paths)
    config: Config = field(default_factory=Config)
    say: Callable[[str], None] = print
    accept: bool = False

    @cached_property
    def lists(self) -> tuple[Listas, Lexico]:
        """The compiled lists and the default catalogue's names."""
        return read_lexicon(json.loads((self.paths.artifacts / LEXICON_FILE).read_text(encoding="utf-8")))

    @cached_property
    def nlp(self) -> Language:
        """The pipeline up to the hints."""
        return hints_pipeline(*self.lists)

    @cached_property
    def train(self) -> list[Leido]:
        """Training messages in a seeded order, so that folds and batches mix files."""
        mensajes = read_data([self.paths.train]).mensajes
        random.Random(self.config.seed).shuffle(mensajes)
        return read_all(self.nlp, mensajes)

    @cached_property
    def copies(self) -> list[Leido]:
        """One noisy copy of each of the first training messages, in the same order; some with other names."""
        copied = self.train[: round(self.config.copied_share * len(self.train))]
        return read_all(self.nlp, noisy_copies([leido.mensaje for leido in copied], *self.lists, self.config))

    @cached_property
    def valid(self) -> list[Leido]:
        """Validation messages."""
        return read_all(self.nlp, read_data([self.paths.valid]).mensajes)


def hints_pipeline(listas: Listas, lexico: Lexico) -> Language:
    """Returns the pipeline up to the hints, knowing these lists."""
    nlp = blank_pipeline()
    add_components(nlp)
    frases = build_frases(listas.sinonimos.get(CARACTERISTICAS, {}))
    know(nlp, join_names(listas, lexico), frases, WordClasses(listas.palabras))
    return nlp


def noisy_copies(mensajes: Sequence[Mensaje], listas: Listas, lexico: Lexico, config: Config) -> list[Mensaje]:
    """Returns one copy of each message with one kind of noise, a share of them with other names."""
    rng = random.Random(config.seed)
    names: Any = swap_lists(listas, lexico, rng)
    out = []
    for mensaje in mensajes:
        swapped = swap_names(mensaje, names, rng) if rng.random() < config.swap_share else mensaje
        out.append(add_noise(swapped, rng.choice(KINDS), rng))
    return out

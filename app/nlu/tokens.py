"""A message as tokens: the one tokeniser of training and serving, and the spaCy language that carries it.

Tokens are found in the folded text, so accents typed as separate marks, full-width letters or zero-width joiners
do not break words; each token keeps its characters as typed. `token.norm_` is the folded form: lists match on it.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Any, ClassVar

import spacy
from spacy.attrs import NORM
from spacy.lang.es import Spanish
from spacy.tokens import Doc
from spacy.vocab import Vocab

from app.nlu.normalize import Normalizado, fold, normalize
from app.nlu.words import WORD


class MessageTokenizer:
    """Turns a text into a Doc; `Doc.user_data` holds it as typed, and each token's characters in it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Returns the tokens of a text of any Unicode, in linear time."""
        normal = normalize(text)
        spans = token_spans(normal)
        words = [text[start:end] for start, end in spans]
        spaces = [here[1] < after[0] for here, after in pairwise(spans)]
        doc = Doc(self.vocab, words=words, spaces=[*spaces, False] if words else [])
        doc.user_data.update(text=text, spans=spans)
        return doc

    def to_disk(self, path: Any, **_: Any) -> None:
        """Nothing to save: the rules are code."""

    def from_disk(self, path: Any, **_: Any) -> "MessageTokenizer":
        """Nothing to load: the rules are code."""
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to save: the rules are code."""
        return b""

    def from_bytes(self, data: bytes, **_: Any) -> "MessageTokenizer":
        """Nothing to load: the rules are code."""
        return self


def token_spans(normal: Normalizado) -> list[tuple[int, int]]:
    """Returns each token's start and end in the text as typed."""
    return [normal.span(*match.span()) for match in WORD.finditer(normal.texto)]


@spacy.registry.tokenizers("shop.MessageTokenizer.v1")
def create_tokenizer() -> Callable[[spacy.language.Language], MessageTokenizer]:
    """Returns the maker that spaCy calls with the pipeline being built."""
    return lambda nlp: MessageTokenizer(nlp.vocab)


class ShopSpanishDefaults(Spanish.Defaults):  # type: ignore[misc, valid-type]
    """Spanish whose NORM is our folded form; no tokeniser exceptions, which cost memory and are not used."""

    lex_attr_getters: ClassVar[dict[int, Any]] = {**Spanish.Defaults.lex_attr_getters, NORM: fold}
    tokenizer_exceptions: ClassVar[dict[str, list[dict[int, str]]]] = {}


@spacy.registry.languages("es_shop")
class ShopSpanish(Spanish):
    """The language of the pipeline."""

    lang = "es_shop"
    Defaults = ShopSpanishDefaults


def blank_pipeline() -> spacy.language.Language:
    """Returns a pipeline that only tokenises."""
    config = {"nlp": {"tokenizer": {"@tokenizers": "shop.MessageTokenizer.v1"}}}
    return ShopSpanish.from_config(config)

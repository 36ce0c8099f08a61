"""A message as tokens: the one tokeniser of training and serving, and the spaCy language that carries it.

Tokens are found in the folded text, so accents typed as separate marks, full-width letters or zero-width joiners
do not break words; each token keeps its characters as typed. `token.norm_` is the folded form: lists match on it.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

import spacy
from spacy.attrs import NORM
from spacy.lang.es import Spanish
from spacy.tokens import Doc
from spacy.vocab import Vocab

from app.nlu.normalize import Normalizado, fold, normalize

# A word may hold an apostrophe, hyphen, dot or ampersand between its letters: "de'longhi", "tp-link", "199.990".
_TOKEN: Final = re.compile(r"[^\W_]+(?:['\-.&+,][^\W_]+)*|[^\s]")


class MessageTokenizer:
    """Turns a text into a Doc; `Doc.user_data["spans"]` holds each token's characters in the text as typed."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Returns the tokens of a text of any Unicode, in linear time."""
        normal = normalize(text)
        spans = token_spans(normal)
        words = [text[start:end] for start, end in spans]
        spaces = [here[1] < after[0] for here, after in zip(spans, spans[1:], strict=False)]
        doc = Doc(self.vocab, words=words, spaces=[*spaces, False] if words else [])
        doc.user_data["spans"] = spans
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
    return [normal.span(*match.span()) for match in _TOKEN.finditer(normal.texto)]


@spacy.registry.tokenizers("shop.MessageTokenizer.v1")
def create_tokenizer() -> Callable[[spacy.language.Language], MessageTokenizer]:
    """Returns the maker that spaCy calls with the pipeline being built."""
    return lambda nlp: MessageTokenizer(nlp.vocab)


class ShopSpanishDefaults(Spanish.Defaults):  # type: ignore[misc]
    """Spanish whose NORM is our folded form; no tokeniser exceptions, which cost memory and are not used."""

    lex_attr_getters = {**Spanish.Defaults.lex_attr_getters, NORM: fold}
    tokenizer_exceptions: dict[str, list[dict[int, str]]] = {}


@spacy.registry.languages("es_shop")
class ShopSpanish(Spanish):  # type: ignore[misc]
    """The language of the pipeline."""

    lang = "es_shop"
    Defaults = ShopSpanishDefaults


def blank_pipeline() -> spacy.language.Language:
    """Returns a pipeline that only tokenises."""
    config = {"nlp": {"tokenizer": {"@tokenizers": "shop.MessageTokenizer.v1"}}}
    return ShopSpanish.from_config(config)


_PHONETIC: Final = (
    (re.compile(r"(.)\1+"), r"\1"),  # "holaaa", "perro", "calle": runs become one letter
    (re.compile(r"qu(?=[ei])|q|c(?=[^ehi]|$)"), "k"),
    (re.compile(r"ch"), "x"),
    (re.compile(r"c|z"), "s"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"h"), ""),
    (re.compile(r"v|w"), "b"),
    (re.compile(r"y(?=[aeiou])"), "l"),  # yeísmo: "ll" has become "l" above
    (re.compile(r"m(?=[bp])"), "n"),
)


@lru_cache(maxsize=8192)
def phonetic(word: str) -> str:
    """Returns how a folded word sounds, so that "kiero", "quiero" and "qiero" are one: "kiero"."""
    for pattern, replacement in _PHONETIC:
        word = pattern.sub(replacement, word)
    return word

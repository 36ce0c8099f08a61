"""What cannot be stored or sent is replaced, and nothing else moves."""

from app.models.texto import only_valid, replace_surrogates


def test_nul_is_dropped_and_lone_surrogates_are_replaced() -> None:
    """Emoji and accents stay as they are."""
    assert only_valid("a\x00ñ\ud800😀") == "añ\ufffd😀"


def test_replacing_surrogates_moves_no_offset() -> None:
    """Offsets of a parse stay those of the text as typed."""
    texto = "x\udc00y\x00z"
    assert len(replace_surrogates(texto)) == len(texto)

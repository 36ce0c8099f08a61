"""Folding reads a message in one spelling and never loses the characters as typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.nlu.normalize import fold, normalize

TEXTO = st.text(max_size=200) | st.text(alphabet="añÑn\u0303\u0301\u200d\ufe0f\x00 ½ﷺİ👩🏽１k", max_size=60)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("AUDÍFONOS Inalámbricos", "audifonos inalambricos"),
        ("ñandú, PIÑA", "ñandu, piña"),
        ("pin\u0303a", "piña"),  # n and the tilde as two characters
        ("PIN\u0303A", "piña"),
        ("te\u0301le", "tele"),
        ("ｎｏｔｅｂｏｏｋ ３００ ＄", "notebook 300 $"),
        ("½ palo", "1/2 palo"),
        ("20 m²", "20 m2"),
        ("ﬁltro", "filtro"),
        ("Galaxy™", "galaxy"),
        ("Nº 5, 2ª", "n° 5, 2°"),  # not the word "no"
        ("“hola” ‘tú’ «ahí»", '"hola" \'tu\' "ahi"'),
        ("100–200 — 300", "100-200 - 300"),
        ("a\u200bb\u202ec\x00d\ufeff", "abcd"),
        ("uno\u00a0dos\ntres\tcuatro", "uno dos tres cuatro"),
        ("1️⃣", "1"),
        ("İstanbul", "istanbul"),
        ("", ""),
    ],
)
def test_one_spelling(typed: str, folded: str) -> None:
    """Case, accents and look-alike characters fold into one spelling; ñ stays a letter of its own."""
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "word", "as_typed"),
    [
        ("un CAFÉ ya", "cafe", "CAFÉ"),
        ("un cafe\u0301 ya", "cafe", "cafe\u0301"),
        ("pin\u0303a", "piña", "pin\u0303a"),
        ("👩‍🚀 tele 55", "tele", "tele"),
        ("\u202btele\u202c 55", "tele", "tele"),
        ("te\u200ble", "tele", "te\u200ble"),
        ("hay ½ palo", "1/2", "½"),
    ],
)
def test_span_returns_to_the_text_as_typed(typed: str, word: str, as_typed: str) -> None:
    """What is found in the folded text is cut out of the typed one whole, with the marks that follow it."""
    folded = normalize(typed)
    at = folded.texto.index(word)
    start, end = folded.span(at, at + len(word))
    assert typed[start:end] == as_typed


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (0, 5), (3, 2)])
def test_span_outside_the_text_is_refused(start: int, end: int) -> None:
    """Offsets that do not lie in the folded text are an error, not a silent slice."""
    with pytest.raises(IndexError):
        normalize("tele").span(start, end)


def test_empty_span_points_between_two_characters() -> None:
    """A span of nothing is a place, at the end of the text too, and in a text of nothing."""
    assert normalize("áb").span(1, 1) == (1, 1)
    assert normalize("áb").span(2, 2) == (2, 2)
    assert normalize("").span(0, 0) == (0, 0)


@given(TEXTO)
@settings(deadline=None)
def test_every_folded_character_has_its_place(typed: str) -> None:
    """The map never goes back, never leaves the text, and has an entry for each folded character."""
    folded = normalize(typed)
    assert len(folded.texto) == len(folded.mapa) == len(folded.fines)
    assert list(folded.mapa) == sorted(folded.mapa)
    assert list(folded.fines) == sorted(folded.fines)
    assert all(0 <= start < end <= len(typed) for start, end in zip(folded.mapa, folded.fines, strict=True))


@given(TEXTO)
@settings(deadline=None)
def test_folding_twice_changes_nothing(typed: str) -> None:
    """A folded word looks itself up: list entries and messages meet in the same spelling."""
    assert fold(fold(typed)) == fold(typed)


@given(TEXTO, TEXTO)
@settings(deadline=None)
def test_one_pass_over_the_characters(left: str, right: str) -> None:
    """Each character folds by itself, so the work grows with the length and not faster."""
    assert fold(left + "|" + right) == fold(left) + "|" + fold(right)

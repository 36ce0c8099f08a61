"""What the entity recogniser sees of each token: its form, how it sounds, its neighbours, the hints and the classes."""

from collections.abc import Iterable, Sequence
from typing import Final

from spacy.tokens import Doc

from app.nlu.evidence import Pista
from app.nlu.words import phonetic

OUTSIDE: Final = "O"
_EDGE: Final = "^"
_FAR: Final = 4  # words after which the distance from a cue no longer matters
# Words that open a phrase or join two: the last run of them before a word is its cue ("para la", "con").
_FUNCTION: Final = frozenset(
    "el la los las lo un una unos unas de del al a en con sin para pa pal por y e o u que q ke k se me te le les nos "
    "su sus mi mis tu tus es son no muy mas algo este esta ese esa como pero ni si".split()
)


def token_features(doc: Doc, pistas: Iterable[Pista]) -> list[list[str]]:
    """Returns the features of each token of a Doc that went through ruler and hints; `pistas` may leave some out."""
    forms = [token.norm_ for token in doc]
    shapes = [token.shape_ for token in doc]
    flags = _flags(len(forms), pistas)
    classes: list[tuple[str, ...]] = doc.user_data["classes"]
    cues = _cues(forms)
    return [
        [
            *_form(forms, i),
            *_context(forms, doc.user_data["roots"], shapes, i),
            *_hinted(forms, flags, i),
            *_classed(classes, cues, i),
        ]
        for i in range(len(forms))
    ]


def _at(rows: Sequence[str], i: int) -> str:
    return rows[i] if 0 <= i < len(rows) else _EDGE


def _form(forms: Sequence[str], i: int) -> list[str]:
    """Returns the features of the word itself."""
    form = forms[i]
    row = ["b", f"w={form}", f"f={phonetic(form)}"]
    row += [f"p{n}={form[:n]}" for n in (2, 3, 4)]
    return row + [f"s{n}={form[-n:]}" for n in (2, 3, 4)]


def _context(forms: Sequence[str], roots: Sequence[str], shapes: Sequence[str], i: int) -> list[str]:
    """Returns the features of the words around."""
    row = [f"w{d}={_at(forms, i + d)}" for d in (-2, -1, 1, 2)]
    row += [f"h{d}={_at(shapes, i + d)}" for d in (-1, 0, 1)]
    for d in (-1, 1):
        row += [f"s{d}={_at(forms, i + d)[-3:]}", f"p{d}={_at(forms, i + d)[:3]}", f"t{d}={_at(roots, i + d)}"]
    return [
        *row,
        f"t={roots[i]}",
        f"w-1,0={_at(forms, i - 1)},{forms[i]}",
        f"w0,1={forms[i]},{_at(forms, i + 1)}",
    ]


def _hinted(forms: Sequence[str], flags: Sequence[str], i: int) -> list[str]:
    """Returns the features of the hints on the word and around it."""
    row = [f"g{d}={_at(flags, i + d)}" for d in (-2, -1, 0, 1, 2)]
    return [
        *row,
        f"g-1,0={_at(flags, i - 1)},{flags[i]}",
        f"g0,1={flags[i]},{_at(flags, i + 1)}",
        f"g0,w-1={flags[i]},{_at(forms, i - 1)}",
        f"g0,w1={flags[i]},{_at(forms, i + 1)}",
    ]


def _classed(classes: Sequence[tuple[str, ...]], cues: Sequence[tuple[str, str]], i: int) -> list[str]:
    """Returns the features of meaning: classes of the word and its neighbours, and the cue before it."""
    row = [f"c{d}={name}" for d in (-1, 0, 1) if 0 <= i + d < len(classes) for name in classes[i + d]]
    cue, distance = cues[i]
    first = classes[i][0] if classes[i] else ""
    return [*row, f"u={cue}", f"ud={cue},{distance}", f"ul={cue.rpartition(' ')[2]},{distance}", f"uc={cue},{first}"]


def _flags(tokens: int, pistas: Iterable[Pista]) -> list[str]:
    """Returns for each token the hints on it, as one word: "B-marca|I-producto"; the longest of a kind wins."""
    kinds: list[dict[str, str]] = [{} for _ in range(tokens)]
    for pista in sorted(pistas, key=lambda p: (p.first - p.last, p.first)):
        if any(pista.kind in kinds[i] for i in range(pista.first, pista.last)):
            continue
        for i in range(pista.first, pista.last):
            kinds[i][pista.kind] = "B" if i == pista.first else "I"
    return ["|".join(f"{place}-{kind}" for kind, place in sorted(row.items())) or OUTSIDE for row in kinds]


def _cues(forms: Sequence[str]) -> list[tuple[str, str]]:
    """Returns for each word the function words that opened its phrase, and how far back they are ("F": it is one)."""
    out: list[tuple[str, str]] = []
    cue, run, distance = _EDGE, list[str](), 0
    for form in forms:
        if form in _FUNCTION or not form[0].isalnum():
            run = [*run[-2:], form] if distance == 0 else [form]
            cue, distance = " ".join(run), 0
            out.append((cue, "F"))
        else:
            distance = min(distance + 1, _FAR)
            out.append((cue, str(distance)))
    return out

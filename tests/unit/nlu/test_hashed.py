"""A set of words by hash answers as a set of words does."""

from hypothesis import given
from hypothesis import strategies as st

from app.nlu.hashed import HashedWords, hash_words, words_set

WORDS = st.lists(st.text(min_size=1, max_size=8), max_size=30)


@given(WORDS, WORDS)
def test_it_holds_what_was_put_in_and_nothing_else(words: list[str], others: list[str]) -> None:
    """Membership is that of a Python set, and each word counts once."""
    hashed = words_set(words)
    assert len(hashed) == len(set(words))
    assert all((word in hashed) == (word in set(words)) for word in [*words, *others])


def test_places_are_those_in_the_sorted_hashes() -> None:
    """A known word has the place of its hash, an unknown one has none."""
    hashed = words_set(["notebook", "lavadora"])
    assert [int(hashed.hashes[i]) for i in hashed.find(["lavadora"])] == [int(hash_words(["lavadora"])[0])]
    assert hashed.find(["zapato"]).tolist() == [-1]


def test_an_empty_set_knows_nothing() -> None:
    """Nothing is found where there is nothing."""
    hashed = HashedWords(hash_words([]))
    assert hashed.find(["notebook"]).tolist() == [-1]
    assert "notebook" not in hashed
    assert 7 not in words_set(["7"])

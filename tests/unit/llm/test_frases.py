"""Pieces of sentences that several answers share."""

import pytest

from app.llm.frases import en_frase


@pytest.mark.parametrize(
    ("categoria", "dicha"),
    [
        ("Notebooks", "notebooks"),
        ("TV y audio", "TV y audio"),
        ("Ampolletas LED", "ampolletas LED"),
        ("DOLOR Y FIEBRE", "dolor y fiebre"),
        ("Zapatos de Seguridad", "zapatos de seguridad"),
        ("WC", "WC"),
    ],
)
def test_a_category_inside_a_sentence(categoria: str, dicha: str) -> None:
    """A shop's capitals are not shouted; abbreviations keep theirs."""
    assert en_frase(categoria) == dicha

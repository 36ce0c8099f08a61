"""Holds the NLU that is in service, so that a new catalogue can replace its lists between two messages."""

from app.nlu.lexicon import Lexico
from app.nlu.pipeline import Nlu


class NluHolder:
    """The current Nlu; swapping it is one assignment, so readers need no lock."""

    def __init__(self, nlu: Nlu) -> None:
        self.current = nlu

    def follow(self, lexico: Lexico) -> None:
        """Makes the NLU know this catalogue's brands and categories."""
        self.current = self.current.with_catalog(lexico)

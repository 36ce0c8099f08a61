"""All that a sentence has to stand."""

from collections.abc import Callable, Iterator
from itertools import chain

from app.llm.proof.borrowed import prove_borrowed
from app.llm.proof.card_words import prove_card_words
from app.llm.proof.conditions import prove_conditions
from app.llm.proof.inclusions import prove_inclusions
from app.llm.proof.motives import Motivo
from app.llm.proof.names import prove_names
from app.llm.proof.numbers import prove_numbers
from app.llm.proof.prices import prove_prices
from app.llm.proof.sentence import Frase
from app.llm.proof.spec_comparisons import prove_spec_comparisons
from app.llm.proof.specs import prove_specs
from app.llm.proof.stock import prove_stock
from app.llm.proof.who_costs_less import prove_who_costs_less

PRUEBAS: tuple[Callable[[Frase], Iterator[Motivo]], ...] = (
    prove_conditions,
    prove_names,
    prove_stock,
    prove_prices,
    prove_who_costs_less,
    prove_specs,
    prove_inclusions,
    prove_card_words,
    prove_borrowed,
    prove_spec_comparisons,
    prove_numbers,
)


def no_probado(frase: Frase) -> tuple[Motivo, ...]:
    """Returns why the sentence is not proved, each motive once; nothing when it is."""
    return tuple(dict.fromkeys(chain.from_iterable(prueba(frase) for prueba in PRUEBAS)))

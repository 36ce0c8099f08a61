"""All proofs together."""

from app.llm.proof.motives import Motivo
from app.llm.proof.proofs import no_probado
from tests.support.pruebas import leer


def test_each_motive_once() -> None:
    """A sentence with two false prices is held back for one reason."""
    assert no_probado(leer("notebooks_lenovo", "Cuesta $1.990 o $2.990.")) == (Motivo.MONTO,)

"""Numbers with a unit are read as one quantity, whatever marks their thousands and decimals."""

from itertools import pairwise

import pytest

from app.nlu.measures import numero, read_medidas
from app.nlu.normalize import fold


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("5.000", "5000"),
        ("1.000.000", "1000000"),
        ("15.6", "15,6"),
        ("15,60", "15,6"),
        ("2,0", "2"),
        ("007", "7"),
        ("0.125", "0,125"),
        ("medio", "0,5"),
        ("dieciseis", "16"),
        ("cincuenta y cinco", "55"),
        ("doce mil", "12000"),
        ("mil quinientos", "1500"),
        ("1.2.3", None),
    ],
)
def test_a_number_has_one_writing(written: str, usual: str | None) -> None:
    """Three digits after a mark are thousands, fewer are decimals; words are numbers too."""
    assert numero(written) == usual


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("de 9 kg y 1400 rpm", ["9 kg", "1400 rpm"]),
        ("un litro y medio", ["1,5 litros"]),
        ("1 litro", ["1 litro"]),
        ('esmeril 4 1/2" 850W', ["4 1/2 pulgadas", "850 W"]),
        ("llave de 3/4 pulgada", ["3/4 pulgadas"]),
        ("carpa 3/4 personas", ["4 personas"]),
        ("lavadora secadora 12/8 kg", ["8 kg"]),
        ("110/220 V", ["220 V"]),
        ("hasta 20 km/h", ["20 km/h"]),
        ("8+256GB", ["8 GB RAM", "256 GB"]),
        ("1024 gb", ["1 TB"]),
        ("140x190", ["140 x 190 cm"]),
        ("2880 x 1800 a 120 hz", ["120 Hz"]),
        ("300k", []),
        ("galaxy a54 5g", []),
        ("core i5-12450h", []),
        ("pelicula de 2 h", ["2 horas"]),
    ],
)
def test_only_quantities_are_read(text: str, quantities: list[str]) -> None:
    """Models, prices and resolutions are no quantities."""
    assert [m.valor for m in read_medidas(fold(text))] == quantities


def test_quantities_never_overlap() -> None:
    """Each character belongs to one quantity at most, and they come in order."""
    read = read_medidas(fold('notebook 15,6" con 16 GB de RAM DDR5, 512 GB SSD y 120 x 50 cm de caja'))
    assert all(left.end <= right.start for left, right in pairwise(read))

"""Attributes have one writing, the same in a message and in a description, and descriptions are read literally."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.nlu.attributes import (
    alternativas,
    atributos_de_producto,
    build_frases,
    canonical_atributo,
    cumple,
    es_medida,
    read_atributos,
)

FRASES = build_frases(
    {
        "negro": "negro", "black": "negro", "blanco": "blanco", "rojo": "rojo", "azul": "azul", "gris": "gris",
        "gris oscuro": "gris", "azul marino": "azul marino", "cafe": "café", "plata": "plateado",
        "inalambrico": "inalámbrico", "sin cable": "inalámbrico", "wireless": "inalámbrico", "bluetooth": "bluetooth",
        "cancelacion de ruido": "cancelación de ruido", "nfc": "nfc", "inox": "acero inoxidable", "cuero": "cuero",
        "universidad": "estudiar", "columna": "ortopédico", "gamer": "jugar", "no frost": "no frost",
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("16 gigas de ram", "16 GB RAM"),
        ("16GB RAM", "16 GB RAM"),
        ("ram 16gb", "16 GB RAM"),
        ("16 de ram", "16 GB RAM"),
        ("dieciséis gigas de ram", "16 GB RAM"),
        ("ssd de 1 tera", "1 TB SSD"),
        ("256 gb", "256 GB"),
        ("256 gigas", "256 GB"),
        ("256 gb de almacenamiento", "256 GB almacenamiento"),
        ("12 GB de VRAM", "12 GB VRAM"),
        ('55"', "55 pulgadas"),
        ("55 pulgadas", "55 pulgadas"),
        ("cincuenta y cinco pulgadas", "55 pulgadas"),
        ("pantalla de 15.6 pulgadas", "15,6 pulgadas"),
        ("15,6 pulg", "15,6 pulgadas"),
        ("144hz", "144 Hz"),
        ("talla 42", "talla 42"),
        ("numero 37", "talla 37"),
        ("XL", "talla XL"),
        ("talla m", "talla M"),
        ("dos quemadores", "2 quemadores"),
        ("4 platos", "4 quemadores"),
        ("1 plaza y media", "1,5 plazas"),
        ("12.000 btu", "12000 BTU"),
        ("8 lts", "8 litros"),
        ("quince kilos", "15 kg"),
        ("40 metros cuadrados", "40 m²"),
        ("batería de 5.000 mah", "5000 mAh"),
        ("negras", "negro"),
        ("color negro", "negro"),
        ("NEGRO", "negro"),
        ("inalámbricos", "inalámbrico"),
        ("inalambricas", "inalámbrico"),
        ("sin cables", "inalámbrico"),
        ("que tenga NFC", "nfc"),
        ("para la universidad", "estudiar"),
        ("para la columna", "ortopédico"),
        ("intel core i7", "core i7"),
        ("i5", "core i5"),
        ("RTX 4060 Ti", "rtx 4060 ti"),
        ("wi-fi 6", "wifi 6"),
        ("impermeables", "impermeable"),
        ("muy silenciosos", "silencioso"),
        ("letra ñ", "letra ñ"),
        ("correa de cuero", "correa de cuero"),
        ("menos de 2 kilos", "menos de 2 kg"),
        ("que pesen menos de 250 gramos", "menos de 250 g"),
        ("60 litros o más", "mínimo 60 litros"),
    ],
)
def test_an_attribute_has_one_writing(typed: str, canonical: str) -> None:
    """However a person writes an attribute, its canonical form is the usual one of the guidelines."""
    assert canonical_atributo(typed, FRASES) == canonical


@pytest.mark.parametrize(
    ("description", "has", "lacks"),
    [
        ("16 GB de RAM y 512 GB SSD", {"16 GB RAM", "512 GB SSD", "512 GB", "ssd"}, {"16 GB", "512 GB RAM"}),
        ("Guarda 16 GB y pesa 1 kg", {"16 GB", "1 kg"}, {"16 GB RAM"}),
        ("Tiene 8 GB de RAM ampliables hasta 32 GB", {"8 GB RAM"}, {"32 GB", "32 GB RAM"}),
        ("GeForce RTX 4060 de 8 GB y 16 GB de RAM", {"rtx 4060", "8 GB VRAM", "16 GB RAM"}, {"8 GB", "8 GB RAM"}),
        ("Tarjeta con 12 GB GDDR6", {"12 GB VRAM", "12 GB"}, set()),
        ("Teléfono 8/256 GB", {"8 GB RAM", "256 GB"}, set()),
        ("Pantalla de 55 pulgadas a 120 Hz", {"55 pulgadas", "120 Hz"}, {"55 Hz", "120 pulgadas"}),
        ("Cubierta de 120 x 50 cm", {"120 x 50 cm", "120 cm", "50 cm"}, set()),
        ("Zapatillas en tallas 40, 41 y 42", {"talla 40", "talla 41", "talla 42"}, {"talla 43"}),
        ("Polera, tallas S a XL", {"talla S", "talla M", "talla L", "talla XL"}, {"talla XS"}),
        ("Pantalla mate de 14 pulgadas", {"14 pulgadas"}, {"talla M"}),
        ("Audífonos negros sin bluetooth", {"negro"}, {"bluetooth"}),
        ("Trae control; cable negro no incluido", set(), {"negro"}),
        ("Blanco con detalles rojos y LED azul", {"blanco"}, {"rojo", "azul"}),
        ("Imprime 20 páginas en blanco y negro. Color gris", {"gris"}, {"blanco", "negro"}),
        ("Zapatillas en blanco y negro", {"blanco", "negro"}, set()),
        ("Silla color café", {"café"}, set()),
        ("Molinillo para café en grano", set(), {"café"}),
        ("Alivia la columna", set(), {"ortopédico"}),
        ("Azul marino, de cuero", {"azul marino", "azul", "cuero"}, set()),
        ("Grabado a 150 g/m2", set(), {"chip m2"}),
        ("Chip Apple M2 y 1,24 kg", {"chip m2", "1,24 kg"}, set()),
        ("Modelo HL-1212W con Wi-Fi 6", {"wifi 6", "wifi"}, {"1212 W"}),
    ],
)
def test_descriptions_are_read_literally(description: str, has: set[str], lacks: set[str]) -> None:
    """A description gives what it states of the product, and nothing that it denies or says of a part."""
    read = set(atributos_de_producto("", description, FRASES))
    assert has <= read
    assert not lacks & read


def test_message_attributes_keep_their_place() -> None:
    """The offsets are characters of the message as typed, accents and capitals included."""
    message = "Quiero AUDÍFONOS inalámbricos negros de 16 GB de RAM"
    read = read_atributos(message, FRASES)
    assert [(message[a.start : a.end], a.valor) for a in read] == [
        ("inalámbricos", "inalámbrico"),
        ("negros", "negro"),
        ("16 GB de RAM", "16 GB RAM"),
    ]


@pytest.mark.parametrize(
    ("wished", "stored", "met"),
    [
        ("16 GB RAM", ("16 GB",), False),
        ("16 GB", ("16 GB RAM",), True),
        ("16 GB almacenamiento", ("16 GB RAM",), False),
        ("16 GB almacenamiento", ("16 GB",), True),
        ("256 GB", ("256 GB RAM",), False),
        ("256 GB", ("256 GB SSD", "256 GB"), True),
        ("256 GB SSD", ("256 GB",), False),
        ("15 pulgadas", ("15,6 pulgadas",), False),
    ],
)
def test_memory_is_not_storage_and_nothing_is_nearly(wished: str, stored: tuple[str, ...], met: bool) -> None:
    """A wish is met by the same quantity of the same thing; a bare amount of memory may mean either memory."""
    assert cumple(stored, wished) is met


def test_a_wish_is_its_own_first_alternative() -> None:
    """What a person asked for always counts as itself."""
    assert all(alternativas(wish)[0] == wish for wish in ("16 GB", "16 GB RAM", "negro", "64 GB almacenamiento"))


@pytest.mark.parametrize("valor", ["16 GB RAM", "15,6 pulgadas", "120 x 50 cm", "talla 42", "40 m²", "20 km/h"])
def test_quantities_are_known_by_their_form(valor: str) -> None:
    """A quantity is compared as a whole and never searched as loose words."""
    assert es_medida(valor)


@pytest.mark.parametrize("valor", ["negro", "core i5", "2 en 1", "letra ñ", "4k", "100% algodón"])
def test_words_are_no_quantities(valor: str) -> None:
    """What has no unit is a word, digits or not."""
    assert not es_medida(valor)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_a_canonical_form(texto: str) -> None:
    """No text makes the reader fail, and its offsets stay within the text."""
    assert isinstance(canonical_atributo(texto, FRASES), str)
    assert all(0 <= a.start < a.end <= len(texto) for a in read_atributos(texto, FRASES))


@settings(deadline=None)
@given(st.sampled_from(["GB RAM", "GB", "TB SSD", "pulgadas", "Hz", "kg", "litros", "W", "mAh"]), st.integers(2, 900))
def test_canonical_forms_stay_as_they_are(unidad: str, n: int) -> None:
    """Reading a canonical quantity gives that same quantity."""
    assert canonical_atributo(f"{n} {unidad}", FRASES) == f"{n} {unidad}"


@pytest.mark.parametrize(
    ("nombre", "descripcion", "carga"),
    [
        ("Lavadora Electrolux EWIX10", "Frontal de 10 kg y 1400 rpm", ("carga frontal",)),
        ("Lavadora Haier HWM90", "Compacta y superior, con tapa de vidrio", ("carga superior",)),
        ("Lavadora LG Vivace", "Carga frontal con panel superior", ("carga frontal",)),
        ("Lavadora Mademsa", "Con panel frontal", ()),
        ("Notebook Lenovo", "Cámara frontal de 2 MP", ()),
    ],
)
def test_how_a_washing_machine_is_loaded(nombre: str, descripcion: str, carga: tuple[str, ...]) -> None:
    """One word tells it on the card of a washing machine, and on no other card."""
    found = atributos_de_producto(nombre, descripcion, build_frases({"carga frontal": "carga frontal"}))
    assert tuple(a for a in found if a.startswith("carga")) == carga


@pytest.mark.parametrize(
    ("caracteristica", "measured"),
    [("55 pulgadas", True), ("más de 10 kg", True), ("talla 42", True), ("16 GB RAM", True), ("100 cuescos", False)],
)
def test_a_quantity_is_a_measure_in_a_known_unit(caracteristica: str, measured: bool) -> None:
    """What no unit counts is searched as words: a card may say it though no attribute does."""
    assert es_medida(caracteristica) is measured


def test_protection_against_water_is_told_by_its_code() -> None:
    """IP67 keeps water out (IEC 60529), IP20 does not."""
    assert "resistente al agua" in atributos_de_producto("Parlante", "Con IP67.", FRASES)
    assert "resistente al agua" not in atributos_de_producto("Foco", "Con IP20.", FRASES)


def test_grams_are_no_network_and_no_steam() -> None:
    """ "250 g" is a weight, "5G" a network, "40 g/min" how much steam."""
    assert "250 g" in atributos_de_producto("Café molido 250 g", "", FRASES)
    assert "5 g" not in atributos_de_producto("Celular 5G", "", FRASES)
    assert "40 g" not in atributos_de_producto("Plancha", "Vapor de 40 g/min.", FRASES)


def test_a_count_of_units_is_no_measure() -> None:
    """ "Quedan 7 unidades" speaks of the stock; the proof of answers reads measures by the same code."""
    assert atributos_de_producto("Pañales talla G 40 unidades", "", FRASES) == ("talla G",)
    assert not es_medida("40 unidades")

"""A file is read in any usual dialect and encoding; a bad row is told by its line and the rest goes on."""

import json
from pathlib import Path

import pytest

from app.catalog.reader import Rechazo, open_archivo, read_filas
from app.catalog.rows import Fila
from app.errors import CatalogError

HEADER = "nombre,categoria,categoria_padre,marca,precio,descripcion,stock"
ROW = "Cámara Ñandú,Cámaras,Fotografía,Sony,199990,Negra,3"


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "catalogo.csv"
    path.write_bytes(text.encode(encoding))
    return path


def read(path: Path) -> tuple[list[Fila], list[str]]:
    records = list(read_filas(open_archivo(path)))
    return [r for r in records if isinstance(r, Fila)], [str(r) for r in records if isinstance(r, Rechazo)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_dialects_and_encodings(tmp_path: Path, delimiter: str, encoding: str, ending: str) -> None:
    """Delimiter, encoding and line ends are found out."""
    text = ending.join([HEADER, ROW, ""]).replace(",", delimiter)
    filas, rechazos = read(write(tmp_path, text, encoding))
    assert [(f.nombre, f.marca, f.precio, f.stock) for f in filas] == [("Cámara Ñandú", "Sony", 199990, 3)]
    assert not rechazos


def test_another_encoding_is_told(tmp_path: Path) -> None:
    """The owner of a file that is not UTF-8 is told how it was read."""
    assert "Windows-1252" in open_archivo(write(tmp_path, f"{HEADER}\n{ROW}", "cp1252")).avisos[0]
    assert not open_archivo(write(tmp_path, f"{HEADER}\n{ROW}")).avisos


def test_bytes_of_no_encoding_are_read_all_the_same(tmp_path: Path) -> None:
    """A stray byte costs one character, not the import."""
    path = tmp_path / "raro.csv"
    path.write_bytes(f"{HEADER}\n".encode() + b"Tele \x81\xf1,TV,,LG,100000,,1\n")
    filas, _ = read(path)
    assert filas[0].nombre.endswith("ñ")


@pytest.mark.parametrize(
    "header",
    [
        "Stock;DESCRIPCIÓN;Precio;Marca;Categoría Padre; categoría ;NOMBRE",
        "stock;descripcion;precio;marca;categoria-padre;categoria;nombre;columna de más",
    ],
)
def test_columns_in_any_order_and_case(tmp_path: Path, header: str) -> None:
    """Names of columns may have capitals, accents and spaces; unknown columns are ignored."""
    extra = ";x" if "más" in header else ""
    filas, _ = read(write(tmp_path, f"{header}\n3;Negra;$ 199.990;Sony;Fotografía;Cámaras;Cámara{extra}"))
    assert (filas[0].nombre, filas[0].precio, filas[0].categoria_padre) == ("Cámara", 199990, "Fotografía")


def test_a_spreadsheets_note_of_its_delimiter(tmp_path: Path) -> None:
    """The line "sep=;" that a spreadsheet writes first is no header."""
    text = "\n".join(["sep=;", HEADER.replace(",", ";"), ROW.replace(",", ";")])
    assert [f.linea for f in read(write(tmp_path, text))[0]] == [3]


def test_inch_marks_and_line_ends_inside_cells(tmp_path: Path) -> None:
    """A quotation mark within a cell is an inch mark; a quoted cell may hold lines."""
    rows = [
        'Tele 55" LG,TV,,LG,100000,Bonita,1',
        '"Tele 43"" LG",TV,,LG,90000,"dos\nlíneas",1',
        "Ultima,TV,,LG,1000,,1",
    ]
    text = "\n".join([HEADER, *rows])
    filas, rechazos = read(write(tmp_path, text))
    assert [(f.linea, f.nombre) for f in filas] == [(2, 'Tele 55" LG'), (3, 'Tele 43" LG'), (5, "Ultima")]
    assert not rechazos


def test_an_open_quotation_mark_costs_one_row(tmp_path: Path) -> None:
    """A quote that is never closed swallows no other row, however many follow."""
    rest = "\n".join(f"Producto {n},TV,,LG,100000,Bien,1" for n in range(3_000))
    filas, rechazos = read(write(tmp_path, f'{HEADER}\n"Tele sin cierre,TV,,LG,100000,,1\n{rest}\n'))
    assert len(filas) == 3_000
    assert rechazos == ["line 2: a quotation mark that opens on this line is not closed"]


def test_bad_rows_are_told_by_line(tmp_path: Path) -> None:
    """Every bad row has its line and reason; blank lines are nothing."""
    text = f"{HEADER}\n\n{ROW}\nA,B,C\n,,,,,,\nSin precio,TV,,LG,,,1\n{ROW},de más\n"
    filas, rechazos = read(write(tmp_path, text))
    assert [f.linea for f in filas] == [3]
    assert rechazos == [
        "line 4: has 3 columns, the header has 7",
        "line 6: precio is empty",
        "line 7: has 8 columns, the header has 7",
    ]


def test_json_lines(tmp_path: Path) -> None:
    """One object a line is a catalogue too; numbers and nulls are as good as text."""
    good = {"nombre": "Tele", "categoria": "TV", "marca": None, "precio": 99990, "stock": 2.0, "descripcion": "x"}
    lines = [json.dumps(good), "", "{mal", "[1]", json.dumps({"nombre": "Sin precio", "categoria": "TV"})]
    filas, rechazos = read(write(tmp_path, "\n".join(lines)))
    assert [(f.nombre, f.precio, f.stock, f.marca) for f in filas] == [("Tele", 99990, 2, None)]
    assert rechazos == ["line 3: is not JSON", "line 4: is not a JSON object", "line 5: precio is empty"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n \n", "empty"),
        (b"PK\x03\x04resto", "workbook"),
        (b"\x89PNG\x00\x00", "not a text file"),
        (b"name,price\nTele,1", "lacks nombre, categoria, precio, stock"),
        (b"nombre,categoria,precio\nTele,TV,1", "lacks stock"),
        (b"sep=;\n", "lacks categoria"),
        (b"nombre,categoria,precio,precio,stock\n", "more than once"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, content: bytes, reason: str) -> None:
    """A file that is no catalogue is refused as a whole, and says why."""
    path = tmp_path / "malo.csv"
    path.write_bytes(content)
    with pytest.raises(CatalogError, match=reason):
        list(read_filas(open_archivo(path)))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A wrong path is an error of the file, not a stack trace."""
    with pytest.raises(CatalogError, match="No such file"):
        open_archivo(tmp_path / "nada.csv")

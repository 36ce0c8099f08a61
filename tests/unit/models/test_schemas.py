"""JSON shapes give back the value that went in."""

from app.models.dominio import Accion, Entidad, Estado, Filtros, Orden, RangoPrecio, TipoEntidad
from app.models.schemas import EstadoGuardado, FiltrosGuardados, entidad_a_json


def test_a_state_survives_its_json() -> None:
    """What is stored between two turns is all of it."""
    filtros = Filtros(
        categoria="Notebooks",
        marcas=("HP",),
        precio_min=1,
        precio_max=2,
        caracteristicas=("16 GB RAM",),
        productos=(3,),
        orden=Orden.PRECIO_ASC,
        texto="x",
        relajados=("marcas",),
    )
    estado = Estado(filtros, mostrados=(1, 2), vistos=(1, 2, 3), foco=2, ultima_accion=Accion.BUSCAR)
    stored = EstadoGuardado.de_dominio(estado).model_dump_json()
    assert EstadoGuardado.model_validate_json(stored).a_dominio() == estado


def test_a_state_of_another_version_is_read() -> None:
    """Fields that are gone are ignored, new ones get their default."""
    stored = EstadoGuardado.model_validate({"filtros": {"categoria": "Mouse", "antes": 1}, "viejo": True})
    assert stored.a_dominio() == Estado(Filtros(categoria="Mouse"))


def test_filters_on_the_wire_have_the_protocols_names() -> None:
    """The whole state of the search, in every frame."""
    names = set(FiltrosGuardados.de_dominio(Filtros()).model_dump())
    protocol = "categoria marcas precio_min precio_max moneda caracteristicas productos orden relajados".split()
    assert set(protocol) <= names


def test_entity_values_on_the_wire() -> None:
    """A price is an object, products are a list, the rest is text."""
    precio = Entidad(TipoEntidad.RANGO_PRECIO, "hasta 10 lucas", 0, 14, 1.0, "montos", RangoPrecio(None, 10_000))
    assert entidad_a_json(precio)["valor"] == {"min": None, "max": 10_000, "moneda": "CLP"}
    producto = Entidad(TipoEntidad.PRODUCTO, "ps5", 0, 3, 0.9, "ner", (4, 5))
    assert entidad_a_json(producto)["valor"] == [4, 5]

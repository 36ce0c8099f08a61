"""What goes over the wire, as JSON. Source: protocol."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from app.models.dominio import (
    Accion,
    Comparacion,
    Entidad,
    Estado,
    Filtros,
    Orden,
    Parse,
    ProductoFicha,
    RangoPrecio,
    Respuesta,
)

MESSAGE_ID_MAX = 100


class MessageFrame(BaseModel):
    """The person says something. `id` is the client's own, unique in the session."""

    type: Literal["message"]
    id: Annotated[str, StringConstraints(min_length=1, max_length=MESSAGE_ID_MAX)]
    text: str


class StopFrame(BaseModel):
    """The person has read enough of the answer being written."""

    type: Literal["stop"]


class PingFrame(BaseModel):
    """Keeps the connection awake."""

    type: Literal["ping"]


ClientFrame = Annotated[MessageFrame | StopFrame | PingFrame, Field(discriminator="type")]
client_frame: TypeAdapter[MessageFrame | StopFrame | PingFrame] = TypeAdapter(ClientFrame)


class ParseRequest(BaseModel):
    """Body of POST /model/parse; Rasa's clients also send message_id."""

    model_config = ConfigDict(extra="ignore")
    text: str
    message_id: str | None = None


class WebhookRequest(BaseModel):
    """Body of POST /webhooks/rest/webhook."""

    model_config = ConfigDict(extra="ignore")
    sender: Annotated[str, StringConstraints(min_length=1, max_length=200)] = "default"
    message: str


class RatingRequest(BaseModel):
    """A thumb on one answer."""

    id: Annotated[str, StringConstraints(min_length=1, max_length=MESSAGE_ID_MAX)]
    util: bool
    motivo: Annotated[str, StringConstraints(max_length=500)] | None = None


class FiltrosGuardados(BaseModel):
    """Filtros as JSON: the frame's `filtros`, and part of the stored state."""

    model_config = ConfigDict(extra="ignore")
    categoria: str | None = None
    marcas: list[str] = []
    marcas_excluidas: list[str] = []
    precio_min: int | None = None
    precio_max: int | None = None
    moneda: str = "CLP"
    caracteristicas: list[str] = []
    productos: list[int] = []
    orden: Orden = Orden.RELEVANCIA
    texto: str = ""
    para: str = ""
    relajados: list[str] = []

    @classmethod
    def de_dominio(cls, filtros: Filtros) -> "FiltrosGuardados":
        """Returns the JSON shape of these filters."""
        return cls.model_validate(asdict(filtros))

    def a_dominio(self) -> Filtros:
        """Returns the filters as a value."""
        fields: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in self.__dict__.items()}
        return Filtros(**fields)


class EstadoGuardado(BaseModel):
    """Estado as it is stored; unknown fields of other versions are ignored, missing ones get their default."""

    model_config = ConfigDict(extra="ignore")
    filtros: FiltrosGuardados = FiltrosGuardados()
    mostrados: list[int] = []
    vistos: list[int] = []
    foco: int | None = None
    anteriores: list[int] = []
    pregunta: list[str] = []
    ultima_accion: Accion | None = None

    @classmethod
    def de_dominio(cls, estado: Estado) -> "EstadoGuardado":
        """Returns the stored shape of this state."""
        return cls.model_validate(asdict(estado))

    def a_dominio(self) -> Estado:
        """Returns the state as a value."""
        return Estado(
            filtros=self.filtros.a_dominio(),
            mostrados=tuple(self.mostrados),
            vistos=tuple(self.vistos),
            foco=self.foco,
            anteriores=tuple(self.anteriores),
            pregunta=tuple(self.pregunta),
            ultima_accion=self.ultima_accion,
        )


def entidad_a_json(entidad: Entidad) -> dict[str, Any]:
    """Returns one entity as Rasa writes it, with our normalised `valor`."""
    valor: Any = entidad.valor
    if isinstance(valor, RangoPrecio):
        valor = asdict(valor)
    elif isinstance(valor, tuple):
        valor = list(valor)
    return {
        "entity": entidad.entity,
        "value": entidad.value,
        "start": entidad.start,
        "end": entidad.end,
        "confidence_entity": round(entidad.confidence_entity, 4),
        "extractor": entidad.extractor,
        "valor": valor,
    }


def parse_a_json(parse: Parse) -> dict[str, Any]:
    """Returns the answer of POST /model/parse."""
    return {
        "text": parse.text,
        "intent": {"name": parse.intencion, "confidence": parse.confianza},
        "intent_ranking": [{"name": name, "confidence": p} for name, p in parse.ranking],
        "entities": [entidad_a_json(e) for e in parse.entidades],
    }


def producto_a_json(producto: ProductoFicha) -> dict[str, Any]:
    """Returns one product card. Precio in whole pesos."""
    return {
        "id": producto.id,
        "nombre": producto.nombre,
        "marca": producto.marca,
        "categoria": producto.categoria,
        "precio": producto.precio,
        "stock": producto.stock,
        "descripcion": producto.descripcion,
        "atributos": list(producto.atributos),
        "motivo": producto.motivo,
    }


def comparacion_a_json(comparacion: Comparacion) -> dict[str, Any]:
    """Returns the comparison table as data."""
    return asdict(comparacion)


def respuesta_a_json(respuesta: Respuesta) -> dict[str, Any]:
    """Returns the `message` frame."""
    frame: dict[str, Any] = {
        "type": "message",
        "id": respuesta.mensaje_id,
        "text": respuesta.texto,
        "intencion": respuesta.intencion,
        "confianza": round(respuesta.confianza, 4),
        "entidades": [entidad_a_json(e) for e in respuesta.entidades],
        "filtros": FiltrosGuardados.de_dominio(respuesta.filtros).model_dump(mode="json"),
        "productos": [producto_a_json(p) for p in respuesta.productos],
        "sugerencias": list(respuesta.sugerencias),
        "fuente": respuesta.fuente,
        "tiempo_respuesta_ms": respuesta.tiempo_respuesta_ms,
    }
    if respuesta.comparacion is not None:
        frame["comparacion"] = comparacion_a_json(respuesta.comparacion)
    return frame


def turno_a_json(row: Mapping[str, Any]) -> dict[str, Any]:
    """Returns one turn of the history: what was said, and the `message` frame that answered it."""
    return {
        "id": row["mensaje_id"],
        "text": row["mensaje_usuario"],
        "fecha": f"{row['fecha_creacion'].isoformat(timespec='milliseconds')}Z",
        "respuesta": row["respuesta"],
        "util": row["util"],
    }

"""The server's side of a page's WebSocket, played by the test: what came, and what to send."""

import json
from typing import Any

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.chat_page import ChatPage

Frame = dict[str, Any]

FILTROS: Frame = {
    "categoria": None,
    "marcas": [],
    "precio_min": None,
    "precio_max": None,
    "moneda": "CLP",
    "caracteristicas": [],
    "productos": [],
    "orden": "relevancia",
    "relajados": [],
}


class ScriptedSocket:
    """Greets each connection of the page, keeps the frames it sends, and sends what the test asks for."""

    def __init__(self, page: Page, *, history: list[Frame]) -> None:
        self.chat = ChatPage(page)
        self.page = page
        self.history = history
        self.greeting = True
        self.received: list[Frame] = []
        self._sockets: list[WebSocketRoute] = []
        page.route_web_socket("**/ws", self._connected)

    @property
    def connections(self) -> int:
        """Returns how many connections the page has made."""
        return len(self._sockets)

    def messages(self) -> list[Frame]:
        """Returns the `message` frames that the page sent."""
        return [frame for frame in self.received if frame["type"] == "message"]

    def send(self, frame: Frame) -> None:
        """Sends a frame on the latest connection."""
        self.send_text(json.dumps(frame))

    def send_text(self, data: str) -> None:
        """Sends something that may not be a frame."""
        self._sockets[-1].send(data)

    def drop(self) -> None:
        """Closes the latest connection from the server's side."""
        self._sockets[-1].close(code=1012, reason="restart")

    def receive_message(self, texto: str) -> str:
        """Types a message and returns the id under which it came."""
        count = len(self.messages())
        self.chat.type(texto)
        return self.wait_messages(count + 1)[-1]["id"]

    def wait_messages(self, count: int) -> list[Frame]:
        """Returns the messages once there are that many; fails when they do not come."""
        for _ in range(200):
            if len(self.messages()) >= count:
                return self.messages()
            self.page.wait_for_timeout(25)
        raise AssertionError(f"expected {count} messages, got {self.messages()}")

    def wait_connections(self, count: int) -> None:
        """Returns once the page has made that many connections; fails when it does not."""
        for _ in range(200):
            if self.connections >= count:
                return
            self.page.wait_for_timeout(25)
        raise AssertionError(f"expected {count} connections, got {self.connections}")

    def answer(self, mensaje_id: str, texto: str = "Listo.", **fields: Any) -> None:
        """Sends ack, typing and the whole answer."""
        self.send({"type": "ack", "id": mensaje_id})
        self.send({"type": "typing", "id": mensaje_id})
        self.send(answer_frame(mensaje_id, texto, **fields))

    def converse(self, texto: str, respuesta: str = "Listo.", **fields: Any) -> None:
        """Has one whole turn."""
        self.answer(self.receive_message(texto), respuesta, **fields)
        expect(self.chat.last).to_have_attribute("data-status", "answered")

    def _connected(self, socket: WebSocketRoute) -> None:
        self._sockets.append(socket)
        socket.on_message(lambda data: self.received.append(json.loads(data)))
        if self.greeting:
            socket.send(json.dumps({"type": "hello", "session": "s", "resumed": bool(self.history)}))
            socket.send(json.dumps({"type": "history", "messages": self.history}))


def answer_frame(mensaje_id: str, texto: str = "Listo.", **fields: Any) -> Frame:
    """Returns a `message` frame."""
    return {
        "type": "message",
        "id": mensaje_id,
        "text": texto,
        "intencion": "buscar_producto",
        "confianza": 0.97,
        "entidades": [],
        "productos": [],
        "sugerencias": [],
        "fuente": "plantilla",
        "tiempo_respuesta_ms": 12,
        **fields,
        "filtros": {**FILTROS, **fields.get("filtros", {})},
    }


def stored_turn(mensaje_id: str, texto: str, fecha: str = "2026-03-02T15:00:00.000Z", **fields: Any) -> Frame:
    """Returns one turn as the history holds it."""
    return {
        "id": mensaje_id,
        "text": texto,
        "fecha": fecha,
        "respuesta": answer_frame(mensaje_id, **fields),
        "util": None,
    }


def product(**fields: Any) -> Frame:
    """Returns one product of an answer."""
    base = {
        "id": 1,
        "nombre": "Notebook Lenovo IdeaPad 1",
        "marca": "Lenovo",
        "categoria": "Notebooks",
        "precio": 249_990,
        "stock": 12,
        "descripcion": "Liviano, de 14 pulgadas.",
        "atributos": ["8 GB RAM", "14 pulgadas"],
        "motivo": "",
    }
    return {**base, **fields}


def comparison(columns: int = 2) -> Frame:
    """Returns a comparison of that many products."""
    return {
        "ids": list(range(1, columns + 1)),
        "nombres": [f"Notebook Lenovo IdeaPad Slim {n} de 15,6 pulgadas" for n in range(1, columns + 1)],
        "filas": [
            {"atributo": "Precio", "valores": [f"${n}49.990" for n in range(2, columns + 2)]},
            {"atributo": "Almacenamiento", "valores": ["512 GB SSD"] * columns},
        ],
        "mas_barato": 1,
        "diferencia": 100_000,
        "diferencia_pct": 40.0,
    }

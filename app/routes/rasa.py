"""Rasa's two endpoints, so that what speaks to Rasa can speak to us. Source: wire-formats, D."""

from typing import Any

from anyio import to_thread
from fastapi import APIRouter

from app.chat import new_message_id
from app.database.registro import open_session
from app.errors import MessageTooLong, TooManyMessages
from app.models.schemas import ParseRequest, WebhookRequest, parse_a_json
from app.models.texto import only_valid, replace_surrogates
from app.services import Services, ServicesDep

router = APIRouter()

# Parsing is linear in the text; beyond this it is no message.
PARSE_MAX_CHARS = 10_000


@router.post("/model/parse")
async def parse(services: ServicesDep, request: ParseRequest) -> dict[str, Any]:
    """Returns what the NLU understands; nothing is logged.

    Raises:
        MessageTooLong: more than PARSE_MAX_CHARS characters.
    """
    if len(request.text) > PARSE_MAX_CHARS:
        raise MessageTooLong(len(request.text), PARSE_MAX_CHARS)
    return parse_a_json(await to_thread.run_sync(services.chat.parse, replace_surrogates(request.text)))


@router.post("/webhooks/rest/webhook")
async def webhook(services: ServicesDep, request: WebhookRequest) -> list[dict[str, Any]]:
    """Returns the answer to one message of Rasa's REST channel; `custom` holds the whole `message` frame."""
    session_id = f"rest:{only_valid(request.sender)}"
    if not services.limiter.allows(session_id):
        raise TooManyMessages
    await to_thread.run_sync(_open, services, session_id)
    frame = await services.chat.answer(session_id, new_message_id(), only_valid(request.message))
    return [{"recipient_id": request.sender, "text": frame["text"], "custom": frame}]


def _open(services: Services, session_id: str) -> None:
    with services.database.transaction() as connection:
        open_session(connection, session_id)

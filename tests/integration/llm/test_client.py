"""The client against a scripted server on a real socket: every documented success and failure, byte for byte."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.errors import LlmFailure, RazonLlm
from app.llm.interfaces import Mensaje, Prompt, UsoLlm
from app.llm.ollama_client import LlmClient
from app.settings import Settings
from tests.support.modelo import (
    Guion,
    ServidorGuionado,
    cabeza,
    fijo,
    final,
    linea,
    por_turnos,
    servidor_guionado,
)

PROMPT = Prompt("Sistema.", (Mensaje("user", "hola"),), 50)
SSE = cabeza("200 OK", "text/event-stream")
BIEN = fijo(cabeza(), linea("El notebook "), linea("cuesta $499.990. Año ñandú 😀"), final())
TEXTO = "El notebook cuesta $499.990. Año ñandú 😀"


def settings_for(server: ServidorGuionado, path: str = "", **options: Any) -> Settings:
    base = {"llm_first_token_timeout_s": 5, "llm_stall_timeout_s": 5, "llm_connect_timeout_s": 2}
    return Settings(_env_file=None, ollama_api_url=server.url + path, ollama_model="m:7b", **{**base, **options})


async def ask(client: LlmClient, *, plazo_s: float = 10) -> tuple[str, UsoLlm]:
    uso = UsoLlm()
    texto = "".join([trozo async for trozo in client.stream(PROMPT, plazo_s=plazo_s, uso=uso)])
    return texto, uso


async def once(guion: Guion, path: str = "", *, plazo_s: float = 10, **options: Any) -> tuple[str, UsoLlm]:
    async with servidor_guionado(guion) as server:
        client = LlmClient(settings_for(server, path, **options))
        try:
            return await ask(client, plazo_s=plazo_s)
        finally:
            await client.close()


async def failure(guion: Guion, path: str = "", **options: Any) -> LlmFailure:
    with pytest.raises(LlmFailure) as caught:
        await once(guion, path, **options)
    return caught.value


def events(*records: Any, space: str = " ", end: str = "\n\n") -> bytes:
    return b"".join(
        f"data:{space}{r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)}{end}".encode() for r in records
    )


def delta(texto: str | None, fin: str | None = None) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": {"content": texto, "reasoning": "uhm"}, "finish_reason": fin}]}


def token(texto: str, **fields: Any) -> dict[str, Any]:
    return {"token": {"id": 1, "text": texto, "special": False}, "generated_text": None, "details": None, **fields}


USAGE = {"choices": [], "usage": {"prompt_tokens": 26, "completion_tokens": 282, "total_tokens": 308}}
DETAILS = {"finish_reason": "eos_token", "generated_tokens": 282, "input_length": 26}
PARTES = ("El notebook ", "cuesta $499.990. Año ñandú 😀")
GENERATE = b"".join(
    json.dumps(r, ensure_ascii=False).encode() + b"\n"
    for r in (
        {"response": PARTES[0], "done": False},
        {
            "response": PARTES[1],
            "done": True,
            "done_reason": "stop",
            "context": [1, 2],
            "prompt_eval_count": 26,
            "eval_count": 282,
        },
    )
)
SUCCESSES = {
    "ollama chat": ("", cabeza(), linea(PARTES[0]) + linea(PARTES[1]) + final()),
    "ollama chat, thinking": (
        "",
        cabeza(),
        b'{"message":{"thinking":"pienso"},"done":false}\n' + linea(PARTES[0]) + linea(PARTES[1]) + final(),
    ),
    "ollama generate, text in the last record": ("/api/generate", cabeza(), GENERATE),
    "openai": ("/v1", SSE, events(delta(""), *map(delta, PARTES), delta(None, "stop"), USAGE, "[DONE]")),
    "openai, keep-alives, no spaces, CRLF": (
        "/v1/chat/completions",
        SSE,
        b": OPENROUTER PROCESSING\r\n\r\n"
        + events(*map(delta, PARTES), delta(None, "stop"), USAGE, "[DONE]", space="", end="\r\n\r\n"),
    ),
    "openai, no DONE": ("/v1", SSE, events(*map(delta, PARTES), delta(None, "stop"), USAGE)),
    "openai, not streaming": (
        "/v1",
        cabeza("200 OK", "application/json"),
        json.dumps(
            {"choices": [{"message": {"content": "".join(PARTES)}, "finish_reason": "stop"}], "usage": USAGE["usage"]}
        ).encode(),
    ),
    "hf stream": (
        "/models/a/b",
        SSE,
        b":\n\n"
        + events(
            *map(token, PARTES),
            token("</s>", token={"text": "</s>", "special": True}, generated_text="".join(PARTES), details=DETAILS),
            space="",
        ),
    ),
    "hf stop sequence in the text": (
        "/generate_stream",
        SSE,
        events(
            *map(token, PARTES),
            token("\nCli"),
            token("ente:", generated_text="x", details={**DETAILS, "finish_reason": "stop_sequence"}),
        ),
    ),
    "hf list": (
        "/models/a/b",
        cabeza("200 OK", "application/json"),
        json.dumps([{"generated_text": "".join(PARTES), "details": DETAILS}]).encode(),
    ),
    "hf object": (
        "/generate",
        cabeza("200 OK", "application/json"),
        json.dumps({"generated_text": "".join(PARTES), "details": DETAILS}).encode(),
    ),
}


@pytest.mark.parametrize(("path", "head", "body"), SUCCESSES.values(), ids=SUCCESSES)
async def test_every_success_split_at_every_boundary(path: str, head: bytes, body: bytes) -> None:
    """The text and the counts are the same in one piece, byte by byte, and split in two anywhere."""

    def guion(pedido: Any) -> AsyncIterator[bytes]:
        return cuts.pop()

    async def send(*trozos: bytes) -> AsyncIterator[bytes]:
        yield head
        for trozo in trozos:
            await asyncio.sleep(0)
            yield trozo

    cuts = [send(body), send(*(body[i : i + 1] for i in range(len(body))))]
    cuts += [send(body[:i], body[i:]) for i in range(1, len(body), 1 if len(body) < 400 else 7)]
    async with servidor_guionado(guion) as server:
        client = LlmClient(settings_for(server, path))
        while cuts:
            texto, uso = await ask(client)
            assert texto == TEXTO
            assert not uso.truncado
            assert (uso.prompt_tokens, uso.completion_tokens) == (26, 282)
            assert uso.fin is not None
            assert uso.primer_token_ms is not None
        await client.close()


FAILURES = {
    "loading": (
        fijo(cabeza("503 X", "application/json"), b'{"error":"loading","estimated_time":20}'),
        RazonLlm.CARGANDO,
    ),
    "rate limit": (fijo(cabeza("429 X", "application/json", 'RateLimit: "api";r=0;t=55'), b"{}"), RazonLlm.OCUPADO),
    "credit": (fijo(cabeza("402 X", "application/json"), b'{"error":"credits"}'), RazonLlm.CREDITO),
    "bad token": (fijo(cabeza("401 X", "application/json"), b'{"error":"Invalid"}'), RazonLlm.CLAVE),
    "no model": (fijo(cabeza("404 X", "application/json"), b'{"error":"model not found"}'), RazonLlm.PETICION),
    "html 502": (fijo(cabeza("502 X", "text/html"), b"<h1>Bad Gateway</h1>"), RazonLlm.SERVIDOR),
    "html 200": (fijo(cabeza("200 OK", "text/html"), b"<h1>Login</h1>"), RazonLlm.FORMATO),
    "error in the stream": (fijo(cabeza(), linea("El "), b'{"error":"model crashed"}\n'), RazonLlm.FLUJO),
    "no final record": (fijo(cabeza(), linea("El ")), RazonLlm.CORTE),
    "half a record": (fijo(cabeza(), linea("El "), b'{"message":{"con'), RazonLlm.FORMATO),
    "body cut short": (fijo(cabeza("200 OK", "x", "Content-Length: 9999"), linea("El ")), RazonLlm.CORTE),
    "empty body": (fijo(cabeza()), RazonLlm.CORTE),
    "empty answer": (fijo(cabeza(), final("load")), RazonLlm.VACIO),
    "only thinking": (fijo(cabeza(), linea("<think>uhm"), final()), RazonLlm.VACIO),
    "not http": (fijo(b"hola\r\n\r\n"), RazonLlm.CONEXION),
    "closes at once": (fijo(), RazonLlm.CONEXION),
    "bad gzip": (fijo(cabeza("200 OK", "x", "Content-Encoding: gzip"), b"nope"), RazonLlm.FORMATO),
}


@pytest.mark.parametrize(("guion", "reason"), FAILURES.values(), ids=FAILURES)
async def test_every_failure_has_its_reason(guion: Guion, reason: RazonLlm) -> None:
    """Typed, whatever went wrong."""
    assert (await failure(guion)).reason is reason


@pytest.mark.parametrize(
    ("guion", "path", "reason"),
    [
        (fijo(SSE, events(delta("El "), {"error": {"message": "no credit"}})), "/v1", RazonLlm.FLUJO),
        (fijo(SSE, events(delta("El "))), "/v1", RazonLlm.CORTE),
        (fijo(SSE, events(delta("El "), "[DONE]")), "/v1", None),
        (fijo(SSE, events(token("El "), {"error": "x", "error_type": "generation"})), "/models/a", RazonLlm.FLUJO),
        (fijo(SSE, events(token("El "))), "/models/a", RazonLlm.CORTE),
        (fijo(cabeza("200 OK", "text/html"), b"<p>hola</p>"), "/v1", RazonLlm.FORMATO),
        (fijo(cabeza("200 OK", "application/json"), b'{"error":{"message":"x"}}'), "/v1", RazonLlm.FLUJO),
    ],
)
async def test_failures_of_event_streams(guion: Guion, path: str, reason: RazonLlm | None) -> None:
    """An error inside a 200, and an end without its record; [DONE] alone is an end."""
    if reason is None:
        assert (await once(guion, path))[0] == "El "
    else:
        assert (await failure(guion, path)).reason is reason


@pytest.mark.parametrize(
    ("guion", "options", "reason"),
    [
        (lambda e: fijo(espera=e), {"llm_first_token_timeout_s": 0.1}, RazonLlm.PRIMER_TOKEN),
        (lambda e: fijo(cabeza(), espera=e), {"llm_first_token_timeout_s": 0.1}, RazonLlm.PRIMER_TOKEN),
        (lambda e: fijo(cabeza(), linea("El "), espera=e), {"llm_stall_timeout_s": 0.1}, RazonLlm.PAUSA),
        (lambda e: fijo(cabeza(), linea("El "), espera=e), {"plazo_s": 0.2}, RazonLlm.PLAZO),
        (
            lambda e: fijo(cabeza("429 X", "text/plain", "Retry-After: 30"), b"busy"),
            {"llm_first_token_timeout_s": 5},
            RazonLlm.OCUPADO,
        ),
    ],
    ids=["silence", "silence after the head", "stall", "too long", "asked to wait longer than there is"],
)
async def test_no_wait_is_without_limit(guion: Any, options: dict[str, Any], reason: RazonLlm) -> None:
    """Silence before, between and in the whole; a wait that does not fit is not waited."""
    espera = asyncio.Event()
    assert (await failure(guion(espera), **options)).reason is reason
    espera.set()


async def test_keep_alives_and_thinking_are_no_progress() -> None:
    """A server that only thinks does not hold the person beyond the limit."""

    async def thinking(pedido: Any) -> AsyncIterator[bytes]:
        yield SSE
        while True:
            yield b": ping\n\n" + events({"choices": [{"delta": {"reasoning": "uhm"}}]})
            await asyncio.sleep(0.01)

    assert (await failure(thinking, "/v1", llm_first_token_timeout_s=0.2)).reason is RazonLlm.PRIMER_TOKEN


async def test_nobody_listening() -> None:
    """A refused connection is told as such."""
    async with servidor_guionado(BIEN) as server:
        settings = settings_for(server)
    client = LlmClient(settings)
    with pytest.raises(LlmFailure) as caught:
        await ask(client)
    assert caught.value.reason is RazonLlm.CONEXION
    await client.close()


@pytest.mark.parametrize(
    "first",
    [
        fijo(cabeza("503 X", "application/json"), b'{"error":"loading","estimated_time":0.05}'),
        fijo(cabeza("429 X", "application/json", "Retry-After: 0"), b"{}"),
        fijo(cabeza("500 X", "application/json"), b'{"error":"x"}'),
        fijo(cabeza(), b'{"error":"x"}\n'),
        fijo(),
    ],
    ids=["loading", "rate limit", "500", "error as first record", "closed"],
)
async def test_what_failed_before_the_first_text_is_asked_once_more(first: Guion) -> None:
    """The second try answers, and the person notices nothing."""
    assert (await once(por_turnos(first, BIEN)))[0] == TEXTO


@pytest.mark.parametrize(
    ("guion", "asked"),
    [
        (fijo(cabeza("500 X", "text/plain"), b"x"), 2),
        (fijo(cabeza("401 X", "text/plain"), b"x"), 1),
        (fijo(cabeza("402 X", "text/plain"), b"x"), 1),
        (fijo(cabeza("404 X", "text/plain"), b"x"), 1),
        (fijo(cabeza(), linea("El "), b'{"error":"x"}\n'), 1),
        (fijo(cabeza("200 OK", "text/html"), b"<p>"), 1),
    ],
    ids=["500", "401", "402", "404", "after the first text", "html"],
)
async def test_how_often_it_is_asked(guion: Guion, asked: int) -> None:
    """At most twice; never again what cannot help, nor after text was shown."""
    async with servidor_guionado(guion) as server:
        client = LlmClient(settings_for(server))
        with pytest.raises(LlmFailure):
            await ask(client)
        await client.close()
        assert len(server.pedidos) == asked


async def test_the_second_try_of_hugging_face_waits_for_the_model() -> None:
    """First without, on 503 with x-wait-for-model."""
    loading = fijo(cabeza("503 X", "application/json"), b'{"error":"loading","estimated_time":0}')
    good = fijo(SSE, events(token("Hola", generated_text="Hola", details=DETAILS)))
    async with servidor_guionado(por_turnos(loading, good)) as server:
        client = LlmClient(settings_for(server, "/models/a/b"))
        assert (await ask(client))[0] == "Hola"
        await client.close()
    assert ["x-wait-for-model: true" in c for c in server.cabeceras] == [False, True]


async def test_the_circuit_opens_and_probes_by_itself() -> None:
    """After the failures nothing is asked; after the pause one message is the probe, and its success closes it."""
    async with servidor_guionado(fijo(cabeza("404 X", "text/plain"), b"x")) as server:
        client = LlmClient(settings_for(server, llm_breaker_failures=2, llm_breaker_reset_s=0.2))
        for reason in (RazonLlm.PETICION, RazonLlm.PETICION, RazonLlm.CIRCUITO, RazonLlm.CIRCUITO):
            with pytest.raises(LlmFailure) as caught:
                await ask(client)
            assert caught.value.reason is reason
        assert len(server.pedidos) == 2
        server.guion = BIEN
        await asyncio.sleep(0.25)
        assert (await ask(client))[0] == TEXTO
        assert (await ask(client))[0] == TEXTO
        await client.close()


async def test_a_person_who_stops_is_no_failure_of_the_server() -> None:
    """Closing the stream closes the connection, and leaves the circuit closed."""
    espera = asyncio.Event()
    async with servidor_guionado(fijo(cabeza(), linea("El "), espera=espera)) as server:
        client = LlmClient(settings_for(server, llm_breaker_failures=1))
        for n in (1, 2):
            flujo = client.stream(PROMPT, plazo_s=10, uso=UsoLlm())
            assert await anext(flujo) == "El "
            await flujo.aclose()
            while server.cortes < n:
                await asyncio.sleep(0.01)
        await client.close()


async def test_the_day_has_its_tokens() -> None:
    """Counted tokens add up to the cap; the next day starts anew."""
    now = [0.0]
    async with servidor_guionado(BIEN) as server:
        settings = settings_for(server, llm_daily_tokens=800, llm_max_tokens=400)
        client = LlmClient(settings, clock=lambda: now[0])
        await ask(client)
        await ask(client)
        with pytest.raises(LlmFailure) as caught:
            await ask(client)
        assert caught.value.reason is RazonLlm.TOPE_DIARIO
        now[0] = 86_400
        assert (await ask(client))[0] == TEXTO
        await client.close()


async def test_an_answer_at_its_limit_is_truncated() -> None:
    """The server's own word, and ours when it pays no heed to the limit."""
    assert (await once(fijo(cabeza(), linea("El "), final("length"))))[1].truncado
    texto, uso = await once(fijo(cabeza(), *[linea("x ")] * 500, final()), llm_max_tokens=16)
    assert uso.truncado
    assert len(texto.split()) == 17


async def test_what_is_sent() -> None:
    """The model, the window and the key as bearer token; the key is in no other place."""
    async with servidor_guionado(BIEN) as server:
        client = LlmClient(settings_for(server, ollama_api_key="hf_secreto", llm_context_tokens=2048))
        await ask(client)
        await client.close()
    assert server.pedidos[0]["model"] == "m:7b"
    assert server.pedidos[0]["options"]["num_ctx"] == 2048
    assert "authorization: bearer hf_secreto" in server.cabeceras[0]
    assert "hf_secreto" not in json.dumps(server.pedidos)

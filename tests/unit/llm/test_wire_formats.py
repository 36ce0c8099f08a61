"""Each format: which URL speaks it, what is asked, what is read."""

import json
from typing import Any

import pytest

from app.llm.interfaces import Mensaje, Prompt
from app.llm.wire_formats import FORMATOS, detect
from app.llm.wire_lines import LINE_MAX_CHARS, Renglones
from app.llm.wire_parts import Opciones, Parte, WireError
from app.settings import FormatoLlm

CHAT, GENERATE, HF, OPENAI = (
    FormatoLlm.OLLAMA_CHAT,
    FormatoLlm.OLLAMA_GENERATE,
    FormatoLlm.HF_TEXT,
    FormatoLlm.OPENAI,
)
AUTO = FormatoLlm.AUTO
PROMPT = Prompt("Sistema.", (Mensaje("user", "hola"), Mensaje("assistant", "¡Hola!"), Mensaje("user", "¿tele?")), 20)
OPCIONES = Opciones("m:7b", 300, 4096, 0.2)


@pytest.mark.parametrize(
    ("url", "wanted", "formato", "endpoint"),
    [
        ("http://localhost:11434", AUTO, CHAT, "http://localhost:11434/api/chat"),
        ("http://localhost:11434/", AUTO, CHAT, "http://localhost:11434/api/chat"),
        ("http://h/api", AUTO, CHAT, "http://h/api/chat"),
        ("http://h/api/chat", AUTO, CHAT, "http://h/api/chat"),
        ("http://h/ollama", AUTO, CHAT, "http://h/ollama/api/chat"),
        ("http://h/api/generate", AUTO, GENERATE, "http://h/api/generate"),
        ("http://h/api/generate/", AUTO, GENERATE, "http://h/api/generate"),
        ("http://h:11434/v1", AUTO, OPENAI, "http://h:11434/v1/chat/completions"),
        ("http://h/v1/chat/completions", AUTO, OPENAI, "http://h/v1/chat/completions"),
        ("https://h/openai/chat/completions?v=1", AUTO, OPENAI, "https://h/openai/chat/completions?v=1"),
        ("https://router.huggingface.co", AUTO, OPENAI, "https://router.huggingface.co/v1/chat/completions"),
        (
            "https://router.huggingface.co/hf-inference/models/a/b",
            AUTO,
            HF,
            "https://router.huggingface.co/hf-inference/models/a/b",
        ),
        (
            "https://api-inference.huggingface.co/models/a/b",
            AUTO,
            HF,
            "https://api-inference.huggingface.co/models/a/b",
        ),
        (
            "https://api-inference.huggingface.co/models/a/b/v1/chat/completions",
            AUTO,
            OPENAI,
            "https://api-inference.huggingface.co/models/a/b/v1/chat/completions",
        ),
        ("http://tgi/generate_stream", AUTO, HF, "http://tgi/generate_stream"),
        ("https://x.eu.endpoints.huggingface.cloud", AUTO, HF, "https://x.eu.endpoints.huggingface.cloud/"),
        ("http://h", OPENAI, OPENAI, "http://h/v1/chat/completions"),
        ("http://h/v1", OPENAI, OPENAI, "http://h/v1/chat/completions"),
        ("http://h/api/chat", GENERATE, GENERATE, "http://h/api/generate"),
        ("http://h/v1/chat/completions", CHAT, CHAT, "http://h/api/chat"),
        ("http://tgi:8080", HF, HF, "http://tgi:8080/"),
    ],
)
def test_the_format_is_told_by_url_or_setting(url: str, wanted: FormatoLlm, formato: FormatoLlm, endpoint: str) -> None:
    """A base URL is completed; an endpoint is taken as it is."""
    assert detect(url, wanted) == (formato, endpoint)


def body(formato: FormatoLlm, **options: Any) -> dict[str, Any]:
    opciones = Opciones(**{**{f: getattr(OPCIONES, f) for f in OPCIONES.__dataclass_fields__}, **options})
    return FORMATOS[formato].body(PROMPT, opciones)


def test_every_request_streams_with_its_limits() -> None:
    """Model, messages, context window, answer limit and temperature are in each body, in the format's words."""
    chat = body(CHAT)
    assert chat["model"] == "m:7b"
    assert chat["stream"] is True
    assert chat["think"] is False
    assert chat["options"] == {"temperature": 0.2, "num_ctx": 4096, "num_predict": 300}
    assert [m["role"] for m in chat["messages"]] == ["system", "user", "assistant", "user"]
    generate = body(GENERATE)
    assert generate["system"] == "Sistema."
    assert generate["prompt"] == "Cliente: hola\nAsistente: ¡Hola!\nCliente: ¿tele?"
    hf = body(HF)
    assert hf["inputs"].startswith("Sistema.\n\nCliente: hola")
    assert hf["inputs"].endswith("\nAsistente:")
    assert hf["parameters"]["return_full_text"] is False
    assert hf["parameters"]["max_new_tokens"] == 300
    openai = body(OPENAI)
    assert openai["max_tokens"] == 300
    assert openai["stream_options"] == {"include_usage": True}


def test_tgi_gets_no_temperature_of_zero() -> None:
    """TGI refuses it."""
    assert "temperature" not in body(HF, temperatura=0)["parameters"]


@pytest.mark.parametrize(
    ("formato", "data", "parte"),
    [
        (CHAT, {"message": {"content": "The"}, "done": False}, Parte("The")),
        (CHAT, {"message": {"content": "", "thinking": "hmm"}, "done": False}, Parte()),
        (CHAT, {"message": {"content": None}, "done": False}, Parte()),
        (
            CHAT,
            {
                "message": {"content": ""},
                "done": True,
                "done_reason": "stop",
                "prompt_eval_count": 26,
                "eval_count": 282,
            },
            Parte(fin="stop", ultima=True, prompt_tokens=26, completion_tokens=282),
        ),
        (CHAT, {"message": {"content": ""}, "done": True}, Parte(fin="stop", ultima=True)),
        (CHAT, {"error": "running the model"}, Parte(error="running the model")),
        (GENERATE, {"response": " a", "done": False}, Parte(" a")),
        (GENERATE, {"response": "!", "done": True, "done_reason": "length"}, Parte("!", fin="length", ultima=True)),
        (
            HF,
            {"token": {"text": " trying", "special": False}, "generated_text": None, "details": None},
            Parte(" trying"),
        ),
        (HF, {"token": {"text": "<s>", "special": True}, "generated_text": None}, Parte()),
        (
            HF,
            {
                "token": {"text": "</s>", "special": True},
                "generated_text": " trying",
                "details": {"finish_reason": "eos_token", "generated_tokens": 2, "input_length": 9},
            },
            Parte(fin="eos_token", ultima=True, prompt_tokens=9, completion_tokens=2),
        ),
        (HF, {"error": "boom", "error_type": "generation"}, Parte(error="boom")),
        (
            OPENAI,
            {"choices": [{"delta": {"content": "Both"}, "finish_reason": None}]},
            Parte("Both"),
        ),
        (OPENAI, {"choices": [{"delta": {"content": None, "reasoning": "x"}, "finish_reason": ""}]}, Parte()),
        (OPENAI, {"choices": [{"delta": {}, "finish_reason": "length"}]}, Parte(fin="length")),
        (
            OPENAI,
            {"choices": [], "usage": {"prompt_tokens": 5, "completion_tokens": 7}},
            Parte(prompt_tokens=5, completion_tokens=7),
        ),
        (OPENAI, {"error": {"message": "credits", "code": 402}}, Parte(error="credits")),
        (OPENAI, {"object": "chat.completion.chunk"}, Parte()),
    ],
)
def test_what_a_record_holds(formato: FormatoLlm, data: dict[str, Any], parte: Parte) -> None:
    """Text, end, counts and errors; never what the model thinks."""
    assert FORMATOS[formato].read(json.dumps(data)) == parte


@pytest.mark.parametrize("formato", [HF, OPENAI])
def test_done_ends_an_event_stream(formato: FormatoLlm) -> None:
    """[DONE] is no JSON."""
    assert FORMATOS[formato].read(" [DONE]") == Parte(ultima=True)


@pytest.mark.parametrize(
    ("formato", "data", "texto"),
    [
        (HF, [{"generated_text": "Hola"}], "Hola"),
        (HF, {"generated_text": "Hola", "details": None}, "Hola"),
        (OPENAI, {"choices": [{"message": {"content": "Hola"}, "finish_reason": "stop"}]}, "Hola"),
    ],
)
def test_whole_answers(formato: FormatoLlm, data: Any, texto: str) -> None:
    """A server that does not stream is read too."""
    parte = FORMATOS[formato].read_whole(json.dumps(data))
    assert (parte.texto, parte.fin) == (texto, "stop")


@pytest.mark.parametrize("formato", FORMATOS)
@pytest.mark.parametrize("data", ["<html>", "", "[]", '{"a"', "7"])
def test_what_is_no_record_is_refused(formato: FormatoLlm, data: str) -> None:
    """HTML and halves of records are errors of the format."""
    with pytest.raises(WireError):
        FORMATOS[formato].read(data)


def test_lines_end_at_line_feeds_only() -> None:
    """U+0085 and U+2028 inside a JSON string do not cut it; carriage returns and blank lines do no harm."""
    texto = '{"a":"x\x85y\u2028z"}\r\n\n{"b":1}\n{"c":2}'
    for size in range(1, len(texto)):
        renglones = Renglones()
        lineas = [r for i in range(0, len(texto), size) for r in renglones.feed(texto[i : i + size])]
        lineas += renglones.close()
        assert [json.loads(r) for r in lineas] == [{"a": "x\x85y\u2028z"}, {"b": 1}, {"c": 2}]


def test_a_line_without_end_is_refused() -> None:
    """Memory is not filled by one record."""
    with pytest.raises(WireError):
        Renglones().feed("x" * (LINE_MAX_CHARS + 1))

"""The client against llama.cpp's own server, which speaks the OpenAI format, with a tiny model of random weights."""

import subprocess
import sys
import time
from collections.abc import Iterator

import httpx
import pytest

from app.errors import LlmFailure, RazonLlm
from app.llm.interfaces import Mensaje, Prompt, UsoLlm
from app.llm.ollama_client import LlmClient
from app.settings import ROOT, Settings
from tests.support.llama import CONTEXT, WORDS
from tests.support.server import free_port

START_S = 30
PROMPT = Prompt("Habla.", (Mensaje("user", "hola"),), 40)


@pytest.fixture(scope="module")
def llama(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running server; its base URL."""
    folder, port = tmp_path_factory.mktemp("llama"), free_port()
    command = [sys.executable, "-m", "tests.support.llama", str(folder / "tiny.gguf"), str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url, process)
        yield url
    finally:
        process.kill()
        process.wait()


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server ended while starting"
        try:
            if httpx.get(f"{url}/health", timeout=1).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError("the server was not ready")


def client_for(url: str, path: str = "/v1", **options: object) -> LlmClient:
    return LlmClient(Settings(_env_file=None, ollama_api_url=url + path, **options))


async def test_a_real_stream_is_read_with_its_counts(llama: str) -> None:
    """Many pieces, whole characters, the server's own counts, and the limit of tokens kept."""
    client, uso = client_for(llama, llm_max_tokens=40), UsoLlm()
    trozos = [trozo async for trozo in client.stream(PROMPT, plazo_s=20, uso=uso)]
    await client.close()
    assert len(trozos) > 10
    dichas = "".join(trozos)
    assert any(word.strip("▁") in dichas for word in WORDS)
    assert "\ufffd" not in dichas
    assert uso.fin == "length"
    assert uso.truncado
    assert uso.completion_tokens == 40
    assert uso.prompt_tokens is not None
    assert uso.prompt_tokens > 0


async def test_stopping_frees_a_real_server(llama: str) -> None:
    """The only slot serves the next message when an answer is stopped in the middle."""
    client = client_for(llama, llm_max_tokens=400)
    flujo = client.stream(PROMPT, plazo_s=20, uso=UsoLlm())
    await anext(flujo)
    await flujo.aclose()
    assert [trozo async for trozo in client.stream(PROMPT, plazo_s=20, uso=UsoLlm())]
    await client.close()


async def test_a_prompt_beyond_the_window_is_refused_by_name(llama: str) -> None:
    """The server's own words reach the failure."""
    client = client_for(llama)
    largo = Prompt("Habla.", (Mensaje("user", "ñandú " * CONTEXT),), 40)
    with pytest.raises(LlmFailure) as caught:
        await anext(client.stream(largo, plazo_s=20, uso=UsoLlm()))
    await client.close()
    assert caught.value.reason is RazonLlm.PETICION
    assert "context" in caught.value.detail


async def test_an_endpoint_that_is_not_there(llama: str) -> None:
    """A wrong path is told as a refused request."""
    client = client_for(llama, "/nope/chat/completions")
    with pytest.raises(LlmFailure) as caught:
        await anext(client.stream(PROMPT, plazo_s=20, uso=UsoLlm()))
    await client.close()
    assert caught.value.reason is RazonLlm.PETICION

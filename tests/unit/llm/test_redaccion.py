"""Who words an answer, and that the person always gets a whole one."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import LlmFailure, RazonLlm
from app.llm.interfaces import Prompt, UsoLlm
from app.llm.pantalla import Pantalla, hasta
from app.llm.plantillas import redactar
from app.llm.redaccion import Redaccion, Redactores, open_redactores
from app.metrics import Metrics
from app.models.dominio import Accion, Aviso, Filtros, Fuente, Hechos
from app.settings import Settings
from tests.support.fichas import ficha, hechos
from tests.support.modelo import ModeloGuionado, en_trozos

UNO = ficha(1, precio=399_990)
OTRO = ficha(2, nombre="Notebook Lenovo ThinkPad E14", precio=599_990)
HECHOS = hechos(Accion.BUSCAR, productos=(UNO, OTRO), total=2, filtros=Filtros(categoria="Notebooks"))
PLANTILLA = redactar(HECHOS, 0)
CIERTA = "El Notebook Lenovo IdeaPad 1 cuesta $399.990."
OTRA_CIERTA = " El Notebook Lenovo ThinkPad E14 cuesta $599.990."
FALSA = " El Notebook Lenovo ThinkPad E14 cuesta $99.990."
TROZOS = [CIERTA, OTRA_CIERTA, FALSA, " ", "\n\n", "¡Hola! ", "- ", "$1"]
FALLA = LlmFailure(RazonLlm.CORTE, "x")
SETTINGS = Settings(_env_file=None)


class Turno:
    """One answer: what was shown while it was written, and what came of it."""

    def __init__(self, *pasos: str | LlmFailure | asyncio.Event, truncado: bool = False) -> None:
        self.modelo = ModeloGuionado(*pasos, truncado=truncado)
        self.metrics = Metrics()
        self.mostrado: list[str] = []

    async def run(self, facts: Hechos = HECHOS, parar: asyncio.Event | None = None) -> Redaccion:
        async def emit(trozo: str) -> None:
            self.mostrado.append(trozo)

        redactores = Redactores(self.modelo, self.metrics, SETTINGS)
        redaccion = await redactores.redactar(facts, [("hola", "¡Hola!")], "notebooks", 0, emit=emit, parar=parar)
        if self.mostrado:
            assert "".join(self.mostrado) == redaccion.texto
        return redaccion

    def count(self, name: str, **labels: str) -> float:
        return self.metrics.registry.get_sample_value(name, labels) or 0


async def test_a_true_answer_is_the_models() -> None:
    """What is proved is shown as it was written, sentence by sentence."""
    turno = Turno(*en_trozos(CIERTA + OTRA_CIERTA))
    redaccion = await turno.run()
    assert redaccion.texto == CIERTA + OTRA_CIERTA
    assert redaccion.fuente is Fuente.LLM
    assert turno.mostrado == [CIERTA, OTRA_CIERTA]
    assert redaccion.registro()["modelo"] == "guionado"
    assert redaccion.registro()["falla"] is None
    assert turno.modelo.cerrados == 1


async def test_what_a_turn_took_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Tokens of the prompt and of the answer, times, the failure and what was held, in one line."""
    caplog.set_level("INFO", logger="app.llm.redaccion")
    await Turno(CIERTA, FALSA).run()
    await Turno(FALLA).run()
    bien, mal = [r.getMessage() for r in caplog.records if r.getMessage().startswith("llm turn: ")]
    names = "model failure prompt_tokens completion_tokens first_token_ms total_ms held".split()
    assert all(f"{name}=" in linea for name in names for linea in (bien, mal))
    assert "model=guionado failure=None" in bien
    assert "held=1" in bien
    assert "failure=corte" in mal


async def test_a_sentence_is_shown_before_the_next_is_written() -> None:
    """No more than one sentence of delay."""
    sigue = asyncio.Event()
    turno = Turno(CIERTA, " El", sigue, OTRA_CIERTA.removeprefix(" El"))
    running = asyncio.create_task(turno.run())
    while not turno.mostrado:
        await asyncio.sleep(0)
    assert turno.mostrado == [CIERTA]
    sigue.set()
    assert (await running).texto == CIERTA + OTRA_CIERTA


async def test_a_false_answer_is_replaced_by_the_template() -> None:
    """Nothing true was said: the template's answer, and the model is not heard further."""
    turno = Turno(FALSA.strip() + " ", "¡Y trae regalo! ", "más")
    redaccion = await turno.run()
    assert redaccion.texto == PLANTILLA
    assert redaccion.fuente is Fuente.PLANTILLA
    assert redaccion.detalle["incidentes"][0]["frase"] == FALSA.strip()
    assert turno.count("llm_incidents_total", kind="monto") == 1
    assert turno.modelo.cerrados == 1


async def test_a_false_sentence_is_left_out() -> None:
    """What is true around it stays the model's."""
    redaccion = await Turno(CIERTA, FALSA, " ").run()
    assert redaccion.texto.startswith(CIERTA)
    assert "$99.990" not in redaccion.texto
    assert redaccion.fuente is Fuente.LLM


@pytest.mark.parametrize(
    "pasos",
    [
        (FALLA,),
        ("El Notebook Lenovo Idea", FALLA),
        (),
        ("   ",),
    ],
    ids=["at once", "in the first sentence", "nothing", "blank"],
)
async def test_failure_before_anything_was_shown(pasos: tuple[str | LlmFailure, ...]) -> None:
    """The template's answer, whole."""
    redaccion = await Turno(*pasos).run()
    assert redaccion.texto == PLANTILLA
    assert redaccion.fuente is Fuente.PLANTILLA


async def test_failure_after_something_useful_was_shown() -> None:
    """What was shown is the answer; the half sentence is not."""
    turno = Turno(CIERTA + " El Notebook Lenovo ThinkPad E14 cuesta $5", FALLA)
    redaccion = await turno.run()
    assert redaccion.texto == CIERTA
    assert redaccion.fuente is Fuente.LLM
    assert redaccion.detalle["falla"] == "corte"
    assert turno.count("llm_failures_total", reason="corte") == 1


@pytest.mark.parametrize("pasos", [("¡Claro! Aquí van. El", FALLA), ("¡Claro! Aquí van.",)], ids=["failure", "end"])
async def test_only_courtesies_were_shown(pasos: tuple[str | LlmFailure, ...]) -> None:
    """The template's answer follows them."""
    redaccion = await Turno(*pasos).run()
    assert redaccion.texto == f"¡Claro! Aquí van.\n\n{PLANTILLA}"
    assert redaccion.fuente is Fuente.PLANTILLA


async def test_a_truncated_sentence_is_left_out() -> None:
    """At the limit of tokens the last sentence is half of something."""
    redaccion = await Turno(CIERTA + " El Notebook Lenovo ThinkPad E14 cuesta $599", truncado=True).run()
    assert redaccion.texto == CIERTA
    assert redaccion.detalle["truncado"] is True


async def test_stop_keeps_what_was_shown() -> None:
    """The stream is closed, and what the person saw is the answer."""
    parar, nunca = asyncio.Event(), asyncio.Event()
    turno = Turno(CIERTA, " El Notebook", nunca)
    running = asyncio.create_task(turno.run(parar=parar))
    while not turno.mostrado:
        await asyncio.sleep(0)
    parar.set()
    redaccion = await running
    assert redaccion.texto == CIERTA
    assert redaccion.fuente is Fuente.LLM
    assert redaccion.detalle["detenido"] is True
    assert turno.modelo.cerrados == 1


async def test_stop_before_anything_was_shown() -> None:
    """The person still gets an answer: the template's."""
    parar = asyncio.Event()
    parar.set()
    redaccion = await Turno(asyncio.Event()).run(parar=parar)
    assert redaccion.texto == PLANTILLA
    assert redaccion.fuente is Fuente.PLANTILLA


@pytest.mark.parametrize(
    "facts",
    [
        hechos(Accion.SALUDAR),
        hechos(Accion.AYUDAR),
        hechos(Accion.FUERA_DE_ALCANCE),
        hechos(Accion.PRECISAR),
        hechos(Accion.BUSCAR),
        replace(HECHOS, desconocidos=("Nokia 3310",)),
        hechos(Accion.INFORMAR, productos=(UNO, OTRO), candidatos=True),
    ],
)
async def test_what_templates_word_alone(facts: Hechos) -> None:
    """Courtesies, questions back, and answers without a product never ask the model."""
    turno = Turno(CIERTA)
    assert (await turno.run(facts)).texto == redactar(facts, 0)
    assert turno.modelo.prompts == []


@pytest.mark.parametrize(
    "facts",
    [
        replace(HECHOS, avisos=(Aviso.MONEDA_NO_CONVERTIDA,)),
        replace(HECHOS, filtros=Filtros(categoria="Notebooks", precio_max=100_000, relajados=("precio_max",))),
    ],
    ids=["amount left out", "price loosened"],
)
@pytest.mark.parametrize("pasos", [(CIERTA,), ("¡Claro! El", FALLA), (FALSA,), (FALLA,)])
async def test_what_must_be_said_is_said_once(facts: Hechos, pasos: tuple[str | LlmFailure, ...]) -> None:
    """Whoever words the rest, the sentence that the model might forget is there."""
    debe = "no convierto otras monedas" if facts.avisos else "No hay notebooks hasta $100.000"
    assert (await Turno(*pasos).run(facts)).texto.count(debe) == 1


async def test_a_defect_is_the_templates_turn() -> None:
    """Whatever breaks, the person gets an answer."""

    class Roto(ModeloGuionado):
        async def stream(self, prompt: Prompt, *, plazo_s: float, uso: UsoLlm) -> AsyncGenerator[str, None]:
            raise ZeroDivisionError
            yield ""

    metrics = Metrics()
    redaccion = await Redactores(Roto(), metrics, SETTINGS).redactar(HECHOS, (), "x", 0)
    assert redaccion.texto == PLANTILLA
    assert redaccion.detalle["falla"] == "interno"


async def test_what_the_database_cannot_hold_is_not_shown() -> None:
    """NUL and lone surrogates of a model do not reach the answer."""
    redaccion = await Turno("El Notebook Lenovo IdeaPad 1\x00 cuesta \ud800$399.990. ").run()
    assert "\x00" not in redaccion.texto
    redaccion.texto.encode()


async def test_without_a_url_there_is_no_model() -> None:
    """Templates word everything."""
    redactores = open_redactores(SETTINGS, Metrics())
    assert not redactores.hay_llm
    assert (await redactores.redactar(HECHOS, (), "x", 0)).texto == PLANTILLA
    await redactores.close()


async def test_with_a_url_there_is_one() -> None:
    """It is opened without being asked."""
    redactores = open_redactores(Settings(_env_file=None, ollama_api_url="localhost:11434"), Metrics())
    assert redactores.hay_llm
    await redactores.close()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([CIERTA, OTRA_CIERTA, FALSA, " ", "\n\n", "¡Hola! ", "- ", "$1"]), max_size=6),
    st.booleans(),
)
async def test_there_is_always_a_whole_answer(trozos: list[str], falla: bool) -> None:
    """Any text, any end: an answer without false amounts, and the pieces shown are its beginning."""
    redaccion = await Turno(*trozos, *([FALLA] if falla else [])).run()
    assert redaccion.texto.strip() == redaccion.texto != ""
    assert "$99.990" not in redaccion.texto


async def test_white_space_waits_for_words() -> None:
    """An answer neither begins nor ends with it."""
    pantalla = Pantalla(None, "Antes.")
    for pieza in ("\n", " ", "Uno. ", "\n", "Dos.", "\n\n"):
        await pantalla.mostrar(pieza)
    assert pantalla.texto == "Antes.\n\nUno. \nDos."


async def test_until_stopped_ends_a_silent_stream() -> None:
    """The event is heard while nothing comes."""
    parar, nunca = asyncio.Event(), asyncio.Event()

    async def silent() -> AsyncGenerator[str, None]:
        yield "a"
        await nunca.wait()

    seen = []
    async for trozo in hasta(silent(), parar):
        seen.append(trozo)
        parar.set()
    assert seen == ["a"]

"""Whole conversations on the default catalogue, written from the guidelines (dialogos*.yml), one session each."""

import csv
import re
from typing import Any
from uuid import uuid4

import httpx
import yaml

from app.nlu.normalize import fold
from app.settings import ROOT
from tests.support.server import Server

DIALOGOS: list[dict[str, Any]] = [
    dialogo
    for path in sorted((ROOT / "tests/functional").glob("dialogos*.yml"))
    for dialogo in yaml.safe_load(path.read_text("utf-8"))
]
with (ROOT / "seeds/catalogo.csv").open(encoding="utf-8") as _file:
    PADRES = {row["categoria"]: row["categoria_padre"] for row in csv.DictReader(_file)}
TIMEOUT_S = 30


# What the conversation is held to; what falls short of a whole is told by the test's output (pytest -s).
TURNS_MET = 0.95
DIALOGUES_WITHOUT_FAULT = 0.80


def test_dialogues(live_server: Server) -> None:
    """Turns meet what the guidelines expect of them, and most conversations go through without one fault."""
    faults = {d["nombre"]: run(live_server.url, d) for d in DIALOGOS}
    report = "\n".join(f"{name}\n   " + "\n   ".join(found) for name, found in faults.items() if found)
    turns = sum(len(d["turnos"]) for d in DIALOGOS)
    missed = sum(len({fault.split(".")[0] for fault in found}) for found in faults.values())
    whole = sum(not found for found in faults.values())
    print(f"{turns - missed} of {turns} turns, {whole} of {len(DIALOGOS)} dialogues\n{report}")
    assert turns - missed >= TURNS_MET * turns, report
    assert whole >= DIALOGUES_WITHOUT_FAULT * len(DIALOGOS), report


def run(url: str, dialogo: dict[str, Any]) -> list[str]:
    """Returns what is wrong with each turn, empty when nothing is."""
    sender, shown, seen, faults = uuid4().hex, list[list[dict[str, Any]]](), set[int](), list[str]()
    for place, turno in enumerate(dialogo["turnos"], 1):
        body = {"sender": sender, "message": turno["di"]}
        response = httpx.post(f"{url}/webhooks/rest/webhook", json=body, timeout=TIMEOUT_S)
        response.raise_for_status()
        frame = response.json()[0]["custom"]
        found = check(frame, turno, shown, seen)
        faults += [f"{place}. «{turno['di']}»: {fault}\n     {frame['text']}" for fault in found]
        products = frame["productos"]
        seen = {*seen, *(p["id"] for p in products)} if turno.get("nuevos") else {p["id"] for p in products} or seen
        shown.append(products)
    return faults


def check(frame: dict[str, Any], turno: dict[str, Any], shown: list[list[dict[str, Any]]], seen: set[int]) -> list[str]:
    """Returns the expectations of one turn that its answer does not meet."""
    products, texto = frame["productos"], fold(frame["text"])
    names = [p["nombre"] for p in products]
    faults = [*_intent(frame, turno), *_filters(frame, turno), *_meets(frame, turno)]
    if turno.get("ninguno") and products:
        faults.append(f"shows {names}")
    if len(products) < turno.get("minimo", 0):
        faults.append(f"shows {len(products)}, wanted {turno['minimo']}")
    if turno.get("nuevos") and (again := [p["nombre"] for p in products if p["id"] in seen]):
        faults.append(f"repeats {again}")
    patterns = turno.get("muestra", [".*"] * len(names))
    if len(patterns) != len(names) or not all(_has(p, n) for p, n in zip(patterns, names, strict=False)):
        faults.append(f"shows {names}, wanted {patterns}")
    if "primero" in turno and not (names and _has(turno["primero"], names[0])):
        faults.append(f"begins with {names[:1]}, wanted {turno['primero']}")
    if "es" in turno:
        wanted = [shown[t - 1][p - 1]["nombre"] for t, p in turno["es"] if len(shown[t - 1]) >= p]
        faults += [f"shows {names}, wanted {wanted}"] if wanted != names else []
    if turno.get("comparacion") and not frame.get("comparacion"):
        faults.append("has no comparison")
    faults += [f"does not say {p}" for p in turno.get("dice", ()) if not _has(p, texto)]
    return faults + [f"says {p}" for p in turno.get("no_dice", ()) if _has(p, texto)]


def _intent(frame: dict[str, Any], turno: dict[str, Any]) -> list[str]:
    got, wanted = frame["intencion"], turno.get("intencion", frame["intencion"])
    return [] if got == wanted else [f"intent {got}, wanted {wanted}"]


def _filters(frame: dict[str, Any], turno: dict[str, Any]) -> list[str]:
    got = frame["filtros"]
    wrong = [f"{k} = {got[k]}, wanted {v}" for k, v in turno.get("filtros", {}).items() if _plain(got[k]) != _plain(v)]
    if "relajados" in turno and sorted(got["relajados"]) != sorted(turno["relajados"]):
        wrong.append(f"relajados = {got['relajados']}, wanted {turno['relajados']}")
    return wrong


def _meets(frame: dict[str, Any], turno: dict[str, Any]) -> list[str]:
    """Returns the products of a list that do not meet what was asked, and are not said to."""
    filtros, relajados, faults = frame["filtros"], frame["filtros"]["relajados"], list[str]()
    prices = [p["precio"] for p in frame["productos"]]
    if turno.get("orden") and prices != sorted(prices, reverse=turno["orden"] == "desc"):
        faults.append(f"prices in no order: {prices}")
    if frame["intencion"] not in ("buscar_producto", "recomendar_categoria") or "no tengo «" in fold(frame["text"]):
        return faults
    for p in frame["productos"]:
        described = f"{p['nombre']} {p['descripcion']}"
        met = {
            "categoria": filtros["categoria"] in (None, p["categoria"], PADRES.get(p["categoria"])),
            "marcas": not filtros["marcas"] or p["marca"] in filtros["marcas"],
            "precio_min": filtros["precio_min"] is None or p["precio"] >= filtros["precio_min"],
            "precio_max": filtros["precio_max"] is None or p["precio"] <= filtros["precio_max"],
        }
        faults += [f"{p['nombre']} does not meet {k}" for k, ok in met.items() if not ok and k not in relajados]
        if "cada" in turno and not relajados and not _has(turno["cada"], described):
            faults.append(f"{p['nombre']} does not meet {turno['cada']}")
    return faults


def _has(pattern: str, texto: str) -> bool:
    return re.search(fold(pattern) if not re.search(r"[\\\[(]", pattern) else pattern, fold(texto)) is not None


def _plain(value: Any) -> Any:
    """Returns lists in one order and nothing for null, so that only what they hold counts."""
    return sorted(value) if isinstance(value, list) else value

"""How a card tells of a part or dimension that an answer names: "batería" is there as hours or mAh. All folded."""

import re
from typing import Final

from app.llm.proof.roots import raiz_de

_ENERGIA: Final = r"\bbateria|\bautonomia|\bmah\b|\bhoras?\b|\bminutos\b|\bdura\b|\bdias\b|\bpilas?\b"
_MEMORIA: Final = r"\bmemoria|\bram\b|\b[gt]b\b|\d[gt]b\b|\bssd\b|\bmicrosd\b|almacena"
_PANTALLA: Final = r"\bpantalla|\bpanel|\bpulgadas|\d\"|\b(?:ol|l|q)ed\b|\blcd\b|\bdisplay"
_CHIP: Final = r"\bprocesador|\bchip|\bcore\b|\bryzen|\bceleron|\bsnapdragon|\bdimensity|\bhelio|\bm\d\b|\ba\d\d\b"
_POR_PARTE: Final = {
    "bateria": _ENERGIA,
    "autonomia": _ENERGIA,
    "camara": r"\bcamara|\bmp\b|\bfotos?\b|\bwebcam|\bvideo",
    "pantalla": _PANTALLA,
    "panel": _PANTALLA,
    "memoria": _MEMORIA,
    "almacenamiento": _MEMORIA,
    "disco": rf"\bdiscos?\b|{_MEMORIA}",
    "procesador": _CHIP,
    "chip": _CHIP,
    "delgado": r"\bdelgad|\bfin[oa]s?\b|\bmm\b|\bslim\b|\bespesor|\bgrosor",
    "silencioso": r"\bsilenci|\bdb\b|\bdecibel|\bruido",
    "liviano": r"\blivian|\bliger|\bkilos?\b|\bkg\b|\bgramos\b|\d g\b|\bportatil",
    "ligero": r"\blivian|\bliger|\bkilos?\b|\bkg\b|\bgramos\b|\d g\b|\bportatil",
    "agua": r"\bagua|\blitros|\bimpermeable|\bipx?\d|\bsumergible|\bmoja|\bpiscina",
    "graba": r"\bgraba|\bvideo|\bvlog|\bhd\b|\bmp\b|\bcamara|\b\dk\b",
    "tarjeta": r"\btarjeta|\brtx|\bgtx|\bgeforce|\bradeon|\bgrafica|\bgpu",
    "grafica": r"\btarjeta|\brtx|\bgtx|\bgeforce|\bradeon|\bgrafica|\bgpu",
    "consume": r"\bconsum|\bw\b|\bwatts|\bkwh",
    "motor": r"\bmotor|\bcompresor|\bw\b|\bhp\b|\binverter",
}
PARTES_DE: Final = {raiz_de(parte): re.compile(patron) for parte, patron in _POR_PARTE.items()}

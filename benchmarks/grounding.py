"""`python -m benchmarks.grounding`: how well the proof of answers tells lies from honest answers, and what it costs.

Catch rate: lying answers of which no lie is shown. False alarms: honest answers that lose a sentence; also counted by
sentence. The held-out half has facts of its own and was never mended on (docs/grounding.md).
"""

import statistics
import time
from collections import Counter
from dataclasses import dataclass, field

from app.llm.grounding import Verificador
from app.llm.proof.sentences import Cortador
from benchmarks.grounding_cases import PARTICIONES, Caso, leer_casos, leer_conjuntos


@dataclass
class Medida:
    """What was measured on one half. Times are ms of one sentence."""

    mentiras: int = 0
    honestas: int = 0
    frases_honestas: int = 0
    frases_perdidas: int = 0
    escapadas: list[str] = field(default_factory=list)
    falsas: list[str] = field(default_factory=list)
    por_tipo: Counter[str] = field(default_factory=Counter)
    escapadas_por_tipo: Counter[str] = field(default_factory=Counter)
    tiempos: list[float] = field(default_factory=list)

    @property
    def caza(self) -> float:
        """Returns the part of the lying answers of which no lie is shown."""
        return 1 - len(self.escapadas) / self.mentiras

    @property
    def alarmas(self) -> float:
        """Returns the part of the honest answers that lose a sentence."""
        return len(self.falsas) / self.honestas


def medir(particion: str) -> Medida:
    """Returns the figures of one half."""
    medida = Medida()
    for caso in leer_casos(particion):
        _medir(caso, medida)
    return medida


def _medir(caso: Caso, medida: Medida) -> None:
    verificador = Verificador(*leer_conjuntos()[caso.conjunto], "«plantilla»")
    mostrado: list[str] = []
    piezas = _piezas(caso.respuesta)
    for pieza in [*piezas, ""]:
        started = time.perf_counter()
        mostrado += verificador.feed(pieza) if pieza else verificador.close()
        medida.tiempos.append((time.perf_counter() - started) * 1e3)
    texto = "".join(mostrado)
    if caso.honesto:
        medida.honestas += 1
        medida.frases_honestas += len(piezas)
        medida.frases_perdidas += len(verificador.incidentes)
        medida.falsas += [i.frase for i in verificador.incidentes[:1]]
        return
    medida.mentiras += 1
    medida.por_tipo[caso.tipo] += 1
    if any(mentira in texto for mentira in caso.mentira):
        medida.escapadas.append(caso.respuesta)
        medida.escapadas_por_tipo[caso.tipo] += 1


def _piezas(respuesta: str) -> list[str]:
    cortador = Cortador()
    return cortador.feed(respuesta) + cortador.close()


def main() -> None:
    """Prints the tables."""
    print("## Proof of the model's answers\n")
    print("| half | lies | caught | honest | false alarms | of their sentences | p50 ms | p95 ms |")
    print("|---|---|---|---|---|---|---|---|")
    medidas = {particion: medir(particion) for particion in PARTICIONES}
    for particion, m in medidas.items():
        p95 = statistics.quantiles(m.tiempos, n=20)[-1]
        por_frase = m.frases_perdidas / m.frases_honestas
        print(
            f"| {particion} | {m.mentiras} | {m.caza:.1%} | {m.honestas} | {m.alarmas:.1%} | {por_frase:.1%} "
            f"| {statistics.median(m.tiempos):.1f} | {p95:.1f} |"
        )
    print("\n| kind of lie | written | escaped |\n|---|---|---|")
    tipos = sum((m.por_tipo for m in medidas.values()), Counter[str]())
    escapadas = sum((m.escapadas_por_tipo for m in medidas.values()), Counter[str]())
    for tipo, cuantas in sorted(tipos.items()):
        print(f"| {tipo} | {cuantas} | {escapadas[tipo]} |")


if __name__ == "__main__":
    main()

"""What the assistant says beside the catalogue: courtesies, help, starting over, and what it does not know."""

from collections.abc import Sequence

from app.models.dominio import Ayuda, Cortesia, Hechos

CORTESIAS = {
    Cortesia.GRACIAS: (
        "¡De nada! Si necesitas algo más, aquí estoy.",
        "¡Para eso estoy! ¿Te ayudo con algo más?",
        "Con gusto. Cualquier otra cosa, me dices.",
    ),
    Cortesia.DESPEDIDA: (
        "¡Chao, que te vaya muy bien! Cuando quieras seguimos.",
        "¡Hasta pronto! Aquí voy a estar si necesitas algo más.",
    ),
    Cortesia.ACUSE: (
        "¡Perfecto! Dime si quieres ver algo más.",
        "¡Buenísimo! Avísame si te ayudo con otra cosa.",
    ),
}


def elegir(opciones: Sequence[str], semilla: int) -> str:
    """Returns one of the wordings."""
    return opciones[semilla % len(opciones)]


def saludar(hechos: Hechos, semilla: int) -> str:
    """Returns the answer to a courtesy, each kind in its own way."""
    if hechos.cortesia != Cortesia.HOLA:
        return elegir(CORTESIAS[hechos.cortesia], semilla)
    ejemplo = hechos.ejemplos[semilla % len(hechos.ejemplos)] if hechos.ejemplos else "notebooks para estudiar"
    return elegir(
        (
            f"¡Hola! Cuéntame qué buscas y te ayudo a encontrarlo. Por ejemplo: «{ejemplo}».",
            f"¡Hola! ¿Qué necesitas hoy? Puedes decirme algo como «{ejemplo}».",
            f"¡Qué bueno tenerte por acá! Dime qué andas buscando, por ejemplo «{ejemplo}».",
        ),
        semilla,
    )


def ayudar(hechos: Hechos, semilla: int) -> str:
    """Returns what the assistant can do, with messages that work."""
    inicio = elegir(
        (
            "Puedo buscar productos, recomendarte, comparar precios y contarte los detalles de uno.",
            "Te ayudo a encontrar productos, elegir entre varios, comparar precios y resolver dudas de un modelo.",
        ),
        semilla,
    )
    if hechos.ayuda == Ayuda.MALENTENDIDO:
        inicio = "Perdona, te entendí mal. Dime con otras palabras qué buscas: tipo de producto, marca o precio."
    if hechos.ayuda == Ayuda.PERSONA:
        inicio = f"Soy un asistente automático y en este chat no hay una persona a quien pasarte. {inicio}"
    lineas = "\n".join(f"- {ejemplo}" for ejemplo in hechos.ejemplos)
    return f"{inicio} Prueba con:\n{lineas}" if lineas else inicio


def reiniciar(hechos: Hechos, semilla: int) -> str:
    """Returns the answer to "empecemos de nuevo"."""
    return elegir(
        (
            "Listo, partimos de cero. ¿Qué buscas ahora?",
            "Hecho, olvidé la búsqueda anterior. ¿Qué necesitas?",
        ),
        semilla,
    )


def fuera(hechos: Hechos, semilla: int) -> str:
    """Returns the answer to what is no matter of the catalogue."""
    ejemplo = f", por ejemplo «{hechos.ejemplos[semilla % len(hechos.ejemplos)]}»" if hechos.ejemplos else ""
    return elegir(
        (
            f"No estoy seguro de haberte entendido, o eso no es algo en lo que pueda ayudar. Lo mío es el catálogo: "
            f"buscar, comparar y recomendar productos{ejemplo}.",
            f"Con eso no te puedo ayudar. Sí puedo buscar productos, compararlos y contarte sus detalles{ejemplo}.",
            f"Eso se me escapa: solo sé de los productos de la tienda. Pregúntame por alguno{ejemplo}.",
        ),
        semilla,
    )

"""Words an answer without an LLM, from the facts of the turn and nothing else.

Each situation has several wordings; `semilla` (any int, the turn's number) picks one, so that a conversation does not
repeat itself and a test can name what it expects. The product cards carry the details: the text says what was found,
the best of it, and what had to be loosened.
"""

from collections.abc import Callable
from dataclasses import replace

from app.llm import charla
from app.llm.charla import elegir
from app.llm.detalles import en_ficha, lado_a_lado, lo_dice, responde
from app.llm.frases import agotados, busqueda, cuantas_opciones, de_que, en_frase, nombre_de, que_se_relajo, stock_de
from app.models.dominio import Accion, Aviso, Comparacion, Hechos, Orden
from app.models.formato import enumerar, pesos, porcentaje
from app.nlu.noun_phrases import says

NOMBRES_MAX = 5

AVISOS = {
    Aviso.MONEDA_NO_CONVERTIDA: "Los precios de la tienda están en pesos chilenos y no convierto otras monedas, así "
    "que ese monto no filtró la búsqueda. Si me lo dices en pesos, lo uso.",
    Aviso.MONEDA_CONVERTIDA: "Convertí tu monto a pesos chilenos con el tipo de cambio de la tienda.",
    Aviso.RANGO_IMPOSIBLE: "Ese rango de precio no deja ningún valor posible, así que no lo apliqué.",
    Aviso.CARACTERISTICAS_DE_MAS: "Me pediste muchas características a la vez, así que usé las primeras.",
    Aviso.VARIAS_CATEGORIAS: "Vamos de a una categoría a la vez.",
    Aviso.NO_SE_PUEDE_EXCLUIR: "Por ahora solo puedo dejar fuera marcas, no características.",
    Aviso.SIN_MEDIDA: "Para eso necesito una medida. Dime cuánto, por ejemplo «de 65 pulgadas» o «de 10 kilos».",
    Aviso.SIN_LISTA: "Todavía no te he mostrado productos.",
    Aviso.SIN_MAS: "Eso era todo lo que tengo para esta búsqueda.",
    Aviso.FUERA_DE_LISTA: "No hay tantos productos en la lista que te mostré.",
    Aviso.YA_NO_ESTA: "Ese producto ya no está en el catálogo.",
}
# What to ask for when there is too little to act on.
PREGUNTAS = {
    Aviso.FUERA_DE_LISTA: "Dime el número o el nombre de alguno de los que ves.",
    Aviso.FALTA_COMPARAR: "¿Con qué lo comparo? Dime dos productos, por ejemplo «compara el primero con el segundo».",
    Aviso.YA_NO_ESTA: "¿Te muestro algo parecido? Dime qué tipo de producto buscas.",
}


def redactar(hechos: Hechos, semilla: int) -> str:
    """Returns the answer in Spanish for these facts.

    Args:
        hechos: everything that may be said.
        semilla: picks among equivalent wordings; the same seed gives the same text.
    """
    texto = POR_ACCION[hechos.accion](hechos, semilla)
    avisos = [AVISOS[aviso] for aviso in hechos.avisos if aviso in AVISOS and AVISOS[aviso] not in texto]
    return "\n\n".join([*avisos, texto]) if avisos else texto


def _precisar(hechos: Hechos, semilla: int) -> str:
    if Aviso.FUERA_DE_LISTA in hechos.avisos and len(hechos.productos) == 1:
        solo = f"Solo está {nombre_de(hechos.productos[0])}. ¿Te cuento de ese o busco otra cosa?"
        return f"{AVISOS[Aviso.FUERA_DE_LISTA]} {solo}"
    for aviso in hechos.avisos:
        if aviso in PREGUNTAS:
            return PREGUNTAS[aviso]
    if hechos.productos:
        nombres = enumerar([nombre_de(p) for p in hechos.productos[:NOMBRES_MAX]], "o")
        return f"¿De cuál me hablas: {nombres}? Dime el número o el nombre."
    if hechos.categorias:
        muestra = enumerar([en_frase(c) for c in hechos.categorias[:4]])
        return elegir(
            (
                f"¿Qué tipo de producto buscas? Tengo {muestra}, entre otros.",
                f"Cuéntame un poco más: ¿qué producto te interesa? Vendemos {muestra}, entre otros.",
            ),
            semilla,
        )
    return "¿Qué producto te interesa?"


def _buscar(hechos: Hechos, semilla: int) -> str:
    que = de_que(hechos.filtros)
    if hechos.desconocidos:
        return _no_tengo(hechos)
    if not hechos.productos:
        return _sin_resultados(hechos, que)
    if hechos.filtros.relajados:
        return _relajado(hechos, semilla)
    if hechos.filtros.productos:
        return _nombrados(hechos, semilla)
    if hechos.total == 1:
        inicio = elegir((f"Tengo una opción {que}:", f"Encontré justo una opción {que}:"), semilla)
        return f"{inicio} {nombre_de(hechos.productos[0])}, a {pesos(hechos.productos[0].precio)}."
    inicio = elegir(
        (
            f"Encontré {cuantas_opciones(hechos.total)} {que}.",
            f"Tengo {cuantas_opciones(hechos.total)} {que}.",
            f"Mira, hay {cuantas_opciones(hechos.total)} {que}.",
        ),
        semilla,
    )
    return f"{inicio} {_destacado(hechos, semilla)}"


def _preguntado(hechos: Hechos) -> str:
    """Returns what the cards say of what was asked of a product that had to be searched for first."""
    if not hechos.productos:
        return ""
    if len(hechos.productos) == 1:
        return " ".join(responde(hechos.productos[0], pregunta) for pregunta in hechos.pregunta)
    return " ".join(lado_a_lado(hechos.productos[:NOMBRES_MAX], pregunta) for pregunta in hechos.pregunta)


def _nombrados(hechos: Hechos, semilla: int) -> str:
    """Returns the answer to products asked for by name: "iphone 13 128gb"."""
    producto = hechos.productos[0]
    if len(hechos.productos) == 1:
        return f"Sí, lo tengo: {nombre_de(producto)} cuesta {pesos(producto.precio)}{stock_de(producto)}."
    hay = sum(p.disponible for p in hechos.productos)
    if hay < 2:
        quedan = "Solo queda uno" if hay else "No queda ninguno"
        return f"{quedan} de los que calzan con eso. {_destacado(hechos, semilla)}"
    return f"Tengo {hay} que calzan con lo que pides. {_destacado(hechos, semilla)}{agotados(hechos)}"


def _mostrar_mas(hechos: Hechos, semilla: int) -> str:
    if not hechos.productos:
        return f"{AVISOS[Aviso.SIN_MAS]} Puedo ampliar si cambias el precio, la marca o alguna característica."
    que = de_que(hechos.filtros)
    return elegir((f"Aquí van más opciones {que}.", f"Te muestro otras opciones {que}."), semilla)


def _recomendar(hechos: Hechos, semilla: int) -> str:
    if hechos.desconocidos:
        return _no_tengo(hechos)
    if not hechos.productos:
        return _sin_resultados(hechos, de_que(hechos.filtros))
    if hechos.parecido_a:
        return _parecidos(hechos, semilla)
    if hechos.filtros.vacio:
        nombres = enumerar([nombre_de(p) for p in hechos.productos[:3]], "o")
        return f"Algunas ideas de distinto tipo y precio: {nombres}. Si me dices qué le gusta o tu presupuesto, afino."
    mejor = hechos.productos[0]
    motivo = f": {mejor.motivo}" if mejor.motivo else ""
    relajo, otros = _alternativas_de(hechos)
    inicio = elegir(
        (
            f"Yo partiría por {nombre_de(mejor)}, a {pesos(mejor.precio)}{motivo}.",
            f"Te recomiendo {nombre_de(mejor)}, a {pesos(mejor.precio)}{motivo}.",
            f"Una buena opción es {nombre_de(mejor)}, a {pesos(mejor.precio)}{motivo}.",
        ),
        semilla,
    )
    datos = [lado_a_lado(hechos.productos[:NOMBRES_MAX], pregunta) for pregunta in hechos.pregunta]
    return " ".join(parte for parte in (relajo, *datos, inicio, "" if datos else otros) if parte)


def _parecidos(hechos: Hechos, semilla: int) -> str:
    """Returns the answer to "algo parecido al segundo"."""
    mejor = hechos.productos[0]
    inicio = f"Lo más parecido a **{hechos.parecido_a}** es {nombre_de(mejor)}, a {pesos(mejor.precio)}."
    if hechos.filtros.relajados:
        otra = busqueda(replace(hechos.filtros, relajados=()))
        return f"No hay otra opción en {otra}. Fuera de eso, lo{inicio[2:]}"
    return f"{inicio} {_destacado(hechos, semilla)}" if len(hechos.productos) > 1 else inicio


def _relajado(hechos: Hechos, semilla: int) -> str:
    """Returns what had to be loosened and what there is instead; a single product is named once."""
    if len(hechos.productos) == 1 and hechos.total == 1:
        producto = hechos.productos[0]
        return f"{que_se_relajo(hechos, solo=True)}: {nombre_de(producto)}, a {pesos(producto.precio)}."
    return f"{que_se_relajo(hechos)} {_destacado(hechos, semilla)}"


def _alternativas_de(hechos: Hechos) -> tuple[str, str]:
    """Returns what to say before the first choice (what nothing met) and after it (what the others do not meet)."""
    relajados = hechos.filtros.relajados
    if relajados and not all(says(hechos.productos[0], r) for r in relajados):
        return que_se_relajo(hechos), ""
    if relajados:
        faltan = enumerar([f"«{r}»" for r in relajados])
        return "", f"Te dejo también otras opciones: su ficha no menciona {faltan}, pero cumplen lo demás."
    if len(hechos.productos) == 2:
        otro = hechos.productos[1]
        return "", f"La alternativa es {nombre_de(otro)}, a {pesos(otro.precio)}."
    return "", "También te dejo alternativas de distintos precios." if len(hechos.productos) > 1 else ""


def _comparar(hechos: Hechos, semilla: int) -> str:
    if hechos.desconocidos:
        return _no_tengo(hechos)
    comparacion = hechos.comparacion
    if comparacion is None:
        is_extreme = len(hechos.productos) == 1 and hechos.filtros.orden != Orden.RELEVANCIA
        return _extremo(hechos) if is_extreme else _buscar(hechos, semilla)
    partes = [lado_a_lado(hechos.productos, parte) for parte in hechos.pregunta]
    if hechos.destaca is not None:
        mejor = next(p for p in hechos.productos if p.id == hechos.destaca)
        cual = f"{'mayor' if hechos.con_mas else 'menor'} {en_ficha(hechos.pregunta[0])}"
        partes.insert(0, f"{nombre_de(mejor)} es la opción de {cual}.")
    if partes:
        return " ".join([*partes, "En la tabla ves en qué más se diferencian."])
    return _por_precio(hechos, comparacion)


def _por_precio(hechos: Hechos, comparacion: Comparacion) -> str:
    """Returns which of the compared products costs less, and how much less."""
    precios = {p.id: p.precio for p in hechos.productos}
    if comparacion.mas_barato is None:
        nombres = enumerar(list(comparacion.nombres))
        return (
            f"{nombres} cuestan lo mismo: {pesos(precios[comparacion.ids[0]])}. En la tabla ves en qué se diferencian."
        )
    barato = next(p for p in hechos.productos if p.id == comparacion.mas_barato)
    caro = max((p for p in hechos.productos if p.id in comparacion.ids), key=lambda p: p.precio)
    return (
        f"Sale más barato {nombre_de(barato)}, a {pesos(barato.precio)}. {nombre_de(caro)} cuesta "
        f"{pesos(caro.precio)}: {pesos(comparacion.diferencia)} más ({porcentaje(comparacion.diferencia_pct)})."
        f" En la tabla ves en qué se diferencian.{agotados(hechos)}"
    )


def _extremo(hechos: Hechos) -> str:
    producto = hechos.productos[0]
    cual = "La opción más cara" if hechos.filtros.orden == Orden.PRECIO_DESC else "La opción más barata"
    relajo = f"{que_se_relajo(hechos)} " if hechos.filtros.relajados else ""
    que = "" if hechos.filtros.relajados else f" {de_que(hechos.filtros)}"
    return f"{relajo}{cual}{que} es {nombre_de(producto)}, a {pesos(producto.precio)}."


def _informar(hechos: Hechos, semilla: int) -> str:
    if hechos.desconocidos:
        return _no_tengo(hechos)
    if not hechos.productos:
        return "Ese producto ya no está en el catálogo. ¿Te muestro algo parecido?"
    if hechos.candidatos:
        nombres = enumerar([nombre_de(p) for p in hechos.productos[:NOMBRES_MAX]], "o")
        return f"Tengo más de uno que calza con eso: {nombres}. ¿De cuál quieres saber?"
    producto = hechos.productos[0]
    cuesta = f"{pesos(producto.precio)}{stock_de(producto)}."
    precio = f"{nombre_de(producto)} cuesta {cuesta}"
    if hechos.extremo is not None:
        cual = "mayor" if hechos.extremo == Orden.PRECIO_DESC else "menor"
        precio = f"De los que te mostré, el de {cual} precio es {nombre_de(producto)}, a {cuesta}"
    respuestas = [responde(producto, pregunta) for pregunta in hechos.pregunta]
    if respuestas and hechos.ya_contado:
        return " ".join([*respuestas, f"Hablo de {nombre_de(producto)}, a {cuesta}"])
    # Who asks one thing and gets it has not asked for the whole card again.
    told = bool(hechos.pregunta) and all(lo_dice(producto, pregunta) for pregunta in hechos.pregunta)
    return " ".join([*respuestas, precio, *([] if told else [producto.descripcion])]).strip()


def _no_tengo(hechos: Hechos) -> str:
    faltan = enumerar([f"«{nombre}»" for nombre in hechos.desconocidos], "ni")
    if not hechos.productos:
        return f"No tengo {faltan} en el catálogo. Si quieres, dime qué tipo de producto es y busco algo parecido."
    return f"No tengo {faltan} en el catálogo. Lo más parecido que hay es {nombre_de(hechos.productos[0])}, " + (
        f"a {pesos(hechos.productos[0].precio)}."
    )


def _sin_resultados(hechos: Hechos, que: str) -> str:
    if hechos.filtros.categoria is None and hechos.filtros.texto:
        muestra = enumerar([en_frase(c) for c in hechos.categorias[:4]])
        tengo = f" Lo que sí vendemos: {muestra}, entre otros." if muestra else ""
        return f"No encontré «{hechos.filtros.texto}» en el catálogo.{tengo}"
    return f"No encontré opciones disponibles {que}. Prueba con otra marca, otro precio u otra categoría."


def _destacado(hechos: Hechos, semilla: int) -> str:
    disponibles = [p for p in hechos.productos if p.disponible]
    if not disponibles:
        return "Eso sí, ahora están agotados."
    barato = min(disponibles, key=lambda p: p.precio)
    if hechos.filtros.orden == Orden.PRECIO_DESC:
        caro = max(disponibles, key=lambda p: p.precio)
        return f"El de mayor precio es {nombre_de(caro)}, a {pesos(caro.precio)}."
    if len(disponibles) == 1:
        return f"Es {nombre_de(barato)}, a {pesos(barato.precio)}."
    return elegir(
        (
            f"De las que te muestro, la más económica es {nombre_de(barato)}, a {pesos(barato.precio)}.",
            f"De las que ves aquí, la de menor precio es {nombre_de(barato)}, a {pesos(barato.precio)}.",
        ),
        semilla,
    )


POR_ACCION: dict[Accion, Callable[[Hechos, int], str]] = {
    Accion.SALUDAR: charla.saludar,
    Accion.AYUDAR: charla.ayudar,
    Accion.REINICIAR: charla.reiniciar,
    Accion.BUSCAR: lambda hechos, semilla: f"{_buscar(hechos, semilla)} {_preguntado(hechos)}".strip(),
    Accion.MOSTRAR_MAS: _mostrar_mas,
    Accion.RECOMENDAR: _recomendar,
    Accion.COMPARAR: _comparar,
    Accion.INFORMAR: _informar,
    Accion.PRECISAR: _precisar,
    Accion.FUERA_DE_ALCANCE: charla.fuera,
}

import { formatPesos } from "./money.js";
import { safeText } from "./safe_text.js";

/**
 * Returns the chips of the search in force: {key, label, message, relaxed}. `message` is what the person would say
 * to take that part away; it is always Spanish, the assistant's language. `say(key, values)` gives interface texts.
 */
export function filterChips(filtros, say) {
  if (!filtros) return [];
  const relaxed = (...names) => names.some((name) => (filtros.relajados ?? []).includes(name));
  return [
    ...categoryChip(filtros),
    ...textChip(filtros),
    ...(filtros.marcas ?? []).map((marca) => chip("marca", marca, `quita la marca ${marca}`, relaxed("marca", "marcas", marca))),
    ...priceChips(filtros, say, relaxed),
    ...(filtros.caracteristicas ?? []).map((it) =>
      chip("caracteristica", it, `quita ${it}`, relaxed("caracteristicas", it))),
    ...orderChip(filtros, say),
  ];
}

function chip(key, label, message, relaxed = false) {
  return { key, label: safeText(label), message: safeText(message), relaxed };
}

function categoryChip({ categoria }) {
  return categoria ? [chip("categoria", categoria, "sin importar la categoría")] : [];
}

function textChip({ texto }) {
  return texto ? [chip("texto", `«${texto}»`, `quita ${texto}`)] : [];
}

function priceChips({ precio_min: min, precio_max: max }, say, relaxed) {
  const loose = relaxed("precio", "precio_min", "precio_max");
  const chips = [];
  if (min != null) chips.push(chip("precio_min", say("filter_from", { monto: formatPesos(min) }), "quita el precio mínimo", loose));
  if (max != null) chips.push(chip("precio_max", say("filter_to", { monto: formatPesos(max) }), "quita el precio máximo", loose));
  return chips;
}

function orderChip({ orden }, say) {
  if (orden === "precio_asc") return [chip("orden", say("filter_cheap_first"), "ordena por relevancia")];
  if (orden === "precio_desc") return [chip("orden", say("filter_dear_first"), "ordena por relevancia")];
  return [];
}

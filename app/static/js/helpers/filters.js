import { formatPesos } from "./money.js";
import { safeText } from "./safe_text.js";

/**
 * Returns the chips of the search in force: {key, label, message, relaxed}. `message` is what the person would say
 * to take that part away; it is always Spanish, the assistant's language. `say(key, values)` gives interface texts;
 * `names` are those of the products that the search is held to, as far as the page has shown them.
 */
export function filterChips(filtros, say, names = []) {
  if (!filtros) return [];
  const relaxed = (name) => (filtros.relajados ?? []).includes(name);
  return [
    ...categoryChip(filtros),
    ...modelsChip(filtros, say, names),
    ...textChip(filtros),
    ...(filtros.marcas ?? []).map((marca) => chip("marca", marca, `quita la marca ${marca}`, relaxed("marcas"))),
    ...(filtros.marcas_excluidas ?? []).map((marca) =>
      chip("marca_excluida", say("filter_without", { marca }), `quita la marca ${marca}`)),
    ...priceChips(filtros, say, relaxed),
    ...(filtros.caracteristicas ?? []).map((it) => chip("caracteristica", it, `quita ${it}`, relaxed(it))),
    ...orderChip(filtros, say),
  ];
}

function chip(key, label, message, relaxed = false) {
  return { key, label: safeText(label), message: safeText(message), relaxed };
}

function categoryChip({ categoria }) {
  return categoria ? [chip("categoria", categoria, "sin importar la categoría")] : [];
}

function modelsChip({ productos = [] }, say, names) {
  if (productos.length === 0) return [];
  return [chip("productos", sharedStart(names) || say("filter_models"), "sin importar el modelo")];
}

function textChip({ texto }) {
  return texto ? [chip("texto", `«${texto}»`, `quita ${texto}`)] : [];
}

function priceChips({ precio_min: min, precio_max: max }, say, relaxed) {
  const chips = [];
  const from = () => say("filter_from", { monto: formatPesos(min) });
  const to = () => say("filter_to", { monto: formatPesos(max) });
  if (min != null) chips.push(chip("precio_min", from(), "quita el precio mínimo", relaxed("precio_min")));
  if (max != null) chips.push(chip("precio_max", to(), "quita el precio máximo", relaxed("precio_max")));
  return chips;
}

function orderChip({ orden }, say) {
  if (orden === "precio_asc") return [chip("orden", say("filter_cheap_first"), "da lo mismo el orden")];
  if (orden === "precio_desc") return [chip("orden", say("filter_dear_first"), "da lo mismo el orden")];
  return [];
}

/** Returns the words that all names begin with: "Celular Samsung Galaxy". */
function sharedStart(names) {
  const [first = [], ...rest] = names.map((name) => name.split(" "));
  const end = first.findIndex((word, index) => rest.some((words) => words[index] !== word));
  return (end === -1 ? first : first.slice(0, end)).join(" ");
}

import { formatPesos } from "./money.js";
import { plainText } from "./rich_text.js";
import { safeText } from "./safe_text.js";

/** Returns a whole answer as plain text, with its products or its comparison: for copying. */
export function answerAsText({ text, productos = [], comparacion = null }) {
  const facts = comparacion ? comparacion.filas.map(rowLine) : productos.map(productLine);
  return [plainText(text), ...(facts.length ? ["", ...facts] : [])].join("\n");
}

function productLine({ nombre, precio }) {
  return `- ${safeText(nombre)}: ${formatPesos(precio)}`;
}

function rowLine({ atributo, valores }) {
  return `- ${safeText(atributo)}: ${valores.map(safeText).join(" | ")}`;
}

import { safeText } from "./safe_text.js";

/**
 * Returns the few features worth a line on a card: measured ones first, none that the name or a longer feature
 * already says ("512 GB" beside "512 GB SSD").
 */
export function mainFeatures({ nombre, atributos = [] }, limit) {
  const features = [...new Set(atributos.map(safeText))].filter((it) => it && !says(nombre, it));
  const telling = features.filter((it) => !features.some((other) => other !== it && says(other, it)));
  const measured = telling.filter(isMeasured);
  return [...measured, ...telling.filter((it) => !isMeasured(it))].slice(0, limit);
}

function isMeasured(feature) {
  return /^\d/.test(feature);
}

/** Returns whether `text` has all of `feature`'s words, one after another. */
function says(text, feature) {
  return ` ${fold(text)} `.includes(` ${fold(feature)} `);
}

function fold(text) {
  return safeText(text).toLowerCase().replace(/[^\p{L}\p{N}.,]+/gu, " ").trim();
}

// The interface's texts, as the page brought them: templates/textos.html holds all of them, once per language.

const LOCALES = Object.freeze({ es: "es-CL", en: "en-GB" });

const texts = readTexts(document.getElementById("textos"));

/** Locale for dates, from the page's language. */
export const locale = LOCALES[document.documentElement.lang] ?? LOCALES.es;

/** Returns the text named `key`, its {names} filled in from `values`; the key itself when there is no such text. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** Returns the singular or plural text of `key` for the count `n`. */
export function tn(key, n) {
  return t(`${key}_${n === 1 ? "one" : "other"}`, { n });
}

function readTexts(element) {
  return element ? JSON.parse(element.textContent) : {};
}

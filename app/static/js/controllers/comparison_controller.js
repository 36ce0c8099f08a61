import { clone, fill, part } from "../helpers/dom.js";
import { formatPercent, formatPesos } from "../helpers/money.js";
import { safeText } from "../helpers/safe_text.js";
import { t } from "../i18n.js";

/**
 * Products side by side. The roles are written out because on a narrow screen the rows become grids (comparison.css),
 * and a table laid out otherwise loses its own.
 */
export class ComparisonController {
  constructor({ ids, nombres, filas, mas_barato: cheapest, diferencia, diferencia_pct: percent }) {
    this.element = clone("comparison-template");
    this.element.style.setProperty("--columns", nombres.length);
    this.#writeHead(nombres, ids.indexOf(cheapest));
    this.element.querySelector("tbody").append(...filas.map(row));
    const values = { monto: formatPesos(diferencia), pct: formatPercent(percent) };
    fill(part(this.element, "caption"), diferencia > 0 ? t("difference", values) : "");
  }

  // Internal

  #writeHead(nombres, cheapestIndex) {
    const head = this.element.querySelector("thead tr");
    nombres.forEach((nombre, index) => {
      const name = cell("th", "columnheader", nombre);
      name.scope = "col";
      if (index === cheapestIndex) name.append(badge(t("cheapest")));
      head.append(name);
    });
  }
}

function row({ atributo, valores }) {
  const line = document.createElement("tr");
  line.setAttribute("role", "row");
  const name = cell("th", "rowheader", atributo);
  name.scope = "row";
  line.append(name, ...valores.map((valor) => cell("td", "cell", valor)));
  return line;
}

function cell(tag, role, text) {
  const element = document.createElement(tag);
  const isolated = document.createElement("bdi");
  element.setAttribute("role", role);
  isolated.textContent = safeText(text);
  element.append(isolated);
  return element;
}

function badge(text) {
  const element = document.createElement("span");
  element.className = "badge";
  element.textContent = text;
  return element;
}

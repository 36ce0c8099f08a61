import { clone, part } from "../helpers/dom.js";
import { filterChips } from "../helpers/filters.js";
import { t } from "../i18n.js";

const START_AGAIN = "empecemos de nuevo";

/** The search in force, as chips that can be taken away: each says so to the assistant in the person's name. */
export class FiltersController {
  #element;
  #say;
  #shown = "";

  constructor({ element, say }) {
    this.#element = element;
    this.#say = say;
  }

  // Actions

  /** `names` are those of the products that the search is held to. */
  show(filtros, names) {
    const chips = filterChips(filtros, t, names);
    const key = JSON.stringify(chips);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#element.hidden = chips.length === 0;
    const items = chips.map((chip) => this.#chip(chip));
    if (chips.length > 1) items.push(this.#clearAll());
    this.#element.querySelector("ul").replaceChildren(...items);
  }

  // Internal

  #chip({ key, label, message, relaxed }) {
    const item = clone("chip-template");
    item.dataset.filter = key;
    item.classList.toggle("chip--relaxed", relaxed);
    part(item, "label").textContent = label;
    if (relaxed) this.#markRelaxed(item);
    const button = item.querySelector("button");
    button.setAttribute("aria-label", t("filter_remove", { filtro: label }));
    button.title = button.getAttribute("aria-label");
    button.addEventListener("click", () => this.#say(message));
    return item;
  }

  #markRelaxed(item) {
    const note = document.createElement("span");
    note.className = "visually-hidden";
    note.textContent = ` (${t("filter_relaxed")})`;
    part(item, "label").append(note);
    item.title = t("filter_relaxed");
  }

  #clearAll() {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link filters__clear";
    button.textContent = t("filters_clear");
    button.addEventListener("click", () => this.#say(START_AGAIN));
    item.append(button);
    return item;
  }
}

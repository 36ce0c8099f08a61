import { hasFinePointer } from "../helpers/dom.js";
import { textLength } from "../helpers/text_length.js";
import { tn } from "../i18n.js";

const WARN_LEFT = 100; // characters; from here on, the room left is told
const LINE = 34; // characters that surely fit in a phone's line
const ROWS_MAX = 6;
const DRAFT_KEY = "borrador";

/** The field where the person writes. `say(text)` sends what is in it. */
export class ComposerController {
  #form;
  #input;
  #note;
  #say;
  #storage;
  #max;

  constructor({ form, note, storage, say }) {
    this.#form = form;
    this.#input = form.elements.mensaje;
    this.#note = note;
    this.#storage = storage;
    this.#say = say;
    this.#max = Number(this.#input.dataset.max);
    form.addEventListener("submit", (event) => (event.preventDefault(), this.#submit()));
    this.#input.addEventListener("keydown", (event) => this.#enter(event));
    this.#input.addEventListener("input", () => this.#changed());
    this.write(this.#input.value || (storage.getItem(DRAFT_KEY) ?? "")); // typed while the page was loading
    form.querySelector('[type="submit"]').disabled = false;
    if (hasFinePointer()) this.#input.focus();
  }

  // Actions

  write(text) {
    this.#input.value = text;
    this.#changed();
  }

  focus() {
    this.#input.focus();
  }

  /** Tells something under the field, until the person writes on. */
  tell(text) {
    this.#note.textContent = text;
  }

  get text() {
    return this.#input.value;
  }

  // Internal

  #submit() {
    const text = this.#input.value.trim();
    if (text === "" || textLength(text) > this.#max) return this.#input.focus();
    this.write("");
    this.#say(text);
  }

  #enter(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit();
  }

  #changed() {
    const { value } = this.#input;
    const left = this.#max - textLength(value.trim());
    this.#form.classList.toggle("composer--empty", value.trim() === "");
    this.#input.setAttribute("aria-invalid", String(left < 0));
    this.#note.textContent = roomText(left);
    this.#grow();
    this.#keep(value);
  }

  #keep(draft) {
    try {
      this.#storage.setItem(DRAFT_KEY, draft);
    } catch {
      // Full or forbidden: the draft then lasts as long as the page.
    }
  }

  /** Browsers without field-sizing get their rows from the line breaks and the length. */
  #grow() {
    if (CSS.supports("field-sizing", "content")) return;
    const rows = this.#input.value.split("\n").map((line) => Math.max(1, Math.ceil(line.length / LINE)));
    this.#input.rows = Math.min(rows.reduce((sum, count) => sum + count), ROWS_MAX);
  }
}

function roomText(left) {
  if (left < 0) return tn("composer_over", -left);
  return left <= WARN_LEFT ? tn("composer_left", left) : "";
}

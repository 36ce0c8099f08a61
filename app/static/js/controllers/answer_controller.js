import { clone, part } from "../helpers/dom.js";
import { renderRichText } from "../helpers/rich_text.js";
import { answerAsText } from "../helpers/answer_text.js";
import { safeText } from "../helpers/safe_text.js";
import { t } from "../i18n.js";
import { ComparisonController } from "./comparison_controller.js";
import { copyText } from "./clipboard.js";
import { ProductController } from "./product_controller.js";
import { RatingController } from "./rating_controller.js";

const NOTE_MS = 2_500;
const MORE = /^mu[eé]strame m[aá]s$/i;

/** One answer: typing, then the text as it comes, then everything that belongs to it. */
export class AnswerController {
  #id;
  #actions;
  #partial = "";
  #frame = null;
  #done = false;

  constructor(id, actions) {
    this.#id = id;
    this.#actions = actions;
    this.element = clone("answer-template");
    this.element.addEventListener("click", (event) => this.#sayClicked(event));
  }

  // Actions

  wait() {
    this.#partial = "";
    this.#part("typing").hidden = false;
    this.#part("text").hidden = true;
  }

  /** Shows the text so far, at most once per frame however many pieces come. */
  stream(partial) {
    this.#partial = partial;
    this.#frame ??= requestAnimationFrame(() => this.#paintPartial());
  }

  complete(turn) {
    if (this.#done) return;
    this.#done = true;
    const { respuesta } = turn;
    this.#showText(respuesta.text);
    this.#showFacts(respuesta);
    this.#showSuggestions(respuesta);
    this.#showTools(turn);
  }

  // Internal

  #part(name) {
    return part(this.element, name);
  }

  #paintPartial() {
    this.#frame = null;
    if (!this.#done && this.#partial) this.#showText(this.#partial);
  }

  #showText(text) {
    renderRichText(this.#part("text"), text);
    this.#part("text").hidden = false;
    this.#part("typing").hidden = true;
  }

  #showFacts({ text, comparacion, productos = [] }) {
    const facts = this.#part("facts");
    if (comparacion) facts.append(new ComparisonController(comparacion).element);
    else if (productos.length > 0) facts.append(ProductController.list(productos, text));
    facts.hidden = facts.childElementCount === 0;
  }

  /** Below cards, "muéstrame más" is a button of its own; the server suggests it only when there is more. */
  #showSuggestions({ sugerencias = [], productos = [] }) {
    const texts = sugerencias.map(safeText).filter(Boolean);
    const isMore = (text) => productos.length > 0 && MORE.test(text.trim());
    const list = this.#part("suggestions");
    list.append(...texts.filter((text) => !isMore(text)).map(suggestion));
    list.hidden = list.childElementCount === 0;
    this.#part("more").hidden = !texts.some(isMore);
  }

  #showTools(turn) {
    this.#part("tools").hidden = false;
    const copy = this.element.querySelector('[data-action="copy"]');
    copy.addEventListener("click", () => this.#copy(turn.respuesta));
    new RatingController({
      element: this.element,
      util: turn.util,
      rate: (vote) => this.#actions.rate(this.#id, vote),
      note: (text) => this.#note(text),
    });
  }

  async #copy(respuesta) {
    if (await copyText(answerAsText(respuesta))) this.#note(t("copied"));
  }

  #note(text) {
    const note = this.#part("note");
    note.textContent = text;
    setTimeout(() => note.textContent === text && (note.textContent = ""), NOTE_MS);
  }

  #sayClicked(event) {
    const button = event.target.closest("[data-say]");
    if (button) this.#actions.say(button.dataset.say);
  }
}

function suggestion(text) {
  const item = clone("suggestion-template");
  const button = item.querySelector("button");
  button.textContent = text;
  button.dataset.say = text;
  return item;
}

import { clone } from "../helpers/dom.js";
import { t } from "../i18n.js";

/**
 * The two thumbs of an answer, and the optional reason after a thumb down. `rate({util, motivo})` stores a vote and
 * resolves to whether it was kept.
 */
export class RatingController {
  #element;
  #rate;
  #note;

  constructor({ element, util, rate, note }) {
    this.#element = element;
    this.#rate = rate;
    this.#note = note;
    this.#button(true).addEventListener("click", () => this.#vote(true));
    this.#button(false).addEventListener("click", () => this.#vote(false));
    this.#press(util);
  }

  // Actions

  async #vote(util) {
    this.#press(util);
    const kept = await this.#rate({ util, motivo: null });
    if (!kept) this.#press(null);
    this.#note(t(kept ? "rate_thanks" : "rate_failed"));
    this.#closeReason();
    if (kept && !util) this.#askReason();
  }

  async #sendReason(form) {
    const motivo = form.elements.motivo.value.trim();
    const kept = motivo === "" || (await this.#rate({ util: false, motivo }));
    this.#note(t(kept ? "rate_thanks" : "rate_failed"));
    if (kept) this.#finishReason();
  }

  // Internal

  get #place() {
    return this.#element.querySelector('[data-part="reason-form"]');
  }

  #button(util) {
    return this.#element.querySelector(`[data-action="rate-${util ? "up" : "down"}"]`);
  }

  #press(util) {
    this.#button(true).setAttribute("aria-pressed", String(util === true));
    this.#button(false).setAttribute("aria-pressed", String(util === false));
  }

  #askReason() {
    const form = clone("reason-template");
    const input = form.elements.motivo;
    form.addEventListener("submit", (event) => (event.preventDefault(), this.#sendReason(form)));
    form.addEventListener("keydown", (event) => event.key === "Escape" && this.#finishReason());
    form.querySelector('[data-action="skip"]').addEventListener("click", () => this.#finishReason());
    form.querySelectorAll("[data-reason]").forEach((choice) =>
      choice.addEventListener("click", () => ((input.value = choice.textContent), this.#sendReason(form))));
    this.#place.replaceChildren(form);
    input.focus();
    form.scrollIntoView({ block: "nearest" });
  }

  #finishReason() {
    this.#closeReason();
    this.#button(false).focus();
  }

  #closeReason() {
    this.#place.replaceChildren();
  }
}

import { part } from "../helpers/dom.js";
import { t } from "../i18n.js";
import { Link } from "../models/link_state.js";

const BANNER_AFTER_MS = 1_500; // a shorter break needs no words: it is over before they are read

const EXPLAINED = {
  [Link.OFFLINE]: "offline_text",
  [Link.RECONNECTING]: "reconnecting_text",
  [Link.WAKING]: "waking_text",
};

/** Tells in words how the connection is: a label at the top always, a banner while it is lost. */
export class StatusController {
  #label;
  #banner;
  #announce;
  #state = null;
  #timer = null;

  constructor({ label, banner, announce, reconnect }) {
    this.#label = label;
    this.#banner = banner;
    this.#announce = announce;
    banner.querySelector('[data-action="reconnect"]').addEventListener("click", reconnect);
  }

  // Actions

  show(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.#label.dataset.state = state;
    part(this.#label, "label").textContent = t(state);
    clearTimeout(this.#timer);
    if (EXPLAINED[state]) this.#explain(state);
    else this.#recover();
  }

  // Internal

  #explain(state) {
    const wait = this.#banner.hidden ? BANNER_AFTER_MS : 0;
    this.#timer = setTimeout(() => {
      part(this.#banner, "text").textContent = t(EXPLAINED[state]);
      this.#banner.hidden = false;
      this.#announce(t(EXPLAINED[state]));
    }, wait);
  }

  #recover() {
    if (this.#state === Link.ONLINE && !this.#banner.hidden) this.#announce(t("back_online"));
    this.#banner.hidden = true;
  }
}

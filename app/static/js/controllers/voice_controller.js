import { t } from "../i18n.js";

const LANGUAGE = "es-CL";
const DENIED = new Set(["not-allowed", "service-not-allowed"]);

/** Dictation, where the browser has it. Words go into the composer; the person reads them and sends. */
export class VoiceController {
  #button;
  #composer;
  #announce;
  #recognition = null;
  #before = "";

  constructor({ button, composer, announce }) {
    const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
    this.#button = button;
    this.#composer = composer;
    this.#announce = announce;
    if (!Recognition) return;
    button.hidden = false;
    button.addEventListener("click", () => (this.#recognition ? this.#recognition.stop() : this.#listen(Recognition)));
  }

  // Actions

  #listen(Recognition) {
    this.#before = this.#composer.text.trim();
    this.#recognition = Object.assign(new Recognition(), { lang: LANGUAGE, interimResults: true, continuous: false });
    this.#recognition.onresult = ({ results }) => this.#write(results);
    this.#recognition.onerror = ({ error }) => this.#failed(error);
    this.#recognition.onend = () => this.#ended();
    this.#recognition.start();
    this.#show(true);
    this.#announce(t("dictating"));
  }

  // Internal

  #write(results) {
    const heard = Array.from(results, ([best]) => best.transcript).join("").trim();
    this.#composer.write([this.#before, heard].filter(Boolean).join(" "));
  }

  #failed(error) {
    if (error === "aborted") return;
    this.#composer.tell(t(DENIED.has(error) ? "dictate_denied" : "dictate_failed"));
  }

  #ended() {
    this.#recognition = null;
    this.#show(false);
    this.#composer.focus();
  }

  #show(listening) {
    this.#button.setAttribute("aria-pressed", String(listening));
    this.#button.setAttribute("aria-label", t(listening ? "dictate_stop" : "dictate"));
    this.#button.title = this.#button.getAttribute("aria-label");
  }
}

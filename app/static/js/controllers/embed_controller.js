/** The chat inside another page: tells it when it can be used and when the person wants it closed (widget.js listens). */
export class EmbedController {
  #button;

  constructor(button) {
    this.#button = button;
    button?.addEventListener("click", () => this.close());
  }

  // Actions

  /** What the messages say is no secret, and the page that holds the frame may be any of the operator's shops. */
  ready() {
    if (this.#button) parent.postMessage({ type: "asistente:listo" }, "*");
  }

  close() {
    if (this.#button) parent.postMessage({ type: "asistente:cerrar" }, "*");
  }
}

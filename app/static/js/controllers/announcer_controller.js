const KEEP_MS = 8_000; // long enough to be picked up; then gone, so that nobody meets the text a second time

/** Says things to screen readers, each once and whole: answers are read when they are complete, not word by word. */
export class AnnouncerController {
  #element;

  constructor(element) {
    this.#element = element;
  }

  // Actions

  announce(text) {
    const line = document.createElement("p");
    line.textContent = text;
    this.#element.append(line);
    setTimeout(() => line.remove(), KEEP_MS);
  }
}

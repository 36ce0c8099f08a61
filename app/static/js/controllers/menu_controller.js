/** The menu behind the three dots: closes with Escape, after a choice, and when the person goes elsewhere. */
export class MenuController {
  #menu;

  constructor(menu) {
    this.#menu = menu;
    menu.addEventListener("keydown", (event) => event.key === "Escape" && this.#close({ refocus: true }));
    menu.addEventListener("click", (event) => event.target.closest(".menu__item") && this.#close());
    menu.addEventListener("focusout", ({ relatedTarget: next }) => next && !menu.contains(next) && this.#close());
    document.addEventListener("pointerdown", ({ target }) => menu.contains(target) || this.#close());
  }

  // Internal

  #close({ refocus = false } = {}) {
    if (!this.#menu.open) return;
    this.#menu.open = false;
    if (refocus) this.#menu.querySelector("summary").focus();
  }
}

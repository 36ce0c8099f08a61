import { part } from "../helpers/dom.js";
import { t } from "../i18n.js";

/** Opens and closes the page's dialogs; the one that erases data runs `erase()`, which resolves to success. */
export class DialogsController {
  #eraseDialog;
  #erase;

  constructor({ root, eraseDialog, erase }) {
    this.#eraseDialog = eraseDialog;
    this.#erase = erase;
    const onClick = (selector, handler) =>
      root.querySelectorAll(selector).forEach((element) => element.addEventListener("click", handler));
    onClick("[data-open]", ({ currentTarget }) => this.#open(currentTarget));
    onClick("dialog", (event) => this.#clicked(event));
    eraseDialog.querySelector('[data-action="erase"]').addEventListener("click", () => this.#confirm());
  }

  // Actions

  #open(opener) {
    opener.closest("dialog")?.close();
    part(this.#eraseDialog, "error").textContent = "";
    document.getElementById(opener.dataset.open).showModal();
  }

  async #confirm() {
    const done = await this.#erase();
    if (done) this.#eraseDialog.close();
    else part(this.#eraseDialog, "error").textContent = t("erase_failed");
  }

  // Internal

  #clicked({ target, currentTarget: dialog }) {
    const onBackdrop = target === dialog;
    if (onBackdrop || target.closest("[data-close]")) dialog.close();
  }
}

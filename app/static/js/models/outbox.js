const KEY = "mensajes-por-enviar";

/**
 * The messages that have no answer yet, kept through reloads: [{id, text, fecha (ISO)}]. They are sent again with the
 * same id after a reconnection, and the server answers each id once, so nothing is lost and nothing is doubled.
 * `storage` is the tab's sessionStorage; where the browser refuses it, the queue lives in memory alone.
 */
export class Outbox {
  #items;
  #storage;

  constructor(storage) {
    this.#storage = storage;
    this.#items = this.#read();
  }

  get items() {
    return [...this.#items];
  }

  add(item) {
    this.#items = [...this.#items.filter(({ id }) => id !== item.id), item];
    this.#write();
  }

  remove(id) {
    if (!this.#items.some((item) => item.id === id)) return;
    this.#items = this.#items.filter((item) => item.id !== id);
    this.#write();
  }

  clear() {
    this.#items = [];
    this.#write();
  }

  // Internal

  #read() {
    try {
      const items = JSON.parse(this.#storage.getItem(KEY) ?? "[]");
      return Array.isArray(items) ? items.filter((item) => item?.id && item.text) : [];
    } catch {
      return [];
    }
  }

  #write() {
    try {
      this.#storage.setItem(KEY, JSON.stringify(this.#items));
    } catch {
      // Private modes may forbid storage; the queue then lasts as long as the page.
    }
  }
}

import { dayKey, dayLabel } from "../helpers/dates.js";
import { fill, part } from "../helpers/dom.js";
import { locale, t } from "../i18n.js";
import { TurnController } from "./turn_controller.js";

/** The list of turns: keeps one view for each turn of the conversation, in its order. */
export class MessagesController {
  #list;
  #welcome;
  #actions;
  #views = new Map();

  constructor({ list, welcome, actions }) {
    this.#list = list;
    this.#welcome = welcome;
    this.#actions = actions;
  }

  // Actions

  apply({ kind, turn, index }) {
    this.#changes[kind]?.(turn, index);
    this.#welcome.hidden = this.#views.size > 0;
  }

  // Internal

  #changes = {
    added: (turn, index) => this.#add(turn, index),
    changed: (turn) => this.#views.get(turn.id).update(turn),
    token: (turn) => this.#views.get(turn.id).stream(turn),
    removed: (turn, index) => this.#remove(turn, index),
    cleared: () => this.#clear(),
  };

  #add(turn, index) {
    const view = new TurnController(turn, this.#actions);
    this.#views.set(turn.id, view);
    this.#list.insertBefore(view.element, this.#list.children[index] ?? null);
    this.#labelDay(view.element);
    this.#labelDay(view.element.nextElementSibling);
  }

  #remove(turn, index) {
    this.#views.delete(turn.id);
    this.#list.children[index].remove();
    this.#labelDay(this.#list.children[index]);
  }

  #clear() {
    this.#views.clear();
    this.#list.replaceChildren();
  }

  /** Writes the day above a turn that is the first of its day. */
  #labelDay(element) {
    if (!element) return;
    const fecha = new Date(element.dataset.fecha);
    const before = element.previousElementSibling?.dataset.fecha;
    const isFirst = !before || dayKey(new Date(before)) !== dayKey(fecha);
    const words = { today: t("today"), yesterday: t("yesterday") };
    fill(part(element, "day"), isFirst ? dayLabel(fecha, { now: new Date(), locale, words }) : "");
  }
}

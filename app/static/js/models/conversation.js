import { parseFechaMs } from "../helpers/dates.js";

// Where a turn is: on its way, waiting for a connection, received, being answered, answered, or failed.
export const Status = Object.freeze({
  SENDING: "sending",
  QUEUED: "queued",
  SENT: "sent",
  TYPING: "typing",
  ANSWERED: "answered",
  FAILED: "failed",
});

const UNANSWERED = new Set([Status.SENDING, Status.QUEUED, Status.SENT, Status.TYPING]);
const BEING_ANSWERED = new Set([Status.SENT, Status.TYPING]);

/**
 * The turns of one session, in order, without a DOM. A turn is {id, text, fecha (Date), status, partial, respuesta,
 * util, error}. Every change calls `onChange({kind, turn, index})`, kind being "added", "changed",
 * "token", "removed" or "cleared".
 */
export class Conversation {
  #turns = [];
  #byId = new Map();
  #onChange;

  constructor(onChange = () => {}) {
    this.#onChange = onChange;
  }

  get turns() {
    return [...this.#turns];
  }

  get size() {
    return this.#turns.length;
  }

  get busy() {
    return this.#turns.some((turn) => BEING_ANSWERED.has(turn.status));
  }

  get(id) {
    return this.#byId.get(id);
  }

  /** Returns the turns that still wait for their answer, oldest first. */
  unanswered() {
    return this.#turns.filter((turn) => UNANSWERED.has(turn.status));
  }

  /** Returns the `message` frame of the last answered turn, or null. */
  latestAnswer() {
    return this.#turns.findLast((turn) => turn.respuesta)?.respuesta ?? null;
  }

  /** Returns the names of those of the products that some answer has shown. */
  productNames(ids) {
    const among = (turn, id) => turn.respuesta?.productos?.find((producto) => producto.id === id);
    const shown = ids.map((id) => among(this.#turns.findLast((turn) => among(turn, id)) ?? {}, id));
    return shown.flatMap((producto) => producto?.nombre ?? []);
  }

  // Actions

  say({ id, text, fecha }) {
    this.#insert({ id, text, fecha, status: Status.SENDING, partial: "", respuesta: null, util: null, error: null });
  }

  /** Takes in a message that is being answered for another tab of this session, or was before this page was loaded. */
  hear({ id, text, fecha }) {
    if (!this.#byId.has(id)) this.#insert({ ...fromStored({ id, text, fecha, respuesta: null }), status: Status.TYPING });
  }

  setStatus(id, status) {
    const turn = this.#byId.get(id);
    if (!turn || turn.status === Status.ANSWERED) return;
    if (status === Status.TYPING) turn.partial = ""; // all that has been said comes after it
    if (turn.status === status) return;
    Object.assign(turn, { status, error: null });
    this.#changed(turn);
  }

  addToken(id, text) {
    const turn = this.#byId.get(id);
    if (!turn || turn.respuesta) return;
    turn.partial += text;
    this.#onChange({ kind: "token", turn, index: this.#turns.indexOf(turn) });
  }

  answer(frame) {
    const turn = this.#byId.get(frame.id);
    if (!turn || turn.respuesta) return;
    Object.assign(turn, { status: Status.ANSWERED, respuesta: frame, partial: "", error: null });
    this.#changed(turn);
  }

  fail(id, error) {
    const turn = this.#byId.get(id);
    if (!turn || turn.respuesta) return;
    Object.assign(turn, { status: Status.FAILED, partial: "", error });
    this.#changed(turn);
  }

  /** Takes in turns as the server keeps them, each at its place among those already here. */
  merge(stored) {
    let index = 0;
    for (const row of stored) {
      if (!this.#byId.has(row.id)) this.#insert(fromStored(row), index);
      else this.#complete(row);
      index = this.#turns.indexOf(this.#byId.get(row.id)) + 1;
    }
  }

  /** Takes in one turn that another tab has just had. */
  add(row) {
    if (this.#byId.has(row.id)) this.#complete(row);
    else this.#insert(fromStored(row));
  }

  rate(id, util) {
    const turn = this.#byId.get(id);
    if (turn) turn.util = util;
  }

  clear() {
    this.#turns = [];
    this.#byId.clear();
    this.#onChange({ kind: "cleared", turn: null, index: -1 });
  }

  remove(id) {
    const turn = this.#byId.get(id);
    if (!turn) return;
    const index = this.#turns.indexOf(turn);
    this.#turns.splice(index, 1);
    this.#byId.delete(id);
    this.#onChange({ kind: "removed", turn, index });
  }

  // Internal

  #insert(turn, index = this.#turns.length) {
    this.#turns.splice(index, 0, turn);
    this.#byId.set(turn.id, turn);
    this.#onChange({ kind: "added", turn, index });
  }

  #complete(row) {
    const turn = this.#byId.get(row.id);
    if (turn.respuesta || !row.respuesta) return;
    const { fecha, respuesta, util } = fromStored(row);
    Object.assign(turn, { fecha, respuesta, util, status: Status.ANSWERED, partial: "", error: null });
    this.#changed(turn);
  }

  #changed(turn) {
    this.#onChange({ kind: "changed", turn, index: this.#turns.indexOf(turn) });
  }
}

function fromStored({ id, text, fecha, respuesta, util }) {
  return {
    id,
    text,
    fecha: new Date(parseFechaMs(fecha)),
    status: Status.ANSWERED,
    partial: "",
    respuesta,
    util: util ?? null,
    error: null,
  };
}

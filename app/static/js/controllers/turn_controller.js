import { timeLabel } from "../helpers/dates.js";
import { clone, fill, part } from "../helpers/dom.js";
import { safeText } from "../helpers/safe_text.js";
import { locale, t } from "../i18n.js";
import { Status } from "../models/conversation.js";
import { NEEDS_EDIT } from "../protocol.js";
import { AnswerController } from "./answer_controller.js";

const STATE_KEYS = { [Status.SENDING]: "status_sending", [Status.SENT]: "status_sent", [Status.TYPING]: "status_sent" };

/** One turn on the page: what the person said, how far it got, and the answer. */
export class TurnController {
  #actions;
  #answer = null;

  constructor(turn, actions) {
    this.#actions = actions;
    this.element = clone("turn-template");
    this.element.dataset.fecha = turn.fecha.toISOString();
    part(this.element, "text").textContent = safeText(turn.text);
    this.#writeTime(turn);
    this.#onClick("retry", () => actions.retry(turn.id));
    this.#onClick("edit", () => actions.edit(turn.id));
    this.update(turn);
  }

  // Actions

  update(turn) {
    this.element.dataset.status = turn.status;
    part(this.element, "state").textContent = STATE_KEYS[turn.status] ? t(STATE_KEYS[turn.status]) : "";
    this.#writeProblem(turn);
    if (turn.respuesta) this.#showAnswer(turn).complete(turn);
    else if (turn.status === Status.TYPING || turn.status === Status.SENT) this.#showAnswer(turn).wait();
    else if (!turn.partial) this.#hideAnswer();
  }

  stream(turn) {
    this.#showAnswer(turn).stream(turn.partial);
  }

  // Internal

  #showAnswer(turn) {
    if (!this.#answer) {
      this.#answer = new AnswerController(turn.id, this.#actions);
      this.element.append(this.#answer.element);
    }
    return this.#answer;
  }

  #hideAnswer() {
    this.#answer?.element.remove();
    this.#answer = null;
  }

  #writeTime({ fecha }) {
    const time = part(this.element, "time");
    time.dateTime = fecha.toISOString();
    time.textContent = timeLabel(fecha, locale);
  }

  #writeProblem({ status, error, partial }) {
    const failed = status === Status.FAILED;
    const waiting = t(partial ? "status_cut" : "status_queued");
    part(this.element, "problem").hidden = !failed && status !== Status.QUEUED;
    fill(part(this.element, "reason"), failed ? failureText(error) : waiting);
    const needsEdit = failed && NEEDS_EDIT.has(error.code);
    this.element.querySelector('[data-action="edit"]').hidden = !needsEdit;
    this.element.querySelector('[data-action="retry"]').hidden = needsEdit;
  }

  #onClick(action, handler) {
    this.element.querySelector(`[data-action="${action}"]`).addEventListener("click", handler);
  }
}

function failureText({ code, message }) {
  if (code === "no_answer") return t("status_no_answer");
  return message ? safeText(message) : t("status_failed");
}

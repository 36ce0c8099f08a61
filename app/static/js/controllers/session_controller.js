import { newId } from "../helpers/ids.js";
import { Status } from "../models/conversation.js";
import { NO_SESSION, Received, messageFrame, stopFrame } from "../protocol.js";

const ANSWER_WITHIN_MS = 60_000; // a language model on a small machine may think for half a minute

/** Carries what the person says to the server, and what the server says into the conversation. */
export class SessionController {
  #conversation;
  #outbox;
  #socket;
  #onAnswer;
  #onNotice;
  #answerTimers = new Map();

  constructor({ conversation, outbox, socket, onAnswer, onNotice }) {
    this.#conversation = conversation;
    this.#outbox = outbox;
    this.#socket = socket;
    this.#onAnswer = onAnswer;
    this.#onNotice = onNotice;
  }

  // Lifecycle

  /** Shows again what an earlier load of this page could not get answered; it goes out with the first hello. */
  restore() {
    for (const { id, text, fecha } of this.#outbox.items) {
      this.#conversation.say({ id, text, fecha: new Date(fecha) });
    }
  }

  // Actions

  say(text) {
    const message = { id: newId(), text, fecha: new Date() };
    this.#outbox.add({ ...message, fecha: message.fecha.toISOString() });
    this.#conversation.say(message);
    this.#send(message);
  }

  /** Sends a message once more under its own id: the server answers it once, however often it comes. */
  retry(id) {
    const turn = this.#conversation.get(id);
    const lost = turn.error?.code === NO_SESSION;
    this.#outbox.add({ id, text: turn.text, fecha: turn.fecha.toISOString() });
    this.#conversation.setStatus(id, Status.SENDING);
    if (lost) return this.#socket.restart(); // it goes out with the hello
    if (!this.#socket.connected) this.#socket.retryNow();
    this.#send(turn);
  }

  /** Takes a failed message out of the conversation, so that it can be written anew. Returns its text. */
  withdraw(id) {
    const { text } = this.#conversation.get(id);
    this.#settle(id);
    this.#conversation.remove(id);
    return text;
  }

  stop() {
    this.#socket.send(stopFrame());
  }

  forget() {
    this.#outbox.clear();
    this.#conversation.turns.forEach(({ id }) => this.#settle(id));
    this.#conversation.clear();
  }

  /** Marks what is on its way as waiting: the connection it went through is gone. */
  connectionLost() {
    for (const { id } of this.#conversation.unanswered()) {
      this.#clearTimer(id);
      this.#conversation.setStatus(id, Status.QUEUED);
    }
  }

  receive(frame) {
    this.#handlers[frame.type]?.(frame);
  }

  // Internal

  #handlers = {
    [Received.HELLO]: () => this.#conversation.unanswered().forEach((turn) => this.#send(turn)),
    [Received.HISTORY]: ({ messages }) => this.#merge(messages),
    [Received.ACK]: ({ id }) => this.#conversation.setStatus(id, Status.SENT),
    [Received.QUESTION]: (frame) => this.#conversation.hear(frame),
    [Received.TYPING]: ({ id }) => this.#conversation.setStatus(id, Status.TYPING),
    [Received.TOKEN]: ({ id, text }) => this.#conversation.addToken(id, text),
    [Received.MESSAGE]: (frame) => this.#answered(frame),
    [Received.TURN]: ({ message }) => this.#conversation.add(message),
    [Received.ERROR]: (frame) => this.#failed(frame),
  };

  #send(turn) {
    const sent = this.#socket.send(messageFrame(turn));
    this.#conversation.setStatus(turn.id, sent ? Status.SENDING : Status.QUEUED);
    if (!sent) return;
    this.#clearTimer(turn.id);
    this.#answerTimers.set(turn.id, setTimeout(() => this.#timeUp(turn.id), ANSWER_WITHIN_MS));
  }

  #merge(messages) {
    this.#conversation.merge(messages);
    messages.forEach(({ id }) => this.#settle(id));
  }

  #answered(frame) {
    const known = this.#conversation.get(frame.id);
    const isNews = known && !known.respuesta;
    this.#settle(frame.id);
    this.#conversation.answer(frame);
    if (isNews) this.#onAnswer(frame);
  }

  #failed({ id, code, message }) {
    if (!id) return this.#onNotice(message);
    this.#settle(id);
    this.#conversation.fail(id, { code, message });
  }

  #timeUp(id) {
    this.#answerTimers.delete(id);
    this.#conversation.fail(id, { code: "no_answer", message: "" });
  }

  #settle(id) {
    this.#clearTimer(id);
    this.#outbox.remove(id);
  }

  #clearTimer(id) {
    clearTimeout(this.#answerTimers.get(id));
    this.#answerTimers.delete(id);
  }
}

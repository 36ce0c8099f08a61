import { reconnectDelayMs } from "../helpers/backoff.js";
import { linkState } from "../models/link_state.js";
import { Received, Sent, parseFrame, pingFrame } from "../protocol.js";

const PING_EVERY_MS = 25_000; // hosts close sockets that stay silent for about a minute
const REPLY_WITHIN_MS = 12_000; // a frame that gets no reply by then went into a dead connection
const RENEW_FROM_ATTEMPT = 2; // by then it is more than a hiccup: wake the server and get a valid cookie by HTTP
const STATE_EVERY_MS = 1_000;

/** Keeps one WebSocket open. It is usable between the server's hello and the loss of the connection. */
export class SocketController {
  #url;
  #onFrame;
  #onState;
  #renewSession;
  #socket = null;
  #connected = false;
  #everConnected = false;
  #attempt = 0;
  #downSince = performance.now();
  #retryTimer = null;
  #replyTimer = null;

  constructor({ url, onFrame, onState, renewSession }) {
    this.#url = url;
    this.#onFrame = onFrame;
    this.#onState = onState;
    this.#renewSession = renewSession;
  }

  // Lifecycle

  connect() {
    setInterval(() => this.#ping(), PING_EVERY_MS);
    setInterval(() => this.#connected || this.#tellState(), STATE_EVERY_MS);
    addEventListener("online", () => this.retryNow());
    addEventListener("offline", () => this.#drop());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#wake()); // back from the browser's own memory
    document.addEventListener("visibilitychange", () => document.hidden || this.#wake());
    this.#open();
  }

  get connected() {
    return this.#connected;
  }

  // Actions

  /** Sends a frame and returns true, or returns false when there is no connection to send it through. */
  send(frame) {
    if (!this.#connected) return false;
    this.#socket.send(JSON.stringify(frame));
    if (frame.type !== Sent.STOP) this.#expectReply(); // nothing to stop, nothing to say
    return true;
  }

  retryNow() {
    if (this.#connected) return;
    clearTimeout(this.#retryTimer);
    this.#attempt = 0;
    this.#discard();
    this.#open();
  }

  /** Leaves the present connection for a new one, with whatever cookie the browser has now. */
  restart() {
    this.#drop();
    this.retryNow();
  }

  // Internal

  #open() {
    this.#tellState();
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => this.#expectReply();
    socket.onmessage = ({ data }) => socket === this.#socket && this.#receive(data);
    socket.onclose = () => socket === this.#socket && this.#drop();
  }

  #expectReply() {
    this.#replyTimer ??= setTimeout(() => this.#drop(), REPLY_WITHIN_MS);
  }

  #receive(data) {
    clearTimeout(this.#replyTimer);
    this.#replyTimer = null;
    const frame = parseFrame(data);
    if (!frame) return;
    if (frame.type === Received.HELLO) this.#greeted();
    this.#onFrame(frame);
  }

  #greeted() {
    this.#connected = true;
    this.#everConnected = true;
    this.#attempt = 0;
    this.#tellState();
  }

  #drop() {
    if (this.#connected) this.#downSince = performance.now();
    this.#connected = false;
    this.#discard();
    this.#attempt += 1;
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => this.#retry(), reconnectDelayMs(this.#attempt));
    this.#tellState();
  }

  #discard() {
    clearTimeout(this.#replyTimer);
    this.#replyTimer = null;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  async #retry() {
    const attempt = this.#attempt;
    const alive = attempt < RENEW_FROM_ATTEMPT || (await this.#renewSession());
    if (this.#socket || this.#connected) return; // someone asked to retry now in the meantime
    if (alive) this.#open();
    else this.#drop();
  }

  #wake() {
    if (this.#connected) this.#ping();
    else this.retryNow();
  }

  #ping() {
    this.send(pingFrame());
  }

  #tellState() {
    this.#onState(
      linkState({
        connected: this.#connected,
        everConnected: this.#everConnected,
        hasNetwork: navigator.onLine,
        downForMs: performance.now() - this.#downSince,
      }),
    );
  }
}

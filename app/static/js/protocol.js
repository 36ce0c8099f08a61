// The WebSocket's frames, as the server's protocol names them.

export const Sent = Object.freeze({ MESSAGE: "message", STOP: "stop", PING: "ping" });

export const Received = Object.freeze({
  HELLO: "hello",
  HISTORY: "history",
  ACK: "ack",
  QUESTION: "question",
  TYPING: "typing",
  TOKEN: "token",
  MESSAGE: "message",
  TURN: "turn",
  ERROR: "error",
  PONG: "pong",
});

// The server no longer knows this session: a new connection gets one.
export const NO_SESSION = "no_session";

// Errors that sending the same text again cannot cure: the person has to change it.
export const NEEDS_EDIT = new Set(["empty", "too_long"]);

export const Paths = Object.freeze({ SOCKET: "/ws", RATING: "/api/rating", SESSION: "/api/session" });

export const messageFrame = ({ id, text }) => ({ type: Sent.MESSAGE, id, text });
export const stopFrame = () => ({ type: Sent.STOP });
export const pingFrame = () => ({ type: Sent.PING });

/** Returns the frame in `data`, or null when it is not a JSON object with a type. */
export function parseFrame(data) {
  try {
    const frame = JSON.parse(data);
    return frame && typeof frame.type === "string" ? frame : null;
  } catch {
    return null;
  }
}

/** Returns the socket's address for a page's location. */
export function socketUrl({ protocol, host }) {
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}${Paths.SOCKET}`;
}

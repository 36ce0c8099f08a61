import { Paths } from "./protocol.js";

const RENEW_WITHIN_MS = 60_000; // hosts that put idle services to sleep hold the request until they are awake

/** Loads the page itself again without showing it: wakes a sleeping server and renews the cookie. Returns success. */
export async function renewSession() {
  return succeeds(() => fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(RENEW_WITHIN_MS) }));
}

/** Stores a thumb on an answer. Returns whether it was kept. */
export async function rate(id, { util, motivo }) {
  const headers = { "Content-Type": "application/json" };
  return succeeds(() => fetch(Paths.RATING, { method: "POST", headers, body: JSON.stringify({ id, util, motivo }) }));
}

/** Makes the server forget this session. Returns whether it did. */
export async function eraseSession() {
  return succeeds(() => fetch(Paths.SESSION, { method: "DELETE" }));
}

async function succeeds(request) {
  try {
    return (await request()).ok;
  } catch {
    return false;
  }
}

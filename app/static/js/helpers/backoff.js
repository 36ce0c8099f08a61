const FIRST_MS = 400;
const LONGEST_MS = 12_000;

/**
 * Returns how long to wait before reconnection number `attempt` (1 for the first), in ms. The pause doubles up to
 * LONGEST_MS; half of it is random, so that the clients of a restarted server do not all come back at once.
 */
export function reconnectDelayMs(attempt, random = Math.random) {
  const pause = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
  return Math.round(pause / 2 + (pause / 2) * random());
}

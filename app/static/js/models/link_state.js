// What the person is told about the connection.
export const Link = Object.freeze({
  CONNECTING: "connecting",
  ONLINE: "online",
  OFFLINE: "offline",
  RECONNECTING: "reconnecting",
  WAKING: "waking",
});

const WAKING_AFTER_MS = 6_000; // a dropped connection comes back sooner; a sleeping server takes 30 to 60 s

/** Returns the state to tell. `downForMs` counts from the moment the connection was lost or first tried. */
export function linkState({ connected, everConnected, hasNetwork, downForMs }) {
  if (connected) return Link.ONLINE;
  if (!hasNetwork) return Link.OFFLINE;
  if (downForMs >= WAKING_AFTER_MS) return Link.WAKING;
  return everConnected ? Link.RECONNECTING : Link.CONNECTING;
}

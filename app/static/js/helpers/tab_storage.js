/**
 * Returns the tab's own storage; a stand-in that forgets with the page where the browser refuses it, as it does in a
 * frame on another site when cookies of third parties are blocked: there even to name it throws.
 */
export function tabStorage(page = globalThis) {
  try {
    return page.sessionStorage ?? memory();
  } catch {
    return memory();
  }
}

function memory() {
  const items = new Map();
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => items.set(key, String(value)) };
}

/** Returns how many characters a text has, as the server counts them: an emoji outside the basic plane is one. */
export function textLength(text) {
  return Array.from(text).length;
}

// Marks, embeddings, overrides and isolates that turn the reading direction of what follows, and control characters.
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Returns a catalogue's or a person's text without characters that could disturb what stands around it. */
export function safeText(value) {
  return String(value ?? "").replace(DIRECTION, "").replace(CONTROL, "");
}

const SPRITE = "/static/img/icons.svg";

/** Returns a copy of the first element in the page's <template> of that id. */
export function clone(templateId) {
  return document.getElementById(templateId).content.firstElementChild.cloneNode(true);
}

/** Returns the element marked data-part="name" inside `root`. */
export function part(root, name) {
  return root.querySelector(`[data-part="${name}"]`);
}

/** Puts text in an element and hides it when there is none. */
export function fill(element, text) {
  element.textContent = text ?? "";
  element.hidden = !text;
}

/** Shows or hides a button that comes and goes; focus that was on it goes to `next`, and not to the top of the page. */
export function reveal(button, shown, next) {
  const focused = document.activeElement === button;
  button.hidden = !shown;
  if (focused && !shown) next.focus({ preventScroll: true });
}

/** Points an icon's <use> at a symbol of the sprite. */
export function setIcon(element, name) {
  element.querySelector("use").setAttribute("href", `${SPRITE}#${name}`);
}

/** Returns whether the person works with a mouse or trackpad; giving focus to a text field then opens no keyboard. */
export function hasFinePointer() {
  return matchMedia("(hover: hover) and (pointer: fine)").matches;
}

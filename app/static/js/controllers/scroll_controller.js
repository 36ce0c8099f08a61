const NEAR_END_PX = 64;
const QUESTION_MARGIN_PX = 12;

/**
 * Follows the conversation only while the person is at its end, and never so far that the last question leaves the
 * top: a long answer is read from its start. `onAway(bool)` tells whether there is something further down.
 */
export class ScrollController {
  #scroller;
  #list;
  #following = true;
  #expectedTop = null;

  constructor({ scroller, list, end, onAway }) {
    this.#scroller = scroller;
    this.#list = list;
    new ResizeObserver(() => this.#following && this.#follow()).observe(list);
    new ResizeObserver(() => this.#following && this.#follow()).observe(scroller);
    const atEnd = ([entry]) => onAway(!entry.isIntersecting);
    new IntersectionObserver(atEnd, { root: scroller, rootMargin: `0px 0px ${NEAR_END_PX}px 0px` }).observe(end);
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  // Actions

  /** Goes to the end and stays with it: what the person has just said, or asked to see. */
  toEnd({ smooth = false } = {}) {
    this.#following = true;
    if (smooth) this.#scroller.scrollTo({ top: this.#scroller.scrollHeight, behavior: "smooth" });
    else this.#follow();
  }

  // Internal

  /** Runs right after layout, when reading sizes costs nothing. */
  #follow() {
    const scroller = this.#scroller;
    const end = scroller.scrollHeight - scroller.clientHeight;
    const question = this.#list.lastElementChild;
    const start = question ? question.offsetTop - QUESTION_MARGIN_PX : end;
    this.#expectedTop = Math.max(0, Math.min(end, start));
    scroller.scrollTop = this.#expectedTop;
  }

  /** A scroll that is not our own: follow from now on only if it ended near the end. */
  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    if (this.#expectedTop !== null && Math.abs(scrollTop - this.#expectedTop) < 2) return;
    this.#expectedTop = null;
    this.#following = scrollHeight - clientHeight - scrollTop <= NEAR_END_PX;
  }
}

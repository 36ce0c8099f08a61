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
  #ownTop = null; // where the last scroll of our own went
  #heldAt = null; // the question at the top that kept us from going to the very end

  constructor({ scroller, list, end, onAway }) {
    this.#scroller = scroller;
    this.#list = list;
    const sizes = new ResizeObserver(() => this.#following && this.#follow());
    sizes.observe(list);
    sizes.observe(scroller);
    const options = { root: scroller, rootMargin: `0px 0px ${NEAR_END_PX}px 0px` };
    new IntersectionObserver(([entry]) => onAway(!entry.isIntersecting), options).observe(end);
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  // Actions

  /** Stays with what the person has just said. */
  followQuestion() {
    this.#following = true;
    this.#heldAt = null;
    this.#follow();
  }

  /** Goes to the very end, because the person asked to. */
  toEnd() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#following = true;
    this.#ownTop = null;
    this.#heldAt = null;
    this.#scroller.scrollTo({ top: this.#scroller.scrollHeight, behavior: still ? "instant" : "smooth" });
  }

  // Internal

  /** Runs right after layout, when reading sizes costs nothing. Only ever goes down. */
  #follow() {
    const { scrollHeight, clientHeight, scrollTop } = this.#scroller;
    const question = this.#list.lastElementChild;
    if (!question) return;
    if (this.#heldAt && this.#heldAt !== question) return (this.#following = false);
    const end = scrollHeight - clientHeight;
    const start = question.offsetTop - QUESTION_MARGIN_PX;
    this.#heldAt = start < end ? question : null;
    this.#ownTop = Math.max(scrollTop, Math.min(end, start));
    this.#scroller.scrollTop = this.#ownTop;
  }

  /** After a scroll that is not our own, follows only if it ended near the end. */
  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    if (this.#ownTop !== null && Math.abs(scrollTop - this.#ownTop) < 2) return;
    this.#ownTop = null;
    this.#following = scrollHeight - clientHeight - scrollTop <= NEAR_END_PX;
    if (this.#following) this.#heldAt = null;
  }
}

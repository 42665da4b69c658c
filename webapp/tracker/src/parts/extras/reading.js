/** How far and how long a page is read. */

/** Steps of depth in percent. */
const STEP = 25;

/**
 * @param {number} top pixels scrolled away
 * @param {number} view height of what is visible
 * @param {number} whole height of the page
 * @returns {number} percent of the page that has been on the screen; nothing of a page without height, such as one in a frame just removed
 */
export function depth(top, view, whole) {
  return whole > 0 ? Math.max(0, Math.min(100, Math.round(((top + view) / whole) * 100))) : 0;
}

/** The deepest point of a page, told once, and again only if the visitor gets a step further. */
export function deepest() {
  let most = -1;
  let told = -1;
  return {
    /** @param {number} percent */
    reach(percent) {
      most = Math.max(most, percent);
    },
    /** @returns {{step: number, percent: number} | null} */
    take() {
      const step = most < 0 ? most : most - (most % STEP);
      if (step <= told) {
        return null;
      }
      told = step;
      return {step, percent: most};
    },
  };
}

/**
 * A clock that runs only while somebody looks.
 * @param {() => number} now in milliseconds
 */
export function stopwatch(now) {
  let passed = 0;
  let since = -1;
  function stop() {
    passed += since < 0 ? 0 : now() - since;
    since = -1;
  }
  return {
    /** @param {boolean} looking */
    run(looking) {
      stop();
      since = looking ? now() : -1;
    },
    /** @returns {number} seconds since they were last taken, rounded; what that adds or leaves out is made up for next time */
    take() {
      const running = since >= 0;
      stop();
      since = running ? now() : -1;
      const seconds = Math.round(passed / 1000);
      passed -= seconds * 1000;
      return seconds;
    },
  };
}

/**
 * Core Web Vitals, as the specifications of Largest Contentful Paint, Layout Instability and Event Timing describe them.
 *
 * LCP is the start of the last candidate before the visitor did something or left. CLS is the largest window of layout shifts, a window
 * being shifts less than a second apart and at most five seconds long. INP is the longest delay of an interaction, or, of many, the
 * longest after one in fifty is left out. A page that was opened in the background is not measured: its times say when the visitor came
 * to look.
 */

const WINDOW_GAP = 1000;
const WINDOW_LENGTH = 5000;
/** Interactions of which one may be left out. */
const OUTLIER_EVERY = 50;
/** Longest interactions to remember: what is left out of them are outliers of 450 interactions. */
const REMEMBERED = 10;

/** Cumulative layout shift. */
export function shifts() {
  let largest = 0;
  let sum = 0;
  let first = 0;
  let last = 0;
  return {
    /** @param {{value: number, hadRecentInput: boolean, startTime: number}} entry */
    add(entry) {
      if (entry.hadRecentInput) {
        return;
      }
      const time = entry.startTime;
      if (!sum || time - last >= WINDOW_GAP || time - first >= WINDOW_LENGTH) {
        sum = 0;
        first = time;
      }
      last = time;
      sum += entry.value;
      largest = Math.max(largest, sum);
    },
    value: () => Math.round(largest * 1e4) / 1e4,
  };
}

/** Interaction to next paint. */
export function interactions() {
  /** @type {{id: number, duration: number}[]} longest first */
  let longest = [];
  const ids = new Set();
  return {
    /** @param {{interactionId?: number, duration: number, entryType: string}} entry */
    add(entry) {
      const id = entry.interactionId || 0;
      if (!id) {
        return;
      }
      ids.add(id);
      const known = longest.find((one) => one.id === id);
      if (known) {
        known.duration = Math.max(known.duration, entry.duration);
      } else {
        longest.push({id, duration: entry.duration});
      }
      longest = longest.sort((a, b) => b.duration - a.duration).slice(0, REMEMBERED);
    },
    /**
     * @param {number} [count] all interactions, if the browser counts also those that are too short to be told
     * @returns {number | undefined} nothing if there was none
     */
    value(count) {
      const left = Math.floor((count || ids.size) / OUTLIER_EVERY);
      const one = longest[Math.min(left, longest.length - 1)];
      return one && Math.round(one.duration);
    },
  };
}

/**
 * Measures from now on what this page load can tell.
 * @returns {{report(): Array<[string, number]>}} names and values, to be asked when the page is left
 */
export function vitals() {
  const shifted = shifts();
  const interacted = interactions();
  let paint = 0;
  let cls = false;
  /** @type {PerformanceObserver[]} */
  const observers = [];
  /** @type {Array<() => void>} */
  const pending = [];

  /**
   * @param {string} type
   * @param {(entry: any) => void} each
   * @param {object} [more]
   * @returns {boolean} whether this browser tells such entries
   */
  function observe(type, each, more) {
    try {
      // Not everywhere: supportedEntryTypes.
      if (PerformanceObserver.supportedEntryTypes.indexOf(type) < 0) {
        return false;
      }
      const observer = new PerformanceObserver((list) => list.getEntries().forEach(each));
      observer.observe(Object.assign({type, buffered: true}, more));
      observers.push(observer);
      pending.push(() => observer.takeRecords().forEach(each));
      return true;
    } catch (unsupported) {
      return false;
    }
  }

  const entry = (type) => (performance.getEntriesByType ? /** @type {any} */ (performance.getEntriesByType(type)[0]) : undefined);
  // A page rendered ahead begins hidden, but its time begins when it is shown. Not everywhere: activationStart.
  const shown = (entry('navigation') || {}).activationStart || 0;
  const first = entry('visibility-state');
  if (shown || (first ? first.name : document.visibilityState) !== 'hidden') {
    observe('largest-contentful-paint', (entry) => {
      paint = entry.startTime;
    });
    cls = observe('layout-shift', shifted.add);
    observe('event', interacted.add, {durationThreshold: 40});
    observe('first-input', interacted.add);
  }
  return {
    report() {
      pending.splice(0).forEach((take) => take());
      observers.splice(0).forEach((observer) => observer.disconnect());
      // Not everywhere: interactionCount.
      const inp = interacted.value(/** @type {any} */ (performance).interactionCount);
      /** @type {Array<[string, number]>} */
      const values = [];
      if (paint) {
        values.push(['LCP', Math.max(0, Math.round(paint - shown))]);
      }
      if (inp !== undefined) {
        values.push(['INP', inp]);
      }
      if (cls) {
        values.push(['CLS', shifted.value()]);
      }
      return values;
    },
  };
}

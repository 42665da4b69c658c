/*
 * Requests that are to be sent together: they gather for some seconds, and leave at once when the page does.
 */

/** @typedef {import('../../core.js').AnyTracker} AnyTracker */

const MOST = 50;
const LEAST = 1000;

/** @type {(core: import('../../core.js').Core) => Record<string, Function> & ThisType<AnyTracker>} */
export const bulk = ({on}) => {
  /** @type {Map<AnyTracker, string[]>} */
  const waiting = new Map();

  /** @type {(tracker: AnyTracker) => void} */
  const flush = (tracker) => {
    const queries = waiting.get(tracker);
    while (queries.length) {
      tracker.requests(queries.splice(0, MOST));
    }
  };

  const flushAll = () => waiting.forEach((_, tracker) => flush(tracker));
  on(window, 'pagehide', flushAll);
  on(document, 'visibilitychange', () => document.hidden && flushAll());

  return {
    queueRequest(query) {
      const queries = waiting.get(this) || [];
      waiting.set(this, queries);
      if (queries.push(query) === 1) {
        setTimeout(() => flush(this), this.config.queueRequest ? Math.max(LEAST, this.config.requestQueueInterval) : 0);
      }
    },
  };
};

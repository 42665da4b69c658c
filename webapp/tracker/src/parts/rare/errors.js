/*
 * Script errors of the page as events. The page's own window.onerror goes on working, with its answer; pages that call it themselves to
 * report what they caught are heard, too. Each error is told once, and no more than fifty of a page: a broken loop is one fault.
 */
import {event} from '../extras/event.js';

const MOST = 50;

/** @typedef {import('../../core.js').AnyTracker} AnyTracker */

/** @returns {Record<string, Function> & ThisType<AnyTracker>} */
export const errors = () => {
  /** @type {Set<AnyTracker>} */
  const telling = new Set();
  const told = new Set();

  const listen = () => {
    const before = window.onerror;
    window.onerror = function (message, file, line, column) {
      const query = event('JavaScript Errors', [file || '', line || 0, column || 0].join(':'), String(message));
      if (told.size < MOST && !told.has(query)) {
        told.add(query);
        telling.forEach((tracker) => tracker.trackRequest(query));
      }
      return before ? before.apply(this, arguments) : false;
    };
  };

  return {
    enableJSErrorTracking() {
      if (!telling.size) {
        listen();
      }
      telling.add(this);
    },
  };
};

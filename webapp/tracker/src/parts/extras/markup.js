/* Events that the page declares itself; what the declarations mean is in declared.js. */
import {on, ready} from '../../page.js';
import {DECLARED, declared, missing} from './declared.js';
import {event} from './event.js';

/** @typedef {import('../../core.js').AnyTracker} AnyTracker */

/** @returns {Record<string, Function> & ThisType<AnyTracker>} */
export const markup = () => {
  /** @type {Set<AnyTracker>} */
  const telling = new Set();

  const send = (tracker, query) => tracker.trackRequest(query, undefined, undefined, 'event');

  const acted = ({target, type}) => {
    const element = target.closest && target.closest(DECLARED);
    const parts = element && (element.tagName === 'FORM') === (type === 'submit') && declared(element);
    if (parts) {
      telling.forEach((tracker) => send(tracker, event(parts[0], parts[1], parts[2], parts[3])));
    }
  };

  return {
    trackAttributeEvents() {
      if (!telling.size) {
        on(document, 'click', acted, true);
        on(document, 'submit', acted, true);
      }
      telling.add(this);
    },

    /** @param {boolean} [isMissing] whether this page says "not found"; without it, what the page or its answer says */
    track404(isMissing) {
      ready(() => {
        if (isMissing === undefined ? missing(document, window.performance) : isMissing) {
          send(this, event('404', location.pathname + location.search, document.referrer));
        }
      });
    },
  };
};

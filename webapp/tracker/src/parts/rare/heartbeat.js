/*
 * How long a page is read: when it loses its reader (another window, another tab, gone) after a while, a ping tells the server so.
 */

import {on} from '../../page.js';

/** @typedef {import('../../core.js').AnyTracker} AnyTracker */

/** @returns {Record<string, Function> & ThisType<AnyTracker>} */
export const heartbeat = () => {
  /** Milliseconds by tracker, 0 while switched off. @type {Map<AnyTracker, number>} */
  const beats = new Map();

  /** @type {(tracker: AnyTracker) => void} */
  const follow = (tracker) => {
    // Since the part is loaded on first use, the page has been there for some moments more.
    let since = document.hidden ? 0 : Date.now();
    const begin = () => {
      since = since || Date.now();
    };
    const end = () => {
      const beat = beats.get(tracker);
      if (beat && since && tracker.getNumTrackedPageViews() && Date.now() - since >= beat) {
        tracker.ping();
      }
      since = 0;
    };
    on(window, 'focus', begin);
    on(window, 'pageshow', begin);
    on(window, 'blur', end);
    on(window, 'pagehide', end);
    on(document, 'visibilitychange', () => (document.hidden ? end() : begin()));
  };

  return {
    enableHeartBeatTimer(seconds) {
      const first = !beats.has(this);
      beats.set(this, Math.max(5, seconds || 15) * 1000);
      if (first) {
        follow(this);
      }
    },
    disableHeartBeatTimer() {
      beats.set(this, 0);
    },
  };
};

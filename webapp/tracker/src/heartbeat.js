/*
 * How long a page is read: when it loses its reader (another window, another tab, gone) after a while, a ping tells the server so.
 */
import {doc, leaving, now, on, win} from './page.js';

/** @type {import('./core.js').Methods} */
export const heartbeat = {
  enableHeartBeatTimer(t, seconds) {
    const first = t.beat_ === undefined;
    t.beat_ = Math.max(5, seconds || 15) * 1000;
    if (!first) {
      return;
    }
    const begin = () => {
      t.since_ = t.since_ || now();
    };
    const end = () => {
      if (t.beat_ && t.since_ && t.started_ && now() - t.since_ >= t.beat_) {
        t.ping();
      }
      t.since_ = 0;
    };
    if (!doc.hidden) {
      begin();
    }
    on(win, 'focus', begin);
    on(win, 'pageshow', begin);
    on(win, 'blur', end);
    on(doc, 'visibilitychange', () => doc.hidden || begin());
    leaving(end);
  },
  disableHeartBeatTimer(t) {
    t.beat_ = 0;
  },
};

import {attempt, nav} from './page.js';
import {MARK} from './request.js';

/** @type {(t: import('./core.js').AnyTracker, query: string, callback?: Function) => void} */
export const dispatch = (t, query, callback) => {
  const request = query.replace(MARK, '&_id=' + t.getVisitorId());
  const url = t.config.trackerUrl;
  attempt(() => nav.sendBeacon(url + '?' + request));
};

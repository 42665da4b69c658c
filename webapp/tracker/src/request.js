/*
 * Builds the query of a request, parameters in the order of Matomo's tracker (reference/JS-TRACKER.md §3).
 *
 * It is built at once, since titles and addresses change, but who the visitor is may only be known (and cookies only be written) when
 * the request is let go: with consent. A mark stands for these parameters until then; see identity() and transport.js.
 */
import {attempt, doc, encode, loc, win} from './page.js';

export const MARK = '\0';

/** @type {(t: import('./core.js').AnyTracker, query: string, customData?: any, kind?: string) => string} */
export const build = (t, query, customData, kind) => {
  const {config} = t;
  const time = new Date();
  let out = query;
  const add = (name, value) => {
    if (value || value === 0) {
      out += '&' + name + '=' + encode(value);
    }
  };
  add('idsite', config.siteId);
  add('rec', 1);
  add('r', String(Math.random()).slice(2, 8));
  add('h', time.getHours());
  add('m', time.getMinutes());
  add('s', time.getSeconds());
  add('url', t.getCurrentUrl());
  add('urlref', config.referrerUrl || attempt(() => win.top.document.referrer) || doc.referrer);
  add('uid', config.userId);
  out += MARK;
  add('pv_id', config.pageViewId || t.pageView_);
  return out;
};

/** @type {import('./core.js').Methods} */
export const methods = {
  getCurrentUrl() {
    return this.config.customUrl || loc.href;
  },
};

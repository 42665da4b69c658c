/*
 * Builds the query of a request, parameters in the order of Matomo's tracker.
 *
 * It is built at once, since titles and addresses change, but who the visitor is may only be known (and cookies only be written) when
 * the request is let go: with consent. A mark stands for these parameters until then; see identity.js and transport.js.
 */
import {clean} from './address.js';
import {hook} from './hooks.js';
import {attempt, doc, encode, win} from './page.js';
import {timing} from './timing.js';
import {scoped} from './variables.js';

export const MARK = '\0';

/** @type {(t: import('./core.js').AnyTracker) => string} */
export const referrer = ({config}) => config.referrerUrl || attempt(() => win.top.document.referrer) || doc.referrer;

/** @type {(t: import('./core.js').AnyTracker, query: string, customData?: any, kind?: string) => string} */
export const build = (t, query, customData, kind) => {
  const {config} = t;
  const time = new Date();
  let out = query;
  const add = (name, value) => {
    if (value || value === 0 || value === '0') {
      out += '&' + name + '=' + encode(value);
    }
  };
  const addObject = (name, value) => {
    const json = value && JSON.stringify(value);
    if (json && json !== '{}') {
      add(name, json);
    }
  };

  add('idsite', config.siteId);
  add('rec', 1);
  add('r', String(Math.random()).slice(2, 8));
  add('h', time.getHours());
  add('m', time.getMinutes());
  add('s', time.getSeconds());
  add('url', clean(t, t.getCurrentUrl()));
  add('urlref', clean(t, referrer(t)));
  add('uid', config.userId);
  out += MARK;

  // Dimensions of this request win; they come among the data.
  const dimensions = {};
  for (const id in t.dimensions_) {
    dimensions['dimension' + id] = t.dimensions_[id];
  }
  let data = customData || config.customData;
  if (customData && typeof customData === 'object') {
    data = {};
    for (const name in customData) {
      (/^dimension\d+$/.test(name) ? dimensions : data)[name] = customData[name];
    }
  }
  for (const name in dimensions) {
    out += '&' + name + '=' + encode(dimensions[name]);
  }
  for (const name in t.product_) {
    add(name, t.product_[name]);
  }
  addObject('data', data);
  addObject('cvar', scoped(t, 'page'));
  addObject('e_cvar', scoped(t, 'event'));
  addObject('_cvar', scoped(t, 'visit'));
  out += timing(t);
  add('pv_id', t.getPageViewId());
  out += hook(kind, {tracker: t, request: out});
  return out + (config.appended ? '&' + config.appended : '');
};

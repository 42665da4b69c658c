/*
 * Builds the query of a request, parameters in the order of Matomo's tracker.
 *
 * It is built at once, since titles and addresses change, but who the visitor is may only be known (and cookies only be written) when
 * the request is let go: with consent. A mark stands for these parameters until then; see identity.js and transport.js.
 */
import {clean} from './address.js';
import {hook} from './hooks.js';
import {attempt, doc, params, win} from './page.js';
import {timing} from './timing.js';
import {scoped} from './variables.js';

export const MARK = '\0';

/** @type {(t: import('./core.js').AnyTracker) => string} */
export const referrer = ({config}) => config.referrerUrl || attempt(() => win.top.document.referrer) || doc.referrer;

/** JSON of what is not empty. @type {(value: any) => string} */
const json = (value) => (value && Object.keys(value).length ? JSON.stringify(value) : '');

/** @type {(t: import('./core.js').AnyTracker, query: string, customData?: any, kind?: string) => string} */
export const build = (t, query, customData, kind) => {
  const {config} = t;
  const time = new Date();

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
  const request =
    query.replace(/^&/, '') +
    params({
      idsite: config.siteId,
      rec: 1,
      r: String(Math.random()).slice(2, 8),
      h: time.getHours(),
      m: time.getMinutes(),
      s: time.getSeconds(),
      url: clean(t, t.getCurrentUrl()),
      urlref: clean(t, referrer(t)),
      uid: config.userId,
    }) +
    MARK +
    params(Object.assign(dimensions, t.product_)) +
    params({data: json(data), cvar: json(scoped(t, 'page')), e_cvar: json(scoped(t, 'event')), _cvar: json(scoped(t))}) +
    timing(t) +
    params({pv_id: t.getPageViewId()});
  return request + hook(kind, {tracker: t, request}) + (config.appended ? '&' + config.appended : '');
};

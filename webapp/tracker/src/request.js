/*
 * Builds the query of a request, parameters in the order of Matomo's tracker.
 *
 * It is built at once, since titles and addresses change, but who the visitor is may only be known (and cookies only be written) when
 * the request is let go: with consent. A mark stands for these parameters until then; see identity.js and transport.js.
 */
import {clean} from './address.js';
import {hook} from './hooks.js';
import {attempt, doc, loc, params, random, win} from './page.js';
import {timing} from './timing.js';

export const MARK = '\0';

/** @type {(t: import('./core.js').State) => string} */
export const referrer = (t) => t.ReferrerUrl != null ? t.ReferrerUrl : attempt(() => win.top.document.referrer) || doc.referrer;

/** @type {(t: import('./core.js').State) => string} */
export const currentUrl = ({CustomUrl}) =>
  /^\w+:\/\//.test(CustomUrl) ? CustomUrl : (CustomUrl && attempt(() => new URL(CustomUrl, loc.href).href)) || loc.href;

/** @type {(t: import('./core.js').State, query: string, customData?: any, kind?: string) => string} */
export const build = (t, query, customData, kind) => {
  const time = new Date();
  const {page, event, visit} = t.variables_;

  // Dimensions of this request win; they come among the data.
  const dimensions = Object.assign({}, t.dimensions_);
  let data = customData || t.CustomData;
  if (customData && typeof customData === 'object') {
    data = {};
    for (const name in customData) {
      (/^dimension\d+$/.test(name) ? dimensions : data)[name] = customData[name];
    }
  }
  const request =
    query.replace(/^&/, '') +
    params({
      idsite: t.SiteId,
      rec: 1,
      r: random(6, 10),
      h: time.getHours(),
      m: time.getMinutes(),
      s: time.getSeconds(),
      url: clean(t, currentUrl(t)),
      urlref: clean(t, referrer(t)),
      uid: t.UserId,
    }) +
    MARK +
    params(Object.assign(dimensions, t.product_)) +
    params({data, cvar: page, e_cvar: event, _cvar: visit}) +
    timing(t) +
    params({pv_id: t.PageViewId || t.pageView_});
  return request + hook(kind, {tracker: t.tracker_, request}) + (t.appendToTrackingUrl ? '&' + t.appendToTrackingUrl : '');
};

/*
 * Who the visitor is and what brought them here: the parameters of a request that come from cookies, and the cookies written with them.
 *
 * The id's cookie holds <16 hex digits>.<second it was made>. and lives from then on, not from the last visit. The session's cookie says
 * that a visit goes on; when there is none, the page's address and referrer tell what brought the visitor, and the last that did is kept
 * half a year for the conversions it leads to.
 */
import {deleteCookies, keepsCookies, mayStore, read, readRaw, write} from './cookies.js';
import {attempt, doc, now, params, random, words} from './page.js';
import {isOwn, matches, param} from './address.js';

/** @typedef {import('./core.js').AnyTracker} AnyTracker */

const seconds = () => Math.round(now() / 1000);

/** Is new ('1' or '0'), id, second of the first visit. @type {(t: AnyTracker) => [string, string, any]} */
const visitor = (t) => {
  const [id, created] = read(t, 'id').split('.');
  const {config} = t;
  if (id && t.areCookiesEnabled()) {
    return ['0', config.visitorId || id, +created || seconds()];
  }
  if (keepsCookies(t)) {
    t.visitor_ = t.visitor_ || random(16, 16);
    return ['1', config.visitorId || t.visitor_, seconds()];
  }
  return ['1', config.visitorId, seconds()];
};

const remaining = (t, created) => t.config.visitorCookieTimeout - now() + created * 1000;

/** Campaign, its keyword, second, referrer. @type {(t: AnyTracker) => [string, string, number | string, string]} */
const attribution = (t) => attempt(() => JSON.parse(read(t, 'ref'))) || ['', '', 0, ''];

/** What brought a visitor who comes now. */
const arrive = (t, known, url, referrer) => {
  const {config} = t;
  if (config.conversionAttributionFirstReferrer && (known[0] || known[3])) {
    return known;
  }
  const first = (names) => names.reduce((found, name) => found || param(url, name), '');
  const campaign = config.campaignParameters ? first(config.campaignNameKey) : '';
  const from = attempt(() => new URL(referrer));
  const foreign = from && !isOwn(t, from.hostname, from.pathname) && !matches(config.excludedReferrers, from.hostname, from.pathname);
  if (!campaign && !foreign) {
    return known;
  }
  return [campaign, campaign && first(config.campaignKeywordKey), seconds(), foreign ? referrer.slice(0, 1024) : ''];
};

/** @type {(t: AnyTracker, url: string, referrer: string) => string} */
export const identity = (t, url, referrer) => {
  const {config} = t;
  let source = attribution(t);
  const [isNew, id, created] = visitor(t);
  if (mayStore(t)) {
    if (!read(t, 'ses')) {
      source = arrive(t, source, url, referrer);
      if (source[2]) {
        write(t, 'ref', JSON.stringify(source), config.referralCookieTimeout);
      }
    }
    t.setSessionCookie();
    if (id) {
      write(t, 'id', id + '.' + created + '.', remaining(t, created));
    }
    if (t.keepsVariables_) {
      write(t, 'cvar', JSON.stringify(t.variables_.visit), config.sessionCookieTimeout);
    }
  } else {
    deleteCookies(t);
  }
  const [_rcn, _rck, _refts, _ref] = source;
  return (
    '&_id=' +
    id +
    params({_idn: isNew, cs: /^utf-8$/i.test(doc.characterSet) ? '' : doc.characterSet, send_image: '0', _rcn, _rck, _refts, _ref})
  );
};

/** @type {import('./core.js').Methods} */
export const visitors = {
  getVisitorInfo: visitor,
  getVisitorId: (t) => visitor(t)[1],
  setVisitorId(t, id) {
    if (/^[0-9a-f]{16}$/i.test(id)) {
      t.config.visitorId = id;
    }
  },
  getAttributionInfo: attribution,
  setSessionCookie: (t) => write(t, 'ses', 1, t.config.sessionCookieTimeout),
  getRemainingVisitorCookieTimeout: (t) => remaining(t, visitor(t)[2]),
  getCookie: (t, name) => readRaw(name) || read(t, name) || 0,
  hasCookies: (t) => (keepsCookies(t) ? '1' : '0'),
};
words('CampaignName CampaignKeyword ReferrerTimestamp ReferrerUrl').forEach((name, i) => {
  visitors['getAttribution' + name] = (t) => attribution(t)[i];
});

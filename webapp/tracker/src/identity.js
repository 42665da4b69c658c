/*
 * Who the visitor is and what brought them here: the parameters of a request that come from cookies, and the cookies written with them.
 *
 * The id's cookie holds <16 hex digits>.<second it was made>. and lives from then on, not from the last visit. The session's cookie says
 * that a visit goes on; when there is none, the page's address and referrer tell what brought the visitor, and the last that did is kept
 * half a year for the conversions it leads to.
 */
import {deleteCookies, keepsCookies, mayStore, read, readRaw, withCookies, write} from './cookies.js';
import {attempt, doc, now, params, random, words} from './page.js';
import {isOwn, matches, param} from './address.js';

/** @typedef {import('./core.js').State} State */

const seconds = () => Math.round(now() / 1000);

/** Is new ('1' or '0'), id, second of the first visit. @type {(t: State) => [string, string, any]} */
const visitor = (t) => {
  const [, id, created] = (withCookies(t) && /^([0-9a-f]{16})\.(\d*)/i.exec(read(t, 'id'))) || [];
  t.visitor_ = t.visitor_ || random(16, 16);
  return [id ? '0' : '1', t.VisitorId || id || (keepsCookies(t) ? t.visitor_ : ''), +created || seconds()];
};

const remaining = (t, created) => t.VisitorCookieTimeout - now() + created * 1000;

/** Campaign, its keyword, second, referrer. @type {(t: State) => [string, string, number | string, string]} */
const attribution = (t) => attempt(() => JSON.parse(read(t, 'ref')).slice(0, 4)) || ['', '', 0, ''];

/** What brought a visitor who comes now. */
const arrive = (t, known, url, referrer) => {
  if (t.ConversionAttributionFirstReferrer && (known[0] || known[3])) {
    return known;
  }
  const first = (names) => names.reduce((found, name) => found || param(url, name), '');
  const campaign = t.CampaignParameters ? first(t.CampaignNameKey) : '';
  const from = attempt(() => new URL(referrer));
  const foreign = from && !isOwn(t, from) && !matches(t.ExcludedReferrers, from);
  if (!campaign && !foreign) {
    return known;
  }
  return [campaign, campaign && first(t.CampaignKeywordKey), seconds(), foreign ? referrer.slice(0, 1024) : ''];
};

/** @type {(t: State, url: string, referrer: string) => string} */
export const identity = (t, url, referrer) => {
  let source = attribution(t);
  const [isNew, id, created] = visitor(t);
  if (mayStore(t)) {
    if (!read(t, 'ses')) {
      source = arrive(t, source, url, referrer);
      if (source[2]) {
        write(t, 'ref', JSON.stringify(source), t.ReferralCookieTimeout);
      }
    }
    visitors.setSessionCookie(t);
    if (id) {
      write(t, 'id', id + '.' + created + '.', remaining(t, created));
    }
    if (t.keepsVariables_) {
      write(t, 'cvar', JSON.stringify(t.variables_.visit), t.SessionCookieTimeout);
    }
  } else {
    deleteCookies(t);
  }
  const [_rcn, _rck, _refts, _ref] = source;
  return (
    '&_id=' +
    id +
    params({_idn: isNew, cs: /^utf-8$/i.test(doc.characterSet) ? '' : doc.characterSet, send_image: '0', _rcn, _rck, _refts: _refts || '', _ref})
  );
};

/** @type {import('./core.js').Methods} */
export const visitors = {
  getVisitorInfo: visitor,
  getVisitorId: (t) => visitor(t)[1],
  setVisitorId(t, id) {
    if (/^[0-9a-f]{16}$/i.test(id)) {
      t.VisitorId = id;
    }
  },
  getAttributionInfo: attribution,
  setSessionCookie: (t) => write(t, 'ses', 1, t.SessionCookieTimeout),
  getRemainingVisitorCookieTimeout: (t) => remaining(t, visitor(t)[2]),
  getCookie: (t, name) => readRaw(name) || read(t, name) || 0,
  hasCookies: (t) => +keepsCookies(t) + '',
};
words('CampaignName CampaignKeyword ReferrerTimestamp ReferrerUrl').forEach((name, i) => {
  visitors['getAttribution' + name] = (t) => attribution(t)[i];
});

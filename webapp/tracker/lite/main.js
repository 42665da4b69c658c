/*
 * The lite tracker: page views, events, outlinks and common downloads, with the cookies of the whole tracker, so that visitors keep their id
 * whichever of the two a page has. Calls that it does not know are passed over, and those that do not track come first. Where consent is required
 * nothing is written or sent before it, and nobody who opted out is counted.
 */
import {attempt, doc, loc, nav, now, on, random, watched, win} from '../src/page.js';
import {encode} from '../src/text.js';
import {hash4} from '../src/sha1.js';

/** Settings, by their method's name. @type {Record<string, any>} */
const given = {setCookiePath: '/', setCookieDomain: '', setDomains: []};
let waiting = [];
let required = '';
let without = false;

/** @type {(name: string) => string} */
const read = (name) => attempt(() => ('; ' + doc.cookie).split('; ' + name + '=')[1].split(';')[0]) || '';

/** @type {(name: string, value: any, seconds: number) => any} */
const write = (name, value, seconds) =>
  attempt(() => {
    doc.cookie =
      name + '=' + value + ';max-age=' + seconds + ';path=' + given.setCookiePath + ';domain=' + given.setCookieDomain + ';SameSite=Lax';
  });

/** @type {any} */
let consent = !read('mtm_consent_removed');

/** The id; the cookies of visitor and visit are written on the way. */
const visitor = () => {
  if (without) {
    return '&_id=';
  }
  given.setCookieDomain = given.setCookieDomain.replace('*', '');
  const end = '.' + given.setSiteId + '.' + hash4((given.setCookieDomain || loc.hostname) + given.setCookiePath);
  const name = '_pk_id' + end;
  const second = Math.round(now() / 1000);
  const known = read(name) || random(16, 16) + '.' + second + '.';
  const [id, created] = known.split('.');
  write('_pk_ses' + end, 1, 1800);
  write(name, known, 33955200 - second + +created);
  // Where cookies are refused, a new id with each request would make as many visitors.
  return '&_id=' + (read(name) && id);
};

/** @type {(values: Record<string, any>) => void} */
const send = (values) => {
  let query = '?rec=1&send_image=0';
  Object.assign(values, {
    idsite: given.setSiteId,
    url: given.setCustomUrl || loc.href,
    urlref: doc.referrer,
    uid: given.setUserId,
    res: screen.width + 'x' + screen.height,
  });
  for (const name in values) {
    if (values[name] != null) {
      query += '&' + name + '=' + encode(values[name]);
    }
  }
  waiting.push(() => {
    const url = given.setTrackerUrl + query + visitor() + required;
    (nav.sendBeacon && nav.sendBeacon(url)) || (new Image().src = url);
  });
  flush();
};

// Not everywhere: doNotTrack, globalPrivacyControl.
const flush = () => {
  if (consent && !(given.setDoNotTrack && (+nav.doNotTrack || /** @type {any} */ (nav).globalPrivacyControl))) {
    waiting.splice(0).forEach((go) => go());
  }
};

const clicked = ({target}) => {
  const link = target.closest('a');
  if (link && link.host) {
    if (link.hasAttribute('download') || /\.(pdf|zip)$/.test(link.pathname)) {
      send({download: link.href});
    } else if (![loc.hostname].concat(given.setDomains).some((one) => ('.' + link.hostname).endsWith('.' + one.replace('*.', '')))) {
      send({link: link.href});
    }
  }
};

const disableCookies = () => {
  without = true;
};

/** @type {Record<string, Function>} */
const methods = {
  trackPageView: (title) => send({action_name: title || given.setDocumentTitle || doc.title}),
  trackEvent: (e_c, e_a, e_n, e_v) => send({e_c, e_a, e_n, e_v, ca: 1}),
  trackLink: (url, type) => send({[type]: url}),
  enableLinkTracking: () => on(doc, 'click', clicked, true),
  disableCookies,
  requireCookieConsent: disableCookies,
  requireConsent() {
    required = '&consent=1';
    consent = consent && read('mtm_consent');
  },
  setConsentGiven() {
    consent = true;
    write('mtm_consent_removed', '', -1);
    flush();
  },
  optUserOut() {
    consent = false;
    write('mtm_consent_removed', now(), 1e9);
  },
};

const call = ([name, ...values]) => (methods[name] || ((value) => (given[name] = value)))(...values);

const tracks = (one) => +/^track/.test(one);
const calls = win._paq || [];
if (!watched) {
  win._paq = {push: call};
  calls.sort((one, other) => tracks(one) - tracks(other)).forEach(call);
}

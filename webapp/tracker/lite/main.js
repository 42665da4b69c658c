/*
 * The lite tracker: page views, events, outlinks and downloads of the commonest kinds, with the cookies of the whole tracker, so that visitors
 * keep their id whichever of the two a page has. Calls that it does not know are passed over. Titles and addresses are those at the time of the
 * call, as are consent and its cookies; all other settings are used when requests leave, at the end of a push, so their order is free.
 *
 * Nothing is written or sent without the consent that a page requires, and nobody who opted out is counted. All calls of consent and opt-out are
 * there; those that do less than in the whole tracker do it on the visitor's side: disableCookies is final, who takes an opt-out back
 * (forgetUserOptOut) is counted from the next page on, and consent has to be given after it was required.
 *
 * There is no room for: images and XMLHttpRequest where there are no beacons, the screen's size, the download attribute, links in SVG, other
 * lifetimes of cookies than the usual, "secure" without being told for SameSite=None, setReferrerUrl, and removing the cookie of custom
 * variables, which ends by itself after half an hour.
 *
 * The order of what follows is one that packs well.
 */
import {attempt, doc} from '../src/page.js';
import {hash4} from '../src/sha1.js';

/** @type {Record<string, Function>} */
const methods = {
  trackPageView: (title) => send({action_name: title || given.setDocumentTitle || doc.title}),
  trackEvent: (e_c, e_a, e_n, e_v) => send({e_c, e_a, e_n, e_v, ca: 1}),
  trackLink: (url, type) => send({[type]: url}),
  enableLinkTracking: () => doc.addEventListener('click', clicked, true),
  requireConsent() {
    required = 1;
    consent = consent && cookie('mtm_consent');
  },
  requireCookieConsent() {
    cookies = cookies && cookie('mtm_cookie_consent');
  },
  forgetUserOptOut: () => keep('mtm_consent_removed', 0),
};

/** May the visitor have cookies? @type {any} */
let cookies = 1;

/** A fourth of an id. @type {() => string} */
const part = () => hash4(/** @type {any} */ (Math.random()));

const clicked = (event) =>
  event.composedPath().map((link) => {
    if (link.hostname) {
      const type = /\.(pdf|zip)$/.test(link.pathname)
        ? 'download'
        : ![].concat(given.setDomains || '', location.hostname).some((one) => ('.' + link.hostname).endsWith('.' + one.replace('*.', ''))) && 'link';
      if (type) {
        push(['trackLink', link, type]);
      }
    }
  });

/** Is consent required? Then this is 1. @type {any} */
let required;

/** Requests that wait until all calls of a push are made, or for consent. @type {Record<string, any>[]} */
const waiting = [];

/** @type {(...call: any[]) => void} */
const call = (name, value, ...more) => {
  if (methods[name]) {
    methods[name](value, ...more);
  } else if (/Given|^opt/.test(name)) {
    // What the visitor says. In the alphabet forget… and optUserOut are before "p"; set…, which is not remembered, is after "s".
    const yes = name > 'p';
    let kind = 'mtm_cookie_consent';
    if (!/Coo/.test(name)) {
      kind = 'mtm_consent';
      consent = yes;
      keep('mtm_consent_removed', yes ? 0 : 3e5);
    }
    // setConsentGiven(false) is consent without cookies.
    cookies = yes && value != false;
    if (name < 's') {
      keep(kind, yes && value);
    }
  } else {
    given[name] = value;
  }
};

/** @type {(...calls: any[]) => void} */
const push = (...calls) => {
  // Not everywhere: prerendering.
  if (/** @type {any} */ (doc).prerendering) {
    return doc.addEventListener('prerenderingchange', () => push(...calls));
  }
  calls.map((one) => attempt(() => (one.call ? one() : call(...one))));

  // Not everywhere: globalPrivacyControl, doNotTrack.
  const may = consent && !(given.setDoNotTrack && (/** @type {any} */ (navigator).globalPrivacyControl || +navigator.doNotTrack));
  const stores = may && cookies && !('disableCookies' in given);
  if (!stores) {
    ['id', 'ses', 'ref'].map((name) => cookie(name) && cookie(name, '', 0));
  }
  if (may || !required) {
    waiting.splice(0).map(
      (values) =>
        may &&
        attempt(() => {
          let _id = '';
          if (stores) {
            const second = (Date.now() / 1000) >>> 0;
            const [id, created = second] = (cookie('id') || part() + part() + part() + part()).split('.');
            cookie('ses', 1, 1800);
            // Where cookies are refused, a new id with each request would make as many visitors.
            _id = cookie('id', id + '.' + created + '.', 33955200 - (second - /** @type {any} */ (created))) && id;
          }
          const url = new URL(given.setTrackerUrl, /** @type {any} */ (location));
          Object.entries(
            Object.assign(values, {rec: 1, send_image: 0, idsite: given.setSiteId, uid: given.setUserId, _id, consent: required})
          ).map(([name, value]) => value == null || url.searchParams.append(name, value));
          navigator.sendBeacon(url);
        })
    );
  }
};

/** Remembers what the visitor said, or forgets it: 0 hours. */
const keep = (name, hours = 3e5) => cookie(name, Date.now(), hours * 3600);

/**
 * Reads a cookie, after writing it if there are seconds for it to live. Names of up to four letters are short for those of the visitor's own.
 * @type {(name: string, value?: any, seconds?: number) => string | undefined}
 */
const cookie = (name, value, seconds) =>
  attempt(() => {
    const {setCookieNamePrefix = '_pk_', setCookieDomain = '', setCookiePath = '/', setCookieSameSite = 'Lax', setSecureCookie} = given;
    const domain = setCookieDomain.replace('*', '');
    if (!name[4]) {
      name = setCookieNamePrefix + name + '.' + given.setSiteId + '.' + hash4((domain || location.hostname) + setCookiePath);
    }
    if (seconds >= 0) {
      doc.cookie =
        name +
        '=' +
        value +
        ';max-age=' +
        seconds +
        ';Path=' +
        setCookiePath +
        ';Domain=' +
        domain +
        (setSecureCookie ? ';secure' : '') +
        ';SameSite=' +
        setCookieSameSite;
    }
    return ('; ' + doc.cookie).split('; ' + name + '=')[1].split(';')[0];
  });

/** Settings, by their method's name. @type {Record<string, any>} */
const given = {};

/** @type {(values: Record<string, any>) => void} */
const send = (values) => {
  waiting.push(Object.assign(values, {url: new URL(given.setCustomUrl || location, /** @type {any} */ (location)), urlref: doc.referrer}));
};

/** May the visitor be tracked? @type {any} */
let consent = !cookie('mtm_consent_removed');

const calls = window._paq || [];
// Otherwise there is a tracker already.
if (calls.map) {
  window._paq = {push};
  push(...calls);
}

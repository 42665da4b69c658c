/*
 * The lite tracker: page views, events, outlinks and downloads of the commonest kinds, with the cookies of the whole tracker, so that visitors
 * keep their id whichever of the two a page has. Calls that it does not know are passed over. Titles and addresses are those at the time of the
 * call, as are consent and its cookies; all other settings are used when requests leave, at the end of a push, so their order is free.
 *
 * No more is kept or sent than the consent that a page requires allows, and nobody who opted out is counted. All calls of consent and opt-out
 * are there; those that do less than in the whole tracker do it on the visitor's side: disableCookies is final, who takes an opt-out back
 * (forgetUserOptOut) is counted from the next page on, and consent has to be given after it was required.
 *
 * There is no room for: images and XMLHttpRequest where there are no beacons, the screen's size, the download attribute, links in SVG, other
 * lifetimes of cookies than the usual, "secure" without being told for SameSite=None, setReferrerUrl, and removing the cookie of custom
 * variables, which ends by itself after half an hour. Domains in setDomains are bare hosts in lower case, with or without "*.": those with a path, a
 * scheme or capitals are nobody's. Once the tracker is there, what is tracked before setTrackerUrl is lost. There is no _id
 * where it would be empty, and who looks at the page's overlay is tracked.
 *
 * The order of what follows is one that packs well.
 */
import {attempt, doc} from '../src/page.js';
import {hash4} from '../src/sha1.js';

/** Requests that wait until all calls of a push are made, or for consent. @type {Record<string, any>[]} */
const waiting = [];

/** Methods; and settings, by their method's name. @type {Record<string, any>} */
const methods = {
  enableLinkTracking: () => doc.addEventListener('click', clicked, /** @type {any} */ (1)),
  trackLink: (url, type) => send({[type == 'download' ? type : 'link']: url}),
  trackPageView: (title) => send({action_name: title || methods.setDocumentTitle || doc.title}),
  trackEvent: (e_c, e_a, e_n, e_v) => e_c && e_a && send({e_v, ca: 1, e_n, e_a, e_c}),
  requireConsent() {
    required = 1;
    consent = consent && cookie('mtm_consent');
  },
  requireCookieConsent() {
    cookies = cookies && cookie('mtm_cookie_consent');
  },
  forgetUserOptOut: () => keep('mtm_consent_removed'),
};

/** A fourth of an id. @type {() => string} */
const part = () => hash4(/** @type {any} */ (Math.random()));

const clicked = (event) =>
  event.composedPath().map((link) => {
    // Of all nodes, only those of links (A, AREA) are their address as text. Forms and windows may have fields of any name.
    if (/^ht/.test(link)) {
      const type = /\.(pdf|zip)$/.test(link.pathname) && 'download';
      if (type || ![].concat(methods.setDomains, location.hostname).some((one) => ('.' + link.hostname).endsWith(('.' + one).replace('.*', '')))) {
        push(['trackLink', link, type]);
      }
    }
  });

/**
 * Reads a cookie, after writing it if there is a value. Names of up to four letters are short for those of the visitor's own.
 * @type {(name: string, value?: any, seconds?: number) => string | undefined}
 */
const cookie = (name, value, seconds) =>
  attempt(() => {
    const path = methods.setCookiePath || '/';
    const domain = (methods.setCookieDomain || '').replace('*', '');
    if (!name[4]) {
      name = (methods.setCookieNamePrefix || '_pk_') + name + '.' + methods.setSiteId + '.' + hash4((domain || location.hostname) + path);
    }
    if (value) {
      doc.cookie =
        name +
        '=' +
        value +
        ';max-age=' +
        seconds +
        ';Path=' +
        path +
        ';Domain=' +
        domain +
        (methods.setSecureCookie ? ';secure' : '') +
        ';SameSite=' +
        (methods.setCookieSameSite || 'Lax');
    }
    return ('; ' + doc.cookie).split('; ' + name + '=')[1].split(';')[0];
  });

/** May the visitor have cookies? @type {any} */
let cookies = 1;

/** May the visitor be tracked? @type {any} */
let consent = !cookie('mtm_consent_removed');

/** @type {(...calls: any[]) => void} */
const push = (...calls) => {
  // Not everywhere: prerendering.
  if (/** @type {any} */ (doc).prerendering) {
    return doc.addEventListener('prerenderingchange', () => push(...calls));
  }
  calls.map((one) =>
    attempt(() => {
      const [name, value, ...more] = [].concat(one);
      const method = methods[name] || name;
      if (method.call) {
        method(value, ...more);
      } else if (/^(set|rem|for).*tGiven$|^optUserOut$/.test(name)) {
        // What the visitor says. In the alphabet forget… and optUserOut are before "p"; set…, which is not remembered, is after "s".
        const yes = name > 'p';
        let kind = 'mtm_cookie_consent';
        if (!yes) {
          // With anything else, the visitor takes this back, too.
          keep(kind);
        }
        if (!/Coo/.test(name)) {
          kind = 'mtm_consent';
          consent = yes;
          keep('mtm_consent_removed', !yes);
        }
        // setConsentGiven(false) is consent without cookies.
        cookies = yes && value !== false;
        if (name < 's') {
          keep(kind, yes, value);
        }
      } else {
        // resetUserId is setUserId without a value.
        methods[name.replace('res', 's')] = value;
      }
    })
  );

  // Not everywhere: globalPrivacyControl, doNotTrack.
  const may = consent && !(methods.setDoNotTrack && (+navigator.doNotTrack || /** @type {any} */ (navigator).globalPrivacyControl));
  const stores = may && cookies && !('disableCookies' in methods);
  if (!stores) {
    ['id', 'ses', 'ref'].map((name) => cookie(name) && keep(name));
  }
  if (may || !required) {
    waiting.splice(0).map(
      (values) =>
        may &&
        attempt(() => {
          // Fails if there is no text to split: without an address nothing leaves, and no cookie is written.
          const url = new URL(methods.setTrackerUrl.split(), /** @type {any} */ (location));
          if (stores) {
            const second = (Date.now() / 1000) >>> 0;
            const [id, created = second] = (cookie('id') || part() + part() + part() + part()).split('.');
            cookie('ses', 1, 1800);
            // Where cookies are refused, a new id with each request would make as many visitors.
            values._id = cookie('id', id + '.' + created + '.', /** @type {any} */ (created) - second + 33955200) && id;
          }
          values.idsite = methods.setSiteId;
          values.uid = methods.setUserId;
          values.consent = required;
          values.urlref = doc.referrer;
          values.send_image = 0;
          values.rec = 1;
          Object.keys(values).map((name) => values[name] == null || url.searchParams.append(name, values[name]));
          navigator.sendBeacon(url);
        })
    );
  }
};

/**
 * Remembers for some hours that the visitor said something, or forgets it.
 * @type {(name: string, yes?: any, hours?: number) => any}
 */
const keep = (name, yes, hours) => cookie(name, Date.now(), yes ? (hours || 3e5) * 3600 : 0);

/** @type {(values: Record<string, any>) => void} */
const send = (values) => {
  values.url = new URL(methods.setCustomUrl || location, /** @type {any} */ (location));
  waiting.push(values);
};

/** Is consent required? Then this is 1. @type {any} */
let required;

const calls = window._paq || [];
// Otherwise there is a tracker already.
if (calls.map) {
  window._paq = {push};
  push(...calls);
}

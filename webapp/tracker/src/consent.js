/*
 * Whether a visitor may be followed, and whether with cookies.
 *
 * consent_: requests may leave. It is there unless somebody opted out or the site requires it; without it requests wait in memory.
 * cookiesOff_: the site wants none. cookiesWait_: it wants them only with the visitor's consent. Consent to be followed brings consent
 * to cookies with it, but not against disableCookies.
 */
import {COOKIES, deleteCookies, readRaw, removeRaw, withCookies, writeRaw} from './cookies.js';
import {nav, now} from './page.js';
import {release, send} from './transport.js';

/** @typedef {import('./core.js').State} State */

const GIVEN = 'mtm_consent';
const REMOVED = 'mtm_consent_removed';
const HOUR = 3600e3;
const YEARS = 24 * 365 * 30;

/** Does the browser say that its user does not want this, and did the site's owner say to listen? @type {(t: State) => any} */
// Not everywhere: doNotTrack, globalPrivacyControl.
export const unwanted = (t) =>
  t.DoNotTrack && (/yes|1/.test(nav.doNotTrack) || /** @type {any} */ (nav).globalPrivacyControl);

export const optedOut = () => readRaw(REMOVED);

const remembered = () => (optedOut() ? '' : readRaw(GIVEN));

/** @type {(t: State, name: string, hours?: number) => void} */
const remember = (t, name, hours) => writeRaw(t, name, now(), (hours || YEARS) * HOUR);

/** From now on with cookies; a visit that has begun is told its visitor's id. @type {(t: State) => void} */
const allowCookies = (t) => {
  t.cookiesWait_ = t.forgot_ = 0;
  if (t.started_) {
    t.tracker_.ping();
  }
};

/** @type {(t: State) => void} */
const stop = (t) => {
  t.consent_ = false;
  // What did not leave yet waits with the rest.
  t.pending_.unshift(...t.outbox_.splice(0));
  deleteCookies(t);
};

/** @type {(t: State) => void} */
const withdraw = (t) => {
  remember(t, REMOVED);
  removeRaw(t, GIVEN);
  consent.forgetCookieConsentGiven(t);
  stop(t);
};

/** @type {import('./core.js').Methods} */
export const consent = {
  requireConsent(t) {
    t.consentRequired_ = true;
    if (remembered()) {
      t.consent_ = true;
    } else {
      stop(t);
    }
  },
  setConsentGiven(t, cookiesToo) {
    removeRaw(t, REMOVED);
    t.consent_ = true;
    if (cookiesToo === false) {
      t.cookiesWait_ = t.cookiesWait_ || t.consentRequired_;
    } else if (t.cookiesWait_) {
      allowCookies(t);
    }
    release(t);
  },
  rememberConsentGiven(t, hours) {
    remember(t, GIVEN, hours);
    consent.setConsentGiven(t);
  },
  forgetConsentGiven(t) {
    t.consentRequired_ = true;
    withdraw(t);
  },
  hasConsent: (t) => t.consent_,
  isConsentRequired: (t) => !!t.consentRequired_,
  getRememberedConsent: () => remembered() || null,
  hasRememberedConsent: () => !!remembered(),

  optUserOut: withdraw,
  forgetUserOptOut(t) {
    consent.setConsentGiven(t, false);
  },
  isUserOptedOut: (t) => !t.consent_,
  setDoNotTrack(t, enable) {
    t.DoNotTrack = enable;
    if (unwanted(t)) {
      t.outbox_ = [];
      deleteCookies(t);
    }
  },

  disableCookies(t) {
    t.cookiesOff_ = 1;
    deleteCookies(t);
  },
  areCookiesEnabled: withCookies,
  requireCookieConsent(t) {
    t.cookiesWait_ = t.forgot_ || !readRaw(COOKIES);
    if (t.cookiesWait_) {
      deleteCookies(t);
    }
    return t.cookiesWait_;
  },
  setCookieConsentGiven(t) {
    if (t.cookiesOff_ || t.cookiesWait_) {
      t.cookiesOff_ = 0;
      allowCookies(t);
    }
  },
  rememberCookieConsentGiven(t, hours) {
    t.forgot_ = 0;
    remember(t, COOKIES, hours);
    consent.setCookieConsentGiven(t);
  },
  forgetCookieConsentGiven(t) {
    t.forgot_ = 1;
    consent.requireCookieConsent(t);
  },
  getRememberedCookieConsent: () => readRaw(COOKIES) || null,
  deleteCookies,
};

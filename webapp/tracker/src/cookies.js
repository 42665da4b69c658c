/*
 * Cookies as Matomo's tracker writes and reads them: <prefix><name>.<site>.<hash4>, values percent-encoded, so that a site may switch
 * over and back and visitors stay who they are.
 */
import {attempt, doc, loc, nav, words} from './page.js';
import {encode} from './text.js';
import {hash4} from './sha1.js';
import {watched} from './watched.js';

/** @typedef {import('./core.js').State} State */

/** @type {(name: string) => string} */
export const readRaw = (name) =>
  attempt(() => {
    const found = ('; ' + doc.cookie).split('; ' + name + '=')[1];
    return found && decodeURIComponent(found.split(';')[0]);
  }) || '';

/**
 * Writes a cookie for that many milliseconds, or until the browser is closed (0); less removes it.
 * @type {(t: State, name: string, value: any, life: number) => void}
 */
export const writeRaw = (t, name, value, life) => {
  const sameSite = t.CookieSameSite;
  const safe = loc.protocol === 'https:';
  const none = /none/i.test(sameSite);
  attempt(
    () =>
      watched ||
      (doc.cookie =
        name +
        '=' +
        encode(value) +
        (life ? ';max-age=' + Math.round(life / 1000) : '') +
        ';path=' +
        (t.CookiePath || '/') +
        (t.CookieDomain ? ';domain=' + t.CookieDomain : '') +
        (safe && (t.SecureCookie || none) ? ';secure' : '') +
        ';SameSite=' +
        // No browser keeps the other.
        (none && !safe ? 'Lax' : sameSite))
  );
};

/** @type {(t: State, name: string) => any} */
export const removeRaw = (t, name) => readRaw(name) && writeRaw(t, name, '', -1);

/** @type {(t: State, name: string) => string} */
export const cookieName = (t, name) =>
  t.CookieNamePrefix +
  name +
  '.' +
  t.SiteId +
  '.' +
  hash4((t.CookieDomain || loc.hostname) + (t.CookiePath || '/'));

/** @type {(t: State, name: string) => string} */
export const read = (t, name) => readRaw(cookieName(t, name));

/** @type {(t: State) => boolean} */
export const withCookies = (t) => !t.cookiesOff_ && !t.cookiesWait_;

/** May this page have cookies of the visitor? @type {(t: State) => boolean} */
export const mayStore = (t) => t.consent_ && withCookies(t);

/** @type {(t: State, name: string, value: any, life: number) => any} */
export const write = (t, name, value, life) => mayStore(t) && writeRaw(t, cookieName(t, name), value, life);

/** Says that the visitor agreed to the others. */
export const COOKIES = 'mtm_cookie_consent';

/**
 * Also the consent to them, if that was taken back: the site may only have said since of what domain it is.
 * @type {(t: State) => void}
 */
export const deleteCookies = (t) => {
  words('id ses cvar ref').forEach((name) => removeRaw(t, cookieName(t, name)));
  if (t.forgot_) {
    removeRaw(t, COOKIES);
  }
};

/** @type {(t: State) => boolean} */
const probe = (t) => {
  const name = t.CookieNamePrefix + 'testcookie';
  writeRaw(t, name, 1, 1e5);
  const kept = !!readRaw(name);
  removeRaw(t, name);
  return kept;
};

/**
 * Are cookies kept? One is written, read and removed, though not before this is allowed.
 * @type {(t: State) => boolean}
 */
export const keepsCookies = (t) => mayStore(t) && (t.keeps_ = t.keeps_ || probe(t));

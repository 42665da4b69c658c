/*
 * Cookies as Matomo's tracker writes and reads them: <prefix><name>.<site>.<hash4>, values percent-encoded, so that a site may switch
 * over and back and visitors stay who they are.
 */
import {attempt, doc, encode, loc, nav, now} from './page.js';
import {hash4} from './sha1.js';

/** @typedef {import('./core.js').AnyTracker} AnyTracker */

/** @type {(name: string) => string} */
export const readRaw = (name) =>
  attempt(() => {
    const found = ('; ' + doc.cookie).split('; ' + name + '=')[1];
    return found && decodeURIComponent(found.split(';')[0]);
  }) || '';

/**
 * Writes a cookie for that many milliseconds; none of them removes it.
 * @type {(t: AnyTracker, name: string, value: any, life?: number) => void}
 */
export const writeRaw = ({config}, name, value, life) => {
  const {cookieSameSite} = config;
  const secure = loc.protocol === 'https:' && (config.secureCookie || cookieSameSite === 'None');
  attempt(() => {
    doc.cookie =
      name +
      '=' +
      encode(value) +
      ';expires=' +
      new Date(life > 0 ? now() + life : 0).toUTCString() +
      ';path=' +
      (config.cookiePath || '/') +
      (config.cookieDomain ? ';domain=' + config.cookieDomain : '') +
      (secure ? ';secure' : '') +
      ';SameSite=' +
      cookieSameSite;
  });
};

/** @type {(t: AnyTracker, name: string) => any} */
export const removeRaw = (t, name) => readRaw(name) && writeRaw(t, name, '');

/** @type {(t: AnyTracker, name: string) => string} */
export const cookieName = ({config}, name) =>
  config.cookieNamePrefix +
  name +
  '.' +
  config.siteId +
  '.' +
  hash4((config.cookieDomain || loc.hostname) + (config.cookiePath || '/'));

/** @type {(t: AnyTracker, name: string) => string} */
export const read = (t, name) => readRaw(cookieName(t, name));

/** May this page have cookies of the visitor? @type {(t: AnyTracker) => boolean} */
export const mayStore = (t) => t.consent_ && t.areCookiesEnabled();

/** @type {(t: AnyTracker, name: string, value: any, life: number) => any} */
export const write = (t, name, value, life) => mayStore(t) && writeRaw(t, cookieName(t, name), value, life);

/** @type {(t: AnyTracker) => void} */
export const deleteCookies = (t) => ['id', 'ses', 'cvar', 'ref'].forEach((name) => removeRaw(t, cookieName(t, name)));

/**
 * Are cookies kept? One is written, read and removed, though not before this is allowed.
 * @type {(t: AnyTracker) => boolean}
 */
export const keepsCookies = (t) => {
  if (!mayStore(t) || nav.cookieEnabled === false) {
    return false;
  }
  if (t.keeps_ === undefined) {
    const name = t.config.cookieNamePrefix + 'testcookie';
    writeRaw(t, name, 1, 1e5);
    t.keeps_ = readRaw(name) === '1';
    removeRaw(t, name);
  }
  return t.keeps_;
};

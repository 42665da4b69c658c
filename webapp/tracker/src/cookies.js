/*
 * Cookies as Matomo's tracker writes and reads them: <prefix><name>.<site>.<hash4>, values percent-encoded, so that a site may switch
 * over and back and visitors stay who they are. Formats: reference/JS-TRACKER.md §5.
 */
import {attempt, doc, encode, loc, nav, now} from './page.js';
import {sha1} from './sha1.js';

/** @typedef {import('./core.js').AnyTracker} AnyTracker */

/** @type {(name: string) => string} */
export const readRaw = (name) =>
  attempt(() => {
    const found = ('; ' + doc.cookie).split('; ' + name + '=')[1];
    return found && decodeURIComponent(found.split(';')[0]);
  }) || '';

/** Writes a cookie for that many milliseconds; none of them removes it. @type {(t: AnyTracker, name: string, value: any, life?: number) => void} */
export const writeRaw = (t, name, value, life) => {
  const {cookieDomain, cookiePath, cookieSameSite, secureCookie} = t.config;
  const secure = loc.protocol === 'https:' && (secureCookie || cookieSameSite === 'None');
  attempt(() => {
    doc.cookie =
      name + '=' + encode(value) +
      ';expires=' + new Date(life > 0 ? now() + life : 0).toUTCString() +
      ';path=' + (cookiePath || '/') +
      (cookieDomain ? ';domain=' + cookieDomain : '') +
      (secure ? ';secure' : '') +
      ';SameSite=' + cookieSameSite;
  });
};

export const removeRaw = (t, name) => readRaw(name) && writeRaw(t, name, '');

/** @type {(t: AnyTracker, name: string) => string} */
export const cookieName = ({config}, name) =>
  config.cookieNamePrefix + name + '.' + config.siteId + '.' +
  sha1((config.cookieDomain || loc.hostname) + (config.cookiePath || '/')).slice(0, 4);

export const read = (t, name) => readRaw(cookieName(t, name));

/** May this page have cookies of the visitor? */
export const mayStore = (t) => t.consent_ && t.areCookiesEnabled();

export const write = (t, name, value, life) => mayStore(t) && writeRaw(t, cookieName(t, name), value, life);

export const deleteCookies = (t) => ['id', 'ses', 'cvar', 'ref'].forEach((name) => removeRaw(t, cookieName(t, name)));

/** Can cookies be kept, with this domain? A cookie is written, read and removed. */
export const probe = (t) => {
  const name = t.config.cookieNamePrefix + 'testcookie';
  writeRaw(t, name, 'test', 1e5);
  const works = readRaw(name) === 'test';
  removeRaw(t, name);
  return works;
};

export const keepsCookies = (t) => mayStore(t) && nav.cookieEnabled !== false && probe(t);

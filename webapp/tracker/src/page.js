/*
 * The page and its browser. Everything here may be missing or forbidden: frames without an origin throw when one only asks for
 * their cookies, web views lack whole interfaces, and privacy extensions replace some.
 */
import {encode} from './text.js';

export const win = window;
export const doc = document;
export const nav = navigator;
export const loc = location;

/** The script element this code came from; known only while the script runs for the first time. */
export const self = /** @type {HTMLScriptElement} */ (doc.currentScript);

export const now = () => Date.now();

/**
 * What a function returns, or nothing if it throws.
 * @template T
 * @param {() => T} f
 * @returns {T | undefined}
 */
export const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    // Forbidden here: the same as not there.
  }
};

/** @type {(target: any, type: string, handler: (event: any) => void, capture?: boolean) => void} */
export const on = (target, type, handler, capture) => target.addEventListener(type, handler, capture);

/** Calls when the document is parsed. @type {(f: () => void) => void} */
export const ready = (f) => (doc.readyState === 'loading' ? on(doc, 'DOMContentLoaded', f) : f());

/** Calls when the load event is over: a handler of the event runs before its end is known. @type {(f: () => void) => void} */
export const loaded = (f) => (doc.readyState === 'complete' ? setTimeout(f) : on(win, 'load', () => setTimeout(f)));

/** Calls when the page may be gone in a moment: it was hidden, or is left. @type {(f: (event: any) => void) => void} */
export const leaving = (f) => {
  on(doc, 'visibilitychange', (event) => doc.hidden && f(event));
  on(win, 'pagehide', f);
};

/** @type {(text: string) => void} */
export const say = (text) => console.error('Matomo: ' + text);

/** That many random letters and digits to a base. @type {(length: number, base: number) => string} */
export const random = (length, base) =>
  length ? ((Math.random() * base) | 0).toString(base) + random(length - 1, base) : '';

/** @type {(text: string) => string[]} */
export const words = (text) => text.split(' ');

/** Parameters, without those that have no value, which only dimensions may lack; objects as JSON. @type {(values: Record<string, any>) => string} */
export const params = (values) =>
  Object.entries(values)
    .map(([name, value]) => {
      const text = value && typeof value === 'object' ? attempt(() => JSON.stringify(value)) || '' : value || value === 0 ? String(value).trim() : '';
      return (text && text !== '{}') || /^dim/.test(name) ? '&' + name + '=' + encode(text) : '';
    })
    .join('');

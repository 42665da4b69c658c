/*
 * The page and its browser. Everything here may be missing or forbidden: frames without an origin throw when one only asks for
 * their cookies, web views lack whole interfaces, and privacy extensions replace some.
 */
export const win = window;
export const doc = document;
export const nav = navigator;
export const loc = location;
export const encode = encodeURIComponent;

/** The script element this code came from; known only while the script runs for the first time. */
export const self = /** @type {HTMLScriptElement} */ (doc.currentScript);

export const now = () => Date.now();

/** What a function returns, or nothing if it throws. */
export const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    // Forbidden here: the same as not there.
  }
};

/** @type {(target: any, type: string, handler: (event: any) => void, capture?: boolean) => void} */
export const on = (target, type, handler, capture) => target.addEventListener(type, handler, !!capture);

/** Calls when the document is parsed. */
export const ready = (f) => (doc.readyState === 'loading' ? on(doc, 'DOMContentLoaded', f) : f());

/** Calls when the load event is over: a handler of the event runs before its end is known. */
export const loaded = (f) => (doc.readyState === 'complete' ? f() : on(win, 'load', () => setTimeout(f)));

export const say = (text) => win.console && console.error('Footfall: ' + text);

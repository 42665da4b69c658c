/*
 * What the browser tells of itself: screen, plug-ins, whether it keeps cookies, and client hints, which it tells only after a moment. Of
 * the plug-ins that servers ask for none but that for PDF outlived 2020.
 */
import {keepsCookies} from './cookies.js';
import {attempt, nav, params, words} from './page.js';

/** Client hints as JSON, once they are known. */
let hints = '';
/** @type {Promise<any>} */
let asked;

/** Calls when client hints are known, or known to be missing; it may call again. */
export const withHints = (t, f) => {
  // Brands and platform come unasked. Not everywhere: userAgentData, getHighEntropyValues.
  asked =
    asked ||
    attempt(() =>
      t.BrowserFeatureDetection &&
      /** @type {any} */ (nav).userAgentData
        .getHighEntropyValues(words('model platformVersion uaFullVersion fullVersionList formFactors'))
        .then((values) => {
          hints = JSON.stringify(values);
        })
    );
  if (!asked) {
    return f();
  }
  asked.then(f, f);
  // Some never answer.
  setTimeout(f, 1000);
};

/** @type {(t: import('./core.js').State) => string} */
export const facts = (t) => {
  if (!t.BrowserFeatureDetection) {
    return '';
  }
  const pdf = attempt(() => nav.mimeTypes['application/pdf']);
  return params({uadata: hints, res: screen.width + 'x' + screen.height, pdf: pdf ? 1 : 0}) + '&qt=0&realp=0&wma=0&fla=0&java=0&ag=0&cookie=' + +keepsCookies(t);
};

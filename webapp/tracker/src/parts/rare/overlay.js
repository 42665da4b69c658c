/*
 * The overlay is much code that no visitor needs, so it is a part that is loaded by this one, in the same way: from where this one came from, and
 * only with the content it was built with.
 */

/** @typedef {import('../../core.js').AnyTracker} AnyTracker */

const source = /** @type {HTMLScriptElement} */ (document.currentScript);

/** @returns {Record<string, Function> & ThisType<AnyTracker>} */
export const overlay = () => ({
  overlay() {
    const script = document.createElement('script');
    script.crossOrigin = 'anonymous';
    script.integrity = 'sha256-' + OVERLAY;
    // Not everywhere: nonce.
    script.nonce = source.nonce;
    // The part has put its own method in this one's place.
    script.onload = () => this.overlay();
    script.src = source.src.replace(/[?#].*/, '') + '?part=overlay.' + OVERLAY.replace(/\W/g, '').slice(0, 8);
    document.head.appendChild(script);
  },
});

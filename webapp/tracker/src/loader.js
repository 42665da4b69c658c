/*
 * Loads parts. Wherever the tracker came from, its parts come from there, too: same address, with ?part=<name>.<hash>; should that
 * fail (the tracker was copied to a server that knows no parts, say), they come from beside the tracking script.
 * The browser runs nothing of another content than the one this tracker was built with.
 */
import {Tracker} from './tracker.js';
import {doc, loc, say, self, words} from './page.js';

/** Calls that wait, by part; nothing left to wait for once the part is there. @type {Record<string, (() => void)[]>} */
const waiting = {};

const source = self && self.src.replace(/[?#].*/, '');

/** @type {(name: string, digest: string, address: string, other?: string) => void} */
const load = (name, digest, address, other) => {
  const script = doc.createElement('script');
  script.crossOrigin = 'anonymous';
  script.integrity = 'sha256-' + digest;
  // For the part: where the page was when it was asked for, which may change until it comes (parts/extras/applications.js).
  /** @type {any} */ (script).asked = [loc.href, history.length];
  // Not everywhere: nonce.
  script.nonce = self ? self.nonce : '';
  script.onerror = () => (other ? load(name, digest, other) : say('no part ' + name));
  script.src = address + '?part=' + name + '.' + digest.replace(/\W/g, '').slice(0, 8);
  doc.head.appendChild(script);
};

/** What a part calls when it arrives. @type {(name: string, methods: Record<string, Function>) => void} */
export const part = (name, methods) => {
  Object.assign(Tracker.prototype, methods);
  (waiting[name] = waiting[name] || []).forEach((call) => call());
};

/** Gives the prototype the methods that only note a call. */
export const addStubs = (prototype) => {
  Object.keys(PARTS).forEach((name) => {
    const [digest, ...methods] = words(PARTS[name]);
    methods.forEach((method) => {
      /** @this {import('./core.js').AnyTracker} */
      const stub = function (...values) {
        if (!waiting[name]) {
          waiting[name] = [];
          const beside = this.getMatomoUrl() + 'matomo.js';
          load(name, digest, source || beside, beside);
        }
        waiting[name].push(() => this[method] !== stub && this[method](...values));
        if (method === 'enableCrossDomainLinking') {
          this.config.CrossDomainLinking = true;
          // Who comes from another domain of the site is known when the part has read the address.
          if (/[?&#]pk_vid=/.test(loc.href)) {
            const go = this.hold();
            setTimeout(go, 1000);
            waiting[name].push(go);
          }
        }
      };
      prototype[method] = stub;
    });
  });
};

/**
 * What a page does while somebody looks at it through Footfall: the name of its window says so, nothing is tracked in it (watched in page.js),
 * and at each link stands how many of those who saw the page went there.
 *
 * The page tells Footfall its address, and again when it has changed, and Footfall answers with numbers. Footfall is the window around the
 * page, or the one that opened it, on the tracker's server: no other origin is told or heard, whoever gave the window its name.
 */
import {clean} from '../address.js';
import {on} from '../page.js';
import {badges} from './overlay/badges.js';
import {origins} from './overlay/origins.js';
import {finder, LONGEST} from './overlay/ways.js';

/** @typedef {import('../core.js').AnyTracker} AnyTracker */

/** Milliseconds between looks at the address and the places of links. */
const TICK = 300;

/** Where this code came from. */
const source = /** @type {HTMLScriptElement} */ (document.currentScript);

/** @type {Record<string, Function> & ThisType<AnyTracker>} */
const methods = {
  overlay() {
    const tracker = this;
    const footfall = window.parent === window ? window.opener : window.parent;
    if (!footfall) {
      return;
    }
    const places = () => origins(tracker.config, source && source.src, location.href);
    // By this Footfall knows that a page was loaded, though it may have the same address.
    const load = Math.random();
    const draw = badges();
    /** @type {(address: string) => string | undefined} */
    const nothing = () => undefined;
    let text = nothing;
    let own = [];
    let url = '';
    let told = '';

    const look = () => {
      url = clean(tracker.config, tracker.getCurrentUrl()).slice(0, LONGEST);
      const now = places().concat(url).join(' ');
      if (now !== told) {
        told = now;
        text = nothing;
        places().forEach((origin) => footfall.postMessage({footfall: 'page', url, load}, origin));
      }
      draw(text);
    };

    on(window, 'message', (event) => {
      const {data} = event;
      if (event.source === footfall && places().includes(event.origin) && data && data.footfall === 'ways' && data.url === url) {
        const find = finder(data);
        const known = new Map();
        text = (address) => {
          if (!known.has(address)) {
            known.set(address, find(clean(tracker.config, address)));
          }
          return known.get(address);
        };
        own = data.own;
        draw(text);
      }
    });

    let due = 0;
    const soon = () => {
      due =
        due ||
        requestAnimationFrame(() => {
          due = 0;
          draw(text);
        });
    };
    on(window, 'scroll', soon, true);
    on(window, 'resize', soon);
    // Other tabs would be tracked, and other sites are not shown in Footfall.
    on(
      document,
      'click',
      ({target}) => {
        const link = target && target.closest && target.closest('a[href],area[href]');
        if (link && own.length && /^http/.test(link.protocol)) {
          link.target = own.includes(link.origin) ? '_self' : '_blank';
        }
      },
      true
    );
    setInterval(look, TICK);
    look();
  },
};

window.Matomo.part('overlay', methods);

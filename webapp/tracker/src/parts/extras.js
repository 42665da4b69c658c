/*
 * What pages may ask for beyond Matomo's methods: page views of applications, depth, time and speed of pages, events declared in the markup,
 * missing pages. All of it is sent as page views and events, which every server of this kind stores and shows.
 *
 * What is measured over a page view is told when it is left, that is hidden, unloaded or followed by another page view of the application, in one
 * request. Nothing is told before there was a page view: an event would begin the visit, which then had no entry page.
 */
import {DECLARED, declared, missing} from './extras/declared.js';
import {event, pageName} from './extras/event.js';
import {deepest, depth, stopwatch} from './extras/reading.js';
import {routes} from './extras/routes.js';
import {vitals} from './extras/vitals.js';

/**
 * @typedef {import('../core.js').AnyTracker} AnyTracker
 * @typedef {object} Measure
 * @property {() => void} begin a page view begins
 * @property {(page: string, over: boolean) => string[]} tell the events of the page; over: another page view follows
 */

/** @type {(run: () => void) => void} */
const whenHidden = (run) => {
  addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && run(), true);
  // Safari up to 14 does not always tell that a page it leaves is hidden.
  addEventListener('pagehide', run, true);
};

window.Matomo.part('extras', /** @param {import('../core.js').Core} core */ (core) => {
  /** Measures by tracker. @type {Map<AnyTracker, Record<string, Measure>>} */
  const measured = new Map();
  /** What was measured from the page's beginning on, whenever it was asked for. */
  let speed;

  /** @type {(tracker: AnyTracker, name: string, make: () => Measure) => void} */
  const measure = (tracker, name, make) => {
    let measures = measured.get(tracker);
    if (!measures) {
      measures = follow(tracker);
      measured.set(tracker, measures);
    }
    if (!measures[name]) {
      measures[name] = make();
      measures[name].begin();
    }
  };

  /** @type {(tracker: AnyTracker) => Record<string, Measure>} */
  const follow = (tracker) => {
    /** @type {Record<string, Measure>} */
    const measures = {};
    let at = tracker.getCurrentUrl();
    const each = () => Object.keys(measures).map((name) => measures[name]);
    const leave = (over) => {
      const viewed = tracker.getNumTrackedPageViews() > 0;
      const events = viewed ? [].concat(...each().map((one) => one.tell(pageName(at), over))) : [];
      if (events.length) {
        // The address may be the next page's already.
        const next = tracker.config.customUrl;
        tracker.config.customUrl = at;
        tracker.requests(events);
        tracker.config.customUrl = next;
      }
    };
    whenHidden(() => leave(false));
    const view = tracker.trackPageView;
    tracker.trackPageView = function () {
      leave(true);
      const answer = view.apply(tracker, arguments);
      at = tracker.getCurrentUrl();
      each().forEach((one) => one.begin());
      return answer;
    };
    return measures;
  };

  /** Applications: history by what is told when it changes. @type {Array<(kind: 'push' | 'replace' | 'pop' | 'hash') => void>} */
  const listeners = [];
  /** @type {WeakSet<AnyTracker>} */
  const routed = new WeakSet();

  const listen = () => {
    const changed = (kind) => listeners.forEach((listener) => listener(kind));
    ['push', 'replace'].forEach((kind) => {
      const name = kind + 'State';
      const original = history[name];
      history[name] = function () {
        const answer = original.apply(this, arguments);
        changed(kind);
        return answer;
      };
    });
    core.on(window, 'popstate', () => changed('pop'));
    core.on(window, 'hashchange', () => changed('hash'));
  };

  /** @type {Set<AnyTracker>} */
  const declaring = new Set();

  const acted = (happened) => {
    const from = happened.target && happened.target.closest ? happened.target : happened.target && happened.target.parentNode;
    const element = from && from.closest && from.closest(DECLARED);
    if (element && (element.tagName === 'FORM') === (happened.type === 'submit')) {
      const parts = declared(element);
      if (parts) {
        const query = event(parts[0], parts[1], parts[2], parts[3]);
        declaring.forEach((tracker) => tracker.request(query, undefined, undefined, 'event'));
      }
    }
  };

  /** @type {Record<string, (...values: any[]) => any> & ThisType<AnyTracker>} */
  const methods = {
    /** @param {import('./extras/routes.js').RouteOptions} [options] */
    enableAutoPageViews(options) {
      const tracker = this;
      if (routed.has(tracker)) {
        return;
      }
      routed.add(tracker);
      const around = {
        address: () => location.href,
        views: () => tracker.getPageViewId() + tracker.getNumTrackedPageViews(),
        later: (run, delay) => window.setTimeout(run, delay),
        cancel: (timer) => clearTimeout(timer),
      };
      const route = routes(around, options || {}, (now, before) => {
        tracker.setReferrerUrl(before);
        tracker.setCustomUrl(now);
        tracker.setDocumentTitle(document.title);
        tracker.trackPageView();
      });
      if (!listeners.length) {
        listen();
      }
      listeners.push(route.changed);
      whenHidden(route.flush);
    },

    trackScrollDepth() {
      measure(this, 'depth', () => {
        let reached = deepest();
        const look = () => {
          const root = document.scrollingElement || document.documentElement;
          reached.reach(depth(window.pageYOffset, window.innerHeight, root.scrollHeight));
        };
        addEventListener('scroll', look, {passive: true});
        return {
          begin() {
            reached = deepest();
            // An application may draw its page after it has told of it.
            core.loaded(() => setTimeout(look, 500));
          },
          tell(name, over) {
            // A frame that goes has lost its height already.
            if (!over && window.top === window) {
              look();
            }
            const most = reached.take();
            return most ? [event('Scroll Depth', most.step + ' %', name, most.percent)] : [];
          },
        };
      });
    },

    trackEngagement() {
      measure(this, 'time', () => {
        let watch = stopwatch(Date.now);
        const look = (happened) =>
          watch.run(!(happened && happened.type === 'pagehide') && document.visibilityState !== 'hidden' && document.hasFocus());
        ['focus', 'blur', 'pageshow', 'pagehide'].forEach((type) => core.on(window, type, look));
        core.on(document, 'visibilitychange', look);
        return {
          begin() {
            watch = stopwatch(Date.now);
            look();
          },
          tell(name) {
            const seconds = watch.take();
            return seconds ? [event('Engagement', 'Time in focus', name, seconds)] : [];
          },
        };
      });
    },

    trackWebVitals() {
      measure(this, 'speed', () => {
        speed = speed || vitals();
        const loaded = pageName(location.href);
        let told = false;
        return {
          begin() {},
          // What an application shows later belongs to the page that was loaded.
          tell(_, over) {
            if (over || told) {
              return [];
            }
            told = true;
            return speed.report().map(([action, value]) => event('Web Vitals', action, loaded, value));
          },
        };
      });
    },

    trackAttributeEvents() {
      if (!declaring.size) {
        core.on(document, 'click', acted, true);
        core.on(document, 'submit', acted, true);
      }
      declaring.add(this);
    },

    /** @param {boolean} [isMissing] whether this page says "not found"; without it, what the page or its answer says */
    track404(isMissing) {
      core.ready(() => {
        if (isMissing === undefined ? missing(document, window.performance) : isMissing) {
          this.request(event('404', location.pathname + location.search, document.referrer), undefined, undefined, 'event');
        }
      });
    },
  };
  Object.assign(core.Tracker.prototype, methods);
});

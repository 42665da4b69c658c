/*
 * What is measured over a page view: how deep and how long it is read, how fast it was.
 *
 * It is told when the page view is left, that is hidden, unloaded or followed by another one of the application, all in one request.
 * Nothing is told before there was a page view: an event would begin the visit, which then had no entry page.
 */
import {loaded, on} from '../../page.js';
import {event, pageName} from './event.js';
import {whenHidden} from './leave.js';
import {deepest, depth, stopwatch} from './reading.js';
import {vitals} from './vitals.js';

/**
 * @typedef {import('../../core.js').AnyTracker} AnyTracker
 * @typedef {object} Measure
 * @property {() => void} begin a page view begins
 * @property {(page: string, over: boolean) => string[]} tell the events of the page; over: another page view follows
 */

/** @returns {Measure} */
const depthMeasure = () => {
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
      loaded(() => setTimeout(look, 500));
    },
    tell(page, over) {
      // A frame that goes has lost its height already.
      if (!over && window.top === window) {
        look();
      }
      const most = reached.take();
      return most ? [event('Scroll Depth', most.step + ' %', page, most.percent)] : [];
    },
  };
};

/** @returns {Measure} */
const timeMeasure = () => {
  let watch = stopwatch(Date.now);
  const look = (happened) =>
    watch.run(!(happened && happened.type === 'pagehide') && document.visibilityState !== 'hidden' && document.hasFocus());
  ['focus', 'blur', 'pageshow', 'pagehide'].forEach((type) => on(window, type, look));
  on(document, 'visibilitychange', look);
  return {
    begin() {
      watch = stopwatch(Date.now);
      look();
    },
    tell(page) {
      const seconds = watch.take();
      return seconds ? [event('Engagement', 'Time in focus', page, seconds)] : [];
    },
  };
};

/** @type {(speed: ReturnType<typeof vitals>) => Measure} */
const speedMeasure = (speed) => {
  const first = pageName(location.href);
  let told = false;
  return {
    begin() {},
    // What an application shows later belongs to the page that was loaded.
    tell(page, over) {
      if (over || told) {
        return [];
      }
      told = true;
      return speed.report().map(([action, value]) => event('Web Vitals', action, first, value));
    },
  };
};

/**
 * Tells what a tracker's measures say of each page view.
 * @type {(tracker: AnyTracker) => Record<string, Measure>} measures by name, to be filled
 */
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
      const next = tracker.config.CustomUrl;
      tracker.config.CustomUrl = at;
      tracker.requests(events);
      tracker.config.CustomUrl = next;
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

/** @returns {Record<string, Function> & ThisType<AnyTracker>} */
export const measures = () => {
  /** @type {Map<AnyTracker, Record<string, Measure>>} */
  const followed = new Map();
  /** The page is loaded once, for all trackers. @type {ReturnType<typeof vitals> | undefined} */
  let speed;

  /** @type {(tracker: AnyTracker, name: string, make: () => Measure) => void} */
  const measure = (tracker, name, make) => {
    const mine = followed.get(tracker) || follow(tracker);
    followed.set(tracker, mine);
    if (!mine[name]) {
      mine[name] = make();
      mine[name].begin();
    }
  };

  return {
    trackScrollDepth() {
      measure(this, 'depth', depthMeasure);
    },
    trackEngagement() {
      measure(this, 'time', timeMeasure);
    },
    trackWebVitals() {
      speed = speed || vitals();
      measure(this, 'speed', () => speedMeasure(speed));
    },
  };
};

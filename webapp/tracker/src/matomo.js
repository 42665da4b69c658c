/*
 * window.Matomo, also known as window.Piwik, and the trackers that _paq pushes to.
 */
import {addPlugin} from './hooks.js';
import {loaded, on, ready} from './page.js';
import {Tracker} from './tracker.js';
import {guard, retry, run} from './queue.js';

/** @typedef {import('./core.js').AnyTracker} AnyTracker */

/** The trackers that pushes go to. @type {AnyTracker[]} */
export const trackers = [];

/** @type {Record<string, Function[]>} */
const handlers = {};

/** @type {(event: string, values?: any[], context?: any) => void} */
export const trigger = (event, values, context) =>
  (handlers[event] || []).forEach((handler) => guard(() => handler.apply(context || Matomo, values)));

/** Adds a tracker that pushes go to. @type {(url?: string, siteId?: any) => AnyTracker} */
export const add = (url, siteId) => {
  /** @type {any} */
  const tracker = new Tracker(url, siteId);
  // Pushes of these are meant for the tracker that was there before.
  tracker.own_ = trackers[0] ? {setTrackerUrl: url, setSiteId: siteId} : {};
  if (trackers.push(tracker) === 1) {
    run();
  }
  trigger('TrackerAdded', [tracker]);
  return tracker;
};

/** @type {Record<string, any>} */
export const Matomo = {
  trigger,
  addPlugin,
  on(event, handler) {
    (handlers[event] = handlers[event] || []).push(handler);
  },
  off(event, handler) {
    handlers[event] = (handlers[event] || []).filter((one) => one !== handler);
  },
  getTracker: (url, siteId) => new Tracker(url, siteId),
  getAsyncTrackers: () => trackers.slice(),
  getAsyncTracker: (url, siteId) =>
    trackers[0]
      ? trackers.find(({config}) => (!url || config.TrackerUrl === url) && (!siteId || config.SiteId == siteId))
      : add(url, siteId),
  addTracker: add,
  retryMissedPluginCalls: retry,
  DOM: {onLoad: loaded, onReady: ready, addEventListener: on},
};

import {addStubs, part} from './loader.js';
import {add, Matomo, trackers, trigger} from './matomo.js';
import {watched, win, words} from './page.js';
import {Tracker} from './tracker.js';

/** Calls a function of the page, or each of several. */
const init = (name) => [].concat(win[name] || []).forEach((f) => f());

if (!win.Matomo || !win.Matomo.initialized) {
  addStubs(Tracker.prototype);
  win.Matomo = win.Piwik = win.AnalyticsTracker = Matomo;
  Matomo.part = part;
  words('matomoPluginAsyncInit piwikPluginAsyncInit matomoAsyncInit piwikAsyncInit').forEach(init);
  if (!trackers.length) {
    add();
  }
  if (watched) {
    trackers[0].overlay();
  }
  Matomo.initialized = true;
  trigger('MatomoInitialized');

  if (win.define && win.define.amd) {
    words('piwik matomo').forEach((name) => win.define(name, [], () => Matomo));
  }
  win.piwik_log = (...values) => trackers[0].legacyLog(...values);
}

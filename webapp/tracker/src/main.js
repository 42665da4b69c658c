import {addStubs, part} from './loader.js';
import {hook} from './hooks.js';
import {add, Matomo, trackers, trigger} from './matomo.js';
import {loaded, win, words} from './page.js';
import {guard} from './queue.js';
import {Tracker} from './tracker.js';
import {watched} from './watched.js';

/** Calls a function of the page, or each of several. */
const init = (name) => [].concat(win[name] || []).forEach(guard);

/** The first tracker, at last. */
const first = () => trackers[0] || add();

if (!win.Matomo || !win.Matomo.initialized) {
  addStubs(Tracker.prototype);
  win.Matomo = win.Piwik = win.AnalyticsTracker = Matomo;
  Matomo.part = part;
  words('matomoPluginAsyncInit piwikPluginAsyncInit matomoAsyncInit piwikAsyncInit').forEach(init);
  // Pages that said nothing yet may make a tracker of their own, or say it later.
  (win._paq && win._paq[0] ? guard : loaded)(first);
  if (watched) {
    first().overlay();
  }
  Matomo.initialized = true;
  trigger('MatomoInitialized');
  loaded(() => hook('load'));

  if (win.define && win.define.amd) {
    words('piwik matomo').forEach((name) => win.define(name, [], () => Matomo));
  }
  win.piwik_log = (...values) => first().legacyLog(...values);
}

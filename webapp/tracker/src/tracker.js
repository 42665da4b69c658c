/*
 * A tracker: one site on one server. A page may have several.
 */
import {consent, optedOut} from './consent.js';
import {ecommerce} from './ecommerce.js';
import {addPlugin} from './hooks.js';
import {visitors} from './identity.js';
import {clicked, links} from './links.js';
import {add, trackers, trigger} from './matomo.js';
import {doc, encode, loc, on, params, random, say} from './page.js';
import {build, currentUrl} from './request.js';
import {defaults, settings} from './settings.js';
import {flush, hold, listen, send} from './transport.js';
import {variables} from './variables.js';

/**
 * @this {any}
 * @param {string} [url]
 * @param {string | number} [siteId]
 */
export function Tracker(url, siteId) {
  const {trackerUrl, siteId: id} = trackers[0] ? trackers[0].config : this;
  this.config = Object.assign(defaults(), {
    trackerUrl: url || trackerUrl || '',
    siteId: siteId || id || '',
    tracker_: this,
    consent_: !optedOut(),
    outbox_: [],
    pending_: [],
    bulk_: [],
    holds_: 0,
    views_: 0,
    visitorId: '',
    pageView_: '',
    cart_: {},
    dimensions_: {},
    variables_: {visit: {}, page: {}, event: {}},
  });
  listen(this.config);
  trigger('TrackerSetup', [this]);
}

/** @type {(t: import('./core.js').State) => string} */
const matomoUrl = (t) => (t.apiUrl || t.trackerUrl).replace(/(js\/)?[^/]*$/, '');

/** @type {import('./core.js').Methods} */
const methods = {
  trackPageView(t, title, customData, callback) {
    t.views_++;
    t.pageView_ = random(6, 36);
    send(t, 'action_name=' + encode(title || t.documentTitle || doc.title), 'log', customData, callback);
    t.product_ = {};
  },
  trackEvent(t, category, action, name, value, customData, callback) {
    if (category && action) {
      send(t, params({e_c: category, e_a: action, e_n: name, e_v: value, ca: 1}), 'event', customData, callback);
    } else {
      say('event without action');
    }
  },
  trackSiteSearch(t, keyword, category, count, customData) {
    send(t, 'search=' + encode(keyword) + params({search_cat: category, search_count: count}), 'sitesearch', customData);
  },
  trackGoal(t, id, revenue, customData, callback) {
    send(t, params({idgoal: id, revenue}), 'goal', customData, callback);
  },
  trackRequest(t, query, customData, callback, kind) {
    send(t, query, kind, customData, callback);
  },
  ping(t) {
    send(t, 'ping=1', 'ping');
  },

  requests(t, queries, kind) {
    t.bulk_.push(...queries.map((query) => build(t, query, 0, kind)));
    flush(t);
  },
  queueRequest(t, query, isWhole) {
    t.bulk_.push(isWhole ? query : build(t, query));
    t.timer_ = t.timer_ || setTimeout(() => flush(t), Math.max(1000, t.requestQueueInterval));
  },
  hold,
  resetUserId(t) {
    t.userId = '';
  },
  setAPIUrl: settings.setApiUrl,
  getPageViewId: (t) => t.pageViewId || t.pageView_,
  getNumTrackedPageViews: (t) => t.views_,
  getCurrentUrl: currentUrl,
  getMatomoUrl: matomoUrl,
  getPiwikUrl: matomoUrl,
  setCookieDomain(t, domain) {
    const name = domain.replace('*', '');
    if (('.' + loc.hostname).endsWith(name.replace(/^\.?/, '.'))) {
      t.cookieDomain = name;
    } else {
      say('no cookies for ' + domain);
    }
  },
  setPagePerformanceTiming(t, ...times) {
    t.pagePerformanceTiming = times;
  },
  setGenerationTimeMs() {},
  isCrossDomainLinkingEnabled: (t) => t.crossDomainLinking,
  getCrossDomainLinkingUrlParameter: () => '',
  addListener: (t, element) => on(element, 'click', (event) => clicked(t, event)),
  addPlugin: (t, name, hooks) => addPlugin(name, hooks),
  addTracker: (_, url, siteId) => add(url, siteId),
};

const all = Object.assign(settings, consent, visitors, variables, links, ecommerce, methods);
for (const name in all) {
  Tracker.prototype[name] = function (...values) {
    return all[name](this.config, ...values);
  };
}

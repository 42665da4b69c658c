/*
 * A tracker: one site on one server. A page may have several.
 */
import {consent, optedOut} from './consent.js';
import {ecommerce} from './ecommerce.js';
import {addPlugin} from './hooks.js';
import {visitors} from './identity.js';
import {clicked, links} from './links.js';
import {add, trackers, trigger} from './matomo.js';
import {doc, loc, on, params, random, say} from './page.js';
import {encode} from './text.js';
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
  const {TrackerUrl, SiteId} = trackers[0] ? trackers[0].config : this;
  this.config = Object.assign(defaults(), {
    TrackerUrl: url || TrackerUrl || '',
    SiteId: siteId || SiteId || '',
    tracker_: this,
    consent_: !optedOut(),
    outbox_: [],
    pending_: [],
    bulk_: [],
    views_: 0,
    VisitorId: '',
    pageView_: '',
    cart_: {},
    dimensions_: {},
    variables_: {visit: {}, page: {}, event: {}},
  });
  listen(this.config);
  trigger('TrackerSetup', [this]);
}

/** @type {(t: import('./core.js').State) => string} */
const matomoUrl = (t) => (t.APIUrl || t.TrackerUrl).replace(/(js\/)?[^/]*$/, '');

/** @type {import('./core.js').Methods} */
const methods = {
  trackPageView(t, title, customData, callback) {
    t.views_++;
    t.pageView_ = random(6, 36);
    send(t, 'action_name=' + encode(title || t.DocumentTitle || doc.title), customData, callback, 'log');
    t.product_ = 0;
  },
  trackEvent(t, category, action, name, value, customData, callback) {
    const query = params({e_c: category, e_a: action, e_n: name, e_v: value, ca: 1});
    if (/e_c=.+&e_a=/.test(query)) {
      send(t, query, customData, callback, 'event');
    }
  },
  trackSiteSearch(t, keyword, category, count, customData) {
    send(t, 'search=' + encode(keyword) + params({search_cat: category, search_count: count}), customData, undefined, 'sitesearch');
  },
  trackGoal(t, id, revenue, customData, callback) {
    if (id) {
      send(t, params({idgoal: id, revenue}), customData, callback, 'goal');
    }
  },
  trackRequest: send,
  ping(t) {
    send(t, 'ping=1', undefined, undefined, 'ping');
  },

  requests(t, queries, kind) {
    t.bulk_.push(...queries.map((query) => build(t, query, 0, kind)));
    flush(t);
  },
  queueRequest(t, query, isWhole) {
    t.bulk_.push(isWhole ? query : build(t, query));
    t.timer_ = t.timer_ || setTimeout(() => flush(t), Math.max(1000, t.RequestQueueInterval));
  },
  hold,
  resetUserId: (t) => (t.UserId = ''),
  alwaysUseSendBeacon: settings.enableAlwaysUseSendBeacon,
  getPageViewId: (t) => t.PageViewId || t.pageView_,
  getNumTrackedPageViews: (t) => t.views_,
  getCurrentUrl: currentUrl,
  getMatomoUrl: matomoUrl,
  getPiwikUrl: matomoUrl,
  setCookieDomain(t, domain) {
    const name = domain.replace('*', '');
    if (('.' + loc.hostname).endsWith(name.replace(/^\.?/, '.').toLowerCase())) {
      t.CookieDomain = name;
    } else {
      say('no cookies for ' + domain);
    }
  },
  setPagePerformanceTiming(t, ...times) {
    t.PagePerformanceTiming = times;
  },
  setGenerationTimeMs() {},
  isCrossDomainLinkingEnabled: (t) => t.CrossDomainLinking,
  getCrossDomainLinkingUrlParameter: () => '',
  addListener: (t, element) => on(element, 'click', (event) => clicked(t, event)),
  addPlugin: (t, name, hooks) => addPlugin(name, hooks),
  addTracker: (_, url, siteId) => add(url, siteId),
};

const all = Object.assign(settings, consent, visitors, variables, links, ecommerce, methods);
Object.keys(all).forEach((name) => {
  Tracker.prototype[name] = function (...values) {
    return all[name](this.config, ...values);
  };
});

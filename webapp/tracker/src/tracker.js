/*
 * A tracker: one site on one server. A page may have several.
 */
import {consent, optedOut} from './consent.js';
import {ecommerce} from './ecommerce.js';
import {heartbeat} from './heartbeat.js';
import {addPlugin} from './hooks.js';
import {visitors} from './identity.js';
import {links} from './links.js';
import {add, trigger} from './matomo.js';
import {attempt, doc, encode, loc, on, params, random, say} from './page.js';
import {build} from './request.js';
import {defaults, settings} from './settings.js';
import {dispatch, enqueue, listen, release} from './transport.js';
import {variables} from './variables.js';

/**
 * @this {any}
 * @param {string} [url]
 * @param {string | number} [siteId]
 */
export function Tracker(url, siteId) {
  Object.assign(this, {
    config: Object.assign(defaults(), {trackerUrl: url || '', siteId: siteId || ''}),
    consent_: !optedOut(),
    outbox_: [],
    pending_: [],
    bulk_: [],
    holds_: 0,
    views_: 0,
    until_: 0,
    pageView_: '',
    cart_: {},
    dimensions_: {},
    variables_: {},
  });
  listen(this);
  trigger('TrackerSetup', [this]);
}

/** @type {import('./core.js').Methods} */
const methods = {
  trackPageView(t, title, customData, callback) {
    t.views_++;
    t.pageView_ = random(6, 36);
    const text = title || t.config.documentTitle || doc.title;
    t.request('action_name=' + encode(text.text || text), callback, customData, 'log');
    t.product_ = {};
  },
  trackEvent(t, category, action, name, value, customData, callback) {
    if (category && action) {
      t.request(params({e_c: category, e_a: action, e_n: name, e_v: value, ca: 1}), callback, customData, 'event');
    } else {
      say('an event needs a category and an action');
    }
  },
  trackSiteSearch(t, keyword, category, count, customData) {
    t.request('search=' + encode(keyword) + params({search_cat: category, search_count: count}), undefined, customData, 'sitesearch');
  },
  trackGoal(t, id, revenue, customData, callback) {
    t.request(params({idgoal: id, revenue}), callback, customData, 'goal');
  },
  trackRequest(t, query, customData, callback, kind) {
    t.request(query, callback, customData, kind);
  },
  ping(t) {
    t.request('ping=1', undefined, undefined, 'ping');
  },

  request(t, query, callback, customData, kind) {
    if (!t.config.countPreRendered && /** @type {any} */ (doc).prerendering) {
      on(doc, 'prerenderingchange', t.hold());
    }
    dispatch(t, [build(t, query, customData, kind)], callback);
  },
  requests(t, queries) {
    const all = queries.map((query) => build(t, query));
    if (t.config.queueRequest) {
      dispatch(t, all);
    } else {
      all.forEach((one) => dispatch(t, [one]));
    }
  },
  queueRequest(t, query, isFull) {
    enqueue(t, isFull ? query : build(t, query));
  },
  hold(t) {
    let held = 1;
    t.holds_++;
    return () => {
      t.holds_ -= held;
      held = 0;
      release(t);
    };
  },
  setCustomRequestProcessing(t, f) {
    t.process_ = f;
  },
  appendToTrackingUrl(t, query) {
    t.config.appended = query;
  },
  resetUserId(t) {
    t.config.userId = '';
  },
  setAPIUrl: (t, url) => t.setApiUrl(url),
  getPageViewId: (t) => t.config.pageViewId || t.pageView_,
  getNumTrackedPageViews: (t) => t.views_,
  getCurrentUrl({config: {customUrl}}) {
    return (customUrl && attempt(() => (/^[a-z][\w+.-]*:/i.test(customUrl) ? customUrl : new URL(customUrl, loc.href).href))) || loc.href;
  },
  getMatomoUrl: ({config}) => (config.apiUrl || config.trackerUrl).replace(/(js\/)?[^/]*$/, ''),
  getPiwikUrl: (t) => t.getMatomoUrl(),
  setCookieDomain({config}, domain) {
    const name = domain.replace(/^\*|\.$/g, '');
    if (('.' + loc.hostname).slice(-name.length) === name) {
      config.cookieDomain = name;
    } else {
      say('no cookies can be kept for ' + domain);
    }
  },
  getCookieDomain: (t) => t.config.cookieDomain,
  discardHashTag(t, discard) {
    t.config.discardHashTag = discard;
  },
  setPagePerformanceTiming(t, ...times) {
    t.config.pagePerformanceTiming = times;
  },
  setGenerationTimeMs() {},
  isCrossDomainLinkingEnabled: (t) => t.config.crossDomainLinking,
  getCrossDomainLinkingUrlParameter: () => '',
  addListener: (t, element, type, handler) => on(element, type, handler),
  addPlugin: (t, name, hooks) => addPlugin(name, hooks),
  addTracker: (t, url, siteId) => add(url, siteId, t),
};

const all = Object.assign({}, settings, consent, visitors, variables, links, heartbeat, ecommerce, methods);
for (const name in all) {
  Tracker.prototype[name] = function (...values) {
    return all[name](this, ...values);
  };
}

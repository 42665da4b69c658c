/*
 * A tracker: one site on one server. A page may have several.
 */
import {doc} from './page.js';
import {build, methods} from './request.js';
import {defaults, settings} from './settings.js';
import {dispatch} from './transport.js';

/** @this {any} */
export function Tracker(url, siteId) {
  this.config = defaults();
  this.config.trackerUrl = url || '';
  this.config.siteId = siteId || '';
}

/** @type {import('./core.js').Methods} */
const own = {
  request(query, callback, customData, kind) {
    dispatch(this, build(this, query, customData, kind), callback);
  },
  requests(queries) {
    queries.forEach((query) => this.request(query));
  },
  trackPageView(title, customData, callback) {
    this.pageView_ = Math.random().toString(36).slice(2, 8);
    this.request('action_name=' + encodeURIComponent(title || this.config.documentTitle || doc.title), callback, customData, 'log');
  },
  getVisitorId() {
    return '';
  },
  getMatomoUrl() {
    return (this.config.apiUrl || this.config.trackerUrl).replace(/[^/]*$/, '');
  },
};
Object.assign(Tracker.prototype, settings, methods, own);

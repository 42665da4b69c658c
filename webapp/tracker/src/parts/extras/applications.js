/* Page views of applications: what routes.js decides, told by the browser's history. */
import {noted} from '../../noted.js';
import {on, self} from '../../page.js';
import {whenHidden} from './leave.js';
import {routes} from './routes.js';

/** @typedef {import('../../core.js').AnyTracker} AnyTracker */

/** @returns {Record<string, Function> & ThisType<AnyTracker>} */
export const applications = () => {
  /** What is told of changes. @type {Array<(kind: 'push' | 'replace' | 'pop' | 'hash') => void>} */
  const listeners = [];
  /** @type {WeakSet<AnyTracker>} */
  const followed = new WeakSet();
  /** The page's address and the length of its history when this part was asked for. */
  const {asked: [address, length] = []} = /** @type {any} */ (self || {});

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
    on(window, 'popstate', () => changed('pop'));
    on(window, 'hashchange', () => changed('hash'));
  };

  return {
    /** @param {import('./routes.js').RouteOptions} [options] */
    enableAutoPageViews(options) {
      const tracker = this;
      if (followed.has(tracker)) {
        return;
      }
      followed.add(tracker);
      const around = {
        address: () => location.href,
        views: () => tracker.getPageViewId() + tracker.getNumTrackedPageViews(),
        later: (run, delay) => window.setTimeout(run, delay),
        cancel: (timer) => clearTimeout(timer),
      };
      const view = (now, before) => {
        tracker.setReferrerUrl(before);
        tracker.setCustomUrl(now);
        tracker.setDocumentTitle(document.title);
        tracker.trackPageView();
      };
      const missed = noted && history.length > length && tracker.getNumTrackedPageViews() < 2;
      const route = routes(around, options || {}, view, missed ? address : '');
      if (!listeners.length) {
        listen();
      }
      listeners.push(route.changed);
      whenHidden(route.flush);
    },
  };
};

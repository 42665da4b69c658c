/*
 * What pages of long ago call: pages that must not be framed, files opened from a disk, and piwik_log(), which took its settings from globals.
 */

import {watched} from '../../watched.js';

/** @typedef {import('../../core.js').AnyTracker} AnyTracker */

/** @returns {Record<string, Function> & ThisType<AnyTracker>} */
export const old = () => ({
  killFrame() {
    if (window.top !== window && !watched) {
      window.top.location.href = location.href;
    }
  },

  redirectFile(url) {
    if (location.protocol === 'file:') {
      location.href = url;
    }
  },

  legacyLog(title, siteId, url, customData) {
    const option = (name) => window['piwik_' + name];
    const tracker = window.Matomo.getTracker(url, siteId);
    tracker.setDocumentTitle(title);
    if (customData) {
      tracker.setCustomData(customData);
    }
    const given = {
      setLinkTrackingTimer: option('tracker_pause'),
      setDownloadExtensions: option('download_extensions'),
      setDomains: option('hosts_alias'),
      setIgnoreClasses: option('ignore_classes'),
    };
    for (const name of Object.keys(given)) {
      if (given[name]) {
        tracker[name](given[name]);
      }
    }
    tracker.trackPageView();
    if (option('install_tracker')) {
      tracker.enableLinkTracking();
    }
    window.piwik_track = (address, _site, _url, type) => tracker.trackLink(address, type);
  },
});

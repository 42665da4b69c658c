/*
 * Cross-domain linking: visitors keep their id on the way to another site of the same owner, though cookies end at the site. A link to
 * another of the owner's domains gets a pass at the moment it is used, and the page it leads to reads it (pass.js).
 *
 * The link is written to when a button goes down, early enough for all ways of opening it, and again on the click, which a keyboard
 * makes without a button. Files read no pass, and would be another file with each.
 */
import {find, hash, NAME, read, stamp, write} from './pass.js';
import {isFile, matches} from '../../address.js';
import {noted} from '../../noted.js';
import {on} from '../../page.js';

/** @typedef {import('../../core.js').AnyTracker} AnyTracker */

// Only what all sites are told alike: browsers against fingerprinting make up the rest for each.
const browser = hash([navigator.userAgent, navigator.platform, navigator.language].join());
const seconds = () => Math.floor(Date.now() / 1000);
/** Those that use this. @type {Set<AnyTracker>} */
const linking = new Set();

/** Nobody has an id without cookies, or before they consent. @type {(tracker: AnyTracker) => string} */
const pass = (tracker) => write(tracker.hasConsent() ? tracker.getVisitorId() : '', seconds(), browser);

/** Is it another domain of the site's? "*" would be everybody's. @type {(tracker: AnyTracker, link: HTMLAnchorElement) => boolean} */
const leads = ({config}, link) =>
  config.CrossDomainLinking && matches(config.Domains.filter((domain) => /\w/.test(domain)), link) && !isFile(config, link.href);

const used = (event) => {
  const link = event.composedPath().find((node) => /^(a|area)$/i.test(node.nodeName) && node.href);
  if (!link || !/^https?:$/.test(link.protocol) || link.hostname === location.hostname || link.hasAttribute('download')) {
    return;
  }
  const tracker = Array.from(linking).find((one) => leads(one, link));
  const written = tracker && pass(tracker);
  if (written) {
    link.href = stamp(link.href, written);
  }
};

/** @type {Record<string, (...values: any[]) => any> & ThisType<AnyTracker>} */
export const crossdomain = {
  enableCrossDomainLinking() {
    const {config} = this;
    // It was set when the call was noted, and may have been disabled again.
    config.CrossDomainLinking = config.CrossDomainLinking || !noted;
    if (!config.CrossDomainLinking) {
      return;
    }
    const id = read(find(location.href), seconds(), config.CrossDomainLinkingTimeout, browser);
    if (id) {
      this.setVisitorId(id);
    }
    if (!linking.size) {
      ['mousedown', 'click', 'auxclick', 'contextmenu'].forEach((type) => on(document, type, used, true));
    }
    linking.add(this);
  },

  getCrossDomainLinkingUrlParameter() {
    const written = pass(this);
    return written && NAME + '=' + written;
  },
};

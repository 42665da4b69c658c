/*
 * Clicks that lead away or to files. They are heard in the document, before the page's own handlers can stop them, so links that
 * come later are tracked, too.
 */
import {clean, isFile, isOwn} from './address.js';
import {attempt, doc, encode, on} from './page.js';
import {send} from './transport.js';

const has = (names, kind, more) => ['matomo_' + kind, 'piwik_' + kind].concat(more).some((name) => names.includes(name));

/**
 * What a click on a link is: 'link', 'download' or nothing to tell.
 * @type {(t: import('./core.js').State, url: URL, classes: string[], isDownload?: boolean) => string | undefined | false}
 */
export const linkType = (t, url, classes, isDownload) => {
  if (/^(\w*script|mocha|mailto|tel|data):/.test(url.protocol) || has(classes, 'ignore', t.ignoreClasses)) {
    return;
  }
  if (has(classes, 'link', t.linkClasses)) {
    return 'link';
  }
  if (isDownload || has(classes, 'download', t.downloadClasses) || isFile(t, url.href)) {
    return 'download';
  }
  return !isOwn(t, url) && 'link';
};

/** @type {(t: import('./core.js').State, event: any) => void} */
export const clicked = (t, {target}) => {
  // Links are A and AREA; other elements that begin like these have no address.
  while (target && !(/^a/i.test(target.nodeName) && target.href)) {
    target = target.parentNode || target.host;
  }
  const url = target && attempt(() => new URL(target.href, doc.baseURI));
  const type = url && linkType(t, url, (target.getAttribute('class') || '').split(/\s+/), target.hasAttribute('download'));
  if (type) {
    links.trackLink(t, url.href, type);
  }
};

/** @type {import('./core.js').Methods} */
export const links = {
  enableLinkTracking(t, all) {
    if (t.links_ === undefined) {
      on(doc, 'click', (event) => t.links_ && !event.button && clicked(t, event), true);
      on(doc, 'mouseup', (event) => t.links_ > 1 && event.button === 1 && clicked(t, event), true);
      on(doc, 'contextmenu', (event) => t.links_ > 1 && clicked(t, event), true);
    }
    t.links_ = all === false ? 1 : 2;
  },
  disableLinkTracking(t) {
    t.links_ = 0;
  },
  trackLink(t, url, type, customData, callback) {
    const kind = /^(link|download)$/.test(type) ? type : isFile(t, url) ? 'download' : 'link';
    send(t, kind + '=' + encode(clean(t, url)), 'link', customData, callback);
  },
};

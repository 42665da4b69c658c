/*
 * Clicks that lead away or to files. They are heard in the document, before the page's own handlers can stop them, so links that
 * come later are tracked, too.
 */
import {clean, isFile, isOwn} from './address.js';
import {attempt, doc, on} from './page.js';
import {encode} from './text.js';
import {send} from './transport.js';

const has = ({classList}, kind, more) => ['matomo_' + kind, 'piwik_' + kind].concat(more).some((name) => classList.contains(name));

/**
 * What a click on a link is: 'link', 'download' or nothing to tell.
 * @type {(t: import('./core.js').State, url: URL, link: Element) => string | undefined | false}
 */
const linkType = (t, url, link) => {
  if (/^(\w*script|mocha|mailto|tel|data):/.test(url.protocol) || has(link, 'ignore', t.IgnoreClasses)) {
    return;
  }
  if (has(link, 'link', t.LinkClasses)) {
    return 'link';
  }
  if (link.hasAttribute('download') || has(link, 'download', t.DownloadClasses) || isFile(t, url.href)) {
    return 'download';
  }
  return !isOwn(t, url) && 'link';
};

/** @type {(t: import('./core.js').State, event: any) => void} */
export const clicked = (t, event) => {
  // Links are A and AREA; other elements that begin like these have no address. That of drawings is an object.
  const target = event.composedPath().find((node) => /^a/i.test(node.nodeName) && node.href);
  const url = target && attempt(() => new URL(target.href.baseVal || target.href, doc.baseURI));
  const type = url && linkType(t, url, target);
  if (type) {
    links.trackLink(t, url.href, type);
  }
};

/** @type {import('./core.js').Methods} */
export const links = {
  enableLinkTracking(t, all) {
    if (!t.heard_) {
      t.heard_ = true;
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
    send(t, kind + '=' + encode(clean(t, url)), customData, callback, 'link');
  },
};

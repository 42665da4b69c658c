/*
 * How requests leave.
 *
 * pending_: built, but without consent, or held: the page is not shown yet, or a part must first tell who the visitor is.
 * outbox_: may leave. The first waits for client hints; those after it wait 800 ms, until the visitor's cookies and the server's row of the visit
 * exist, since requests side by side would make several visitors. Nothing waits when the page is hidden or left. All wait while offline,
 * but for those of a page that is gone for good.
 * bulk_: asked to be sent together (queueRequest), some seconds later.
 *
 * sendBeacon outlives the page and blocks nobody; where it is missing or refuses, XMLHttpRequest and at last an image do it, for whose sake the
 * end of the page is kept waiting a moment.
 */
import {facts, withHints} from './facts.js';
import {hook} from './hooks.js';
import {identity} from './identity.js';
import {attempt, doc, leaving, loc, nav, now, on, win} from './page.js';
import {unwanted} from './consent.js';
import {build, currentUrl, MARK, referrer} from './request.js';
import {watched} from './watched.js';

/** @typedef {import('./core.js').State} State */

const GAP = 800;
const BULK = 50;

/** The page may be gone after this turn. */
let last = false;

/** @type {(t: State, queries: string[], callback?: Function) => void} */
const dispatch = (t, queries, callback) => {
  // Not everywhere: prerendering.
  if (!t.CountPreRendered && /** @type {any} */ (doc).prerendering) {
    return on(doc, 'prerenderingchange', () => dispatch(t, queries, callback));
  }
  admit(t, {queries_: queries, callback_: callback, url_: currentUrl(t), from_: referrer(t), at_: now()});
};

/** @type {(t: State) => () => void} */
export const hold = (t) => {
  t.held_ = true;
  return () => {
    t.held_ = false;
    release(t);
  };
};

/**
 * Builds a request and lets it go as soon as may be.
 * @type {(t: State, query: string, data?: any, callback?: Function, kind?: string) => void}
 */
export const send = (t, query, data, callback, kind) => dispatch(t, [build(t, query, data, kind)], callback);

const admit = (t, item) => {
  if (watched || !t.TrackerUrl || unwanted(t) || (loc.protocol === 'file:' && !t.FileTracking) || !(t.consent_ || t.consentRequired_)) {
    return;
  }
  if (t.held_ || !t.consent_) {
    t.pending_.push(item);
    return;
  }
  item.who_ = identity(t, item.url_, item.from_);
  t.outbox_.push(item);
  if (!t.started_) {
    t.started_ = t.closed_ = true;
    withHints(t, () => open(t));
  }
  pump(t);
};

/** Lets go what was held for a reason that may be over. @type {(t: State) => void} */
export const release = (t) => t.pending_.splice(0).forEach((item) => admit(t, item));

const open = (t) => {
  t.closed_ = false;
  pump(t);
};

const pump = (t) => {
  while (t.outbox_.length && (last || !(t.closed_ || nav.onLine === false))) {
    transmit(t, t.outbox_.shift());
    if (!t.gap_) {
      t.gap_ = t.closed_ = true;
      setTimeout(() => open(t), GAP);
    }
  }
};

const transmit = (t, {queries_: queries, callback_: callback, at_: at, who_: who}) => {
  const trackerUrl = t.TrackerUrl;
  const late = Math.round((now() - at) / 1000);
  const bodies = queries
    .map((query) => {
      query = query.replace(MARK, () => who) + (t.consentRequired_ ? '&consent=1' : '') + (late > 2 ? '&cdo=' + late : '') + facts(t);
      return t.CustomRequestProcessing ? t.CustomRequestProcessing(query) : query;
    })
    .filter(Boolean);
  if (!bodies.length) {
    return;
  }
  const bulk = bodies.length > 1;
  const body = bulk ? JSON.stringify({requests: bodies.map((one) => '?' + one), send_image: 0}) : bodies[0];
  const address = trackerUrl + (trackerUrl.includes('?') ? '&' : '?') + body;
  const post = bulk || t.RequestMethod === 'POST' || address.length > 2000;
  const done = (success, isSendBeacon) => attempt(() => callback({request: body, trackerUrl, success, isSendBeacon}));

  if (
    (t.AlwaysUseSendBeacon || last) &&
    attempt(() => (post ? nav.sendBeacon(trackerUrl, new Blob([body], {type: t.RequestContentType})) : nav.sendBeacon(address)))
  ) {
    return done(true, true);
  }
  t.until_ = now() + +t.LinkTrackingTimer;
  const image = () => {
    const pixel = new Image();
    pixel.onload = () => done(true);
    pixel.onerror = () => done(false);
    pixel.src = address.replace('send_image=0', 'send_image=1');
  };
  if (!post && !t.AlwaysUseSendBeacon) {
    return image();
  }
  const xhr = new XMLHttpRequest();
  // Where there is no sendBeacon, nothing begun in the page's last moment outlives it but what is waited for.
  xhr.open('POST', trackerUrl, !last || !!nav.sendBeacon);
  xhr.setRequestHeader('Content-Type', t.RequestContentType);
  xhr.onload = () => done(xhr.status < 400);
  xhr.onerror = image;
  attempt(() => (xhr.send(body), true)) || image();
};

/** Sends what was queued. @type {(t: State) => void} */
export const flush = (t) => {
  t.timer_ = 0;
  while (t.bulk_.length) {
    dispatch(t, t.bulk_.splice(0, t.QueueRequest ? BULK : 1));
  }
};

/** @type {(t: State) => void} */
export const listen = (t) => {
  on(win, 'online', () => pump(t));
  leaving(({type, persisted}) => {
    const gone = type === 'pagehide';
    if (gone) {
      hook('unload');
    }
    // What stays, or may come back, is sent once there is a net again.
    last = nav.onLine !== false || persisted === false;
    flush(t);
    t.held_ = false;
    release(t);
    pump(t);
    setTimeout(() => {
      last = false;
    });
    while (gone && now() < t.until_) {
      // Images and XMLHttpRequests that just began end with the page.
    }
  });
};

/*
 * Content tracking: impressions of blocks that are there, or that were on the screen, and interactions with them. What a block is called
 * is in block.js, what is on the screen in sight.js.
 *
 * An impression is sent once in a page view, and those found together go together. Clicks are listened to in one place, before the
 * page's own handlers can stop them, and count in blocks that were looked for. An interaction is a request of its own also where the
 * click is an outlink or a download, since a request is stored as one action.
 */
import {blockOf, blocks, describe, interacts, query} from './block.js';
import {sight} from './sight.js';
import {loaded, on, ready} from '../../page.js';

const UNKNOWN = 'Unknown';

/** @typedef {import('../../core.js').AnyTracker} AnyTracker */

/**
 * @typedef {object} State of a tracker
 * @property {string} view the page view it is about
 * @property {Set<string>} sent requests of impressions
 * @property {WeakSet<Element>} known blocks that were looked for
 * @property {ReturnType<typeof sight>} [watch]
 */
/** Of the trackers that use this. @type {Map<AnyTracker, State>} */
const states = new Map();
let listening = false;

/** @type {(block: Element) => import('./block.js').Content} */
const read = (block) => describe(block, {base: document.baseURI, host: location.host});

/** @type {(value: any) => string} */
const text = (value) => (value === undefined || value === null ? '' : String(value).trim());

/** @type {(tracker: AnyTracker) => State} */
const stateOf = (tracker) => {
  const view = tracker.getPageViewId();
  let state = states.get(tracker);
  if (!state) {
    state = {view, sent: new Set(), known: new WeakSet()};
    states.set(tracker, state);
  }
  if (state.view !== view) {
    state.view = view;
    state.sent.clear();
  }
  return state;
};

/** @type {(tracker: AnyTracker, found: Element[]) => void} */
const send = (tracker, found) => {
  const {sent} = stateOf(tracker);
  const queries = found.map((block) => query(read(block))).filter((one) => !sent.has(one) && sent.add(one));
  if (queries.length) {
    tracker.requests(queries, 'contentImpression');
  }
};

/** @type {(tracker: AnyTracker, content: import('./block.js').Content, interaction: string) => void} */
const interact = (tracker, content, interaction) =>
  tracker.trackRequest(query(content, interaction), undefined, undefined, 'contentInteraction');

const clicked = (event) => {
  const block = blockOf(event.target);
  if (block && interacts(block, event.target)) {
    states.forEach((state, tracker) => {
      if (state.known.has(block)) {
        interact(tracker, read(block), 'click');
      }
    });
  }
};

/** @type {(tracker: AnyTracker, found: Element[]) => void} */
const know = (tracker, found) => {
  const {known} = stateOf(tracker);
  found.forEach((block) => known.add(block));
  if (!listening) {
    listening = true;
    on(document, 'click', clicked, true);
  }
};

/** @type {Record<string, (...values: any[]) => any> & ThisType<AnyTracker>} */
export const content = {
  /** Impressions of all blocks of the page, as soon as it is parsed. */
  trackAllContentImpressions() {
    ready(() => {
      const found = blocks(document);
      know(this, found);
      send(this, found);
    });
  },

  /** Impressions of the blocks that are, or come, on the screen. */
  trackVisibleContentImpressions(checkOnScroll, timeInterval) {
    const onScroll = checkOnScroll === undefined || !!checkOnScroll;
    const interval = timeInterval === undefined ? 750 : +timeInterval || 0;
    loaded(() => {
      const found = blocks(document);
      const state = stateOf(this);
      if (state.watch) {
        state.watch.end();
      }
      know(this, found);
      state.watch = sight(onScroll, interval, (seen) => send(this, seen));
      state.watch.add(found);
    });
  },

  /** Impressions of blocks that came later; only of those on the screen if that was chosen before. */
  trackContentImpressionsWithinNode(node) {
    if (node && node.querySelectorAll) {
      ready(() => {
        const found = blocks(node);
        const {watch} = stateOf(this);
        know(this, found);
        if (watch) {
          watch.add(found);
        } else {
          send(this, found);
        }
      });
    }
  },

  trackContentImpression(contentName, contentPiece, contentTarget) {
    const name = text(contentName);
    if (name) {
      const told = {name, piece: text(contentPiece) || UNKNOWN, target: text(contentTarget)};
      this.trackRequest(query(told), undefined, undefined, 'contentImpression');
    }
  },

  trackContentInteraction(contentInteraction, contentName, contentPiece, contentTarget) {
    const interaction = text(contentInteraction);
    const name = text(contentName);
    if (interaction && name) {
      interact(this, {name, piece: text(contentPiece) || UNKNOWN, target: text(contentTarget)}, interaction);
    }
  },

  trackContentInteractionNode(node, contentInteraction) {
    const block = blockOf(node);
    if (block) {
      interact(this, read(block), text(contentInteraction) || UNKNOWN);
    }
  },

  logAllContentBlocksOnPage() {
    console.log(blocks(document).map(read));
  },
};

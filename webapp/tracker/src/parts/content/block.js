/**
 * What a content block says about itself: its name, its piece (what was shown) and its target (where it leads).
 *
 * A block is an element with the attribute `data-track-content` or a class of the same meaning. Inside (the block itself
 * included, in document order) an attribute with a value says the thing outright; an attribute without one, or a class, only
 * points at the element to read it from; without either the block itself is read. Attributes win over classes, and the first
 * element over later ones. A piece is read from the address of a picture, a film or a sound, a target from `href`, a name from
 * the piece or a title. Text is never read: it changes with the language and may be about the visitor.
 */

import {encode} from '../../text.js';

const UNKNOWN = 'Unknown';

/** Marks by the part of the block they point at: an attribute, and a class in two spellings. */
const MARKS = {
  block: ['data-track-content', 'TrackContent'],
  piece: ['data-content-piece', 'ContentPiece'],
  target: ['data-content-target', 'ContentTarget'],
  ignored: ['data-content-ignoreinteraction', 'ContentIgnoreInteraction'],
};

/**
 * @param {keyof typeof MARKS} mark
 * @returns {string[]} the attribute's selector, then the classes'
 */
function selectors(mark) {
  const [attribute, name] = MARKS[mark];
  return ['[' + attribute + ']', '.matomo' + name + ',.piwik' + name];
}

/**
 * The first element that fits, the given one included.
 * @param {Element} within
 * @param {string} selector
 * @returns {Element | null}
 */
function first(within, selector) {
  return within.matches(selector) ? within : within.querySelector(selector);
}

/**
 * @param {Element} block
 * @param {'piece' | 'target'} mark
 * @returns {Element} the element marked so, or the block
 */
function marked(block, mark) {
  const [attribute, classes] = selectors(mark);
  return first(block, attribute) || first(block, classes) || block;
}

/**
 * @param {Element} element
 * @param {string} attribute
 */
function read(element, attribute) {
  return (element.getAttribute(attribute) || '').trim();
}

/**
 * @param {Element} block
 * @param {string} attribute
 */
function told(block, attribute) {
  const element = first(block, '[' + attribute + ']:not([' + attribute + '=""])');
  return element ? read(element, attribute) : '';
}

/**
 * @param {Element} element
 * @returns {string} the address of what the element shows, or nothing
 */
function media(element) {
  const tag = element.tagName.toLowerCase();
  if (tag === 'object') {
    return read(element, 'data');
  }
  if (tag === 'img' || tag === 'embed' || tag === 'video' || tag === 'audio') {
    const source = read(element, 'src') ? element : element.querySelector('source[src]');
    return source ? read(source, 'src') : '';
  }
  return '';
}

/**
 * @param {string} address
 * @param {string} base
 */
function absolute(address, base) {
  try {
    return address && new URL(address, base).href;
  } catch (broken) {
    return address;
  }
}

/**
 * @param {string} piece
 * @param {string} host
 * @returns {string} without protocol and host if that is the page's own
 */
function withoutHost(piece, host) {
  const at = /^(?:https?:)?\/\/([^/?#]+)/i.exec(piece);
  return at && at[1].toLowerCase() === host ? piece.slice(at[0].length) || '/' : piece;
}

/**
 * @typedef {{name: string, piece: string, target: string}} Content
 * @param {Element} block
 * @param {{base: string, host: string}} page what its relative addresses start from, and its host
 * @returns {Content}
 */
export function describe(block, page) {
  const shown = marked(block, 'piece');
  const leads = marked(block, 'target');
  const piece = told(block, 'data-content-piece') || absolute(media(shown), page.base);
  return {
    name:
      told(block, 'data-content-name') ||
      withoutHost(piece, page.host) ||
      read(block, 'title') ||
      read(shown, 'title') ||
      read(leads, 'title') ||
      UNKNOWN,
    piece: piece || UNKNOWN,
    target: told(block, 'data-content-target') || read(leads, 'href'),
  };
}

/**
 * @param {Document | Element} within
 * @returns {Element[]} all blocks there, the given element included
 */
export function blocks(within) {
  const selector = selectors('block').join();
  const found = /** @type {Element[]} */ ([].slice.call(within.querySelectorAll(selector)));
  return 'matches' in within && within.matches(selector) ? [within, ...found] : found;
}

/**
 * @param {EventTarget | null} node any node, as a click names it
 * @returns {Element | null} the block it is in
 */
export function blockOf(node) {
  const element = /** @type {any} */ (node && /** @type {Node} */ (node).nodeType === 3 ? /** @type {Node} */ (node).parentNode : node);
  return element && element.closest ? element.closest(selectors('block').join()) : null;
}

/**
 * @param {Element} block
 * @param {Node} clicked
 * @returns {boolean} whether a click there is an interaction with the block
 */
export function interacts(block, clicked) {
  const leads = marked(block, 'target');
  return leads.contains(clicked) && !leads.matches(selectors('ignored').join());
}

/**
 * @param {Content} content
 * @param {string} [interaction]
 * @returns {string} the parameters of its request
 */
export function query(content, interaction) {
  return (
    (interaction ? 'c_i=' + encode(interaction) + '&' : '') +
    'c_n=' +
    encode(content.name) +
    (content.piece ? '&c_p=' + encode(content.piece) : '') +
    (content.target ? '&c_t=' + encode(content.target) : '') +
    '&ca=1'
  );
}

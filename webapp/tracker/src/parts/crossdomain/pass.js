/**
 * The pass a visitor carries from one site to another: `pk_vid` in the address.
 *
 * It is the visitor's id (16 hex digits), the second it was written (decimal) and a hash (6 hex digits) of what the browser says of
 * itself. Addresses get shared: a pass is good for a short time only, and only in a browser that looks the same.
 */

export const NAME = 'pk_vid';

const FORMAT = /^([0-9a-f]{16})(\d{1,12})([0-9a-f]{6})$/;

/** How far the clock may have been set back between writing and reading, in seconds. */
const CLOCK = 5;

/**
 * @param {string} text
 * @returns {string} six hex digits: FNV-1a of 32 bits, folded to 24
 */
export function hash(text) {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  }
  return (0x1000000 + ((sum >>> 24) ^ (sum & 0xffffff))).toString(16).slice(1);
}

/**
 * @param {string} id the visitor's, or nothing
 * @param {number} now in seconds
 * @param {string} browser the hash of it
 * @returns {string} nothing without an id
 */
export function write(id, now, browser) {
  return id && id + now + browser;
}

/**
 * @param {string} pass
 * @param {number} now in seconds
 * @param {number} timeout in seconds; nothing expires at 0
 * @param {string} browser
 * @returns {string} the id, or nothing if the pass is not for this browser, too old, or none
 */
export function read(pass, now, timeout, browser) {
  const parts = FORMAT.exec(pass);
  if (!parts || parts[3] !== browser) {
    return '';
  }
  const age = now - +parts[2];
  return timeout <= 0 || (age >= -CLOCK && age <= timeout) ? parts[1] : '';
}

/**
 * @param {string} address
 * @returns {string} the pass in it, in its query or else its fragment
 */
export function find(address) {
  const found = /[?&#]pk_vid=([^&#]*)/.exec(address);
  return found ? found[1] : '';
}

/**
 * @param {string} address of a link
 * @param {string} pass
 * @returns {string} the address with this pass instead of any it had
 */
export function stamp(address, pass) {
  const hash = address.indexOf('#');
  const fragment = hash < 0 ? '' : address.slice(hash);
  const plain = (hash < 0 ? address : address.slice(0, hash)).replace(/([?&])pk_vid=[^&]*(&|$)/g, function (all, before, after) {
    return after && before;
  });
  return plain + (plain.indexOf('?') < 0 ? '?' : '&') + NAME + '=' + pass + fragment;
}

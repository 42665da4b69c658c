import {encode} from '../../text.js';

/**
 * @param {string} category
 * @param {string} action
 * @param {string} [name]
 * @param {number | string} [value] left out unless it is a number
 * @returns {string} the parameters of an event's request
 */
export function event(category, action, name, value) {
  return (
    'e_c=' +
    encode(category) +
    '&e_a=' +
    encode(action) +
    (name ? '&e_n=' + encode(name) : '') +
    (value === undefined || value === '' || !isFinite(+value) ? '' : '&e_v=' + +value) +
    '&ca=1'
  );
}

/**
 * @param {string} address
 * @returns {string} what a page is called in the name of an event: its path, and its fragment if that is a path
 */
export function pageName(address) {
  const [, path, fragment] = /^(?:[a-z]+:)?(?:\/\/[^/?#]*)?([^?#]*)(?:\?[^#]*)?(#[/!].*)?/i.exec(address);
  return (path || '/') + (fragment || '');
}

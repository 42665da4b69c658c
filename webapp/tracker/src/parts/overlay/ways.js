/**
 * Which number belongs to a link: addresses are compared as reports tell pages apart (UrlRules on the server). Those of pages come without
 * protocol, "www.", parameters that never tell pages apart and mostly without fragment; those of outlinks and downloads as they were clicked.
 */

/** Longest address that is told apart. */
export const LONGEST = 1024;

/**
 * @typedef {object} Ways what Footfall tells of a page
 * @property {[string, string][]} rows addresses that came next, and what to write there
 * @property {string[]} without names of parameters that do not count, in lower case, and expressions between slashes
 * @property {boolean} fragments whether these count
 */

/** @type {(address: string) => string} */
const bare = (address) => address.replace(/^https?:\/\/(www\.)?/i, '');

/**
 * An address as pages are told apart.
 * @type {(address: string, excluded: (name: string) => boolean, fragments: boolean) => string}
 */
export const page = (address, excluded, fragments) => {
  const [, place, query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#[^]*)?$/.exec(address.slice(0, LONGEST));
  // Some servers write parameters as /page;a=b.
  const [, path, inPath] = /^(.*\/\/.*\/[^/;]*);([^/=][^/]*=[^/]*)$/.exec(place) || [, place, ''];
  const kept = (inPath.replace(/;/g, '&') + '&' + query)
    .split('&')
    .filter((pair) => pair && !excluded(pair.split(/=|\[|%5b/i)[0].toLowerCase()))
    .join('&');
  return bare(path) + (kept && '?' + kept) + (fragments ? fragment.replace(/#+$/, '') : '');
};

/** An expression of somebody who runs the site; what is none excludes nothing. @type {(text: string) => RegExp} */
const expression = (text) => {
  try {
    return new RegExp(text.slice(1, -1), 'i');
  } catch (e) {
    return /^\b$/;
  }
};

/** Finds what to write at a link. @type {(ways: Ways) => (address: string) => string | undefined} */
export const finder = ({rows, without, fragments}) => {
  const texts = new Map(rows.map(([address, text]) => [bare(address), text]));
  const names = new Set(without);
  const expressions = without.filter((name) => /^\/.+\/$/.test(name)).map(expression);
  const excluded = (name) => names.has(name) || expressions.some((one) => one.test(name));
  return (address) => texts.get(page(address, excluded, fragments)) || texts.get(bare(address));
};

/*
 * Changes to the list of what is a download. The tracker has its own list as patterns, which are shorter ("docx?"); to take one from among them, they
 * are written out: each ends in a letter that may be missing, or in one of several.
 */

/** @typedef {import('../../core.js').AnyTracker} AnyTracker */

/** @type {(extensions: string | string[]) => string[]} */
const list = (extensions) => (Array.isArray(extensions) ? extensions : extensions.split('|'));

/** @type {(pattern: string) => string[]} */
export const plain = (pattern) => {
  const [, start, several, one, maybe, rest] = /^(\w*?)(?:\[(\w+)\]|(\w(?=\?)))(\??)(\w*)$/.exec(pattern) || [];
  return start === undefined ? [pattern] : (maybe ? [''] : []).concat((several || one).split('')).map((letter) => start + letter + rest);
};

/** @returns {Record<string, Function> & ThisType<AnyTracker>} */
export const files = () => ({
  addDownloadExtensions(extensions) {
    this.config.DownloadExtensions = this.config.DownloadExtensions.concat(list(extensions));
  },
  removeDownloadExtensions(extensions) {
    const gone = list(extensions);
    this.config.DownloadExtensions = [].concat(...this.config.DownloadExtensions.map(plain)).filter((one) => !gone.includes(one));
  },
});

/* Texts in addresses. */

/**
 * Half of a character, as texts have that were cut within an emoji, cannot be written and is left out.
 * @type {(text: any) => string}
 */
export const encode = (text) => encodeURIComponent(String(text).replace(/[\ud800-\udfff]/gu, ''));

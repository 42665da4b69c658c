/*
 * The first four hex digits of the SHA-1 of a text. Cookie names end in those of domain and path, so that cookies which two settings of these
 * wrote do not mix; and since visitors keep their cookies when a site switches, no other hash will do.
 *
 * Shifts take the last five bits of their distance, so 8 * ~i moves the first of four bytes 24 bits up and the last of them not at all. The
 * rounds' constants are square roots, as the standard has it; and two of the five words it starts with are the others' complement.
 */
import {encode} from './text.js';

const turn = (x, n) => (x << n) | (x >>> (32 - n));

/** @type {(text: string) => string} */
export const hash4 = (text) => {
  const bytes = unescape(encode(text)) + '\x80';
  const words = [];
  for (let i = 0; i < bytes.length; i++) {
    words[i >> 2] |= bytes.charCodeAt(i) << (8 * ~i);
  }
  const end = ((bytes.length + 71) >> 6) * 16;
  words[end - 1] = bytes.length * 8 - 8;

  let h = [0x67452301, 0xefcdab89, ~0x67452301, ~0xefcdab89, 0xc3d2e1f0];
  for (let block = 0; block < end; block += 16) {
    let [a, b, c, d, e] = h;
    const w = words.slice(block, block + 16);
    for (let i = 0; i < 80; i++) {
      const round = (i / 20) | 0;
      const odd = b ^ c ^ d;
      w[i] = i < 16 ? w[i] : turn(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
      const mix = [(b & c) | (~b & d), odd, (b & c) | (d & (b | c)), odd][round] + (([2, 3, 5, 10][round] ** 0.5 * 2 ** 30) | 0);
      [a, b, c, d, e] = [(turn(a, 5) + mix + e + (w[i] | 0)) | 0, a, turn(b, 30), c, d];
    }
    h = [a, b, c, d, e].map((x, i) => (x + h[i]) | 0);
  }
  return (h[0] >>> 16).toString(16).padStart(4, '0');
};

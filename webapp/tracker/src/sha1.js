/*
 * The first four hex digits of the SHA-1 of a text. Cookie names end in those of domain and path, so that cookies which two settings of these
 * wrote do not mix; and since visitors keep their cookies when a site switches, no other hash will do.
 *
 * Shifts take the last five bits of their distance, so 8 * ~i moves the first of four bytes 24 bits up and the last of them not at all, and -n is
 * as good as 32 - n. The rounds' constants are square roots, as the standard has it; and two of the five words it starts with are the others'
 * complement. Sums may outgrow 32 bits, since whatever they are used for takes the last 32 only.
 */

const turn = (x, n) => (x << n) | (x >>> -n);

/** @type {(text: string) => string} */
export const hash4 = (text) => {
  const words = [];
  let last;
  [...new TextEncoder().encode(text), 128].map((byte, i) => (words[(last = i) >> 2] |= byte << (8 * ~i)));
  words[((last + 8) >> 2) | 15] = last * 8;

  let h = [0x67452301, 0xefcdab89 | 0, ~0x67452301, ~0xefcdab89, 0xc3d2e1f0];
  while (words.length) {
    const w = [];
    /** The rounds from the i-th on. @type {(i: number, a: number, b: number, c: number, d: number, e: number, k?: number) => number[]} */
    const rounds = (i, a, b, c, d, e, k = (i / 20) | 0) =>
      k < 4
        ? rounds(
            i + 1,
            turn(a, 5) +
              (k % 2 ? b ^ c ^ d : (b & (c ^ d)) ^ (k ? c & d : d)) +
              e +
              (w[i] = i < 16 ? words.shift() | 0 : turn(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1)) +
              (([2, 3, 5, 10][k] ** 0.5 * 2 ** 30) | 0),
            a,
            turn(b, 30),
            c,
            d
          )
        : [a, b, c, d, e];
    h = rounds(0, .../** @type {[number, number, number, number, number]} */ (h)).map((x, i) => x + h[i]);
  }
  return ((h[0] >>> 16) | 65536).toString(16).slice(1);
};

/*
 * SHA-1 of a text's UTF-8 bytes, in hex. Cookie names end in its first four digits over domain and path, so that cookies which two
 * settings of these wrote do not mix; and since visitors keep their cookies when a site switches, no other hash will do.
 */
/** @type {(text: string) => string} */
export const sha1 = (text) => {
  const bytes = unescape(encodeURIComponent(text));
  const length = bytes.length;
  const words = [];
  for (let i = 0; i < length; i++) {
    words[i >> 2] |= bytes.charCodeAt(i) << (24 - (i % 4) * 8);
  }
  words[length >> 2] |= 0x80 << (24 - (length % 4) * 8);
  const end = (((length + 8) >> 6) + 1) * 16;
  words[end - 1] = length * 8;

  const turn = (x, n) => (x << n) | (x >>> (32 - n));
  let h = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
  for (let block = 0; block < end; block += 16) {
    let [a, b, c, d, e] = h;
    const w = [];
    for (let i = 0; i < 80; i++) {
      w[i] = i < 16 ? words[block + i] | 0 : turn(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
      const mix =
        i < 20
          ? ((b & c) | (~b & d)) + 0x5a827999
          : i < 40
            ? (b ^ c ^ d) + 0x6ed9eba1
            : i < 60
              ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
              : (b ^ c ^ d) + 0xca62c1d6;
      [a, b, c, d, e] = [(turn(a, 5) + mix + e + w[i]) | 0, a, turn(b, 30), c, d];
    }
    h = [h[0] + a, h[1] + b, h[2] + c, h[3] + d, h[4] + e].map((x) => x | 0);
  }
  return h.map((x) => (x >>> 0).toString(16).padStart(8, '0')).join('');
};

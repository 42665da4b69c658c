package org.footfall.visitlog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * A fast keyed 64-bit hash of byte strings. The key is random for each reader, so that nobody can
 * send addresses that fall on each other; equal hashes are compared byte by byte all the same.
 */
final class TextHash {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long key1;
  private final long key2;

  TextHash(long key1, long key2) {
    this.key1 = key1;
    this.key2 = key2;
  }

  static TextHash random() {
    SecureRandom random = new SecureRandom();
    return new TextHash(random.nextLong(), random.nextLong());
  }

  long of(byte[] bytes, int from, int to) {
    long hash = key1 ^ (to - from);
    int at = from;
    for (; to - at >= 8; at += 8) {
      hash = mix(hash ^ (long) LONG.get(bytes, at), key2);
    }
    long rest = 0;
    for (int i = to - 1; i >= at; i--) {
      rest = (rest << 8) | (bytes[i] & 0xff);
    }
    return mix(mix(hash ^ rest, key2 ^ 0x9e3779b97f4a7c15L), key1 | 1);
  }

  /** Both halves of the product, folded. */
  private static long mix(long a, long b) {
    return (a * b) ^ Math.multiplyHigh(a, b) ^ a;
  }
}

package org.footfall.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * A fast keyed 64-bit hash of byte strings. The key is random for each reader, so that nobody can
 * send addresses that fall on each other; equal hashes are compared byte by byte all the same.
 */
public final class TextHash {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long key1;
  private final long key2;

  public TextHash(long key1, long key2) {
    this.key1 = key1;
    this.key2 = key2 | 1;
  }

  public static TextHash random() {
    SecureRandom random = new SecureRandom();
    return new TextHash(random.nextLong(), random.nextLong());
  }

  public long of(byte[] bytes, int from, int to) {
    long hash = key1 ^ (to - from);
    int at = from;
    for (; to - at >= 8; at += 8) {
      hash = mix(hash ^ (long) LONG.get(bytes, at));
    }
    long rest = 0;
    for (int i = to - 1; i >= at; i--) {
      rest = (rest << 8) | (bytes[i] & 0xff);
    }
    return spread(mix(hash ^ rest));
  }

  /** Both halves of a product with the key, folded. */
  private long mix(long value) {
    return (value * key2) ^ Math.multiplyHigh(value, key2) ^ value;
  }

  /** The end of MurmurHash3: every bit of the hash depends on every bit before. */
  private static long spread(long value) {
    long hash = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}

package org.footfall.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes being read that may be damaged or hostile: every step is checked against the end, and what
 * does not fit is the {@link Damage} that the source was given.
 */
public final class ByteSource {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Damage damage;
  private final byte[] bytes;
  private final int end;
  private int position;

  public ByteSource(Damage damage, byte[] bytes, int start, int end) {
    this.damage = damage;
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  public int position() {
    return position;
  }

  public int left() {
    return end - position;
  }

  public int next() {
    need(1);
    return bytes[position++] & 0xff;
  }

  public byte[] take(int length) {
    need(length);
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  public void take(byte[] to, int offset, int length) {
    need(length);
    System.arraycopy(bytes, position, to, offset, length);
    position += length;
  }

  public long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = next();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw damaged("a number of more than 64 bits");
  }

  public long signed() {
    return ByteSink.unzigzag(varint());
  }

  /** A number from 0 to a limit. */
  public int count(int limit, String what) {
    long value = varint();
    if (value < 0 || value > limit) {
      throw damaged("%s of %s, at most %d".formatted(what, Long.toUnsignedString(value), limit));
    }
    return (int) value;
  }

  public int int32() {
    return next() | (next() << 8) | (next() << 16) | (next() << 24);
  }

  /** Up to eight bytes as a number, the first one lowest; bytes past the end count as 0. */
  public long word(int at) {
    if (end - at >= 8) {
      return (long) LONG.get(bytes, at);
    }
    long word = 0;
    for (int i = Math.min(8, end - at) - 1; i >= 0; i--) {
      word = (word << 8) | (bytes[at + i] & 0xff);
    }
    return word;
  }

  /** What to throw when what is read cannot be. */
  public RuntimeException damaged(String what) {
    return damage.of(what);
  }

  private void need(int length) {
    if (length < 0 || length > end - position) {
      throw damaged("it ends too early");
    }
  }
}

package org.footfall.codec;

import java.util.Arrays;

/** Bytes being written. */
public final class ByteSink {
  private byte[] bytes = new byte[256];
  private int size;

  public int size() {
    return size;
  }

  /** Begins anew. */
  public void clear() {
    size = 0;
  }

  /** The array being written to, which holds more than what was written and may be replaced. */
  public byte[] array() {
    return bytes;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  public ByteSink put(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  public ByteSink put(byte[] from) {
    return put(from, 0, from.length);
  }

  public ByteSink put(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
    return this;
  }

  /** Seven bits a byte, lowest first; small numbers are short. */
  public ByteSink varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      put((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    return put((int) rest);
  }

  /** As {@link #varint}, short for small negative numbers too. */
  public ByteSink signed(long value) {
    return varint(zigzag(value));
  }

  public ByteSink int32(int value) {
    return put(value).put(value >> 8).put(value >> 16).put(value >> 24);
  }

  public static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  public static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length + bytes.length / 2, size + more));
    }
  }
}

package org.footfall.visitlog;

import java.util.Arrays;

/** Bytes being written. */
final class ByteSink {
  private byte[] bytes = new byte[256];
  private int size;

  int size() {
    return size;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  ByteSink put(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  ByteSink put(byte[] from) {
    return put(from, 0, from.length);
  }

  ByteSink put(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
    return this;
  }

  /** Seven bits a byte, lowest first; small numbers are short. */
  ByteSink varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      put((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    return put((int) rest);
  }

  /** As {@link #varint}, short for small negative numbers too. */
  ByteSink signed(long value) {
    return varint(zigzag(value));
  }

  ByteSink int32(int value) {
    return put(value).put(value >> 8).put(value >> 16).put(value >> 24);
  }

  static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}

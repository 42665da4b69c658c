package org.footfall.tracking;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote; never past the end, whatever the bytes say. */
final class ByteReader {
  private final byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int octet() {
    need(1);
    return bytes[at++] & 0xFF;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = octet();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new CodecException("a number without an end at byte " + at);
  }

  /** A number that counts what follows, each at least one byte. */
  int count() {
    long value = number();
    if (value < 0 || value > bytes.length - at) {
      throw new CodecException("a length of " + value + " at byte " + at);
    }
    return (int) value;
  }

  long eightBytes() {
    need(8);
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | (bytes[at++] & 0xFF);
    }
    return value;
  }

  byte[] raw(int length) {
    need(length);
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  String text() {
    int length = count();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  void end() {
    if (at != bytes.length) {
      throw new CodecException((bytes.length - at) + " bytes too many");
    }
  }

  private void need(int length) {
    if (length > bytes.length - at) {
      throw new CodecException("cut off at byte " + bytes.length);
    }
  }
}

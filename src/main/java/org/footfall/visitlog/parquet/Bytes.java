package org.footfall.visitlog.parquet;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;

/** Bytes being put together as Parquet wants them: lowest byte first, varints of seven bits. */
final class Bytes extends ByteArrayOutputStream {
  @CanIgnoreReturnValue
  Bytes little(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      write((int) (value >>> (8 * i)));
    }
    return this;
  }

  @CanIgnoreReturnValue
  Bytes varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    write((int) rest);
    return this;
  }

  @CanIgnoreReturnValue
  Bytes put(byte[] bytes) {
    write(bytes, 0, bytes.length);
    return this;
  }

  /** Bytes behind their length in 32 bits. */
  @CanIgnoreReturnValue
  Bytes sized(byte[] bytes) {
    return little(bytes.length, Integer.BYTES).put(bytes);
  }
}

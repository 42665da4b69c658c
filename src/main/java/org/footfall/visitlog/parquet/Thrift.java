package org.footfall.visitlog.parquet;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One struct in Thrift's compact protocol, of which Parquet's headers and footer are made. Fields
 * are put in the order of their numbers.
 */
final class Thrift {
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;
  private static final int LONG_LIST = 15;

  private final Bytes bytes = new Bytes();
  private int last;

  @CanIgnoreReturnValue
  Thrift i32(int field, int value) {
    head(field, I32).varint(zigzag(value));
    return this;
  }

  @CanIgnoreReturnValue
  Thrift i64(int field, long value) {
    head(field, I64).varint(zigzag(value));
    return this;
  }

  @CanIgnoreReturnValue
  Thrift flag(int field, boolean value) {
    head(field, value ? TRUE : FALSE);
    return this;
  }

  @CanIgnoreReturnValue
  Thrift text(int field, String value) {
    return binary(field, value.getBytes(StandardCharsets.UTF_8));
  }

  @CanIgnoreReturnValue
  Thrift binary(int field, byte[] value) {
    head(field, BINARY).varint(value.length).put(value);
    return this;
  }

  @CanIgnoreReturnValue
  Thrift struct(int field, Thrift value) {
    head(field, STRUCT).put(value.toBytes());
    return this;
  }

  /** A list of structs that are bytes already. */
  @CanIgnoreReturnValue
  Thrift structs(int field, List<byte[]> values) {
    list(field, STRUCT, values.size());
    values.forEach(bytes::put);
    return this;
  }

  @CanIgnoreReturnValue
  Thrift numbers(int field, List<Integer> values) {
    list(field, I32, values.size());
    values.forEach(value -> bytes.varint(zigzag(value)));
    return this;
  }

  @CanIgnoreReturnValue
  Thrift texts(int field, List<String> values) {
    list(field, BINARY, values.size());
    for (String value : values) {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      bytes.varint(utf8.length).put(utf8);
    }
    return this;
  }

  /** The struct with the mark of its end. */
  byte[] toBytes() {
    byte[] fields = bytes.toByteArray();
    return java.util.Arrays.copyOf(fields, fields.length + 1);
  }

  private Bytes head(int field, int type) {
    bytes.write((field - last) << 4 | type);
    last = field;
    return bytes;
  }

  private void list(int field, int type, int size) {
    head(field, LIST).write(Math.min(size, LONG_LIST) << 4 | type);
    if (size >= LONG_LIST) {
      bytes.varint(size);
    }
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }
}

package org.footfall.queue;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The bytes of one entry in a spool file.
 *
 * <pre>
 * magic     4  FF 46 FE 48 (FF and FE do not occur in UTF-8, so no text of a hit looks like it)
 * length    4  of the body
 * checksum  4  CRC-32C over segment number (8), offset (8), length (4) and body
 * body         version 1 (1), shard (2), first sequence (8), received in Unix ms (8), hits (4),
 *              length of the producer (1), producer (ASCII), payloads as in {@link HitEntry}
 * </pre>
 *
 * All numbers are big-endian. The checksum knows the place of the record, so that a record copied
 * elsewhere, or forged inside a payload, is not taken for one.
 */
final class SpoolRecord {
  static final int MAGIC = 0xFF46FE48;
  static final int HEADER = 12;

  private static final byte VERSION = 1;
  private static final int FIXED = 24;

  private SpoolRecord() {}

  /** Bytes of the whole record. */
  static int size(HitEntry entry) {
    return HEADER + FIXED + entry.producer().length() + entry.hits().length;
  }

  static void write(HitEntry entry, long segment, long offset, ByteBuffer out) {
    int start = out.position();
    out.putInt(MAGIC).putInt(size(entry) - HEADER).putInt(0);
    out.put(VERSION).putShort((short) entry.shard()).putLong(entry.first());
    out.putLong(entry.receivedMillis()).putInt(entry.count());
    byte[] producer = entry.producer().getBytes(StandardCharsets.US_ASCII);
    out.put((byte) producer.length).put(producer).put(entry.hits());
    ByteBuffer body = out.duplicate().flip().position(start + HEADER);
    out.putInt(start + 8, checksum(segment, offset, body));
  }

  /**
   * The length of the valid record that begins at an index, or −1 when there is none.
   *
   * @param file a part of a segment file that begins at {@code base}
   */
  static int lengthAt(ByteBuffer file, int index, long segment, long base) {
    if (file.limit() - index < HEADER + FIXED || file.getInt(index) != MAGIC) {
      return -1;
    }
    int length = file.getInt(index + 4);
    if (length < FIXED || length > file.limit() - index - HEADER) {
      return -1;
    }
    ByteBuffer body = file.slice(index + HEADER, length);
    boolean valid = checksum(segment, base + index, body) == file.getInt(index + 8);
    return valid ? HEADER + length : -1;
  }

  /** Reads the body of a record, whose checksum need not have been verified. */
  static HitEntry body(ByteBuffer body) throws MalformedEntry {
    ByteBuffer in = body.duplicate();
    try {
      if (in.get() != VERSION) {
        throw new MalformedEntry("a spool record of an unknown version");
      }
      int shard = Short.toUnsignedInt(in.getShort());
      long first = in.getLong();
      long received = in.getLong();
      int count = in.getInt();
      byte[] producer = new byte[Byte.toUnsignedInt(in.get())];
      in.get(producer);
      byte[] hits = new byte[in.remaining()];
      in.get(hits);
      String name = new String(producer, StandardCharsets.US_ASCII);
      return new HitEntry(shard, name, first, count, received, hits);
    } catch (BufferUnderflowException e) {
      throw new MalformedEntry("a spool record that is too short");
    }
  }

  /** The body of the record at an index, as its length field says it, or as much as there is. */
  static ByteBuffer bodyAt(ByteBuffer file, int index) {
    int rest = Math.max(0, file.limit() - index - HEADER);
    int length = file.limit() - index >= HEADER ? file.getInt(index + 4) : 0;
    return file.slice(Math.min(index + HEADER, file.limit()), Math.max(0, Math.min(length, rest)));
  }

  private static int checksum(long segment, long offset, ByteBuffer body) {
    CRC32C crc = new CRC32C();
    crc.update(
        ByteBuffer.allocate(20).putLong(segment).putLong(offset).putInt(body.remaining()).flip());
    crc.update(body.duplicate());
    return (int) crc.getValue();
  }
}

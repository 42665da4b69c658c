package org.footfall.visitlog;

import java.util.Map;
import org.footfall.codec.ByteSink;
import org.footfall.codec.ByteSource;
import org.footfall.codec.PiecePack;
import org.footfall.codec.Pieces;

/**
 * The bytes of a segment part, format 1: what a row of {@code log_segment_group} holds.
 *
 * <pre>
 *   'F' 'F' 'L' 'G'   format = 1   groups (bit set)                                   6 bytes
 *   shard, version                                                                    numbers
 *   days:    count, then for each: site, day (differences), visits, actions, conversions
 *   the columns of those groups, packed and checksummed: {@link PiecePack}
 * </pre>
 *
 * <p>The idea. A segment holds whole columns, each as a few byte strings, its <i>pieces</i> (a
 * plane of numbers, the bytes of a dictionary). How values become pieces: {@link
 * org.footfall.codec.NumberCoding}, {@link TextCoding}, {@link Dictionary}; which value is foreseen
 * and costs nothing: {@link Guess}. A big segment has a part for each group of columns, so that a
 * query fetches what it needs; all parts begin with the same days.
 *
 * <p>Invariants. Rows are sorted by site, day, visit and position. All rows have the segment's
 * version. A column without a directory entry is absent in every row. Fixed columns of visits have
 * values for the rows that tell a visit whole only. Text code 0 is the empty text. A column's
 * guesses need columns of its own group or the core only. Column ids, layouts and rules never
 * change their meaning; what must change gets a new number, and format 1 stays readable for ever.
 *
 * <p>Damage. A part whose bytes are not as they were written is refused as a whole, and the segment
 * with it. A crash cannot leave half a segment, as its rows are written in one transaction.
 */
final class SegmentFormat {
  static final int FORMAT = 1;

  /** Kinds of directory entries: the values of a column, and the texts of its dictionary. */
  static final int VALUES = 0;

  static final int TEXTS = 1;

  private static final byte[] MAGIC = {'F', 'F', 'L', 'G'};
  private static final int HEAD_BYTES = 6;

  /** The head of a part, and its columns. */
  record Part(int groups, int shard, long version, SegmentDays days, PiecePack columns) {}

  private SegmentFormat() {}

  static byte[] write(
      int groups,
      int shard,
      long version,
      SegmentDays days,
      Map<PiecePack.Key, Pieces> columns,
      PiecePack.Effort effort) {
    ByteSink head = new ByteSink();
    head.put(MAGIC).put(FORMAT).put(groups).varint(shard).varint(version);
    days.write(head);
    return PiecePack.write(head.toBytes(), columns, effort);
  }

  /**
   * Checks a part and reads its head.
   *
   * @throws DamagedSegmentException if it is not as it was written
   */
  static Part read(SegmentName name, byte[] bytes) {
    ByteSource from = PiecePack.open(name, bytes);
    if (from.left() < HEAD_BYTES) {
      throw from.damaged("it has only " + bytes.length + " bytes");
    }
    for (byte magic : MAGIC) {
      if (from.next() != magic) {
        throw from.damaged("it does not begin like a segment");
      }
    }
    int format = from.next();
    if (format != FORMAT) {
      throw from.damaged("it has format " + format + "; this version reads format " + FORMAT);
    }
    int groups = from.next();
    int shard = from.count(Integer.MAX_VALUE, "a shard");
    long version = from.varint();
    SegmentDays days = SegmentDays.read(from);
    return new Part(groups, shard, version, days, PiecePack.read(name, bytes, from));
  }
}

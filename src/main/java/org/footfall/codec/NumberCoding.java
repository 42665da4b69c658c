package org.footfall.codec;

import java.util.Arrays;

/**
 * Lays out whole numbers. The first piece begins with the layout:
 *
 * <pre>
 * 0 constant   value
 * 1 bits       base, width 1–64, then each value − base in width bits, lowest bit first
 * 2 planes     base, count 1–8; then count pieces: the lowest byte of every value − base, the
 *              second byte of every one …
 * </pre>
 *
 * Bits are best for what is random; planes leave the compressor bytes of one kind side by side. The
 * writer takes what promises to be shorter, reckoning a plane at the entropy of its bytes.
 */
public final class NumberCoding {
  private static final int CONSTANT = 0;
  private static final int BITS = 1;
  private static final int PLANES = 2;

  /** What a compressed plane takes beside its content. */
  private static final int PLANE_BYTES = 24;

  private NumberCoding() {}

  public static void encode(long[] values, Pieces to) {
    long min = Long.MAX_VALUE;
    for (long value : values) {
      min = Math.min(min, value);
    }
    long all = 0;
    for (long value : values) {
      all |= value - min;
    }
    ByteSink head = new ByteSink();
    if (all == 0) {
      to.add(head.put(CONSTANT).signed(values.length == 0 ? 0 : min).toBytes());
      return;
    }
    int width = 64 - Long.numberOfLeadingZeros(all);
    int count = (width + 7) / 8;
    byte[][] planes = planes(values, min, count);
    double cost = 0;
    for (byte[] plane : planes) {
      cost += entropy(plane) + PLANE_BYTES;
    }
    if (cost < (double) values.length * width / 8) {
      to.add(head.put(PLANES).signed(min).put(count).toBytes());
      for (byte[] plane : planes) {
        to.add(plane);
      }
    } else {
      head.put(BITS).signed(min).put(width).put(bits(values, min, width));
      to.addDense(head.toBytes());
    }
  }

  /** Reads as many numbers as were written. */
  public static long[] decode(PieceSource from, int size) {
    ByteSource head = from.next();
    int layout = head.next();
    return decode(layout, head.signed(), head, from, size);
  }

  /** As {@link #decode}, in the form in which they are held, and mostly without another one. */
  public static Numbers read(PieceSource from, int size) {
    ByteSource head = from.next();
    int layout = head.next();
    long base = head.signed();
    if (layout == CONSTANT) {
      return Numbers.constant(size, base);
    }
    if (layout == PLANES) {
      int count = planes(head);
      return count == 1
          ? Numbers.of(base, plane(from, size))
          : Numbers.of(readPlanes(count, from, base, size));
    }
    return Numbers.of(decode(layout, base, head, from, size));
  }

  private static long[] decode(int layout, long base, ByteSource head, PieceSource from, int size) {
    switch (layout) {
      case CONSTANT -> {
        long[] values = new long[size];
        Arrays.fill(values, base);
        return values;
      }
      case BITS -> {
        return readBits(head, base, size);
      }
      case PLANES -> {
        return readPlanes(planes(head), from, base, size);
      }
      default -> throw head.damaged("numbers of layout " + layout);
    }
  }

  private static byte[][] planes(long[] values, long min, int count) {
    byte[][] planes = new byte[count][values.length];
    for (int p = 0; p < count; p++) {
      byte[] plane = planes[p];
      for (int i = 0; i < values.length; i++) {
        plane[i] = (byte) ((values[i] - min) >>> (8 * p));
      }
    }
    return planes;
  }

  /** The bytes an ideal coder of single bytes would need. */
  private static double entropy(byte[] plane) {
    int[] counts = new int[256];
    for (byte b : plane) {
      counts[b & 0xff]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        bits -= count * Math.log((double) count / plane.length);
      }
    }
    return bits / Math.log(2) / 8;
  }

  private static byte[] bits(long[] values, long min, int width) {
    byte[] bytes = new byte[(int) (((long) values.length * width + 7) / 8)];
    long at = 0;
    for (long value : values) {
      long rest = value - min;
      int left = width;
      while (left > 0) {
        int shift = (int) (at & 7);
        int step = Math.min(left, 8 - shift);
        bytes[(int) (at >>> 3)] |= (byte) ((rest & ((1 << step) - 1)) << shift);
        rest >>>= step;
        at += step;
        left -= step;
      }
    }
    return bytes;
  }

  private static long[] readBits(ByteSource head, long base, int size) {
    int width = head.next();
    if (width < 1 || width > 64 || head.left() != ((long) size * width + 7) / 8) {
      throw head.damaged("numbers of " + width + " bits that do not fill their bytes");
    }
    long[] values = new long[size];
    int start = head.position();
    long mask = width == 64 ? -1 : (1L << width) - 1;
    for (int i = 0; i < values.length; i++) {
      long bit = (long) i * width;
      int at = start + (int) (bit >>> 3);
      int shift = (int) (bit & 7);
      long value = head.word(at) >>> shift;
      if (shift + width > 64) {
        value |= head.word(at + 8) << (64 - shift);
      }
      values[i] = base + (value & mask);
    }
    return values;
  }

  private static int planes(ByteSource head) {
    int count = head.next();
    if (count < 1 || count > 8) {
      throw head.damaged("numbers of " + count + " planes");
    }
    return count;
  }

  private static byte[] plane(PieceSource from, int size) {
    ByteSource piece = from.next();
    if (piece.left() != size) {
      throw piece.damaged("a plane of " + piece.left() + " for " + size + " numbers");
    }
    return piece.take(size);
  }

  private static long[] readPlanes(int count, PieceSource from, long base, int size) {
    long[] values = new long[size];
    for (int p = 0; p < count; p++) {
      byte[] plane = plane(from, size);
      for (int i = 0; i < plane.length; i++) {
        values[i] |= (plane[i] & 0xffL) << (8 * p);
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] += base;
    }
    return values;
  }
}

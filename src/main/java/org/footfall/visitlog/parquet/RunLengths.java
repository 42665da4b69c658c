package org.footfall.visitlog.parquet;

/**
 * Parquet's hybrid of runs and packed bits, for small numbers. A run is its length × 2 and the
 * value in whole bytes; other values go in groups of eight, (groups × 2 + 1) and then their bits,
 * lowest first; the last group is filled with zeros.
 */
final class RunLengths {
  private static final int GROUP = 8;

  private RunLengths() {}

  /** How many bits the numbers up to a highest one need; never none, which not all can read. */
  static int width(int highest) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(highest));
  }

  static void encode(int[] values, int from, int to, int width, Bytes out) {
    int at = from;
    while (at < to) {
      int run = run(values, at, to);
      if (run >= GROUP) {
        out.varint((long) run << 1).little(values[at], (width + 7) / 8);
        at += run;
      } else {
        int end = at;
        while (end < to && run(values, end, to) < GROUP) {
          end = Math.min(to, end + GROUP);
        }
        pack(values, at, end, width, out);
        at = end;
      }
    }
  }

  private static int run(int[] values, int from, int to) {
    int end = from + 1;
    while (end < to && values[end] == values[from]) {
      end++;
    }
    return end - from;
  }

  private static void pack(int[] values, int from, int to, int width, Bytes out) {
    int groups = (to - from + GROUP - 1) / GROUP;
    out.varint((long) groups << 1 | 1);
    long bits = 0;
    int count = 0;
    for (int i = from; i < from + groups * GROUP; i++) {
      bits |= (long) (i < to ? values[i] : 0) << count;
      for (count += width; count >= Byte.SIZE; count -= Byte.SIZE) {
        out.write((int) bits);
        bits >>>= Byte.SIZE;
      }
    }
  }
}

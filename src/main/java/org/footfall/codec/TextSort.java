package org.footfall.codec;

/**
 * Sorts texts by their bytes: three-way radix quicksort, which looks at each byte of what texts
 * have in common once a level and not once a comparison (Bentley and Sedgewick, 1997).
 */
final class TextSort {
  private static final int FEW = 12;

  private final TextList list;
  private final byte[] bytes;

  TextSort(TextList list) {
    this.list = list;
    this.bytes = list.bytes();
  }

  /** Sorts the places, and gives them back. */
  int[] sort(int[] order) {
    sort(order, 0, order.length, 0);
    return order;
  }

  private void sort(int[] order, int start, int end, int firstDepth) {
    int from = start;
    int to = end;
    int depth = firstDepth;
    while (to - from > FEW) {
      int pivot = median(order, from, to, depth);
      int less = from;
      int more = to - 1;
      for (int i = from; i <= more; ) {
        int unit = unit(order[i], depth);
        if (unit < pivot) {
          swap(order, less++, i++);
        } else if (unit > pivot) {
          swap(order, i, more--);
        } else {
          i++;
        }
      }
      if (pivot < 0) {
        // Those that have ended are the same, and first.
        from = more + 1;
        continue;
      }
      // What is largest goes on in this loop, so that calls nest no deeper than a logarithm.
      int same = more + 1 - less;
      int largest = Math.max(less - from, Math.max(same, to - more - 1));
      if (same == largest) {
        sort(order, from, less, depth);
        sort(order, more + 1, to, depth);
        from = less;
        to = more + 1;
        depth++;
      } else {
        sort(order, less, less + same, depth + 1);
        if (less - from == largest) {
          sort(order, more + 1, to, depth);
          to = less;
        } else {
          sort(order, from, less, depth);
          from = more + 1;
        }
      }
    }
    insert(order, from, to);
  }

  private void insert(int[] order, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int one = order[i];
      int j = i - 1;
      while (j >= from && list.compare(order[j], list, one) > 0) {
        order[j + 1] = order[j--];
      }
      order[j + 1] = one;
    }
  }

  private int median(int[] order, int from, int to, int depth) {
    int a = unit(order[from], depth);
    int b = unit(order[(from + to) >>> 1], depth);
    int c = unit(order[to - 1], depth);
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  /** The byte at a depth, −1 past the end. */
  private int unit(int place, int depth) {
    int at = list.start(place) + depth;
    return at < list.end(place) ? bytes[at] & 0xff : -1;
  }

  private static void swap(int[] order, int i, int j) {
    int other = order[i];
    order[i] = order[j];
    order[j] = other;
  }
}

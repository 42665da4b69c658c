package org.footfall.visitlog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.footfall.codec.Numbers;

/**
 * The columns of some segments' rows, each gathered once. Columns that are alike share one list of
 * texts, in which each text is once, whatever segments and columns it is in. As the list grows with
 * each of them, a column is at first the codes of its texts, and {@link #texts} comes last.
 */
final class Gathering {
  private static final byte[] NOTHING = {};

  private final MergedRows rows;
  private final Map<Column, Numbers> columns = new HashMap<>();
  private final Map<Column, Shared> shared = new HashMap<>();

  /** The texts of columns that are alike. */
  private static final class Shared {
    private final DistinctTexts distinct = new DistinctTexts();

    /** For each segment by its codes, one more than the code here; 0 for one not met yet. */
    private final int[][] known;

    private CodedTexts listed;

    Shared(int segments) {
      known = new int[segments][];
    }

    int code(int segment, Dictionary dictionary, int code) {
      int[] codes = known[segment];
      if (codes == null) {
        codes = new int[dictionary.size()];
        known[segment] = codes;
      }
      if (codes[code] == 0) {
        codes[code] = distinct.add(dictionary, code) + 1;
      }
      return codes[code] - 1;
    }
  }

  Gathering(MergedRows rows) {
    this.rows = rows;
  }

  MergedRows rows() {
    return rows;
  }

  /**
   * A column of numbers.
   *
   * @throws DamagedSegmentException if it is damaged in a segment
   */
  Numbers numbers(Column column) {
    return columns.computeIfAbsent(column, this::gatherNumbers);
  }

  /** The codes of a column of texts, by row; 0 stands for the empty text. */
  Numbers codes(Column column) {
    Numbers known = columns.get(column);
    if (known == null) {
      known = gatherCodes(column);
      columns.put(column, known);
    }
    return known;
  }

  /** Texts by codes that {@link #codes} gave of a column or of one that is alike. */
  CodedTexts texts(Column column, Numbers codes) {
    Shared own = shared(column);
    if (own.listed == null) {
      own.listed =
          new CodedTexts(
              codes,
              rows.isSegment()
                  ? rows.segments().get(0).texts(column).dictionary().texts()
                  : own.distinct.list());
    }
    return own.listed.with(codes);
  }

  ByteStrings bytes(Column column) {
    if (rows.isSegment()) {
      return rows.segments().get(0).bytes(column);
    }
    byte[][] values = new byte[rows.size()][];
    Arrays.fill(values, NOTHING);
    each(
        column,
        segment -> rows.segments().get(segment).bytes(column),
        (stored, segment, i, row) -> values[i] = stored.get(row));
    return ByteStrings.of(Arrays.asList(values));
  }

  /** What is done with each row's value. */
  private interface Taking<T> {
    void take(T stored, int segment, int i, int row);
  }

  /** Goes through the rows segment by segment, so that a column is decoded in one at a time. */
  private <T> void each(Column column, IntFunction<T> decoded, Taking<T> taking) {
    int[] places = rows.places(column);
    int[][] bySegment = rows.bySegment(column);
    for (int segment = 0; segment < bySegment.length; segment++) {
      if (bySegment[segment].length > 0) {
        T stored = decoded.apply(segment);
        int start = rows.start(segment);
        for (int i : bySegment[segment]) {
          taking.take(stored, segment, i, places[i] - start);
        }
      }
    }
  }

  private Shared shared(Column column) {
    return shared.computeIfAbsent(
        Columns.dictionaryOf(column), owner -> new Shared(rows.segments().size()));
  }

  private boolean isNowhere(Column column) {
    return rows.segments().stream().noneMatch(segment -> segment.holds(column));
  }

  private Numbers gatherNumbers(Column column) {
    if (rows.isSegment()) {
      return rows.segments().get(0).numbers(column);
    }
    if (isNowhere(column)) {
      return Numbers.constant(rows.size(), 0);
    }
    long[] values = new long[rows.size()];
    each(
        column,
        segment -> rows.segments().get(segment).numbers(column),
        (stored, segment, i, row) -> values[i] = stored.get(row));
    return Numbers.of(values);
  }

  private Numbers gatherCodes(Column column) {
    if (rows.isSegment()) {
      return rows.segments().get(0).texts(column).codes();
    }
    if (isNowhere(column)) {
      return Numbers.constant(rows.size(), 0);
    }
    Shared own = shared(column);
    if (own.listed != null) {
      throw new IllegalStateException(column + " is gathered when its texts are listed already");
    }
    long[] codes = new long[rows.size()];
    each(
        column,
        segment -> rows.segments().get(segment).texts(column),
        (stored, segment, i, row) ->
            codes[i] = own.code(segment, stored.dictionary(), (int) stored.codes().get(row)));
    return Numbers.of(codes);
  }
}

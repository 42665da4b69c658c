package org.footfall.visitlog;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.footfall.visitlog.Column.Coding;
import org.footfall.visitlog.Column.Life;
import org.footfall.visitlog.Column.Table;

/** The rows of one table of a {@link LogBatch}, column by column, in the order they came. */
final class BatchRows {
  private static final int FIRST_CAPACITY = 64;
  private static final byte[] NO_BYTES = {};

  private final Table table;
  private final Map<Column, long[]> numbers = new HashMap<>();
  private final Map<Column, String[]> texts = new HashMap<>();
  private final Map<Column, byte[][]> bytes = new HashMap<>();
  private final BitSet growth = new BitSet();
  private int[] sites = new int[FIRST_CAPACITY];
  private int[] days = new int[FIRST_CAPACITY];
  private int rows;

  BatchRows(Table table) {
    this.table = table;
  }

  int rows() {
    return rows;
  }

  int site(int row) {
    return sites[row];
  }

  /** Days since 1970-01-01. */
  int day(int row) {
    return days[row];
  }

  boolean isGrowth(int row) {
    return growth.get(row);
  }

  long number(Column column, int row) {
    long[] values = numbers.get(column);
    return values == null || row >= values.length ? 0 : values[row];
  }

  String text(Column column, int row) {
    String[] values = texts.get(column);
    return values == null || row >= values.length || values[row] == null ? "" : values[row];
  }

  byte[] bytes(Column column, int row) {
    byte[][] values = bytes.get(column);
    return values == null || row >= values.length || values[row] == null ? NO_BYTES : values[row];
  }

  /** Whether some row set the column. */
  boolean holds(Column column) {
    return numbers.containsKey(column) || texts.containsKey(column) || bytes.containsKey(column);
  }

  RowAppender append(int site, LocalDate day, boolean grown) {
    if (rows == sites.length) {
      sites = Arrays.copyOf(sites, rows * 2);
      days = Arrays.copyOf(days, rows * 2);
    }
    sites[rows] = site;
    days[rows] = Math.toIntExact(day.toEpochDay());
    growth.set(rows, grown);
    return new Row(rows++, grown);
  }

  private int capacity(int row) {
    return Math.max(sites.length, row + 1);
  }

  private final class Row implements RowAppender {
    private final int row;
    private final boolean grown;

    Row(int row, boolean grown) {
      this.row = row;
      this.grown = grown;
    }

    @Override
    public RowAppender set(Column column, long value) {
      if (takes(column, Column.Type.NUMBER)) {
        long[] values = numbers.computeIfAbsent(column, c -> new long[capacity(row)]);
        if (row >= values.length) {
          values = Arrays.copyOf(values, capacity(row));
          numbers.put(column, values);
        }
        values[row] = value;
      }
      return this;
    }

    @Override
    public RowAppender set(Column column, String value) {
      if (takes(column, Column.Type.TEXT)) {
        String[] values = texts.computeIfAbsent(column, c -> new String[capacity(row)]);
        if (row >= values.length) {
          values = Arrays.copyOf(values, capacity(row));
          texts.put(column, values);
        }
        values[row] = value == null ? null : Dictionary.fitting(value);
      }
      return this;
    }

    @Override
    public RowAppender set(Column column, byte[] value) {
      if (value != null && value.length > ByteStrings.MAX_BYTES) {
        throw new IllegalArgumentException(
            value.length + " bytes for " + column + ", which takes " + ByteStrings.MAX_BYTES + ".");
      }
      if (takes(column, Column.Type.BYTES)) {
        byte[][] values = bytes.computeIfAbsent(column, c -> new byte[capacity(row)][]);
        if (row >= values.length) {
          values = Arrays.copyOf(values, capacity(row));
          bytes.put(column, values);
        }
        values[row] = value;
      }
      return this;
    }

    private boolean takes(Column column, Column.Type type) {
      if (column.table() != table || column.type() != type || column.coding() == Coding.DERIVED) {
        throw new IllegalArgumentException(
            "A row of " + table + " takes no " + type + " for " + column + ".");
      }
      return !grown || column.life() == Life.GROWING || column.equals(Columns.VISIT_ID);
    }
  }
}

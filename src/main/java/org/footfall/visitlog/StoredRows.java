package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.List;
import org.footfall.codec.Numbers;

/** Rows of stored segments on their way into another one: of one table, day after day. */
final class StoredRows implements SegmentRows {
  private final List<MergedRows> days;
  private final int size;

  StoredRows(List<MergedRows> days) {
    this.days = List.copyOf(days);
    this.size = days.stream().mapToInt(MergedRows::size).sum();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean holds(Column column) {
    return size > 0;
  }

  @Override
  public boolean isGrown(int index) {
    int row = index;
    for (MergedRows day : days) {
      if (row < day.size()) {
        return day.isGrown(row);
      }
      row -= day.size();
    }
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public long[] numbers(Column column) {
    long[] values = new long[size];
    int next = 0;
    for (MergedRows day : days) {
      Numbers numbers = new Gathering(day).numbers(column);
      for (int row = 0; row < day.size(); row++) {
        values[next++] = numbers.get(row);
      }
    }
    return values;
  }

  @Override
  public List<String> texts(Column column) {
    List<String> values = new ArrayList<>(size);
    for (MergedRows day : days) {
      Gathering gathering = new Gathering(day);
      CodedTexts texts = gathering.texts(column, gathering.codes(column));
      for (int row = 0; row < day.size(); row++) {
        values.add(texts.get(row));
      }
    }
    return values;
  }

  @Override
  public List<byte[]> bytes(Column column) {
    List<byte[]> values = new ArrayList<>(size);
    for (MergedRows day : days) {
      ByteStrings bytes = new Gathering(day).bytes(column);
      for (int row = 0; row < day.size(); row++) {
        values.add(bytes.get(row));
      }
    }
    return values;
  }
}

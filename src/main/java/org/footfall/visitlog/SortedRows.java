package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.footfall.visitlog.SegmentDays.Entry;

/** Rows of a batch, or a slice of them, in the order of a segment: site, day, visit, position. */
final class SortedRows implements SegmentRows {
  private final BatchRows rows;
  private final int[] order;

  private SortedRows(BatchRows rows, int[] order) {
    this.rows = rows;
    this.order = order;
  }

  /**
   * @throws IllegalArgumentException when two rows have the same name
   */
  static SortedRows of(BatchRows rows, Column visit, Column position) {
    Name[] names = new Name[rows.rows()];
    for (int row = 0; row < names.length; row++) {
      long place = position == null ? 0 : rows.number(position, row);
      names[row] = new Name(rows.site(row), rows.day(row), rows.number(visit, row), place, row);
    }
    Arrays.sort(names);
    int[] order = new int[names.length];
    for (int i = 0; i < order.length; i++) {
      if (i > 0 && names[i].compareTo(names[i - 1]) == 0) {
        throw new IllegalArgumentException(
            "The batch tells twice of site %d, day %d, %s %d."
                .formatted(names[i].site, names[i].day, visit, names[i].visit));
      }
      order[i] = names[i].row;
    }
    return new SortedRows(rows, order);
  }

  /** What a row is sorted by, fetched once. */
  private record Name(int site, int day, long visit, long position, int row)
      implements Comparable<Name> {
    @Override
    public int compareTo(Name other) {
      int bySite = Integer.compare(site, other.site);
      if (bySite != 0) {
        return bySite;
      }
      int byDay = Integer.compare(day, other.day);
      if (byDay != 0) {
        return byDay;
      }
      int byVisit = Long.compare(visit, other.visit);
      return byVisit != 0 ? byVisit : Long.compare(position, other.position);
    }
  }

  @Override
  public int size() {
    return order.length;
  }

  SortedRows slice(int from, int to) {
    return new SortedRows(rows, Arrays.copyOfRange(order, from, to));
  }

  @Override
  public boolean holds(Column column) {
    return rows.holds(column);
  }

  @Override
  public boolean isGrown(int index) {
    return rows.isGrowth(order[index]);
  }

  @Override
  public long[] numbers(Column column) {
    return IntStream.of(order).mapToLong(row -> rows.number(column, row)).toArray();
  }

  @Override
  public List<String> texts(Column column) {
    List<String> texts = new ArrayList<>(order.length);
    for (int row : order) {
      texts.add(rows.text(column, row));
    }
    return texts;
  }

  @Override
  public List<byte[]> bytes(Column column) {
    List<byte[]> bytes = new ArrayList<>(order.length);
    for (int row : order) {
      bytes.add(rows.bytes(column, row));
    }
    return bytes;
  }

  /** The first of these actions whose site, day and visit are not before those of a visit. */
  int firstNotBefore(SortedRows visits, int visit) {
    long id = visits.rows.number(Columns.VISIT_ID, visits.order[visit]);
    int index = 0;
    while (index < order.length) {
      int byDay = compareDay(index, visits, visit);
      if (byDay > 0 || (byDay == 0 && rows.number(Columns.ACTION_VISIT_ID, order[index]) >= id)) {
        break;
      }
      index++;
    }
    return index;
  }

  /** The directory of both tables. */
  static SegmentDays days(SortedRows visits, SortedRows actions) {
    List<Entry> entries = new ArrayList<>();
    int visit = 0;
    int action = 0;
    while (visit < visits.size() || action < actions.size()) {
      boolean visitFirst =
          action == actions.size()
              || (visit < visits.size() && visits.compareDay(visit, actions, action) <= 0);
      SortedRows first = visitFirst ? visits : actions;
      int row = first.order[visitFirst ? visit : action];
      int site = first.rows.site(row);
      int day = first.rows.day(row);
      int visitEnd = visits.endOf(site, day, visit);
      int actionEnd = actions.endOf(site, day, action);
      entries.add(new Entry(site, day, visitEnd - visit, actionEnd - action, 0));
      visit = visitEnd;
      action = actionEnd;
    }
    return new SegmentDays(entries);
  }

  private int compareDay(int index, SortedRows other, int otherIndex) {
    int row = order[index];
    int otherRow = other.order[otherIndex];
    int bySite = Integer.compare(rows.site(row), other.rows.site(otherRow));
    return bySite != 0 ? bySite : Integer.compare(rows.day(row), other.rows.day(otherRow));
  }

  private int endOf(int site, int day, int from) {
    int end = from;
    while (end < order.length && rows.site(order[end]) == site && rows.day(order[end]) == day) {
      end++;
    }
    return end;
  }
}

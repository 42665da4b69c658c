package org.footfall.visitlog;

import java.util.List;
import org.footfall.codec.ByteSink;
import org.footfall.codec.ByteSource;
import org.footfall.visitlog.Column.Table;

/** Which rows of a segment belong to which site and day; rows are sorted by them. */
final class SegmentDays {
  private static final int MAX_DAYS = 1 << 20;
  private static final int MAX_ROWS = 1 << 20;

  /**
   * How many rows a site and day have.
   *
   * @param day days since 1970-01-01
   */
  record Entry(int site, int day, int visits, int actions, int conversions) {
    int rows(Table table) {
      return switch (table) {
        case VISIT -> visits;
        case ACTION -> actions;
        case CONVERSION -> conversions;
      };
    }
  }

  /** Rows from the first one to before the other. */
  record Range(int from, int to) {
    static final Range EMPTY = new Range(0, 0);

    int size() {
      return to - from;
    }
  }

  private final List<Entry> entries;

  SegmentDays(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  List<Entry> entries() {
    return entries;
  }

  int rows(Table table) {
    int rows = 0;
    for (Entry entry : entries) {
      rows += entry.rows(table);
    }
    return rows;
  }

  Range range(Table table, int site, int day) {
    int from = 0;
    for (Entry entry : entries) {
      if (entry.site == site && entry.day == day) {
        return new Range(from, from + entry.rows(table));
      }
      from += entry.rows(table);
    }
    return Range.EMPTY;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SegmentDays days && days.entries.equals(entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  void write(ByteSink to) {
    to.varint(entries.size());
    int site = 0;
    int day = 0;
    for (Entry entry : entries) {
      to.signed((long) entry.site - site).signed((long) entry.day - day);
      to.varint(entry.visits).varint(entry.actions).varint(entry.conversions);
      site = entry.site;
      day = entry.day;
    }
  }

  static SegmentDays read(ByteSource from) {
    int count = from.count(Math.min(MAX_DAYS, from.left()), "a directory of days");
    Entry[] entries = new Entry[count];
    long site = 0;
    long day = 0;
    long rows = 0;
    for (int i = 0; i < count; i++) {
      site += from.signed();
      day += from.signed();
      if (site != (int) site || day != (int) day) {
        throw from.damaged("a site or day out of range");
      }
      int visits = from.count(MAX_ROWS, "visits");
      int actions = from.count(MAX_ROWS, "actions");
      int conversions = from.count(MAX_ROWS, "conversions");
      rows += Math.max(Math.max(visits, actions), conversions);
      if (rows > MAX_ROWS) {
        throw from.damaged("too many rows");
      }
      entries[i] = new Entry((int) site, (int) day, visits, actions, conversions);
    }
    return new SegmentDays(List.of(entries));
  }
}

package org.footfall.visitlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.footfall.visitlog.Column.Table;

/** Reads one site's day within one transaction. */
final class DayRead {
  private final Connection connection;
  private final SegmentCache cache;
  private final HeavyDays heavy;
  private final LogStore.SiteDay day;
  private final List<SegmentRef> refs;
  private final ErasedVisits erased;

  DayRead(
      Connection connection,
      LogStore store,
      SegmentCache cache,
      HeavyDays heavy,
      LogStore.SiteDay day)
      throws SQLException {
    this.connection = connection;
    this.cache = cache;
    this.heavy = heavy;
    this.day = day;
    this.refs = store.segments(connection, day);
    this.erased = store.erased(connection, day);
  }

  /** One part of the day. */
  interface Part {
    /**
     * @throws DamagedSegmentException after which the day has to be read again, without the segment
     */
    LogTable table(Table table, Collection<Column> columns) throws SQLException;
  }

  /**
   * A table of the whole day. Each round without success sets one more segment aside, so it ends.
   */
  LogTable table(Table table, Collection<Column> columns) throws SQLException {
    while (true) {
      try {
        List<Segment> segments = load(refs, columns);
        MergedRows rows = MergedRows.of(table, segments, day.site(), day.epochDay(), erased);
        LogTable read = DayTable.of(rows, columns);
        cache.weigh(segments);
        return read;
      } catch (DamagedSegmentException e) {
        cache.setAside(e);
      }
    }
  }

  /**
   * Some visits' rows of a table. Only segments that hold any are read beyond their core.
   *
   * @param visits rising ids
   */
  LogTable table(Table table, long[] visits, Collection<Column> columns) throws SQLException {
    while (true) {
      try {
        List<SegmentRef> holding = holding(table, visits);
        List<Segment> segments = load(holding, columns);
        MergedRows rows = MergedRows.of(table, segments, day, erased, visits);
        LogTable read = DayTable.of(rows, columns);
        cache.weigh(segments);
        return read;
      } catch (DamagedSegmentException e) {
        cache.setAside(e);
      }
    }
  }

  private List<SegmentRef> holding(Table table, long[] visits) throws SQLException {
    List<SegmentRef> holding = new ArrayList<>();
    for (SegmentRef ref : refs) {
      for (Segment segment : cache.load(connection, List.of(ref), Set.of())) {
        if (!MergedRows.ranges(segment, table, day, visits).isEmpty()) {
          holding.add(ref);
        }
      }
    }
    return holding;
  }

  /** Segments with what the columns are made of. */
  private List<Segment> load(List<SegmentRef> of, Collection<Column> columns) throws SQLException {
    List<Segment> segments = cache.load(connection, of, columns);
    if (Collections.disjoint(columns, Columns.TIMES) || !LateTimings.areIn(segments)) {
      return segments;
    }
    List<Column> more = new ArrayList<>(columns);
    more.add(Columns.PAGE_VIEW_ID);
    return cache.load(connection, of, more);
  }

  /** Sealed segments are parts by themselves; of others parts are made, of many in turn. */
  List<Part> parts() throws SQLException {
    List<Part> parts = new ArrayList<>();
    if (refs.stream().allMatch(SegmentRef::isSealed)) {
      for (SegmentRef ref : refs) {
        parts.add(part(new Division(List.of(ref), 1), 0));
      }
      return parts;
    }
    int rows = rows();
    if (HeavyDays.isHeavy(rows)) {
      heavy.enter();
    }
    Division division = new Division(refs, 1 + rows / HeavyDays.PART_ROWS);
    for (int number = 0; number < division.parts; number++) {
      parts.add(part(division, number));
    }
    return parts;
  }

  private int rows() throws SQLException {
    int rows = 0;
    for (Segment segment : cache.load(connection, refs, Set.of())) {
      rows += segment.days().range(Table.VISIT, day.site(), day.epochDay()).size();
      rows += segment.days().range(Table.ACTION, day.site(), day.epochDay()).size();
    }
    return rows;
  }

  private Part part(Division division, int number) {
    return (table, columns) -> {
      try {
        List<Segment> segments = load(division.of, columns);
        if (division.parts > 1) {
          // All texts of such a day together are more than memory bears.
          segments.forEach(Segment::keepNoTexts);
        }
        VisitorParts.Rows rows = division.rows(segments).get(number).over(segments);
        LogTable read = DayTable.of(table == Table.VISIT ? rows.visits() : rows.actions(), columns);
        cache.weigh(segments);
        return read;
      } catch (DamagedSegmentException e) {
        cache.setAside(e);
        throw e;
      }
    };
  }

  /** Some segments' rows in parts, found once. */
  private final class Division {
    final List<SegmentRef> of;
    final int parts;
    private List<VisitorParts.Rows> rows;
    private int segments;

    Division(List<SegmentRef> of, int parts) {
      this.of = of;
      this.parts = parts;
    }

    List<VisitorParts.Rows> rows(List<Segment> read) {
      if (of.size() == 1 && parts == 1) {
        // Quickly found, and what is kept here would hold all parts of a day in memory at once.
        return List.of(VisitorParts.day(read, day, erased));
      }
      if (rows == null || segments != read.size()) {
        // Without the segments, which may be read again with more of their columns.
        rows =
            VisitorParts.of(VisitorParts.day(read, day, erased), parts).stream()
                .map(part -> part.over(List.of()))
                .toList();
        segments = read.size();
      }
      return rows;
    }
  }
}

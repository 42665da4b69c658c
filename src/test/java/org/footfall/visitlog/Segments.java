package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.footfall.codec.TextHash;

/** Segments without a database. */
public final class Segments {
  private Segments() {}

  /** How many visits and actions are read of what a batch stores. */
  public static int rowsOf(LogBatch batch) {
    Segment segment = of(batch);
    int rows = 0;
    for (SegmentDays.Entry day : segment.days().entries()) {
      for (Column.Table table : Column.Table.values()) {
        rows += table(table, List.of(segment), day.site(), day.day(), Columns.of(table)).rows();
      }
    }
    return rows;
  }

  static byte[] encode(LogBatch batch) {
    SortedRows visits = SortedRows.of(batch.rows(Column.Table.VISIT), Columns.VISIT_ID, null);
    SortedRows actions =
        SortedRows.of(batch.rows(Column.Table.ACTION), Columns.ACTION_VISIT_ID, Columns.POSITION);
    return SegmentEncoder.encode(
            SegmentRef.BATCH,
            batch.shard(),
            batch.version(),
            SortedRows.days(visits, actions),
            visits,
            actions)
        .parts()
        .get(0)
        .bytes();
  }

  static Segment decode(int shard, long version, byte[] bytes) {
    return new Segment(
        new SegmentName(version, shard, version), List.of(bytes), new TextHash(1, 2));
  }

  /** What a reader sees of a site's day. */
  static LogTable table(
      Column.Table table, List<Segment> segments, int site, int day, Collection<Column> columns) {
    return DayTable.of(MergedRows.of(table, segments, site, day, ErasedVisits.NONE), columns);
  }

  static Segment of(LogBatch batch) {
    return decode(batch.shard(), batch.version(), encode(batch));
  }

  /** As a reader gets them: the highest version first. */
  static List<Segment> of(List<LogBatch> batches) {
    List<Segment> segments = new ArrayList<>();
    batches.stream()
        .sorted(Comparator.comparingLong(LogBatch::version).reversed())
        .forEach(batch -> segments.add(of(batch)));
    return segments;
  }
}

package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.footfall.codec.Numbers;
import org.footfall.visitlog.Column.Table;
import org.footfall.visitlog.SegmentDays.Range;

/**
 * Which rows of which segments make up a table of one site and day. Segments come with the highest
 * version first; each one's rows are sorted, so the lists are merged in pairs, keeping of equal
 * names the one that came first. Of a visit two rows count: the latest, and the latest that tells
 * it whole. A visit without the latter is left out by readers (its segment is damaged), and kept as
 * one that has only grown by compaction (its segment is not among these).
 */
final class MergedRows {
  private final List<Segment> segments;
  private final Table table;
  private final int site;
  private final int[] latestSegment;
  private final int[] latestRow;
  private final int[] wholeSegment;
  private final int[] wholeRow;
  private final int size;
  private int[][] byLatestSegment;
  private int[][] byWholeSegment;

  private MergedRows(List<Segment> segments, Table table, int site, int size, int[][] chosen) {
    this.segments = segments;
    this.table = table;
    this.site = site;
    this.size = size;
    this.latestSegment = chosen[0];
    this.latestRow = chosen[1];
    this.wholeSegment = chosen[2];
    this.wholeRow = chosen[3];
  }

  /**
   * What readers see.
   *
   * @param day days since 1970-01-01
   * @param erased visits that are to be left out, with their actions
   */
  static MergedRows of(
      Table table, List<Segment> segments, int site, int day, ErasedVisits erased) {
    if (segments.size() == 1 && erased.isNone() && segments.get(0).isWhole(site, day)) {
      int rows = segments.get(0).days().rows(table);
      return new MergedRows(segments, table, site, rows, new int[4][]);
    }
    return table == Table.VISIT
        ? visits(segments, site, Candidates.all(segments, table, site, day), erased, false)
        : actions(segments, site, Candidates.all(segments, table, site, day), erased);
  }

  /**
   * What readers see of some visits.
   *
   * @param visits rising ids
   */
  static MergedRows of(
      Table table,
      List<Segment> segments,
      LogStore.SiteDay day,
      ErasedVisits erased,
      long[] visits) {
    List<List<Range>> ranges = new ArrayList<>();
    for (Segment segment : segments) {
      ranges.add(ranges(segment, table, day, visits));
    }
    Candidates some = new Candidates(segments, table, ranges);
    return table == Table.VISIT
        ? visits(segments, day.site(), some, erased, false)
        : actions(segments, day.site(), some, erased);
  }

  /** Where a segment's rows of some visits are; rows are sorted by visit. */
  static List<Range> ranges(Segment segment, Table table, LogStore.SiteDay day, long[] visits) {
    Range all = segment.days().range(table, day.site(), day.epochDay());
    List<Range> found = new ArrayList<>();
    if (all.size() == 0) {
      return found;
    }
    Numbers ids = segment.numbers(ids(table));
    int next = all.from();
    for (long visit : visits) {
      next = lowerBound(ids, next, all.to(), visit);
      int end = next;
      while (end < all.to() && ids.get(end) == visit) {
        end++;
      }
      if (end > next) {
        found.add(new Range(next, end));
      }
      next = end;
    }
    return found;
  }

  /** The first place whose number is not below the asked one. */
  private static int lowerBound(Numbers numbers, int from, int to, long asked) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers.get(middle) < asked) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Column ids(Table table) {
    return table == Table.ACTION ? Columns.ACTION_VISIT_ID : Columns.VISIT_ID;
  }

  /** What compaction writes anew of segments that need not be all there are. */
  static MergedRows kept(
      Table table, List<Segment> segments, int site, int day, ErasedVisits erased) {
    Candidates all = Candidates.all(segments, table, site, day);
    return table == Table.VISIT
        ? visits(segments, site, all, erased, true)
        : actions(segments, site, all, erased);
  }

  private static MergedRows visits(
      List<Segment> segments, int site, Candidates all, ErasedVisits erased, boolean keepGrown) {
    int[] order = all.sorted();
    int[][] chosen = new int[4][order.length];
    int size = 0;
    for (int i = 0; i < order.length; ) {
      int latest = order[i];
      int whole = -1;
      for (; i < order.length && all.visits[order[i]] == all.visits[latest]; i++) {
        if (whole < 0 && !segments.get(all.segment[order[i]]).isGrown(all.row[order[i]])) {
          whole = order[i];
        }
      }
      if ((whole >= 0 || keepGrown) && !erased.has(all.visits[latest])) {
        chosen[0][size] = all.segment[latest];
        chosen[1][size] = all.row[latest];
        chosen[2][size] = whole < 0 ? -1 : all.segment[whole];
        chosen[3][size++] = whole < 0 ? -1 : all.row[whole];
      }
    }
    return new MergedRows(segments, Table.VISIT, site, size, chosen);
  }

  private static MergedRows actions(
      List<Segment> segments, int site, Candidates all, ErasedVisits erased) {
    int[] order = all.sorted();
    int[] segment = new int[order.length];
    int[] row = new int[order.length];
    int size = 0;
    for (int i = 0; i < order.length; i++) {
      boolean first = i == 0 || all.compare(order[i - 1], order[i]) != 0;
      if (first && !erased.has(all.visits[order[i]])) {
        segment[size] = all.segment[order[i]];
        row[size++] = all.row[order[i]];
      }
    }
    int[][] chosen = {segment, row, segment, row};
    return new MergedRows(segments, Table.ACTION, site, size, chosen);
  }

  /** Some of the rows, in their order. */
  MergedRows pick(int[] rows) {
    int[][] chosen = new int[4][rows.length];
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      chosen[0][i] = isSegment() ? 0 : latestSegment[row];
      chosen[1][i] = isSegment() ? row : latestRow[row];
      chosen[2][i] = isSegment() ? 0 : wholeSegment[row];
      chosen[3][i] = isSegment() ? row : wholeRow[row];
    }
    return new MergedRows(segments, table, site, rows.length, chosen);
  }

  /** The same rows of the same segments, of which more may have been read. */
  MergedRows over(List<Segment> others) {
    int[][] chosen = {latestSegment, latestRow, wholeSegment, wholeRow};
    return new MergedRows(others, table, site, size, chosen);
  }

  int size() {
    return size;
  }

  Table table() {
    return table;
  }

  int site() {
    return site;
  }

  /** Whether these are all rows of the one segment, in its order. */
  boolean isSegment() {
    return latestRow == null;
  }

  /** Whether nothing tells a visit whole. */
  boolean isGrown(int row) {
    return !isSegment() && wholeSegment[row] < 0;
  }

  /** The segment, as a place in the list, from which a row has its value of a column; −1: none. */
  int segment(Column column, int row) {
    if (isSegment()) {
      return 0;
    }
    return SegmentEncoder.isWholeOnly(column) ? wholeSegment[row] : latestSegment[row];
  }

  /**
   * The rows that have their value of a column from each segment; of several segments' rows only.
   */
  int[][] bySegment(Column column) {
    boolean whole = SegmentEncoder.isWholeOnly(column);
    int[][] known = whole ? byWholeSegment : byLatestSegment;
    if (known == null) {
      int[] segmentOfRow = Arrays.copyOf(whole ? wholeSegment : latestSegment, size);
      known = VisitorParts.rowsByPart(segmentOfRow, segments.size());
      if (whole) {
        byWholeSegment = known;
      } else {
        byLatestSegment = known;
      }
    }
    return known;
  }

  /** Where in its segment each row has its value of a column; of several segments' rows only. */
  int[] rows(Column column) {
    return SegmentEncoder.isWholeOnly(column) ? wholeRow : latestRow;
  }

  /** The row within that segment. */
  int row(Column column, int row) {
    if (isSegment()) {
      return row;
    }
    return SegmentEncoder.isWholeOnly(column) ? wholeRow[row] : latestRow[row];
  }

  List<Segment> segments() {
    return segments;
  }

  /** Rows of a table, segment by segment. */
  private static final class Candidates {
    final int[] segment;
    final int[] row;
    final long[] visits;
    final long[] positions;
    final int[] ends;

    Candidates(List<Segment> segments, Table table, List<List<Range>> ranges) {
      ends = new int[segments.size()];
      int size = 0;
      for (int s = 0; s < ends.length; s++) {
        for (Range range : ranges.get(s)) {
          size += range.size();
        }
        ends[s] = size;
      }
      segment = new int[size];
      row = new int[size];
      visits = new long[size];
      positions = new long[size];
      int next = 0;
      for (int s = 0; s < ends.length; s++) {
        Numbers ids = segments.get(s).numbers(ids(table));
        Numbers places = table == Table.ACTION ? segments.get(s).numbers(Columns.POSITION) : null;
        for (Range range : ranges.get(s)) {
          for (int r = range.from(); r < range.to(); r++) {
            segment[next] = s;
            row[next] = r;
            visits[next] = ids.get(r);
            positions[next++] = places == null ? 0 : places.get(r);
          }
        }
      }
    }

    /** All that are of a site and day. */
    static Candidates all(List<Segment> segments, Table table, int site, int day) {
      return new Candidates(
          segments,
          table,
          segments.stream()
              .map(segment -> List.of(segment.days().range(table, site, day)))
              .toList());
    }

    int compare(int a, int b) {
      int byVisit = Long.compare(visits[a], visits[b]);
      return byVisit != 0 ? byVisit : Long.compare(positions[a], positions[b]);
    }

    int[] sorted() {
      int[] from = new int[row.length];
      Arrays.setAll(from, i -> i);
      int[] to = new int[row.length];
      int[] runs = ends;
      while (runs.length > 1) {
        int[] longer = new int[(runs.length + 1) / 2];
        int start = 0;
        for (int r = 0; r < runs.length; r += 2) {
          int middle = runs[r];
          int end = runs[Math.min(r + 1, runs.length - 1)];
          merge(from, start, middle, end, to);
          longer[r / 2] = end;
          start = end;
        }
        int[] swap = from;
        from = to;
        to = swap;
        runs = longer;
      }
      return from;
    }

    private void merge(int[] from, int start, int middle, int end, int[] to) {
      int left = start;
      int right = middle;
      for (int i = start; i < end; i++) {
        boolean takeLeft = left < middle && (right >= end || compare(from[left], from[right]) <= 0);
        to[i] = takeLeft ? from[left++] : from[right++];
      }
    }
  }
}

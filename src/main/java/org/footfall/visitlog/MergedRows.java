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

  /** The places of each row: of what tells it last, and of what tells it whole (−1: nothing). */
  private final int[] latest;

  private final int[] whole;
  private final int size;
  private int[][] byLatestSegment;
  private int[][] byWholeSegment;

  private MergedRows(
      List<Segment> segments, Table table, int site, int size, int[] latest, int[] whole) {
    this.segments = segments;
    this.table = table;
    this.site = site;
    this.size = size;
    this.latest = latest;
    this.whole = whole;
  }

  /** Where each segment's rows begin; a row's place is that of its segment and its row in there. */
  private static int[] starts(List<Segment> segments, Table table) {
    int[] starts = new int[segments.size() + 1];
    for (int i = 0; i < segments.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], segments.get(i).days().rows(table));
    }
    return starts;
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
      return new MergedRows(segments, table, site, rows, null, null);
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
    int[] starts = starts(segments, Table.VISIT);
    int[] latestOf = new int[order.length];
    int[] wholeOf = new int[order.length];
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
        latestOf[size] = starts[all.segment[latest]] + all.row[latest];
        wholeOf[size++] = whole < 0 ? -1 : starts[all.segment[whole]] + all.row[whole];
      }
    }
    return new MergedRows(
        segments,
        Table.VISIT,
        site,
        size,
        Arrays.copyOf(latestOf, size),
        Arrays.copyOf(wholeOf, size));
  }

  private static MergedRows actions(
      List<Segment> segments, int site, Candidates all, ErasedVisits erased) {
    int[] order = all.sorted();
    int[] starts = starts(segments, Table.ACTION);
    int[] places = new int[order.length];
    int size = 0;
    for (int i = 0; i < order.length; i++) {
      boolean first = i == 0 || all.compare(order[i - 1], order[i]) != 0;
      if (first && !erased.has(all.visits[order[i]])) {
        places[size++] = starts[all.segment[order[i]]] + all.row[order[i]];
      }
    }
    places = Arrays.copyOf(places, size);
    return new MergedRows(segments, Table.ACTION, site, size, places, places);
  }

  /** Some of the rows, in their order. */
  MergedRows pick(int[] rows) {
    int[] latestOf = isSegment() ? rows.clone() : pick(latest, rows);
    int[] wholeOf = isSegment() || latest == whole ? latestOf : pick(whole, rows);
    return new MergedRows(segments, table, site, rows.length, latestOf, wholeOf);
  }

  private static int[] pick(int[] of, int[] rows) {
    int[] picked = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = of[rows[i]];
    }
    return picked;
  }

  /** The same rows of the same segments, of which more may have been read. */
  MergedRows over(List<Segment> others) {
    return new MergedRows(others, table, site, size, latest, whole);
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
    return latest == null;
  }

  /** Whether nothing tells a visit whole. */
  boolean isGrown(int row) {
    return !isSegment() && whole[row] < 0;
  }

  /**
   * The rows that have their value of a column from each segment; of several segments' rows only.
   */
  int[][] bySegment(Column column) {
    if (places(column) == whole && whole != latest) {
      byWholeSegment = byWholeSegment == null ? bySegment(whole) : byWholeSegment;
      return byWholeSegment;
    }
    byLatestSegment = byLatestSegment == null ? bySegment(latest) : byLatestSegment;
    return byLatestSegment;
  }

  private int[][] bySegment(int[] places) {
    int[] starts = starts(segments, table);
    int[] segmentOfRow = new int[size];
    for (int row = 0; row < size; row++) {
      segmentOfRow[row] = places[row] < 0 ? -1 : segment(starts, places[row]);
    }
    return VisitorParts.rowsByPart(segmentOfRow, segments.size());
  }

  /** The last segment that begins there or before; those of no rows begin where the next does. */
  private static int segment(int[] starts, int place) {
    int low = 0;
    int high = starts.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= place) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The places of all rows' values of a column, −1 where there is none; of several segments only.
   */
  int[] places(Column column) {
    return SegmentEncoder.isWholeOnly(column) ? whole : latest;
  }

  /** The place of a segment's first row. */
  int start(int segment) {
    int start = 0;
    for (Segment before : segments.subList(0, segment)) {
      start += before.days().rows(table);
    }
    return start;
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

package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.footfall.codec.Numbers;
import org.footfall.visitlog.SegmentDays.Entry;
import org.footfall.visitlog.VisitorParts.Rows;

/** Segments that compaction is about to store, encoded, each under the largest size. */
final class NewSegments {
  /** More levels divide nobody whom these did not. */
  private static final int DEEPEST = 40;

  /** A first guess at how many rows are too many for a segment. */
  static final int MOST_ROWS = 150_000;

  private final int shard;
  private final int maxBytes;
  private final List<One> list = new ArrayList<>();

  /** One of them. */
  record One(int level, long version, int rows, SegmentDays days, SegmentEncoder.Encoded encoded) {
    List<SegmentEncoder.Part> parts() {
      return encoded.parts();
    }
  }

  /** Rows of a day, of one site. */
  record DayRows(LogStore.SiteDay day, Rows rows) {}

  NewSegments(int shard, int maxBytes) {
    this.shard = shard;
    this.maxBytes = maxBytes;
  }

  List<One> list() {
    return list;
  }

  int shard() {
    return shard;
  }

  /** Rows of a day that may grow: cut between visits where they are too many. */
  void addOpen(long version, DayRows of) {
    if (of.rows().size() == 0) {
      return;
    }
    if (of.rows().size() > MOST_ROWS && addHalves(version, of)) {
      return;
    }
    One one = encode(SegmentRef.OPEN, version, List.of(of));
    if (isTooBig(one) && addHalves(version, of)) {
      return;
    }
    list.add(one);
  }

  /** False where there is nothing to cut. */
  private boolean addHalves(long version, DayRows of) {
    List<Rows> halves = halves(of.rows());
    if (halves.size() < 2) {
      return false;
    }
    for (Rows half : halves) {
      addOpen(version, new DayRows(of.day(), half));
    }
    return true;
  }

  /**
   * A finished day: divided by visitor where it is too big.
   *
   * @throws Indivisible if one visitor alone is too big for a segment; then the day has to stay as
   *     it is
   */
  void addSealed(long version, DayRows of) {
    int parts = 1 + of.rows().size() / MOST_ROWS;
    for (Rows rows : VisitorParts.of(of.rows(), parts)) {
      addSealed(version, new DayRows(of.day(), rows), 1);
    }
  }

  /** What is too big is divided anew, and nothing else. */
  private void addSealed(long version, DayRows of, int level) {
    if (of.rows().size() == 0) {
      return;
    }
    One one = encode(SegmentRef.SEALED, version, List.of(of));
    if (!isTooBig(one)) {
      list.add(one);
      return;
    }
    if (level == DEEPEST || VisitorParts.isOneVisitor(of.rows())) {
      throw new Indivisible(of.day());
    }
    for (Rows rows : VisitorParts.of(of.rows(), 2, level)) {
      addSealed(version, new DayRows(of.day(), rows), level + 1);
    }
  }

  /** A visitor fills more than a segment. */
  static final class Indivisible extends RuntimeException {
    private static final long serialVersionUID = 1;

    Indivisible(LogStore.SiteDay day) {
      super(
          "One visitor of site %d fills more than a segment on %s, which stays unsealed."
              .formatted(day.site(), day.day()));
    }
  }

  /** Finished days of few rows, in one segment. */
  void addSealed(long version, List<DayRows> days) {
    if (days.stream().anyMatch(day -> day.rows().size() > 0)) {
      One one = encode(SegmentRef.SEALED, version, days);
      if (isTooBig(one)) {
        days.forEach(day -> addSealed(version, day));
      } else {
        list.add(one);
      }
    }
  }

  private One encode(int level, long version, List<DayRows> days) {
    List<Entry> entries = new ArrayList<>();
    List<MergedRows> visits = new ArrayList<>();
    List<MergedRows> actions = new ArrayList<>();
    int size = 0;
    for (DayRows day : days) {
      Rows rows = day.rows();
      if (rows.size() > 0) {
        visits.add(rows.visits());
        actions.add(rows.actions());
        entries.add(
            new Entry(
                day.day().site(),
                day.day().epochDay(),
                rows.visits().size(),
                rows.actions().size(),
                0));
        size += rows.size();
      }
    }
    SegmentDays directory = new SegmentDays(entries);
    SegmentEncoder.Encoded encoded =
        SegmentEncoder.encode(
            level, shard, version, directory, new StoredRows(visits), new StoredRows(actions));
    return new One(level, version, size, directory, encoded);
  }

  private boolean isTooBig(One one) {
    return one.encoded().isTooBig(maxBytes);
  }

  private static List<Rows> halves(Rows rows) {
    MergedRows visits = rows.visits();
    MergedRows actions = rows.actions();
    int visitCut = visits.size() / 2;
    int actionCut = actions.size() / 2;
    if (visits.size() > 1) {
      long id = new Gathering(visits).numbers(Columns.VISIT_ID).get(visitCut);
      Numbers owners = new Gathering(actions).numbers(Columns.ACTION_VISIT_ID);
      actionCut = 0;
      while (actionCut < actions.size() && owners.get(actionCut) < id) {
        actionCut++;
      }
    }
    if (visitCut + actionCut == 0 || visitCut + actionCut == rows.size()) {
      return List.of(rows);
    }
    return List.of(
        new Rows(visits.pick(range(0, visitCut)), actions.pick(range(0, actionCut))),
        new Rows(
            visits.pick(range(visitCut, visits.size())),
            actions.pick(range(actionCut, actions.size()))));
  }

  private static int[] range(int from, int to) {
    int[] rows = new int[to - from];
    Arrays.setAll(rows, i -> from + i);
    return rows;
  }
}

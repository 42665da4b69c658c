package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.footfall.codec.Numbers;
import org.footfall.visitlog.Column.Table;

/**
 * Divides the rows of a day so that all visits of a visitor, with their actions, are in one part:
 * by the visitor's ordinal, or by the visitor id where there is none. A visit that only has grown
 * has no visitor here and cannot be divided; such rows must not be among these.
 */
final class VisitorParts {
  private VisitorParts() {}

  /** Rows of both tables that belong together. */
  record Rows(MergedRows visits, MergedRows actions) {
    int size() {
      return visits.size() + actions.size();
    }

    /** The same rows of the same segments, of which more may have been read. */
    Rows over(List<Segment> segments) {
      return new Rows(visits.over(segments), actions.over(segments));
    }
  }

  /** So many parts; some may be empty. */
  static List<Rows> of(Rows day, int parts) {
    if (parts <= 1) {
      return List.of(day);
    }
    int[] partOfVisit = partOfVisit(day.visits(), parts);
    int[] partOfAction = partOfAction(day, partOfVisit);
    List<Rows> divided = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int[] visits = rowsOf(part, partOfVisit);
      int[] actions = rowsOf(part, partOfAction);
      divided.add(new Rows(day.visits().pick(visits), day.actions().pick(actions)));
    }
    return divided;
  }

  private static int[] partOfVisit(MergedRows visits, int parts) {
    Numbers ordinals = DayTable.numbers(Columns.VISITOR_ORDINAL, visits);
    Numbers ids = DayTable.numbers(Columns.VISITOR_ID, visits);
    int[] part = new int[visits.size()];
    for (int row = 0; row < part.length; row++) {
      long visitor = ordinals.get(row) > 0 ? ordinals.get(row) : ids.get(row);
      long mixed = visitor * 0x9E3779B97F4A7C15L;
      part[row] = (int) Long.remainderUnsigned(mixed >>> 17, parts);
    }
    return part;
  }

  /** Both tables are sorted by visit. Actions without a visit, which nobody counts, go first. */
  private static int[] partOfAction(Rows day, int[] partOfVisit) {
    Numbers visits = DayTable.numbers(Columns.VISIT_ID, day.visits());
    Numbers owners = DayTable.numbers(Columns.ACTION_VISIT_ID, day.actions());
    int[] part = new int[day.actions().size()];
    int visit = 0;
    for (int row = 0; row < part.length; row++) {
      while (visit < partOfVisit.length && visits.get(visit) < owners.get(row)) {
        visit++;
      }
      boolean found = visit < partOfVisit.length && visits.get(visit) == owners.get(row);
      part[row] = found ? partOfVisit[visit] : 0;
    }
    return part;
  }

  private static int[] rowsOf(int part, int[] parts) {
    int[] rows = new int[parts.length];
    int size = 0;
    for (int row = 0; row < parts.length; row++) {
      if (parts[row] == part) {
        rows[size++] = row;
      }
    }
    return Arrays.copyOf(rows, size);
  }

  /** The rows of some segments of a day. */
  static Rows day(List<Segment> segments, LogStore.SiteDay day, ErasedVisits erased) {
    return new Rows(
        MergedRows.of(Table.VISIT, segments, day.site(), day.epochDay(), erased),
        MergedRows.of(Table.ACTION, segments, day.site(), day.epochDay(), erased));
  }
}

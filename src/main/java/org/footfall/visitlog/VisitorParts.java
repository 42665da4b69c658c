package org.footfall.visitlog;

import java.util.ArrayList;
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
    return of(day, parts, 0);
  }

  /**
   * So many parts; some may be empty.
   *
   * @param level another one divides visitors anew who are in one part of the level before
   */
  static List<Rows> of(Rows day, int parts, int level) {
    if (parts <= 1) {
      return List.of(day);
    }
    int[] partOfVisit = partOfVisit(day.visits(), parts, level);
    int[][] visits = rowsByPart(partOfVisit, parts);
    int[][] actions = rowsByPart(partOfAction(day, partOfVisit), parts);
    List<Rows> divided = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      divided.add(new Rows(day.visits().pick(visits[part]), day.actions().pick(actions[part])));
    }
    return divided;
  }

  /** Whether all visits are of one visitor, and no part smaller. */
  static boolean isOneVisitor(Rows rows) {
    Numbers ordinals = new Gathering(rows.visits()).numbers(Columns.VISITOR_ORDINAL);
    Numbers ids = new Gathering(rows.visits()).numbers(Columns.VISITOR_ID);
    for (int row = 1; row < rows.visits().size(); row++) {
      if (visitor(ordinals, ids, row) != visitor(ordinals, ids, 0)) {
        return false;
      }
    }
    return true;
  }

  private static long visitor(Numbers ordinals, Numbers ids, int row) {
    return ordinals.get(row) > 0 ? ordinals.get(row) : ids.get(row);
  }

  private static int[] partOfVisit(MergedRows visits, int parts, int level) {
    Numbers ordinals = new Gathering(visits).numbers(Columns.VISITOR_ORDINAL);
    Numbers ids = new Gathering(visits).numbers(Columns.VISITOR_ID);
    int[] part = new int[visits.size()];
    for (int row = 0; row < part.length; row++) {
      long mixed = visitor(ordinals, ids, row) + level * 0xD1B54A32D192ED03L;
      mixed = (mixed ^ (mixed >>> 32)) * 0x9E3779B97F4A7C15L;
      mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
      part[row] = (int) Long.remainderUnsigned(mixed >>> 17, parts);
    }
    return part;
  }

  /** Both tables are sorted by visit. Actions without a visit, which nobody counts, go first. */
  private static int[] partOfAction(Rows day, int[] partOfVisit) {
    Numbers visits = new Gathering(day.visits()).numbers(Columns.VISIT_ID);
    Numbers owners = new Gathering(day.actions()).numbers(Columns.ACTION_VISIT_ID);
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

  /** The rows of each part, in their order; a row of part −1 is in none. */
  static int[][] rowsByPart(int[] partOfRow, int parts) {
    int[] sizes = new int[parts];
    for (int part : partOfRow) {
      if (part >= 0) {
        sizes[part]++;
      }
    }
    int[][] rows = new int[parts][];
    for (int part = 0; part < parts; part++) {
      rows[part] = new int[sizes[part]];
      sizes[part] = 0;
    }
    for (int row = 0; row < partOfRow.length; row++) {
      int part = partOfRow[row];
      if (part >= 0) {
        rows[part][sizes[part]++] = row;
      }
    }
    return rows;
  }

  /** The rows of some segments of a day. */
  static Rows day(List<Segment> segments, LogStore.SiteDay day, ErasedVisits erased) {
    return new Rows(
        MergedRows.of(Table.VISIT, segments, day.site(), day.epochDay(), erased),
        MergedRows.of(Table.ACTION, segments, day.site(), day.epochDay(), erased));
  }
}

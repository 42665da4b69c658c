package org.footfall.report;

import java.util.Arrays;
import java.util.Set;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/**
 * The conversions of a part's selected visits, in the order of these. Most parts have none, which
 * their visits tell, so that no action is looked at there.
 */
final class Conversions {
  /** Of visits: whether there are conversions, and whose. */
  static final Set<Column> VISIT_COLUMNS =
      Set.of(Columns.VISIT_ID, Columns.CONVERTED, Columns.BUYER);

  /** Of actions. */
  static final Set<Column> ACTION_COLUMNS =
      Set.of(
          Columns.ACTION_VISIT_ID,
          Columns.KIND,
          Columns.TIME,
          Columns.INTERACTION_POSITION,
          Columns.GOAL,
          Columns.REVENUE,
          Columns.SUBTOTAL,
          Columns.TAX,
          Columns.SHIPPING,
          Columns.DISCOUNT,
          Columns.ITEMS,
          Columns.CONVERSION_REFERRER_TYPE,
          Columns.CONVERSION_REFERRER_NAME,
          Columns.CONVERSION_REFERRER_KEYWORD,
          Columns.CUSTOM_THEN);

  private static final int CONVERSION = 100;

  private int[] places = new int[16];
  private int[] rows = new int[16];
  private int size;

  private Conversions() {}

  /** Whether any visit of a part met a goal, ordered, or filled a cart. */
  static boolean areIn(LogTable visits) {
    NumberColumn converted = visits.number(Columns.CONVERTED);
    NumberColumn buyer = visits.number(Columns.BUYER);
    for (int row = 0; row < visits.rows(); row++) {
      if (converted.get(row) != 0 || buyer.get(row) != 0) {
        return true;
      }
    }
    return false;
  }

  static Conversions of(PartRows part) {
    Conversions all = new Conversions();
    if (part.actions() == null || !areIn(part.visits())) {
      return all;
    }
    NumberColumn converted = part.visits().number(Columns.CONVERTED);
    NumberColumn buyer = part.visits().number(Columns.BUYER);
    NumberColumn kinds = part.actions().number(Columns.KIND);
    for (int place = 0; place < part.size(); place++) {
      int visit = part.row(place);
      if (converted.get(visit) == 0 && buyer.get(visit) == 0) {
        continue;
      }
      for (int row = part.firstAction(visit); row < part.endOfActions(visit); row++) {
        if (kinds.get(row) == CONVERSION) {
          all.add(place, row);
        }
      }
    }
    return all;
  }

  private void add(int place, int row) {
    if (size == rows.length) {
      places = Arrays.copyOf(places, size * 2);
      rows = Arrays.copyOf(rows, size * 2);
    }
    places[size] = place;
    rows[size++] = row;
  }

  int size() {
    return size;
  }

  /** The place of the conversion's visit in the order of {@link PartRows#row}. */
  int place(int index) {
    return places[index];
  }

  /** The conversion's row among the actions. */
  int row(int index) {
    return rows[index];
  }
}

package org.footfall.report.live;

import java.util.List;
import org.footfall.visitlog.Columns;

/**
 * How long pages of a visit were looked at. Each row of the log tells how long the page before it
 * had been open; a page's time is that of all rows up to and with the next page. Of the last page
 * nothing tells but what happened on it: if the visit went on after it was opened, it counts to the
 * visit's end, else it has none.
 */
public final class TimeSpent {
  private TimeSpent() {}

  /** Whether a row is a page of which one can say how long it was open. */
  public static boolean isPage(LoggedRow row) {
    return row.number(Columns.KIND) == ActionCode.PAGE_VIEW
        && !(row.text(Columns.URL).isEmpty() && row.text(Columns.TITLE).isEmpty());
  }

  /**
   * Seconds for each row, 0 for what is no page.
   *
   * @param visit the row of the visit
   * @param actions its actions by time
   */
  public static long[] of(LoggedRow visit, List<LoggedRow> actions) {
    long[] seconds = new long[actions.size()];
    int page = -1;
    for (int i = 0; i < seconds.length; i++) {
      LoggedRow row = actions.get(i);
      if (page >= 0 && row.number(Columns.KIND) < ActionCode.CONVERSION) {
        seconds[page] += row.number(Columns.SECONDS_BEFORE);
      }
      page = isPage(row) ? i : page;
    }
    if (page >= 0) {
      seconds[page] = last(visit, actions.get(page));
    }
    return seconds;
  }

  private static long last(LoggedRow visit, LoggedRow page) {
    long opened = page.number(Columns.TIME) - visit.number(Columns.FIRST_ACTION_TIME);
    boolean wentOn = visit.number(Columns.LAST_ACTION_TIME) > page.number(Columns.TIME);
    return wentOn ? Math.max(0, visit.number(Columns.TOTAL_SECONDS) - opened) : 0;
  }
}

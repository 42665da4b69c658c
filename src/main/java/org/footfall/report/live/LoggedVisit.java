package org.footfall.report.live;

import java.util.List;
import java.util.Optional;
import org.footfall.site.Site;
import org.footfall.visitlog.Columns;

/**
 * A visit with what happened in it, by time.
 *
 * @param actions actions, conversions and late timings
 * @param purchases what the visitor has bought at any time; of shops only
 */
public record LoggedVisit(
    Site site, LoggedRow row, List<LoggedRow> actions, Optional<Purchases> purchases) {
  public LoggedVisit {
    actions = List.copyOf(actions);
  }

  long visitorId() {
    return row.number(Columns.VISITOR_ID);
  }

  /** When the visitor came first, in unix seconds, as far as that is known. */
  long firstSeen() {
    return row.number(Columns.FIRST_ACTION_TIME) - row.number(Columns.SECONDS_SINCE_FIRST);
  }
}

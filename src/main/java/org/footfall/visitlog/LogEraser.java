package org.footfall.visitlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.footfall.visitlog.SegmentDays.Entry;

/**
 * Takes visits out of the log. What is erased is gone for readers with the commit; the segments are
 * written anew without it by the next compaction.
 */
public final class LogEraser {
  private final LogStore store = new LogStore();

  /**
   * Erases visits of a day, with their actions, within the caller's transaction, which holds the
   * site's shard like every writer of the log.
   *
   * @param version the number of the change
   */
  public void erase(
      Connection transaction, int site, LocalDate day, List<Long> visits, long version)
      throws SQLException {
    store.addTombstones(transaction, new LogStore.SiteDay(site, day), visits);
    raise(transaction, site, day, version);
  }

  private void raise(Connection transaction, int site, LocalDate day, long version)
      throws SQLException {
    Entry entry = new Entry(site, Math.toIntExact(day.toEpochDay()), 0, 0, 0);
    store.raiseDays(transaction, version, List.of(entry));
  }
}

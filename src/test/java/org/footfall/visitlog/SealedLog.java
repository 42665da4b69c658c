package org.footfall.visitlog;

import java.sql.Connection;
import java.sql.SQLException;
import org.footfall.visitlog.Column.Table;

/** Writes whole days as sealed segments at once, for tests that need a long log. */
public final class SealedLog {
  private static final LogStore STORE = new LogStore();

  private SealedLog() {}

  /** Writes a batch of whole days of one site, which must fit a segment. */
  public static void write(Connection transaction, LogBatch batch) throws SQLException {
    SortedRows visits = SortedRows.of(batch.rows(Table.VISIT), Columns.VISIT_ID, null);
    SortedRows actions =
        SortedRows.of(batch.rows(Table.ACTION), Columns.ACTION_VISIT_ID, Columns.POSITION);
    SegmentDays days = SortedRows.days(visits, actions);
    SegmentEncoder.Encoded encoded =
        SegmentEncoder.encode(
            SegmentRef.SEALED, batch.shard(), batch.version(), days, visits, actions);
    if (encoded.isTooBig(LogWriter.MAX_SEGMENT_BYTES)) {
      throw new IllegalArgumentException("too many rows for one segment");
    }
    long id =
        STORE.add(
            transaction,
            batch.shard(),
            SegmentRef.SEALED,
            batch.version(),
            visits.size() + actions.size(),
            encoded.parts());
    STORE.addDays(transaction, id, days.entries());
    STORE.raiseDays(transaction, batch.version(), days.entries());
    for (SegmentDays.Entry day : days.entries()) {
      LogStore.SiteDay of =
          new LogStore.SiteDay(day.site(), java.time.LocalDate.ofEpochDay(day.day()));
      STORE.setState(transaction, of, batch.version(), LogDayState.SEALED);
    }
  }
}

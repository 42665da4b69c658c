package org.footfall.visitlog;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.SQLException;
import org.footfall.visitlog.SegmentEncoder.Encoded;

/**
 * Writes a batch into the log: its segment, the index of the sites and days inside, and the new
 * versions of those days. A batch whose segment would be too big becomes several of the same
 * version; they hold different rows, so readers see no difference.
 */
public final class LogWriter {
  /** A quarter of the packet that Debian's MariaDB takes. */
  static final int MAX_SEGMENT_BYTES = 4 << 20;

  private final LogStore store = new LogStore();
  private final int maxBytes;

  public LogWriter() {
    this(MAX_SEGMENT_BYTES);
  }

  LogWriter(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Writes within the caller's transaction; nothing is stored before it commits.
   *
   * @return the segment's id, of several the last one's; 0 for an empty batch
   * @throws IllegalArgumentException if the batch tells of a visit or an action twice
   */
  @CanIgnoreReturnValue
  public long write(Connection transaction, LogBatch batch) throws SQLException {
    if (batch.isEmpty()) {
      return 0;
    }
    SortedRows visits = SortedRows.of(batch.rows(Column.Table.VISIT), Columns.VISIT_ID, null);
    SortedRows actions =
        SortedRows.of(batch.rows(Column.Table.ACTION), Columns.ACTION_VISIT_ID, Columns.POSITION);
    return write(transaction, batch, visits, actions);
  }

  private long write(Connection transaction, LogBatch batch, SortedRows visits, SortedRows actions)
      throws SQLException {
    SegmentDays days = SortedRows.days(visits, actions);
    Encoded encoded =
        SegmentEncoder.encode(
            SegmentRef.BATCH, batch.shard(), batch.version(), days, visits, actions);
    int rows = visits.size() + actions.size();
    if (encoded.isTooBig(maxBytes) && rows > 1) {
      int visitCut = visits.size() / 2;
      int actionCut =
          visits.size() > 1 ? actions.firstNotBefore(visits, visitCut) : actions.size() / 2;
      if (visitCut + actionCut > 0 && visitCut + actionCut < rows) {
        write(transaction, batch, visits.slice(0, visitCut), actions.slice(0, actionCut));
        return write(
            transaction,
            batch,
            visits.slice(visitCut, visits.size()),
            actions.slice(actionCut, actions.size()));
      }
    }
    long id =
        store.add(
            transaction, batch.shard(), SegmentRef.BATCH, batch.version(), rows, encoded.parts());
    store.addDays(transaction, id, days.entries());
    store.raiseDays(transaction, batch.version(), days.entries());
    return id;
  }
}

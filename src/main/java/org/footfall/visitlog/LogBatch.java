package org.footfall.visitlog;

import java.time.LocalDate;
import org.footfall.visitlog.Column.Table;

/**
 * The rows that one transfer batch adds to the log, appended in any order. Not for several threads.
 *
 * <p>A visit's row replaces what earlier batches said of it: the row of the highest version counts.
 * {@link #visit} tells a visit whole. {@link #visitGrowth} is for a visit that an earlier batch
 * told whole and whose {@linkplain Column.Life#FIXED fixed} columns are as they were: it keeps only
 * the growing columns, and readers take the fixed ones from the latest whole row.
 */
public final class LogBatch {
  private final int shard;
  private final long version;
  private final BatchRows visits = new BatchRows(Table.VISIT);
  private final BatchRows actions = new BatchRows(Table.ACTION);

  /**
   * @param version the shard's batch number; later batches have higher ones
   */
  public LogBatch(int shard, long version) {
    this.shard = shard;
    this.version = version;
  }

  public int shard() {
    return shard;
  }

  public long version() {
    return version;
  }

  /** A visit told whole. {@link Columns#VISIT_ID} must be set, and be once in the batch. */
  public RowAppender visit(int site, LocalDate day) {
    return visits.append(site, day, false);
  }

  /**
   * A visit that grew. Values set to fixed columns other than {@link Columns#VISIT_ID} are ignored,
   * so that the same code may fill both kinds of rows.
   */
  public RowAppender visitGrowth(int site, LocalDate day) {
    return visits.append(site, day, true);
  }

  /**
   * An action. {@link Columns#ACTION_VISIT_ID} and {@link Columns#POSITION} name it; telling it
   * again in a later batch replaces it.
   */
  public RowAppender action(int site, LocalDate day) {
    return actions.append(site, day, false);
  }

  public boolean isEmpty() {
    return visits.rows() == 0 && actions.rows() == 0;
  }

  BatchRows rows(Table table) {
    return switch (table) {
      case VISIT -> visits;
      case ACTION -> actions;
      case CONVERSION -> throw new IllegalArgumentException("Conversions have no columns yet.");
    };
  }
}

package org.footfall.visitlog;

/** One row of a {@link LogBatch} being filled; columns that are not set are absent. */
public interface RowAppender {
  /**
   * Sets a number column of this row's table.
   *
   * @throws IllegalArgumentException for a column of another table or type, or a derived one
   */
  RowAppender set(Column column, long value);

  /** Sets a text column; null is absent. Unpaired surrogates become {@code ?}. */
  RowAppender set(Column column, String value);

  /** Sets a column of short byte strings; null is absent. The array must not change afterwards. */
  RowAppender set(Column column, byte[] value);
}

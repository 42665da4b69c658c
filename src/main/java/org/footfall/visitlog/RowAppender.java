package org.footfall.visitlog;

/** One row of a {@link LogBatch} being filled; columns that are not set are absent. */
public interface RowAppender {
  /**
   * Sets a number column of this row's table.
   *
   * @throws IllegalArgumentException for a column of another table or type, or a derived one
   */
  RowAppender set(Column column, long value);

  /**
   * Sets a text column; null is absent. Unpaired surrogates become {@code ?}. Of a text of more
   * than 65,535 bytes of UTF-8, which no reader would take, the beginning that has no more is kept.
   */
  RowAppender set(Column column, String value);

  /**
   * Sets a column of short byte strings; null is absent. The array must not change afterwards.
   *
   * @throws IllegalArgumentException also for more than 255 bytes
   */
  RowAppender set(Column column, byte[] value);
}

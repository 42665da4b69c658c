package org.footfall.visitlog;

/**
 * Rows of one table, site and day, as columns. Immutable; may be kept and shared by threads. Only
 * the columns that were named when reading are there: asking for another one, or for another type,
 * throws IllegalArgumentException.
 */
public interface LogTable {
  int rows();

  NumberColumn number(Column column);

  TextColumn text(Column column);

  BytesColumn bytes(Column column);
}

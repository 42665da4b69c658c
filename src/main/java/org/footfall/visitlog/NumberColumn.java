package org.footfall.visitlog;

/** The numbers of one column of a {@link LogTable}. */
public interface NumberColumn {
  /** The value in a row, 0 where it is absent. */
  long get(int row);
}

package org.footfall.visitlog;

/** The byte strings of one column of a {@link LogTable}. */
public interface BytesColumn {
  /** A copy of the value in a row, empty where it is absent. */
  byte[] get(int row);
}

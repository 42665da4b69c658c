package org.footfall.visitlog;

/**
 * The texts of one column of a {@link LogTable}. Rows with equal texts have equal codes, so that
 * counting and matching work on small numbers and touch each distinct text once.
 */
public interface TextColumn {
  /** The text in a row, empty where it is absent. */
  String get(int row);

  /** A number from 0 to {@link #codes()} − 1 that stands for the text in a row. */
  int code(int row);

  /** How many distinct texts the column has, the empty one counted where it occurs. */
  int codes();

  /** The text of a code. */
  String value(int code);
}

package org.footfall.report;

import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/**
 * The columns that tell a page by one of its names.
 *
 * @param prefix where the name's protocol is kept; null for a name without one
 */
record PageColumns(
    Column name,
    Column prefix,
    Column previous,
    Column previousPrefix,
    Column entry,
    Column entryPrefix,
    Column exit,
    Column exitPrefix) {
  static final PageColumns URL =
      new PageColumns(
          Columns.URL,
          Columns.URL_PREFIX,
          Columns.PREVIOUS_URL,
          Columns.PREVIOUS_URL_PREFIX,
          Columns.ENTRY_URL,
          Columns.ENTRY_URL_PREFIX,
          Columns.EXIT_URL,
          Columns.EXIT_URL_PREFIX);
  static final PageColumns TITLE =
      new PageColumns(
          Columns.TITLE,
          null,
          Columns.PREVIOUS_TITLE,
          null,
          Columns.ENTRY_TITLE,
          null,
          Columns.EXIT_TITLE,
          null);
}

package org.footfall.report;

import java.util.List;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/**
 * The columns that tell a page, or a search, by one of its names.
 *
 * @param kind of the actions that are counted
 * @param prefix where the name's protocol is kept; null for a name without one
 * @param entry null where nobody asks what a visit began with
 * @param measures what is measured of each one
 */
record PageColumns(
    long kind,
    Column name,
    Column prefix,
    Column previous,
    Column previousPrefix,
    Column entry,
    Column entryPrefix,
    Column exit,
    Column exitPrefix,
    List<Measures.Measure> measures) {
  private static final long PAGE_VIEW = 1;
  private static final long SEARCH_KIND = 8;

  static final PageColumns URL =
      new PageColumns(
          PAGE_VIEW,
          Columns.URL,
          Columns.URL_PREFIX,
          Columns.PREVIOUS_URL,
          Columns.PREVIOUS_URL_PREFIX,
          Columns.ENTRY_URL,
          Columns.ENTRY_URL_PREFIX,
          Columns.EXIT_URL,
          Columns.EXIT_URL_PREFIX,
          Measures.TIMES);
  static final PageColumns TITLE =
      new PageColumns(
          PAGE_VIEW,
          Columns.TITLE,
          null,
          Columns.PREVIOUS_TITLE,
          null,
          Columns.ENTRY_TITLE,
          null,
          Columns.EXIT_TITLE,
          null,
          Measures.TIMES);

  /** Searches by their keywords. */
  static final PageColumns SEARCH =
      new PageColumns(
          SEARCH_KIND,
          Columns.TITLE,
          null,
          Columns.PREVIOUS_SEARCH,
          null,
          null,
          null,
          Columns.EXIT_SEARCH,
          null,
          Measures.FOUND);
}

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
 * @param links whether links that lead nowhere count as well, as pages without a name
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
    List<Measures.Measure> measures,
    boolean links) {
  private static final long PAGE_VIEW = 1;
  private static final long OUTLINK = 2;
  private static final long DOWNLOAD = 3;
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
          Measures.TIMES,
          true);
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
          Measures.TIMES,
          false);

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
          Measures.FOUND,
          false);

  /**
   * Whether an action is counted.
   *
   * @param named whether it has such a name
   */
  boolean counts(long kindOfAction, boolean named) {
    boolean link = kindOfAction == OUTLINK || kindOfAction == DOWNLOAD;
    return kindOfAction == kind || (links && link && !named);
  }
}

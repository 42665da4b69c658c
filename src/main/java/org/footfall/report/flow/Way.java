package org.footfall.report.flow;

/** A way to a page, or from it. */
public enum Way {
  FROM_PAGE,
  FROM_SEARCH,
  TO_PAGE,
  TO_SEARCH,
  TO_OUTLINK,
  TO_DOWNLOAD
}

package org.footfall.visit;

/**
 * What a request tells that a visitor did. Codes are those of the log's column {@code kind}; what
 * has none is no action of the visitor.
 */
public enum ActionKind {
  PAGE_VIEW(1, "page view"),
  OUTLINK(2, "outlink"),
  DOWNLOAD(3, "download"),
  SEARCH(8, "site search"),
  EVENT(10, "event"),
  CONTENT(13, "content"),
  /** Of a plug-in that we do not have. */
  CUSTOM(0, "custom action"),
  /** A goal that the site's own script has seen met. */
  GOAL(0, "goal"),
  /** An order, or a cart. */
  ECOMMERCE(0, "ecommerce"),
  PING(0, "ping");

  /** The code of a row that tells a conversion. */
  public static final int CONVERSION_CODE = 100;

  /** The code of a row that tells a page view's timings after it. */
  public static final int LATE_TIMINGS_CODE = 101;

  private final int code;
  private final String title;

  ActionKind(int code, String title) {
    this.code = code;
    this.title = title;
  }

  public int code() {
    return code;
  }

  /** As counters and messages call it. */
  public String title() {
    return title;
  }

  /** Whether it is something the visitor did, with a row of its own. */
  public boolean isAction() {
    return code > 0;
  }

  /** Whether it counts as one of the visit's actions; a content that was shown does not. */
  boolean counts() {
    return isAction() && this != CONTENT;
  }

  boolean isInteraction() {
    return this == PAGE_VIEW || this == SEARCH;
  }
}

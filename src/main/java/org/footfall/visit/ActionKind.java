package org.footfall.visit;

/** What a visitor did. Codes are those of the log's column {@code kind}. */
public enum ActionKind {
  PAGE_VIEW(1, "page view"),
  OUTLINK(2, "outlink"),
  DOWNLOAD(3, "download"),
  SEARCH(8, "site search"),
  EVENT(10, "event"),
  CONTENT(13, "content"),
  /** Of a plug-in that we do not have. */
  CUSTOM(0, "custom action"),
  GOAL(0, "goal"),
  ECOMMERCE(0, "ecommerce"),
  PING(0, "ping");

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
}

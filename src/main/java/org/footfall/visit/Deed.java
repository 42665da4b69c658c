package org.footfall.visit;

/**
 * What was done.
 *
 * @param url of an outlink or a download where it leads, of all others the page on which it
 *     happened; empty for a search
 * @param name a page's title, a search's keyword, an event's name
 * @param pageViewId up to six characters by which requests name the page view they belong to
 * @param bandwidth bytes sent, as the log stores them; 0 when it was not told
 */
public record Deed(
    ActionKind kind,
    PageUrl url,
    String name,
    String pageViewId,
    Detail detail,
    Timings timings,
    long bandwidth) {

  public Deed(
      ActionKind kind,
      PageUrl url,
      String name,
      String pageViewId,
      Detail detail,
      Timings timings) {
    this(kind, url, name, pageViewId, detail, timings, 0);
  }

  /** The same, with some bytes sent. */
  Deed sending(long bytes) {
    return new Deed(kind, url, name, pageViewId, detail, timings, bytes);
  }

  /** Whether the timings are those of a page view that was told before. */
  boolean tellsLateTimings() {
    return kind != ActionKind.PAGE_VIEW && !timings.isEmpty() && !pageViewId.isEmpty();
  }
}

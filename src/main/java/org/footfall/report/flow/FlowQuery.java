package org.footfall.report.flow;

import org.footfall.report.Period;
import org.footfall.segment.Segment;
import org.footfall.site.Site;

/**
 * Which page is asked about, of which visits.
 *
 * @param name a title, or an address without protocol and {@code www.}
 */
public record FlowQuery(Site site, Period period, Segment segment, Naming naming, String name) {
  /** What pages are told apart by. */
  public enum Naming {
    ADDRESS,
    TITLE
  }
}

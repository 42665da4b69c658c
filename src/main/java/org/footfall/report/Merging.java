package org.footfall.report;

import java.util.ArrayList;
import java.util.List;

/** Joins the counts of parts of a day or of days, many at a time but not more than memory bears. */
final class Merging {
  /** Bytes that wait: of days one source after the other, of parts of a day all sources at once. */
  static final long DAYS_WAITING = 40L << 20;

  static final long PARTS_WAITING = 12L << 20;

  private final Source source;
  private final int mostRows;
  private final long mostWaiting;
  private final List<Groups> groups = new ArrayList<>();
  private final List<Who> who = new ArrayList<>();
  private long weight;

  Merging(Source source, int mostRows, long mostWaiting) {
    this.source = source;
    this.mostRows = mostRows;
    this.mostWaiting = mostWaiting;
  }

  void add(Counts counts) throws ReportRefused {
    if (counts instanceof Who some) {
      who.add(some);
      return;
    }
    groups.add((Groups) counts);
    weight += counts.weight();
    if (weight > mostWaiting) {
      Groups merged = GroupMerge.of(source.layout(), groups, mostRows);
      groups.clear();
      groups.add(merged);
      weight = 0;
    }
  }

  Counts all() throws ReportRefused {
    return source.ofWho() ? Who.all(who) : GroupMerge.of(source.layout(), groups, mostRows);
  }
}

package org.footfall.report.live;

/** What happened in the last minutes. */
public record RecentCounts(long visits, long actions, long visitors, long convertedVisits) {
  /** Those of another site, too. */
  public RecentCounts plus(RecentCounts other) {
    return new RecentCounts(
        visits + other.visits,
        actions + other.actions,
        visitors + other.visitors,
        convertedVisits + other.convertedVisits);
  }
}

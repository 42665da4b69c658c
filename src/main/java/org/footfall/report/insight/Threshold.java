package org.footfall.report.insight;

import java.util.EnumMap;
import java.util.Map;
import org.footfall.report.insight.Change.Sort;

/**
 * What a change has to be to be worth telling. A sort of change that has no least percentage is not
 * told at all.
 *
 * @param impact by sort of change: how many percent of all visits it has to be
 * @param growth how many percent a row has to have grown
 * @param decline how many percent a row has to have lost, below 0
 */
public record Threshold(Map<Sort, Double> impact, double growth, double decline) {
  /** With fewer visits than these, one visit is many percent and says nothing. */
  private static final long FEW_VISITS = 200;

  private static final double LEAST_CHANGE = 2;

  public Threshold {
    impact = Map.copyOf(impact);
  }

  /**
   * What stands out from how all visits changed: a row has to do clearly better or worse than all.
   * The more all visits grew, the more is asked of those that are new.
   */
  public static Threshold standingOut(long visitsBefore, long visitsNow) {
    double all = Change.percent(visitsNow - visitsBefore, visitsBefore).doubleValue();
    double moved = 1;
    double isNew = 5;
    double gone = 7;
    double growth = Math.abs(all) + 20;
    double decline = -growth;
    if (all >= 100) {
      growth = all + Math.ceil(all / 500) * 40;
      decline = -70;
      isNew = Math.min(all / 100 * 3, 10);
      gone = 8;
    }
    if (visitsNow < FEW_VISITS && visitsNow > 0) {
      moved = Math.ceil(LEAST_CHANGE / (visitsNow / 100.0));
      isNew = Math.max(isNew, moved);
      gone = Math.max(gone, moved);
    }
    Map<Sort, Double> impact = new EnumMap<>(Sort.class);
    impact.put(Sort.MOVED, moved);
    impact.put(Sort.NEW, isNew);
    impact.put(Sort.GONE, gone);
    return new Threshold(impact, growth, decline);
  }

  /** Whether a change is worth telling on a site with so many visits. */
  boolean isMetBy(Change change, long visits) {
    Double percent = impact.get(change.sort());
    if (percent == null || change.difference() == 0) {
      return false;
    }
    double grown = change.growth().doubleValue();
    boolean moved = grown >= growth || grown <= decline;
    return moved && Math.abs(change.difference()) >= Math.ceil(visits / 100.0 * percent);
  }
}

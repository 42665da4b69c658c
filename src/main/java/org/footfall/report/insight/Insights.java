package org.footfall.report.insight;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the rows of two periods. Rows are the same that are called the same; those of now come
 * first, then those that are gone, each as they were shown.
 */
public final class Insights {
  private final List<Change> changes = new ArrayList<>();

  /** What changes are ordered by, the greatest first, whether up or down. */
  public enum Order {
    DIFFERENCE,
    GROWTH
  }

  private static final Comparator<Change> BY_DIFFERENCE =
      Comparator.comparingLong((Change change) -> Math.abs(change.difference())).reversed();
  private static final Comparator<Change> BY_GROWTH =
      Comparator.<Change, BigDecimal>comparing(change -> change.growth().abs()).reversed();

  public Insights(List<Counted> before, List<Counted> now) {
    Map<String, Long> old = new LinkedHashMap<>();
    before.forEach(row -> old.merge(row.label(), row.visits(), Long::sum));
    Map<String, Long> fresh = new LinkedHashMap<>();
    now.forEach(row -> fresh.merge(row.label(), row.visits(), Long::sum));
    fresh.forEach(
        (label, visits) -> changes.add(new Change(label, old.getOrDefault(label, 0L), visits)));
    old.forEach(
        (label, visits) -> {
          if (!fresh.containsKey(label)) {
            changes.add(new Change(label, visits, 0));
          }
        });
  }

  /**
   * The changes worth telling, in order.
   *
   * @param visits all there are to be compared with
   * @param most of those that grew
   * @param mostDeclining of those that lost
   */
  public List<Change> of(
      Threshold threshold, long visits, Order order, int most, int mostDeclining) {
    List<Change> told = new ArrayList<>();
    int grown = 0;
    int lost = 0;
    for (Change change : sorted(order)) {
      if (threshold.isMetBy(change, visits)) {
        boolean up = change.difference() > 0;
        grown += up ? 1 : 0;
        lost += up ? 0 : 1;
        if (up ? grown <= most : lost <= mostDeclining) {
          told.add(change);
        }
      }
    }
    return told;
  }

  private List<Change> sorted(Order order) {
    Comparator<Change> first = order == Order.GROWTH ? BY_GROWTH : BY_DIFFERENCE;
    Comparator<Change> second = order == Order.GROWTH ? BY_DIFFERENCE : BY_GROWTH;
    return changes.stream().sorted(first.thenComparing(second)).toList();
  }
}

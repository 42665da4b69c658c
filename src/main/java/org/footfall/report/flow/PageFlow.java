package org.footfall.report.flow;

import java.util.List;
import java.util.Map;

/**
 * The ways through a page.
 *
 * @param views how often it was seen
 * @param loops how often it was seen right after itself
 * @param steps by way, the most frequented first
 * @param origins by type; of a type the one that sent most visits first
 */
public record PageFlow(long views, long loops, Map<Way, List<Step>> steps, List<Origin> origins) {
  public PageFlow {
    steps = Map.copyOf(steps);
    origins = List.copyOf(origins);
  }

  public List<Step> steps(Way way) {
    return steps.getOrDefault(way, List.of());
  }

  /** How many lines it has. */
  public int rows() {
    return origins.size() + steps.values().stream().mapToInt(List::size).sum();
  }

  /** How many visits began with it. */
  public long entries() {
    return origins.stream().mapToLong(Origin::visits).sum();
  }

  /** How often nothing of the site was seen after it. */
  public long exits() {
    return views - loops - count(Way.TO_PAGE) - count(Way.TO_SEARCH);
  }

  private long count(Way way) {
    return steps(way).stream().mapToLong(Step::count).sum();
  }
}

package org.footfall.report;

import java.time.Duration;

/**
 * What reports may take.
 *
 * @param threads reports made at once
 * @param waiting more that may wait for their turn
 * @param time the longest that one may take, waiting included
 * @param rows the most rows one may have, on all levels
 * @param cacheBytes what counted days and finished reports may take in memory
 */
public record ReportLimits(int threads, int waiting, Duration time, int rows, long cacheBytes) {
  public static final ReportLimits DEFAULT =
      new ReportLimits(2, 64, Duration.ofSeconds(60), 1_000_000, 48L << 20);
}

package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SegmentSizeTest {
  private static final int HITS = 5_000;

  @Test
  void aDaysActionTakesAtMostFortyFiveBytes() {
    measure(86_400 / 20, 45);
  }

  @Test
  void alsoWhenEveryVisitStraddlesBatches() {
    measure(100, 45);
  }

  private static void measure(int seconds, double limit) {
    List<LogBatch> batches = new LogTraffic(1, 10 * HITS, seconds).batches(HITS);
    LogBatch batch = batches.get(batches.size() - 2);
    byte[] bytes = Segments.encode(batch);
    int visits = batch.rows(Column.Table.VISIT).rows();
    double each = (double) bytes.length / HITS;
    assertThat(each)
        .as("%d visits, bytes an action: %s", visits, split(bytes))
        .isLessThanOrEqualTo(limit);
  }

  /** Bytes an action by column. */
  private static Map<String, Double> split(byte[] bytes) {
    Map<String, Double> split = new TreeMap<>();
    SegmentFormat.read(new SegmentName(1, 0, 1), bytes)
        .columns()
        .storedBytes()
        .forEach(
            (key, stored) ->
                split.merge(
                    Columns.byId(key.column()) + (key.kind() == 0 ? "" : " texts"),
                    stored / HITS,
                    Double::sum));
    split.replaceAll((name, size) -> Math.round(size * 100) / 100.0);
    return split;
  }
}

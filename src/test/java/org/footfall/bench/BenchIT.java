package org.footfall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.footfall.testing.Installation;
import org.footfall.testing.TestRedis;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code mvn -Pbench verify}: measures the built jar against real servers, some fifteen minutes,
 * and writes {@code target/bench.json}. It fails when something does not work, never for being
 * slow.
 */
@Tag("bench")
class BenchIT {
  @Test
  void measure() throws Exception {
    BenchResults results = new BenchResults();
    try {
      start(results);
      DeviceBench.run(results);
      ReportBench.run(results);
      SmallSitesBench.run(results);
      TransferBench.run(results);
      TransferBench.runMix(results, 1_000_000);
      AcceptBench.run(results);
      AcceptBench.runMix(results);
      AcceptBench.runPower(results);
      TransferBench.runConstantIds(results);
    } finally {
      results.write();
      System.out.println(results.table());
    }
    assertThat(results.get("transfer_hits_per_s")).isPositive();
  }

  private static void start(BenchResults results) throws IOException {
    try (Installation all =
        Installation.prepare(TestRedis.Log.EVERYSEC, List.of(), "", "-Xmx512m")) {
      all.footfall.start();
      long[] millis = new long[5];
      for (int i = 0; i < millis.length; i++) {
        all.footfall.close();
        millis[i] = all.footfall.start();
      }
      Arrays.sort(millis);
      results.put("start_ms", (double) millis[millis.length / 2], "ms", "to ready, median of 5");
    }
  }
}

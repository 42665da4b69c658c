package org.footfall.bench;

import java.util.List;
import java.util.Map;
import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.footfall.enrich.device.ClientHints;
import org.footfall.enrich.device.DeviceSettings;
import org.footfall.enrich.device.Devices;
import org.footfall.enrich.device.GoldenSample;

/** Telling devices of distinct user agents, none of them remembered, in one thread. */
final class DeviceBench {
  private static final int TURNS = 6;

  private DeviceBench() {}

  static void run(BenchResults results) throws ConfigException {
    long before = usedBytes();
    List<GoldenSample.Agent> agents = GoldenSample.read();
    long sample = usedBytes() - before;
    Devices devices =
        Devices.open(Config.parse("bench", "[device]\nremembered = 100\n", DeviceSettings.ALL));
    long begun = System.nanoTime();
    devices.detect("first", ClientHints.NONE);
    results.put("device_load_ms", (System.nanoTime() - begun) / 1e6, "ms", "rule lists, once");
    double first = 0;
    double best = Double.MAX_VALUE;
    for (int turn = 0; turn < TURNS; turn++) {
      begun = System.nanoTime();
      for (GoldenSample.Agent agent : agents) {
        devices.detect(agent.text(), ClientHints.of(agent.hints(), ""));
      }
      double micros = (System.nanoTime() - begun) / 1e3 / agents.size();
      first = turn == 0 ? micros : first;
      best = Math.min(best, micros);
    }
    results.put("device_us", best, "µs", agents.size() + " distinct user agents, not remembered");
    results.put("device_cold_us", first, "µs", "the first of " + TURNS + " turns");
    results.put(
        "device_mb",
        (usedBytes() - before - sample) / 1e6,
        "MB",
        "rules and what is compiled of them");
    // Still needed, or it would not be measured.
    devices.detect("last", Map.of());
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}

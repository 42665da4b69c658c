package org.footfall.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.footfall.enrich.device.DeviceSettings;
import org.footfall.enrich.device.Devices;
import org.footfall.enrich.device.GoldenSample;
import org.footfall.visit.DeviceTraits;

/** Browsers from all over the sample of user agents. */
final class BenchAgents {
  static final int COUNT = 2_000;

  private BenchAgents() {}

  static List<GoldenSample.Agent> all() {
    Map<String, GoldenSample.Agent> distinct = new HashMap<>();
    GoldenSample.read().stream()
        .filter(agent -> agent.told("bot").isEmpty() && agent.told("kind").equals("browser"))
        .forEach(agent -> distinct.putIfAbsent(agent.text(), agent));
    List<GoldenSample.Agent> sorted =
        distinct.keySet().stream().sorted().map(distinct::get).toList();
    return IntStream.range(0, COUNT)
        .mapToObj(i -> sorted.get((int) ((long) i * sorted.size() / COUNT)))
        .toList();
  }

  /** What the log says of each one's device. */
  static List<DeviceTraits> devices(List<GoldenSample.Agent> agents) {
    try {
      Devices devices = Devices.open(Config.parse("bench", "", DeviceSettings.ALL));
      return agents.stream()
          .map(agent -> DeviceTraits.of(devices.detect(agent.text(), agent.hints())))
          .toList();
    } catch (ConfigException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.footfall.enrich.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Against a second implementation, on thousands of user agents of all kinds. */
class GoldenSampleTest {
  private static final List<GoldenSample.Agent> SAMPLE = GoldenSample.read();

  /** Least share on which both agree, of those that are no bots. */
  private static final Map<String, Double> LEAST =
      Map.of(
          "os", 0.995,
          "osVersion", 0.995,
          "client", 0.995,
          "clientVersion", 0.995,
          "code", 0.995,
          "engine", 0.995,
          "family", 0.995,
          "type", 0.995,
          "brand", 0.995,
          "model", 0.99);

  private static final Map<String, Function<Device, String>> WORDS =
      Map.of(
          "os", device -> device.os().code(),
          "osVersion", device -> device.os().version(),
          "client", device -> device.client().name(),
          "clientVersion", device -> device.client().version(),
          "code", device -> device.client().code(),
          "engine", device -> device.client().engine(),
          "family", device -> device.client().family(),
          "type", device -> device.type().label(),
          "brand", Device::brand,
          "model", Device::model);

  @Test
  void theSampleIsOfAllKinds() {
    assertThat(SAMPLE).hasSizeGreaterThan(9_000);
    assertThat(SAMPLE.stream().filter(agent -> !agent.told("bot").isEmpty()).count())
        .isGreaterThan(500);
    assertThat(SAMPLE.stream().filter(agent -> !agent.hints().isEmpty()).count())
        .isGreaterThan(500);
    for (DeviceType type :
        List.of(DeviceType.TV, DeviceType.CONSOLE, DeviceType.TABLET, DeviceType.WEARABLE)) {
      assertThat(SAMPLE.stream().filter(agent -> agent.told("type").equals(type.label())).count())
          .as(type.label())
          .isGreaterThan(10);
    }
    assertThat(SAMPLE.stream().map(agent -> agent.told("brand")).distinct().count())
        .isGreaterThan(300);
    assertThat(SAMPLE.stream().map(agent -> agent.told("model")).distinct().count())
        .isGreaterThan(1_500);
  }

  @Test
  void bothToldTheSame() {
    Detector detector = Detector.load();
    Map<String, Integer> same = new TreeMap<>();
    int bots = 0;
    int persons = 0;
    for (GoldenSample.Agent agent : SAMPLE) {
      Device device = detector.detect(agent.text(), ClientHints.of(agent.hints(), ""));
      if (device.bot().name().equals(agent.told("bot"))) {
        same.merge("bot", 1, Integer::sum);
      }
      if (!agent.told("bot").isEmpty()) {
        bots++;
        continue;
      }
      persons++;
      WORDS.forEach(
          (what, word) -> {
            String mine = word.apply(device).replace("UNK", "");
            if (mine.equals(agent.told(what).replace("UNK", ""))) {
              same.merge(what, 1, Integer::sum);
            }
          });
    }
    assertThat(bots).isPositive();
    assertThat(same.get("bot")).isGreaterThan((int) (0.995 * SAMPLE.size()));
    for (Map.Entry<String, Double> least : LEAST.entrySet()) {
      assertThat(same.get(least.getKey()) / (double) persons)
          .as(least.getKey())
          .isGreaterThanOrEqualTo(least.getValue());
    }
  }
}

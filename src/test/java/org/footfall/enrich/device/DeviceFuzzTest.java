package org.footfall.enrich.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * User agents that somebody made up who wants to keep us busy: as long as may be, of words that
 * many rules begin with, said again and again, with long runs of what repetitions like. Each is
 * told, or given up, within the same bounded effort.
 */
class DeviceFuzzTest {
  private static final int ROUNDS = 1_000;
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final String RUNS = "0123456789. ;/_-aA(";

  private final Detector detector = Detector.load();
  private final List<String> agents =
      GoldenSample.read().stream().map(GoldenSample.Agent::text).toList();
  private final List<String> words = words(agents);

  @Test
  void manyWordsEndInTime() {
    fuzz(11, random -> fill(random, any -> word(random)));
  }

  @Test
  void theSameWordsAgainAndAgainEndInTime() {
    fuzz(
        12,
        random -> {
          String said = word(random) + (random.nextBoolean() ? "" : word(random));
          return fill(random, any -> said);
        });
  }

  @Test
  void wholeUserAgentsAgainAndAgainEndInTime() {
    fuzz(
        13,
        random -> {
          String said = agents.get(random.nextInt(agents.size()));
          return fill(random, any -> said);
        });
  }

  @Test
  void longRunsBetweenWordsEndInTime() {
    fuzz(
        14,
        random -> {
          String agent = agents.get(random.nextInt(agents.size()));
          int at = random.nextInt(agent.length() + 1);
          char c = RUNS.charAt(random.nextInt(RUNS.length()));
          boolean same = random.nextBoolean();
          StringBuilder text = new StringBuilder(agent.substring(0, at));
          while (text.length() < Devices.MAX_USER_AGENT - agent.length() + at) {
            text.append(same ? c : RUNS.charAt(random.nextInt(RUNS.length())));
          }
          return text + agent.substring(at);
        });
  }

  @Test
  void anyCharactersEndInTime() {
    fuzz(15, random -> fill(random, any -> String.valueOf((char) random.nextInt(0x3000))));
  }

  @Test
  void hostileModelsInHintsEndInTime() {
    for (int round = 0; round < ROUNDS; round++) {
      SplittableRandom random = new SplittableRandom(16_000_003 + round);
      String model = fill(random, any -> word(random) + "$1\\");
      told(
          "round " + round,
          "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0",
          ClientHints.of(
              Map.of("sec-ch-ua-model", model, "sec-ch-ua-platform-version", model), ""));
    }
  }

  @Test
  void aTextThatTakesTooLongIsUnknown() {
    String phone = "Mozilla/5.0 (Linux; Android 9; SM-G960F) Chrome/96.0 Mobile";
    Subject.Effort little = new Subject.Effort(50);
    assertThat(detector.detect(phone, ClientHints.NONE, little)).isSameAs(Device.UNKNOWN);
    assertThat(little.left()).isNegative();
    assertThat(detector.detect(phone, ClientHints.NONE).brand()).isEqualTo("Samsung");
  }

  @Test
  void honestUserAgentsTakeAFractionOfTheEffort() {
    for (String agent : agents) {
      Subject.Effort effort = new Subject.Effort(Detector.MAX_STEPS);
      detector.detect(agent, ClientHints.NONE, effort);
      assertThat(effort.left()).as(agent).isGreaterThan(Detector.MAX_STEPS / 2);
    }
  }

  private void fuzz(long seed, Function<SplittableRandom, String> maker) {
    for (int round = 0; round < ROUNDS; round++) {
      SplittableRandom random = new SplittableRandom(seed * 1_000_003 + round);
      String text = maker.apply(random);
      told("round %d of seed %d".formatted(round, seed), text, ClientHints.NONE);
    }
  }

  private void told(String place, String text, ClientHints hints) {
    String agent = text.substring(0, Math.min(text.length(), Devices.MAX_USER_AGENT));
    Subject.Effort effort = new Subject.Effort(Detector.MAX_STEPS);
    long begun = System.nanoTime();
    Device device = detector.detect(agent, hints, effort);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(took).as(place).isLessThan(LONGEST);
    assertThat(effort.left()).as(place).isGreaterThanOrEqualTo(-1);
    assertThat(device.model().length() + device.client().version().length())
        .as(place)
        .isLessThan(3 * Devices.MAX_USER_AGENT);
  }

  private String word(SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }

  private static String fill(SplittableRandom random, Function<SplittableRandom, String> next) {
    StringBuilder text = new StringBuilder();
    while (text.length() < Devices.MAX_USER_AGENT) {
      text.append(next.apply(random));
    }
    return text.toString();
  }

  private static List<String> words(List<String> agents) {
    Set<String> words = new LinkedHashSet<>();
    for (String agent : agents) {
      for (String word : agent.split("(?=[ ;/(),])")) {
        words.add(word);
      }
    }
    words.removeIf(word -> word.length() < 2);
    return new ArrayList<>(words);
  }
}

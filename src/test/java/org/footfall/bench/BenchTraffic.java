package org.footfall.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.footfall.site.SiteId;
import org.footfall.tracking.TrackingRequest;

/**
 * Seeded page views of one big site, in the order of their receipt: pages by Zipf's law over
 * 300,000 addresses with titles, 400,000 visitors of whom 30 % carry no cookie, 200 user agents,
 * visits of some three page views spread over a day.
 */
final class BenchTraffic {
  static final int PAGES = 300_000;
  static final int VISITORS = 400_000;
  static final int USER_AGENTS = 200;
  private static final String[] SECTIONS = {
    "product", "category", "brand", "ingredient", "label", "country/france/category"
  };
  private static final String[] WORDS = {
    "organic", "whole", "milk", "chocolate", "spread", "bread", "wheat", "rice", "olive", "oil",
    "tomato", "sauce", "yogurt", "nature", "cereal", "bar", "juice", "apple", "orange", "tea"
  };
  private static final String[] LANGUAGES = {
    "fr-FR,fr;q=0.9,en;q=0.8", "en-GB,en;q=0.9", "de-DE,de;q=0.9", "es-ES,es;q=0.9", "it", "pl-PL"
  };
  private static final String[] REFERRERS = {
    "",
    "",
    "",
    "https://www.google.com/",
    "https://www.google.fr/",
    "https://duckduckgo.com/",
    "https://www.bing.com/",
    "https://blog.example.net/2026/11/what-is-in-it?id=7"
  };

  private final SiteId site;
  private final Instant end;
  private final long seed;
  private final double[] cumulative = new double[PAGES];

  /** The day that ends at {@code end}. */
  BenchTraffic(SiteId site, Instant end, long seed) {
    this.site = site;
    this.end = end;
    this.seed = seed;
    double sum = 0;
    for (int i = 0; i < PAGES; i++) {
      sum += 1.0 / (i + 1);
      cumulative[i] = sum;
    }
  }

  /** Makes this many page views and hands them on in order. */
  void generate(int hits, Consumer<TrackingRequest> sink) {
    // One long a hit: microseconds within the day above, a running number below.
    long[] order = new long[hits];
    int[] visitor = new int[hits];
    int[] position = new int[hits];
    SplittableRandom random = new SplittableRandom(seed);
    for (int made = 0; made < hits; ) {
      int who = random.nextInt(VISITORS);
      long time = random.nextLong(86_400_000L - 3_600_000L);
      int length = 1 + (int) (-2.0 * Math.log(1 - random.nextDouble()));
      for (int k = 0; k < length && made < hits; k++) {
        order[made] = time << 22 | made;
        visitor[made] = who;
        position[made] = k;
        time += 2_000 + (long) (-40_000 * Math.log(1 - random.nextDouble()));
        made++;
      }
    }
    Arrays.sort(order);
    Instant start = end.minus(1, ChronoUnit.DAYS);
    for (long packed : order) {
      int number = (int) (packed & 0x3fffff);
      Instant time = start.plus((packed >> 22) * 1_000 + number % 1_000, ChronoUnit.MICROS);
      sink.accept(hit(visitor[number], position[number], time, random));
    }
  }

  private TrackingRequest hit(int visitor, int position, Instant time, SplittableRandom random) {
    SplittableRandom person = new SplittableRandom(seed ^ (visitor * 0x9E3779B97F4A7C15L));
    long id = person.nextLong();
    String language = LANGUAGES[person.nextInt(LANGUAGES.length)];
    int agent = person.nextInt(USER_AGENTS);
    Map<String, String> parameters = new HashMap<>();
    int page = page(random);
    parameters.put("rec", "1");
    parameters.put("url", url(page));
    parameters.put("action_name", title(page));
    if (position == 0) {
      parameters.put("urlref", REFERRERS[random.nextInt(REFERRERS.length)]);
    } else {
      parameters.put("urlref", url(page(random)));
    }
    if (visitor % 10 >= 3) {
      parameters.put("_id", String.format("%016x", id));
      parameters.put("cookie", "1");
    }
    parameters.put("pv_id", Long.toString(random.nextLong(2_176_782_336L), 36));
    parameters.put("res", person.nextBoolean() ? "1920x1080" : "390x844");
    parameters.put("h", Integer.toString(time.atZone(java.time.ZoneOffset.UTC).getHour()));
    parameters.put("m", Integer.toString(time.atZone(java.time.ZoneOffset.UTC).getMinute()));
    parameters.put("s", Integer.toString(time.atZone(java.time.ZoneOffset.UTC).getSecond()));
    parameters.put("r", Integer.toString(random.nextInt(1_000_000)));
    byte[] address = {(byte) (visitor >> 16), (byte) (visitor >> 8), 0, 0};
    return new TrackingRequest(
        site, time, parameters, agent(agent), language, Map.of(), address, id * 31, "fr", false);
  }

  private int page(SplittableRandom random) {
    int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[PAGES - 1]);
    return Math.min(PAGES - 1, found < 0 ? -found - 1 : found);
  }

  static String url(int page) {
    SplittableRandom own = new SplittableRandom(page);
    return "https://www.openlarder.example/"
        + SECTIONS[own.nextInt(SECTIONS.length)]
        + "/"
        + (3_000_000_000_000L + own.nextLong(1_000_000_000_000L))
        + "/"
        + word(own)
        + "-"
        + word(own)
        + "-"
        + word(own);
  }

  static String title(int page) {
    SplittableRandom own = new SplittableRandom(page * 7L + 1);
    return word(own) + " " + word(own) + " " + word(own) + " " + page + " – Open Larder";
  }

  static String agent(int number) {
    return "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
        + (100 + number / 8)
        + ".0."
        + number % 8
        + ".0 Safari/537.36";
  }

  private static String word(SplittableRandom random) {
    return WORDS[random.nextInt(WORDS.length)];
  }
}

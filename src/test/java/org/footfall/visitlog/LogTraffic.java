package org.footfall.visitlog;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Seeded believable rows of one site and day: 300,000 pages by Zipf's law, 30 % of the visitors
 * without a cookie, 200 user agents, visits of some three page views. A visit that an earlier batch
 * told is told as grown.
 */
final class LogTraffic {
  static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final int PAGES = 300_000;
  private static final int AGENTS = 200;
  private static final String[] SYLLABLES =
      ("ba be bi bo ca ce co da de di do fa fi ga ge ha he in ka ki la le li lo ma me mi mo na ne"
              + " no or pa pe po ra re ri ro sa se si so ta te ti to un va ve vi wa")
          .split(" ");
  private static final String[] COUNTRIES = {"fr", "fr", "fr", "de", "es", "it", "gb", "us", "be"};
  private static final String[] LANGUAGES = {"fr-fr", "fr", "de-de", "en-gb", "en-us", "es-es"};
  private static final String[] SCREENS = {"1920x1080", "390x844", "1366x768", "2560x1440"};
  private static final String[] PAGES_FROM = {
    "https://www.google.com/", "https://duckduckgo.com/", "https://www.bing.com/", "https://t.co/"
  };

  private final long seed;
  private SplittableRandom random;
  private final String[] words = new String[4_000];
  private final double[] cumulative = new double[PAGES];
  private final int hits;
  private final int seconds;

  /**
   * @param hits how many page views there will be
   * @param seconds in how much time they come
   */
  LogTraffic(long seed, int hits, int seconds) {
    this.hits = hits;
    this.seconds = seconds;
    this.seed = seed;
    random = new SplittableRandom(seed);
    for (int i = 0; i < words.length; i++) {
      StringBuilder word = new StringBuilder();
      for (int s = random.nextInt(2, 5); s > 0; s--) {
        word.append(pick(SYLLABLES));
      }
      words[i] = word.toString();
    }
    double sum = 0;
    for (int i = 0; i < PAGES; i++) {
      sum += 1.0 / (i + 1);
      cumulative[i] = sum;
    }
  }

  private static final class Visit {
    final long id;
    long ordinal;
    long visitor;
    long config;
    long first;
    long last;
    int count;
    int country;
    int told;
    int actions;
    String entry;
    String entryTitle;
    String exit;
    String exitTitle;

    Visit(long id) {
      this.id = id;
    }
  }

  /** Batches of so many hits, numbered from 1. */
  List<LogBatch> batches(int size) {
    long start = DAY.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    long[] order = new long[hits];
    int[] visitOf = new int[hits];
    int visits = 0;
    for (int made = 0; made < hits; visits++) {
      double time = random.nextDouble() * seconds;
      int length = 1 + (int) (-2.8 * Math.log(1 - random.nextDouble()));
      for (int k = 0; k < length && made < hits; k++) {
        order[made] = ((long) (time * 1_000_000) << 22) | made;
        visitOf[made++] = visits;
        time += 2 - 40 * Math.log(1 - random.nextDouble());
      }
    }
    Arrays.sort(order);
    Map<Integer, Visit> open = new HashMap<>();
    List<LogBatch> batches = new ArrayList<>();
    Map<Integer, Visit> touched = new HashMap<>();
    for (int i = 0; i < hits; i++) {
      if (i % size == 0) {
        tell(batches, touched);
        batches.add(new LogBatch(0, batches.size() + 1));
      }
      int number = visitOf[(int) (order[i] & 0x3fffff)];
      long micros = order[i] >> 22;
      random = new SplittableRandom(seed ^ (i * 0x9e3779b97f4a7c15L));
      Visit visit = open.computeIfAbsent(number, n -> begin(open.size() + 1L));
      touched.put(number, visit);
      act(batches.get(batches.size() - 1), visit, start + micros / 1_000_000);
    }
    tell(batches, touched);
    return batches;
  }

  private Visit begin(long id) {
    Visit visit = new Visit(id);
    visit.visitor = random.nextLong();
    visit.config = random.nextLong();
    visit.country = random.nextInt(COUNTRIES.length);
    if (random.nextInt(10) >= 3) {
      visit.ordinal = random.nextInt(3) == 0 ? random.nextInt(400_000) : 400_000 + id;
    }
    visit.count = visit.ordinal > 0 && visit.ordinal < 400_000 ? 1 + random.nextInt(9) : 1;
    return visit;
  }

  private void act(LogBatch batch, Visit visit, long time) {
    int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[PAGES - 1]);
    int page = Math.min(PAGES - 1, found < 0 ? -found - 1 : found);
    SplittableRandom own = new SplittableRandom(page);
    String first = words[own.nextInt(60)];
    String second = word(own);
    String third = word(own);
    String url = "shop.example.org/" + first + "/" + second + "-" + third + "-" + page + ".html";
    String title = upper(second) + " " + upper(third) + " | " + upper(first) + " | Example Shop";
    batch
        .action(1, DAY)
        .set(Columns.ACTION_VISIT_ID, visit.id)
        .set(Columns.POSITION, visit.actions)
        .set(Columns.TIME, time)
        .set(Columns.KIND, 1)
        .set(Columns.URL, url)
        .set(Columns.URL_PREFIX, 2)
        .set(Columns.TITLE, title)
        .set(Columns.SECONDS_BEFORE, visit.actions == 0 ? 0 : time - visit.last)
        .set(Columns.INTERACTION_POSITION, visit.actions + 1)
        .set(Columns.PAGE_VIEW_ID, pageViewId());
    if (visit.actions++ == 0) {
      visit.first = time;
      visit.entry = url;
      visit.entryTitle = title;
    }
    visit.last = time;
    visit.exit = url;
    visit.exitTitle = title;
  }

  private void tell(List<LogBatch> batches, Map<Integer, Visit> touched) {
    for (Visit visit : touched.values()) {
      LogBatch batch = batches.get(batches.size() - 1);
      tell(visit.told++ == 0 ? batch.visit(1, DAY) : batch.visitGrowth(1, DAY), visit);
    }
    touched.clear();
  }

  private void tell(RowAppender row, Visit visit) {
    random = new SplittableRandom(seed ^ visit.visitor);
    boolean returning = visit.count > 1;
    boolean referred = random.nextInt(3) == 0;
    long ago = returning ? 3_600 + random.nextInt(900_000) : 0;
    row.set(Columns.VISIT_ID, visit.id)
        .set(Columns.VISITOR_ORDINAL, visit.ordinal)
        .set(Columns.VISITOR_ID, visit.visitor)
        .set(Columns.CONFIG_ID, visit.config)
        .set(Columns.FIRST_ACTION_TIME, visit.first)
        .set(Columns.LAST_ACTION_TIME, visit.last)
        .set(Columns.TOTAL_SECONDS, visit.actions == 1 ? 0 : visit.last - visit.first + 1)
        .set(Columns.ACTIONS, visit.actions)
        .set(Columns.INTERACTIONS, visit.actions)
        .set(Columns.ENTRY_URL, visit.entry)
        .set(Columns.ENTRY_URL_PREFIX, 2)
        .set(Columns.ENTRY_TITLE, visit.entryTitle)
        .set(Columns.EXIT_URL, visit.exit)
        .set(Columns.EXIT_URL_PREFIX, 2)
        .set(Columns.EXIT_TITLE, visit.exitTitle)
        .set(Columns.RETURNING, returning ? 1 : 0)
        .set(Columns.VISIT_COUNT, visit.count)
        .set(Columns.SECONDS_SINCE_FIRST, ago * visit.count)
        .set(Columns.SECONDS_SINCE_LAST, ago)
        .set(Columns.REFERRER_TYPE, referred ? 3 : 1)
        .set(Columns.REFERRER_NAME, referred ? "www.google.com" : "")
        .set(Columns.REFERRER_URL, referred ? pick(PAGES_FROM) : "")
        .set(Columns.COUNTRY, COUNTRIES[visit.country])
        .set(Columns.ADDRESS, new byte[] {(byte) random.nextInt(), (byte) random.nextInt(), 0, 0})
        .set(Columns.LANGUAGE, pick(LANGUAGES))
        .set(Columns.LOCAL_TIME, (visit.first + 3_600 + random.nextInt(3)) % 86_400)
        .set(Columns.RESOLUTION, pick(SCREENS))
        .set(Columns.PLUGINS, 0)
        .set(Columns.USER_AGENT, agent(random.nextInt(AGENTS)));
  }

  private String pageViewId() {
    StringBuilder id = new StringBuilder();
    while (id.length() < 6) {
      id.append(
          "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
              .charAt(random.nextInt(62)));
    }
    return id.toString();
  }

  private static String agent(int number) {
    return "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
        + (100 + number / 8)
        + ".0."
        + number % 8
        + ".0 Safari/537.36";
  }

  private String word(SplittableRandom own) {
    return words[(int) (words.length * Math.pow(own.nextDouble(), 2))];
  }

  private static String upper(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}

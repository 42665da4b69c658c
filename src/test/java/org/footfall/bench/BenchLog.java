package org.footfall.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.footfall.enrich.device.GoldenSample;
import org.footfall.visit.DeviceTraits;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.RowAppender;

/**
 * Seeded rows of whole days, straight for the log: pages as {@link BenchTraffic} names them, by
 * Zipf's law; visits of some three pages; 30 % of the visitors without a cookie, of the others
 * every second one has been here before.
 */
final class BenchLog {
  private static final String[] COUNTRIES = {
    "fr", "fr", "fr", "fr", "de", "de", "es", "it", "be", "gb", "us", "ca", "ch", "pl", "pt", "nl"
  };
  private static final String[] SCREENS = {"1920x1080", "390x844", "1366x768", "2560x1440"};
  private static final String[] LANGUAGES = {"fr-fr", "fr", "de-de", "en-gb", "en-us", "es-es"};
  private static final String[] SITES = {
    "blog.example.net", "recipes.example.org", "news.example.com", "forum.example.fr"
  };
  private static final List<GoldenSample.Agent> AGENTS = BenchAgents.all();
  private static final List<DeviceTraits> DEVICES = BenchAgents.devices(AGENTS);

  private final int site;
  private final int pages;
  private final double[] cumulative;
  private final String[] urls;
  private final String[] titles;
  private long nextVisit = 1;
  private int nextOrdinal = 1;

  /** A recognised visitor who was new that day. */
  record NewVisitor(int site, long id, int ordinal, long first) {}

  final List<NewVisitor> newVisitors = new ArrayList<>();

  BenchLog(int site, int pages) {
    this(site, pages, false);
  }

  /**
   * @param even whether all pages are viewed alike, so that there are as many as can be
   */
  BenchLog(int site, int pages, boolean even) {
    this.site = site;
    this.pages = pages;
    this.cumulative = new double[pages];
    this.urls = new String[pages];
    this.titles = new String[pages];
    double sum = 0;
    for (int i = 0; i < pages; i++) {
      sum += even ? 1 : 1.0 / (i + 1);
      cumulative[i] = sum;
    }
  }

  /** Adds a day to a batch. */
  void add(LogBatch batch, LocalDate day, int actions) {
    add(batch, day, actions, actions / 3);
  }

  void add(LogBatch batch, LocalDate day, int actions, int visits) {
    SplittableRandom random =
        new SplittableRandom(
            (day.toEpochDay() * 1_000_003L + site) ^ nextVisit * 0x9E3779B97F4A7C15L);
    long midnight = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    long[] starts = new long[visits];
    for (int i = 0; i < visits; i++) {
      starts[i] = midnight + random.nextInt(82_000);
    }
    Arrays.sort(starts);
    int left = actions;
    for (int i = 0; i < visits; i++) {
      int most = left - (visits - i - 1);
      double mean = (double) left / (visits - i) - 1;
      int length = 1 + (int) (-mean * Math.log(1 - random.nextDouble()));
      length = i == visits - 1 ? left : Math.min(most, length);
      visit(batch, day, starts[i], length, random);
      left -= length;
    }
  }

  private void visit(
      LogBatch batch, LocalDate day, long start, int length, SplittableRandom random) {
    long id = nextVisit++;
    long time = start;
    long last = start;
    int first = 0;
    int page = 0;
    for (int position = 0; position < length; position++) {
      page = page(random);
      first = position == 0 ? page : first;
      batch
          .action(site, day)
          .set(Columns.ACTION_VISIT_ID, id)
          .set(Columns.POSITION, position)
          .set(Columns.TIME, time)
          .set(Columns.KIND, 1)
          .set(Columns.URL, url(page))
          .set(Columns.URL_PREFIX, 3)
          .set(Columns.TITLE, title(page))
          .set(Columns.SECONDS_BEFORE, time - last)
          .set(Columns.INTERACTION_POSITION, position + 1)
          .set(Columns.PAGE_VIEW_ID, pageViewId(random));
      last = time;
      time += position == length - 1 ? 0 : 2 + (long) (-40 * Math.log(1 - random.nextDouble()));
    }
    tell(batch.visit(site, day), id, start, last, length, first, page, random);
  }

  private void tell(
      RowAppender row,
      long id,
      long start,
      long last,
      int length,
      int first,
      int exit,
      SplittableRandom random) {
    boolean stranger = random.nextInt(10) < 3;
    boolean returning = !stranger && nextOrdinal > 1 && random.nextInt(10) < 6;
    int ordinal = stranger ? 0 : returning ? 1 + random.nextInt(nextOrdinal - 1) : nextOrdinal++;
    long visitor = ordinal == 0 ? random.nextLong() : new SplittableRandom(ordinal).nextLong();
    if (!stranger && !returning) {
      newVisitors.add(new NewVisitor(site, visitor, ordinal, start));
    }
    int who = (int) (visitor >>> 40);
    int channel = random.nextInt(10);
    String from = SITES[random.nextInt(SITES.length)];
    boolean website = channel < 2;
    row.set(Columns.VISIT_ID, id)
        .set(Columns.VISITOR_ORDINAL, ordinal)
        .set(Columns.VISITOR_ID, visitor)
        .set(Columns.CONFIG_ID, new SplittableRandom(visitor).nextLong())
        .set(Columns.FIRST_ACTION_TIME, start)
        .set(Columns.LAST_ACTION_TIME, last)
        .set(Columns.TOTAL_SECONDS, length == 1 ? 0 : last - start + 1)
        .set(Columns.ACTIONS, length)
        .set(Columns.INTERACTIONS, length)
        .set(Columns.ENTRY_URL, url(first))
        .set(Columns.ENTRY_URL_PREFIX, 3)
        .set(Columns.ENTRY_TITLE, title(first))
        .set(Columns.EXIT_URL, url(exit))
        .set(Columns.EXIT_URL_PREFIX, 3)
        .set(Columns.EXIT_TITLE, title(exit))
        .set(Columns.RETURNING, returning ? 1 : 0)
        .set(Columns.VISIT_COUNT, returning ? 2 + random.nextInt(9) : 1)
        .set(Columns.SECONDS_SINCE_FIRST, returning ? random.nextInt(5_000_000) : 0)
        .set(Columns.SECONDS_SINCE_LAST, returning ? random.nextInt(900_000) : 0)
        .set(Columns.REFERRER_TYPE, website ? 3 : channel < 6 ? 2 : 1)
        .set(Columns.REFERRER_NAME, website ? from : channel < 6 ? "Google" : "")
        .set(
            Columns.REFERRER_URL,
            website
                ? "https://" + from + "/p" + random.nextInt(400)
                : channel < 6 ? "https://www.google.com/" : "")
        .set(Columns.COUNTRY, COUNTRIES[Math.floorMod(who, COUNTRIES.length)])
        .set(Columns.ADDRESS, new byte[] {(byte) who, (byte) (who >> 8), 0, 0})
        .set(Columns.LANGUAGE, LANGUAGES[Math.floorMod(who, LANGUAGES.length)])
        .set(Columns.LOCAL_TIME, (start + 3_600) % 86_400)
        .set(Columns.RESOLUTION, SCREENS[Math.floorMod(who >> 4, SCREENS.length)])
        .set(Columns.ROWS, length);
    tellDevice(row, agent(visitor));
  }

  /** Some are much more common than others. */
  private static int agent(long visitor) {
    double share = new SplittableRandom(visitor + 1).nextDouble();
    return (int) (share * share * share * AGENTS.size());
  }

  private static void tellDevice(RowAppender row, int agent) {
    DeviceTraits device = DEVICES.get(agent);
    row.set(Columns.USER_AGENT, AGENTS.get(agent).text())
        .set(Columns.OS, device.os())
        .set(Columns.OS_VERSION, device.osVersion())
        .set(Columns.BROWSER, device.browser())
        .set(Columns.BROWSER_VERSION, device.browserVersion())
        .set(Columns.BROWSER_ENGINE, device.engine())
        .set(Columns.DEVICE_TYPE, device.type())
        .set(Columns.DEVICE_BRAND, device.brand())
        .set(Columns.DEVICE_MODEL, device.model());
  }

  private String url(int page) {
    if (urls[page] == null) {
      urls[page] = BenchTraffic.url(page).substring("https://www.".length());
    }
    return urls[page];
  }

  private String title(int page) {
    if (titles[page] == null) {
      titles[page] = BenchTraffic.title(page);
    }
    return titles[page];
  }

  private int page(SplittableRandom random) {
    int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[pages - 1]);
    return Math.min(pages - 1, found < 0 ? -found - 1 : found);
  }

  private static String pageViewId(SplittableRandom random) {
    StringBuilder id = new StringBuilder(6);
    for (int i = 0; i < 6; i++) {
      id.append(
          "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
              .charAt(random.nextInt(62)));
    }
    return id.toString();
  }
}

package org.footfall.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SiteStore;
import org.footfall.store.Query;
import org.footfall.testing.Installation;
import org.footfall.testing.TestRedis;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.LogWriter;
import org.footfall.visitlog.SealedLog;

/**
 * Reports over a year of 100,000 actions a day of one site, with 500 small sites beside it, written
 * straight into the log. Cold is the first answer of a process that has just started.
 */
final class ReportBench {
  private static final int DAYS = 365;

  /** What the server takes at most to have its code compiled by questions of its own. */
  private static final int WARM_UP_SECONDS = 10;

  private static final int SMALL_SITES = 500;
  private static final int ACTIONS = 100_000;
  private static final int PAGES = 300_000;

  /** Sites of their own: of a huge day, of a day of few pages, and of some weeks. */
  private static final int HUGE_SITE = SMALL_SITES + 2;

  private static final int FEW_PAGES_SITE = SMALL_SITES + 3;
  private static final int FEW_PAGES = 6_400;
  private static final int WEEKS_SITE = SMALL_SITES + 4;

  /** The last day of those. */
  private static final LocalDate WEEKS = LocalDate.of(2026, 11, 10);

  private static final int LAST_SITE = WEEKS_SITE;
  private static final LocalDate LAST = LocalDate.of(2026, 11, 25);
  private static final String YEAR = LAST.minusDays(DAYS - 1) + "," + LAST;
  private static final String MONTH = LAST.minusDays(29) + "," + LAST;

  /** Versions are microseconds; so these days have been quiet for long. */
  private static final long FIRST_VERSION = 1_700_000_000_000_000L;

  private final Installation all;
  private final BenchResults results;
  private final BenchLog big = new BenchLog(1, PAGES);
  private final BenchLog weeks = new BenchLog(WEEKS_SITE, PAGES);
  private long version = FIRST_VERSION;
  private long actions;
  private BenchReader reader;

  private ReportBench(Installation all, BenchResults results) {
    this.all = all;
    this.results = results;
  }

  static void run(BenchResults results) throws Exception {
    try (Installation all =
        Installation.prepare(
            TestRedis.Log.EVERYSEC,
            List.of("--innodb-buffer-pool-size=256M", "--innodb-log-file-size=256M"),
            "[archive]\ninterval = \"1 h\"\n",
            "-Xmx512m",
            "-XX:G1HeapRegionSize=8m",
            "-XX:-G1UseAdaptiveIHOP",
            "-XX:InitiatingHeapOccupancyPercent=70")) {
      ReportBench bench = new ReportBench(all, results);
      bench.addSites();
      bench.fill();
      bench.archive();
      bench.weigh();
      bench.ask();
      new AnswerBench(bench.reader, results, LAST).run(1, FEW_PAGES_SITE);
      bench.addDay();
      bench.acceptMeanwhile();
      bench.addHugeDay();
      new SegmentBench(
              all, bench.reader, results, WEEKS_SITE, WEEKS, day -> bench.fill(bench.weeks, day))
          .run();
    }
  }

  private void addSites() throws Exception {
    String unused = all.footfall.run("setup");
    String token =
        all.footfall.run("user", "token", "admin").replaceAll("(?s).*\\b([0-9a-f]{32})\\b.*", "$1");
    reader = new BenchReader(all, token);
    SiteStore sites = new SiteStore(all.database(), Clock.systemUTC(), new LocalChanges());
    for (int site = 0; site < LAST_SITE; site++) {
      sites.add(
          NewSite.website("Site", "https://www.openlarder.example", ZoneOffset.UTC, Instant.EPOCH));
    }
  }

  private void fill() {
    for (int day = DAYS - 1; day >= 0; day--) {
      LogBatch batch = new LogBatch(1, ++version);
      big.add(batch, LAST.minusDays(day), ACTIONS);
      seal(batch);
      saveVisitors(big);
    }
    actions = (long) DAYS * ACTIONS;
    for (int site = 2; site <= SMALL_SITES + 1; site++) {
      fillSmall(new BenchLog(site, 500), site);
    }
    fill(new BenchLog(FEW_PAGES_SITE, FEW_PAGES, true), LAST);
    for (LocalDate day = WEEKS.withDayOfMonth(1); !day.isAfter(WEEKS); day = day.plusDays(1)) {
      fill(weeks, day);
    }
  }

  private void fill(BenchLog log, LocalDate day) {
    LogBatch batch = new LogBatch(2, ++version);
    log.add(batch, day, ACTIONS);
    seal(batch);
    saveVisitors(log);
    actions += ACTIONS;
  }

  private void fillSmall(BenchLog log, int site) {
    LocalDate day = LAST.minusDays(DAYS - 1);
    while (!day.isAfter(LAST)) {
      LogBatch batch = new LogBatch(site % 16, ++version);
      int month = day.getMonthValue();
      for (; day.getMonthValue() == month && !day.isAfter(LAST); day = day.plusDays(1)) {
        int count = 20 + (site + day.getDayOfYear()) % 40;
        log.add(batch, day, count);
        actions += count;
      }
      seal(batch);
    }
    saveVisitors(log);
  }

  private void seal(LogBatch batch) {
    boolean unused =
        all.database()
            .write(
                connection -> {
                  SealedLog.write(connection, batch);
                  return true;
                });
  }

  private void saveVisitors(BenchLog log) {
    boolean unused =
        all.database()
            .write(
                connection -> {
                  Query.of(
                          connection,
                          "INSERT INTO visitor (site, visitor_id, ordinal, first_visit, last_visit,"
                              + " visits) VALUES (?, ?, ?, ?, ?, 1)"
                              + " ON DUPLICATE KEY UPDATE visits = 1")
                      .updateAll(
                          log.newVisitors,
                          visitor ->
                              List.of(
                                  visitor.site(),
                                  visitor.id(),
                                  visitor.ordinal(),
                                  visitor.first(),
                                  visitor.first()));
                  return true;
                });
    log.newVisitors.clear();
  }

  /** Stores the counts of all that is sealed. */
  private void archive() throws Exception {
    all.footfall.start();
    long begin = System.nanoTime();
    runArchive();
    results.put(
        "archive_year_s",
        (System.nanoTime() - begin) / 1e9,
        "s",
        "counts of 365 days and 500 small sites, and of some weeks, from the log, stored; Matomo: 98"
            + " minutes");
  }

  private String runArchive() throws IOException {
    return all.footfall.run("job", "run", "archive");
  }

  private void weigh() throws Exception {
    all.footfall.close();
    all.mariadb.stop();
    Path schema = all.mariadb.dataFolder().resolve(all.database().config().name());
    long bytes = 0;
    try (Stream<Path> files = Files.list(schema)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".ibd")).toList()) {
        bytes += Files.size(file);
      }
    }
    all.mariadb.restart();
    results.put(
        "bytes_per_action",
        (double) bytes / actions,
        "bytes",
        "all tables as files: log, visitors, archived counts; Matomo: 318-570");
  }

  private void ask() throws Exception {
    Map<String, String> questions = new LinkedHashMap<>();
    questions.put("pages_30_days", "Actions.getPageUrls&flat=1&filter_limit=100&date=" + MONTH);
    questions.put(
        "segment_30_days",
        "VisitsSummary.get&segment="
            + encoded("countryCode==fr;browserCode==CH")
            + "&date="
            + MONTH);
    questions.put(
        "contains_30_days",
        "VisitsSummary.get&segment=" + encoded("pageUrl=@chocolate") + "&date=" + MONTH);
    questions.put("pages_365_days", "Actions.getPageUrls&flat=1&filter_limit=100&date=" + YEAR);
    questions.put("live_100_visits", "Live.getLastVisitsDetails&filter_limit=100&date=" + YEAR);
    questions.put("uniques_365_days", "VisitsSummary.get&date=" + YEAR);
    for (Map.Entry<String, String> question : questions.entrySet()) {
      boolean uniques = question.getKey().startsWith("uniques");
      restart();
      results.put(
          question.getKey() + "_at_once_ms",
          answer(question.getValue()),
          "ms",
          "the first answer of a process, in the moment when it is ready");
      restart();
      TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
      double cold = answer(question.getValue());
      double[] warm = new double[9];
      for (int i = 0; i < warm.length; i++) {
        warm[i] = answer(question.getValue());
      }
      Arrays.sort(warm);
      results.put(
          question.getKey() + (uniques ? "_ms" : "_cold_ms"),
          cold,
          "ms",
          "process started " + WARM_UP_SECONDS + " s ago, never asked before");
      results.put(
          question.getKey() + (uniques ? "_again_ms" : "_warm_ms"),
          warm[warm.length / 2],
          "ms",
          "median of 9 more");
    }
  }

  private void restart() throws IOException {
    all.footfall.close();
    all.footfall.start();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private double answer(String question) throws IOException, InterruptedException {
    return answer(question, "range");
  }

  private double answer(String question, String period) throws IOException, InterruptedException {
    BenchReader.Answered answer = reader.ask(1, period, question);
    if (answer.body().length() < 100) {
      throw new IOException(answer.body());
    }
    return answer.millis();
  }

  /**
   * A new day of 50,000 visits and 200,000 actions, in a process that counted such a day before and
   * a few late hits of it after that; yesterday and today are what is open on a usual day.
   */
  private void addDay() throws Exception {
    List<Double> before = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      int actions = round == 0 ? 2 * ACTIONS : 100;
      before.add(count(LAST.plusDays(1), actions));
    }
    results.put(
        "archive_day_ms",
        count(LAST.plusDays(2), 2 * ACTIONS),
        "ms",
        "at most 800; 50,000 visits, 200,000 actions, then week, month and year; the day before, and what came"
            + " late for it: "
            + before
            + "; Matomo with this day alone: 16,200");
    askOpenPeriods(LAST.plusDays(2));
  }

  /** Writes more of a day and counts what changed, in milliseconds. */
  private double count(LocalDate day, int actions) throws IOException {
    LogBatch batch = new LogBatch(1, ++version);
    big.add(batch, day, actions, actions / 4);
    write(batch);
    return counted(runArchive());
  }

  /** What is left to who asks: the long lists of the open week, month and year. */
  private void askOpenPeriods(LocalDate day) throws Exception {
    double sum = 0;
    for (String period : List.of("week", "month", "year")) {
      for (String method : List.of("Actions.getPageUrls", "Actions.getPageTitles")) {
        String question = method + "&flat=1&filter_limit=100&date=" + day;
        sum += answer(question, period);
      }
    }
    results.put(
        "open_pages_ms",
        sum,
        "ms",
        "then pages and titles of that week, month and year, asked one after the other");
  }

  private void write(LogBatch batch) {
    long unused = all.database().write(connection -> new LogWriter().write(connection, batch));
  }

  private static double counted(String sentence) throws IOException {
    Matcher matcher = Pattern.compile("counted in (\\d+) ms").matcher(sentence);
    if (!matcher.find()) {
      throw new IOException(sentence);
    }
    return Double.parseDouble(matcher.group(1));
  }

  /** Hits come in while everything is archived anew. */
  private void acceptMeanwhile() throws Exception {
    LoadClient client = new LoadClient(all.footfall.port(), AcceptBench.requests());
    AcceptBench.warmUp(client);
    double idle = AcceptBench.paced(client, 500, 20).p99();
    all.database().change("TRUNCATE archived_counts");
    all.database().change("UPDATE log_day SET state = 1");
    CompletableFuture<Void> archiving =
        CompletableFuture.runAsync(
            () -> {
              try {
                runArchive();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    double busy = AcceptBench.paced(client, 500, 30).p99();
    boolean stillBusy = !archiving.isDone();
    archiving.join();
    results.put("accept_idle_p99_ms", idle, "ms", "500 requests/s");
    results.put(
        "accept_archiving_p99_ms",
        busy,
        "ms",
        "same while all is archived anew" + (stillBusy ? "" : ", which was over before"));
    results.put("accept_archiving_ratio", busy / idle, "ratio", "at most 2 asked");
  }

  /** 2 million actions on 500,000 addresses, of a site of its own. */
  private void addHugeDay() throws Exception {
    BenchLog huge = new BenchLog(HUGE_SITE, 510_000, true);
    for (int batch = 0; batch < 20; batch++) {
      LogBatch rows = new LogBatch(5, ++version);
      huge.add(rows, LAST, 100_000, 33_000);
      write(rows);
    }
    restart();
    long begin = System.nanoTime();
    String done = runArchive();
    results.put(
        "archive_huge_day_s",
        (System.nanoTime() - begin) / 1e9,
        "s",
        "2,000,000 actions, compacted, sealed, counted, stored; heap 512 MB; " + done.strip());
    results.put(
        "report_resident_mb", BenchSite.peakMegabytes(all), "MB", "most of the process, heap 512");
  }
}

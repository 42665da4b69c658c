package org.footfall.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;

/**
 * How long single answers take of a process that has answered such questions before, each beside
 * what was asked for and what a Matomo takes that has archived the same visits. Nothing fails for
 * being slow.
 */
final class AnswerBench {
  private static final int WARM_UP = 60;
  private static final int TIMES = 41;
  private static final int WARM_TIMES = 5;

  private final BenchReader reader;
  private final BenchResults results;
  private final LocalDate last;

  /**
   * @param last the last day that has visits
   */
  AnswerBench(BenchReader reader, BenchResults results, LocalDate last) {
    this.reader = reader;
    this.results = results;
    this.last = last;
  }

  /**
   * Asks everything.
   *
   * @param site of 100,000 actions a day, for 90 days at least
   * @param pages a site that had just so many pages on the last day as a long answer has rows
   */
  void run(int site, int pages) throws IOException, InterruptedException {
    String day = "&date=" + last;
    measure("visits_summary_ms", site, "day", "VisitsSummary.get" + day, "at most 3; Matomo: 18");
    measure(
        "page_urls_flat_100_ms",
        site,
        "day",
        "Actions.getPageUrls&flat=1&filter_limit=100" + day,
        "at most 8; Matomo: 61-77");
    measure(
        "page_urls_flat_all_ms",
        pages,
        "day",
        "Actions.getPageUrls&flat=1&filter_limit=-1" + day,
        "at most 40; Matomo: 136");
    measure(
        "live_100_visits_ms",
        site,
        "day",
        "Live.getLastVisitsDetails&filter_limit=100" + day,
        "at most 25; Matomo: 116");
    String range = "&date=" + last.minusDays(89) + "," + last;
    measure("range_90_days_ms", site, "range", "VisitsSummary.get" + range, "at most 150");
    String flat = "Actions.getPageUrls&flat=1&filter_limit=100";
    measure("range_90_days_pages_ms", site, "range", flat + range, "at most 150");
    askNewRanges(site, flat);
    askCatalogue(site);
  }

  private void measure(String name, int site, String period, String question, String target)
      throws IOException, InterruptedException {
    double[] unused = reader.times(site, period, question, WARM_UP);
    double[] millis = reader.times(site, period, question, TIMES);
    int bytes = reader.ask(site, period, question).body().length();
    note(
        name,
        millis[TIMES / 2],
        String.format(
            Locale.ROOT,
            "%s; median of %d after %d, best %.1f, %d bytes",
            target,
            TIMES,
            WARM_UP,
            millis[0],
            bytes));
  }

  /** Ranges of 90 days that nobody asked for before, of days that are stored. */
  private void askNewRanges(int site, String question) throws IOException, InterruptedException {
    double sum = 0;
    int ranges = 9;
    for (int back = 1; back <= ranges; back++) {
      LocalDate to = last.minusDays(back);
      sum += reader.ask(site, "range", question + "&date=" + to.minusDays(89) + "," + to).millis();
    }
    note("range_90_days_new_ms", sum / ranges, "pages of other 90 days each time, mean of 9");
  }

  /** Every report there is over 30 days, each of visits that nobody asked for before. */
  private void askCatalogue(int site) throws IOException, InterruptedException {
    String worstCold = "";
    String worstWarm = "";
    double cold = 0;
    double warm = 0;
    int number = 0;
    for (Report report : ReportCatalogue.ALL) {
      String segment = "countryCode==fr;browserCode==CH;visitCount!=" + (1_000 + number++);
      String question =
          report.id()
              + "&date="
              + last.minusDays(29)
              + ","
              + last
              + "&segment="
              + URLEncoder.encode(segment, StandardCharsets.UTF_8);
      double first = reader.ask(site, "range", question).millis();
      double again = reader.times(site, "range", question, WARM_TIMES)[WARM_TIMES / 2];
      if (first > cold) {
        cold = first;
        worstCold = report.id();
      }
      if (again > warm) {
        warm = again;
        worstWarm = report.id();
      }
    }
    note(
        "unprepared_segment_cold_ms",
        cold,
        "at most 700; the slowest of "
            + number
            + " reports over 30 days, "
            + worstCold
            + ", each with a segment that was never asked before; Matomo: minutes");
    note(
        "unprepared_segment_warm_ms",
        warm,
        "at most 150; the slowest, "
            + worstWarm
            + ", asked again with the same segment, median of "
            + WARM_TIMES);
  }

  private void note(String name, double millis, String text) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    results.put(
        name, millis, "ms", String.format(Locale.ROOT, "%s; load average %.1f", text, load));
  }
}

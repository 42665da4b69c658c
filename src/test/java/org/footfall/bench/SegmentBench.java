package org.footfall.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.store.Query;
import org.footfall.testing.Installation;

/**
 * What saved segments add to archiving a day: all reports of a day that is over are counted and
 * stored with their month and year, of all visits, and then of ten segments besides. Some days one
 * after the other, as they end; medians.
 */
final class SegmentBench {
  private static final List<String> DEFINITIONS =
      List.of(
          "countryCode==fr",
          "browserCode==CH",
          "pageUrl=@chocolate",
          "visitorType==returning",
          "deviceType==smartphone;countryCode!=fr",
          "referrerType==search,referrerType==website",
          "actions>=5",
          "visitDuration>300;pageTitle=@a",
          "entryPageUrl=@recipes,exitPageUrl=@recipes",
          "languageCode==de,countryCode==de;visitCount>2");

  private static final int DAYS = 7;
  private static final int MOST_RUNS = 60;

  private final Installation all;
  private final BenchReader reader;
  private final BenchResults results;
  private final int site;
  private final Consumer<LocalDate> adding;
  private LocalDate day;

  /**
   * @param day the last one that is archived
   * @param adding adds a sealed day
   */
  SegmentBench(
      Installation all,
      BenchReader reader,
      BenchResults results,
      int site,
      LocalDate day,
      Consumer<LocalDate> adding) {
    this.all = all;
    this.reader = reader;
    this.results = results;
    this.site = site;
    this.day = day;
    this.adding = adding;
  }

  void run() throws IOException, InterruptedException {
    for (String definition : DEFINITIONS) {
      BenchReader.Answered unused =
          reader.ask(
              site,
              "day",
              "SegmentEditor.add&date=today&autoArchive=1&enabledAllUsers=1&name=bench&definition="
                  + URLEncoder.encode(definition, StandardCharsets.UTF_8));
    }
    catchUp();
    double[] alone = new double[DAYS];
    double[] ratios = new double[DAYS];
    for (int i = 0; i < DAYS; i++) {
      day = day.plusDays(1);
      adding.accept(day);
      String done = all.footfall.run("job", "run", "archive");
      alone[i] = millis(done, "archived in");
      ratios[i] = (alone[i] + millis(done, "saved segments in")) / alone[i];
    }
    String load =
        String.format(
            Locale.ROOT,
            "load average %.1f",
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    results.put(
        "archive_past_day_ms",
        median(alone),
        "ms",
        "a day of 100,000 actions that is over, its month and year, counted and stored; " + load);
    results.put(
        "archive_ten_segments_ratio",
        median(ratios),
        "ratio",
        "at most 2; the same with ten saved segments, by the same days; " + load);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private void catchUp() throws IOException {
    for (int run = 0; run < MOST_RUNS && !isCaughtUp(); run++) {
      String unused = all.footfall.run("job", "run", "archive");
    }
    if (!isCaughtUp()) {
      throw new IOException("the segments' days are not stored");
    }
  }

  /** Whether all is stored from the beginning of last year on. */
  private boolean isCaughtUp() {
    LocalDate begin = day.minusYears(1).withDayOfYear(1);
    return DEFINITIONS.size()
        == all.database()
            .read(
                connection ->
                    Query.of(
                            connection,
                            "SELECT COUNT(*) AS there FROM prepared_segment"
                                + " WHERE site = ? AND since <= ?")
                        .bind(site, begin)
                        .first(row -> row.integer("there"))
                        .orElse(0));
  }

  private static double millis(String sentence, String what) throws IOException {
    Matcher matcher = Pattern.compile(what + " (\\d+) ms").matcher(sentence);
    if (!matcher.find()) {
      throw new IOException(sentence);
    }
    return Double.parseDouble(matcher.group(1));
  }
}

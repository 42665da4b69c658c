package org.footfall.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportQuery;
import org.footfall.report.Row;
import org.footfall.segment.Segment;
import org.footfall.site.Site;
import org.footfall.store.Database;
import org.footfall.visitlog.LogReader;

/** Holds what the engine says of a site against {@link PlainCounts}, with a segment and without. */
record PlainComparison(Database database, ReportEngine engine, Site site) {
  private static final Report PAGES_PER_VISIT =
      ReportCatalogue.find("VisitorInterest.getNumberOfVisitsPerPage").orElseThrow();

  void assertEqual(String when, Period period) throws Exception {
    for (String segment : List.of("", "countryCode==fr")) {
      PlainCounts plain =
          new LogReader(database, 4 << 20)
              .snapshot(
                  snapshot ->
                      new PlainCounts(
                          snapshot,
                          site.id().value(),
                          period.from(),
                          period.to(),
                          country -> segment.isEmpty() || country.equals("fr")));
      String what = when + ", " + period.label() + " " + segment;
      assertSummary(what, plain, table(ReportCatalogue.VISITS_SUMMARY, period, segment));
      assertTitles(what, plain, table(ReportCatalogue.PAGE_TITLES, period, segment));
      assertConversions(what, plain, period, segment);
      Map<Long, Long> channels = new TreeMap<>();
      for (Row row : table(ReportCatalogue.REFERRER_TYPES, period, segment).rows()) {
        channels.put(Long.parseLong(row.key()), row.value(Metric.VISITS));
      }
      assertThat(channels).as(what).isEqualTo(plain.visitsByChannel);
      DataTable countries = table(ReportCatalogue.COUNTRIES, period, segment);
      assertThat(byKey(countries, Metric.VISITS)).as(what).isEqualTo(plain.visitsByCountry);
      assertThat(byKey(countries, Metric.UNIQUE_VISITORS))
          .as(what)
          .isEqualTo(plain.uniquesByCountry);
      plain.visitsByPages.remove("0");
      assertThat(byKey(table(PAGES_PER_VISIT, period, segment), Metric.VISITS))
          .as(what)
          .isEqualTo(plain.visitsByPages);
      assertDeeds(what, plain, period, segment);
      assertCampaigns(what, period, segment);
      assertExact(what, plain, period, segment);
    }
  }

  /** Whoever came on several days counts once. */
  private void assertExact(String what, PlainCounts plain, Period period, String segment)
      throws Exception {
    DataTable countries = exact(ReportCatalogue.COUNTRIES, period, segment);
    assertThat(byKey(countries, Metric.UNIQUE_VISITORS))
        .as(what)
        .isEqualTo(PlainCounts.sizes(plain.visitorsByCountry));
    assertThat(byKey(countries, Metric.USERS))
        .as(what)
        .isEqualTo(PlainCounts.sizes(plain.usersByCountry));
    assertThat(byKey(exact(ReportCatalogue.PAGE_TITLES, period, segment), Metric.UNIQUE_VISITORS))
        .as(what)
        .isEqualTo(PlainCounts.sizes(plain.visitorsByTitle));
  }

  private DataTable exact(Report report, Period period, String segment) throws Exception {
    return engine.table(
        new ReportQuery(report, site, List.of(period), Segment.parse(segment), false, true));
  }

  private void assertDeeds(String what, PlainCounts plain, Period period, String segment)
      throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (Row row : rows("PagePerformance.get", period, segment)) {
      put(found, "page", row, Metric.HITS, Metric.SERVER_HITS, Metric.SERVER_TIME);
    }
    for (Row row : rows("Events.getCategory", period, segment)) {
      String key = "event " + row.key();
      put(found, key, row, Metric.EVENTS, Metric.EVENTS_WITH_VALUE, Metric.EVENT_VALUES);
    }
    for (Row row : rows("Actions.getSiteSearchKeywords", period, segment)) {
      put(found, "search " + row.key(), row, Metric.HITS, null, null);
    }
    for (Row row : rows("Contents.getContentNames", period, segment)) {
      put(found, " content " + row.key(), row, Metric.IMPRESSIONS, null, null);
      put(found, "click content " + row.key(), row, Metric.INTERACTIONS, null, null);
    }
    for (String kind : List.of("outlink", "download")) {
      String report = kind.equals("outlink") ? "Actions.getOutlinks" : "Actions.getDownloads";
      long hits =
          rows(report, period, segment).stream().mapToLong(row -> row.value(Metric.HITS)).sum();
      if (hits > 0) {
        found.put(kind, "%d, of 0: 0, 0 to 0".formatted(hits));
      }
    }
    for (int slot = 1; slot <= 3; slot++) {
      Report report = ReportCatalogue.customDimension(true, slot);
      for (Row row : table(report, period, segment).rows()) {
        put(found, "dimension " + slot + " " + row.key(), row, Metric.HITS, null, null);
      }
    }
    Map<String, String> expected = new TreeMap<>();
    plain.deeds.forEach((deed, counts) -> expected.put(deed, counts.toString()));
    assertThat(found).as(what).isEqualTo(expected);
  }

  private List<Row> rows(String report, Period period, String segment) throws Exception {
    return table(ReportCatalogue.find(report).orElseThrow(), period, segment).rows();
  }

  private static void put(
      Map<String, String> into, String key, Row row, Metric count, Metric measured, Metric sum) {
    if (row.value(count) == 0) {
      return;
    }
    boolean events = count == Metric.EVENTS;
    Metric least = events ? Metric.LEAST_EVENT_VALUE : Metric.LEAST_SERVER_TIME;
    Metric greatest = events ? Metric.GREATEST_EVENT_VALUE : Metric.GREATEST_SERVER_TIME;
    into.put(
        key,
        "%d, of %d: %d, %d to %d"
            .formatted(
                row.value(count),
                measured == null ? 0 : row.value(measured),
                sum == null ? 0 : row.value(sum),
                measured == null ? 0 : row.value(least),
                measured == null ? 0 : row.value(greatest)));
  }

  /** Of rows that have any. */
  private static Map<String, Long> byKey(DataTable table, Metric metric) {
    Map<String, Long> numbers = new TreeMap<>();
    for (Row row : table.rows()) {
      if (row.value(metric) > 0) {
        numbers.put(row.key(), row.value(metric));
      }
    }
    return numbers;
  }

  private void assertConversions(String what, PlainCounts plain, Period period, String segment)
      throws Exception {
    Map<String, String> byChannel = new TreeMap<>();
    for (Row row : table(ReportCatalogue.REFERRER_TYPES, period, segment).rows()) {
      row.goals()
          .forEach(
              (goal, counts) ->
                  byChannel.put(
                      row.key() + " " + goal,
                      counts.value(Metric.CONVERSIONS)
                          + " brought "
                          + counts.value(Metric.REVENUE)));
    }
    assertThat(byChannel).as(what).isEqualTo(plain.conversionsByChannel);
    Map<String, Long> byTitle = new TreeMap<>();
    for (Row row : table(ReportCatalogue.PAGE_TITLES, period, segment).rows()) {
      row.goals()
          .forEach(
              (goal, counts) ->
                  byTitle.put(row.key() + " " + goal, counts.value(Metric.CONVERSIONS)));
    }
    assertThat(byTitle).as(what).isEqualTo(plain.conversionsByTitle);
  }

  private void assertCampaigns(String what, Period period, String segment) throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (Report report : ReportCatalogue.ALL) {
      if (report.module().equals("MarketingCampaignsReporting")) {
        PlainCampaigns.read(report.action(), table(report, period, segment), found);
      }
    }
    PlainCampaigns plain =
        new LogReader(database, 4 << 20)
            .snapshot(
                snapshot ->
                    new PlainCampaigns(
                        snapshot,
                        site.id().value(),
                        period.from(),
                        period.to(),
                        country -> segment.isEmpty() || country.equals("fr")));
    assertThat(found).as(what).isEqualTo(plain.all());
  }

  private DataTable table(Report report, Period period, String segment) throws Exception {
    return engine
        .tables(new ReportQuery(report, site, List.of(period), Segment.parse(segment)))
        .get(0);
  }

  private static void assertSummary(String what, PlainCounts plain, DataTable table) {
    if (plain.visits == 0) {
      assertThat(table.isEmpty()).as(what).isTrue();
      return;
    }
    Row row = table.rows().get(0);
    assertThat(row.value(Metric.VISITS)).as(what).isEqualTo(plain.visits);
    assertThat(row.value(Metric.ACTIONS)).as(what).isEqualTo(plain.actions);
    assertThat(row.value(Metric.VISIT_SECONDS)).as(what).isEqualTo(plain.seconds);
    assertThat(row.value(Metric.MAX_ACTIONS)).as(what).isEqualTo(plain.maxActions);
    assertThat(row.value(Metric.BOUNCES)).as(what).isEqualTo(plain.bounces);
    assertThat(row.value(Metric.UNIQUE_VISITORS)).as(what).isEqualTo(plain.visitors.size());
    assertThat(row.value(Metric.USERS)).as(what).isEqualTo(plain.users.size());
  }

  private static void assertTitles(String what, PlainCounts plain, DataTable table) {
    Map<String, String> expected = new TreeMap<>();
    plain.titles.forEach((title, line) -> expected.put(title, line.toString()));
    Map<String, String> found = new TreeMap<>();
    for (Row row : table.rows()) {
      PlainCounts.Line line = new PlainCounts.Line();
      line.hits = row.value(Metric.HITS);
      line.visits = row.value(Metric.VISITS);
      line.seconds = row.value(Metric.PAGE_SECONDS);
      line.entries = row.value(Metric.ENTRY_VISITS);
      line.exits = row.value(Metric.EXIT_VISITS);
      line.bounces = row.value(Metric.ENTRY_BOUNCES);
      line.dailyUniques = row.value(Metric.UNIQUE_VISITORS);
      found.put(row.key(), line.toString());
    }
    expected.values().removeIf(line -> line.equals(new PlainCounts.Line().toString()));
    assertThat(found).as(what).isEqualTo(expected);
  }
}

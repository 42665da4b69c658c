package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.Test;

class ReportEngineTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
  private static final ReportLimits LIMITS =
      new ReportLimits(1, 4, Duration.ofSeconds(20), 1000, 1 << 20);

  /** A visit as the tests know it: the obvious way to count is over these. */
  private record Visit(LocalDate day, int visitor, String user, int seconds, List<String> pages) {}

  @Property(tries = 60)
  void countsLikeTheObviousWay(@ForAll long seed) throws ReportRefused {
    Random random = new Random(seed);
    List<Visit> visits = visits(random);
    Map<String, Long> views = new TreeMap<>();
    Map<String, Long> entries = new TreeMap<>();
    Map<String, Set<Object>> dailyVisitors = new TreeMap<>();
    Set<Object> everybody = new HashSet<>();
    Set<String> users = new HashSet<>();
    for (Visit visit : visits) {
      Object who = visit.visitor() > 0 ? (Object) visit.visitor() : visit;
      everybody.add(who);
      if (!visit.user().isEmpty()) {
        users.add(visit.user());
      }
      entries.merge(visit.pages().get(0), 1L, Long::sum);
      for (String page : visit.pages()) {
        views.merge(page, 1L, Long::sum);
        dailyVisitors.computeIfAbsent(page, key -> new HashSet<>()).add(List.of(visit.day(), who));
      }
    }
    try (ReportEngine engine = new ReportEngine(log(visits), LIMITS)) {
      Row totals = table(engine, ReportCatalogue.VISITS_SUMMARY).rows().get(0);
      assertThat(totals.value(Metric.VISITS)).isEqualTo(visits.size());
      assertThat(totals.value(Metric.UNIQUE_VISITORS)).isEqualTo(everybody.size());
      assertThat(totals.value(Metric.USERS)).isEqualTo(users.size());
      assertThat(totals.value(Metric.ACTIONS))
          .isEqualTo(visits.stream().mapToInt(visit -> visit.pages().size()).sum());
      assertThat(totals.value(Metric.BOUNCES))
          .isEqualTo(visits.stream().filter(visit -> visit.pages().size() == 1).count());
      assertThat(totals.value(Metric.MAX_ACTIONS))
          .isEqualTo(visits.stream().mapToInt(visit -> visit.pages().size()).max().orElse(0));

      DataTable pages = table(engine, ReportCatalogue.PAGE_URLS);
      assertThat(byKey(pages, Metric.HITS)).isEqualTo(views);
      assertThat(byKey(pages, Metric.UNIQUE_VISITORS))
          .isEqualTo(
              dailyVisitors.entrySet().stream()
                  .collect(Collectors.toMap(Map.Entry::getKey, e -> (long) e.getValue().size())));
      Map<String, Long> counted = byKey(pages, Metric.ENTRY_VISITS);
      counted.values().removeIf(count -> count == 0);
      assertThat(counted).isEqualTo(entries);
    }
  }

  /** Were they counted for each period, or because memory is short, a huge day would take long. */
  @Test
  void openDaysAreCountedOnceForAllTheirPeriods() throws ReportRefused {
    MemoryLog log = new MemoryLog();
    TreeSet<LocalDate> open = new TreeSet<>();
    for (int day = 0; day < 3; day++) {
      log.visit(MONDAY.plusDays(day), Map.of(Columns.VISIT_ID, day + 1, Columns.ACTIONS, 1));
      open.add(MONDAY.plusDays(day));
    }
    ReportLimits noMemory = new ReportLimits(1, 4, Duration.ofSeconds(20), 1000, 1);
    try (ReportEngine engine = new ReportEngine(log, noMemory)) {
      TreeSet<LocalDate> changed = new TreeSet<>(open.tailSet(MONDAY.plusDays(1)));
      new ReportArchive(engine, null, 1).prepare(site(), changed, open);
      assertThat(log.reads()).isEqualTo(3);
    }
  }

  /** A visitor who comes twice in a month is one; who comes as a new one is another matter. */
  @Test
  void newAndReturningVisitorsAreCountedOnceForThePeriod() throws ReportRefused {
    MemoryLog log = new MemoryLog();
    for (int day = 0; day < 3; day++) {
      for (int visitor = 1; visitor <= 2; visitor++) {
        log.visit(
            MONDAY.plusDays(day),
            Map.of(
                Columns.VISIT_ID,
                day * 10 + visitor,
                Columns.VISITOR_ORDINAL,
                visitor,
                Columns.USER_ID,
                "u" + visitor,
                Columns.RETURNING,
                day == 0 ? 0 : 1,
                Columns.ACTIONS,
                1));
      }
    }
    try (ReportEngine engine = new ReportEngine(log, LIMITS)) {
      Row fresh = table(engine, ReportCatalogue.NEW_VISITS).rows().get(0);
      assertThat(fresh.value(Metric.VISITS)).isEqualTo(2);
      assertThat(fresh.value(Metric.UNIQUE_VISITORS)).isEqualTo(2);
      Row known = table(engine, ReportCatalogue.RETURNING_VISITS).rows().get(0);
      assertThat(known.value(Metric.VISITS)).isEqualTo(4);
      assertThat(known.value(Metric.UNIQUE_VISITORS)).isEqualTo(2);
      assertThat(known.value(Metric.USERS)).isEqualTo(2);
    }
  }

  @Test
  void actionsAreCountedByWhatTheyAreAndOnceForAVisitAndAddress() throws ReportRefused {
    MemoryLog log = new MemoryLog();
    for (int day = 0; day < 2; day++) {
      LocalDate date = MONDAY.plusDays(day);
      log.visit(date, Map.of(Columns.VISIT_ID, 1, Columns.VISITOR_ORDINAL, 1));
      for (String[] action :
          new String[][] {
            {"1", "h/a", ""}, {"1", "h/a", ""}, {"1", "", "only a title"}, {"2", "o/x", ""},
            {"3", "h/f.zip", ""}, {"3", "h/f.zip", ""}, {"3", "h/a", ""}, {"8", "h/a", "shoes"},
            {"8", "h/a", "shoes"}, {"10", "h/a", "an event"}
          }) {
        log.action(
            date,
            Map.of(
                Columns.ACTION_VISIT_ID,
                1,
                Columns.KIND,
                Integer.parseInt(action[0]),
                Columns.URL,
                action[1],
                Columns.TITLE,
                action[2]));
      }
    }
    try (ReportEngine engine = new ReportEngine(log, LIMITS)) {
      Row totals = table(engine, ReportCatalogue.ACTIONS_SUMMARY).rows().get(0);
      assertThat(totals.value(Metric.PAGE_VIEWS)).isEqualTo(6);
      assertThat(totals.value(Metric.UNIQUE_PAGE_VIEWS)).isEqualTo(4);
      assertThat(totals.value(Metric.OUTLINKS)).isEqualTo(2);
      assertThat(totals.value(Metric.UNIQUE_OUTLINKS)).isEqualTo(2);
      assertThat(totals.value(Metric.DOWNLOADS)).isEqualTo(6);
      assertThat(totals.value(Metric.UNIQUE_DOWNLOADS)).isEqualTo(4);
      assertThat(totals.value(Metric.SEARCHES)).isEqualTo(4);
      assertThat(totals.value(Metric.SEARCH_KEYWORDS)).isEqualTo(1);
    }
  }

  @Test
  void referrersAreCountedByChannelAndName() throws ReportRefused {
    MemoryLog log = new MemoryLog();
    int id = 0;
    for (String[] referrer :
        new String[][] {
          {"1", "", "", ""},
          {"2", "Google", "shoes", ""},
          {"2", "Bing", "shoes", ""},
          {"3", "news.example", "", "http://news.example/1"},
          {"3", "news.example", "", "http://news.example/2"},
          {"6", "spring", "banner", ""},
          {"7", "Facebook", "", "http://facebook.com"}
        }) {
      id++;
      log.visit(
          MONDAY,
          Map.of(
              Columns.VISIT_ID,
              id,
              Columns.VISITOR_ORDINAL,
              id,
              Columns.REFERRER_TYPE,
              Integer.parseInt(referrer[0]),
              Columns.REFERRER_NAME,
              referrer[1],
              Columns.REFERRER_KEYWORD,
              referrer[2],
              Columns.REFERRER_URL,
              referrer[3]));
    }
    try (ReportEngine engine = new ReportEngine(log, LIMITS)) {
      Row totals = table(engine, ReportCatalogue.REFERRERS_SUMMARY).rows().get(0);
      assertThat(totals.value(Metric.SEARCH_ENGINE_VISITS)).isEqualTo(2);
      assertThat(totals.value(Metric.SEARCH_ENGINES)).isEqualTo(2);
      assertThat(totals.value(Metric.KEYWORDS)).isEqualTo(1);
      assertThat(totals.value(Metric.WEBSITE_VISITS)).isEqualTo(2);
      assertThat(totals.value(Metric.WEBSITES)).isEqualTo(1);
      assertThat(totals.value(Metric.WEBSITE_PAGES)).isEqualTo(2);
      assertThat(totals.value(Metric.CAMPAIGNS)).isEqualTo(1);
      assertThat(totals.value(Metric.SOCIAL_NETWORKS)).isEqualTo(1);
      assertThat(totals.value(Metric.DIRECT_VISITS)).isEqualTo(1);
      assertThat(table(engine, ReportCatalogue.REFERRERS).rows())
          .extracting(Row::label)
          .containsExactlyInAnyOrder("shoes", "news.example", "spring", "Facebook");
    }
  }

  @Property(tries = 30)
  void daysAddUpToTheMonth(@ForAll long seed) throws ReportRefused {
    List<Visit> visits = visits(new Random(seed));
    try (ReportEngine engine = new ReportEngine(log(visits), LIMITS)) {
      List<Period> days =
          MONDAY
              .datesUntil(MONDAY.plusMonths(1))
              .map(day -> Period.of(Period.Kind.DAY, day))
              .toList();
      for (Report report :
          List.of(
              ReportCatalogue.PAGE_URLS,
              ReportCatalogue.PAGE_TITLES,
              ReportCatalogue.SERVER_HOURS)) {
        Map<String, Long> sums = new HashMap<>();
        for (DataTable day : engine.tables(new ReportQuery(report, site(), days))) {
          byKey(day, Metric.VISITS).forEach((key, count) -> sums.merge(key, count, Long::sum));
        }
        assertThat(byKey(table(engine, report), Metric.VISITS)).isEqualTo(sums);
      }
    }
  }

  @Test
  void timeBelongsToThePageBeforeAndFoldersSumUpTheirPages() throws ReportRefused {
    MemoryLog log = log(List.of(new Visit(MONDAY, 1, "", 50, List.of("h/a/x", "h/a/y", "h/z"))));
    try (ReportEngine engine = new ReportEngine(log, LIMITS)) {
      DataTable table = table(engine, ReportCatalogue.PAGE_URLS);
      assertThat(table.rows()).extracting(Row::label).containsExactly("/z", "a");
      Row folder = table.rows().get(1);
      assertThat(folder.key()).isEqualTo("a");
      assertThat(folder.value(Metric.PAGE_SECONDS)).isEqualTo(20);
      assertThat(folder.value(Metric.VISITS)).isEqualTo(2);
      assertThat(folder.has(Metric.UNIQUE_VISITORS)).isFalse();
      assertThat(folder.has(Metric.ENTRY_VISITS)).isTrue();
      assertThat(folder.has(Metric.EXIT_VISITS)).isFalse();
      Row page = folder.subtable().orElseThrow().rows().get(0);
      assertThat(page.label()).isEqualTo("/x");
      assertThat(page.key()).isEqualTo("https://h/a/x");
      assertThat(page.value(Metric.PAGE_SECONDS)).isEqualTo(10);
    }
  }

  @Test
  void aVisitorIsCountedOnceForEachAddressInAChannel() throws ReportRefused {
    MemoryLog log = new MemoryLog();
    for (String address : List.of("http://news.example/1", "http://news.example/2")) {
      log.visit(
          MONDAY,
          Map.of(
              Columns.VISIT_ID,
              address.length(),
              Columns.VISITOR_ORDINAL,
              1,
              Columns.REFERRER_TYPE,
              3,
              Columns.REFERRER_NAME,
              "news.example",
              Columns.REFERRER_URL,
              address));
    }
    try (ReportEngine engine = new ReportEngine(log, LIMITS)) {
      Row row = table(engine, ReportCatalogue.REFERRER_TYPES).rows().get(0);
      assertThat(row.label()).isEqualTo("Websites");
      assertThat(row.value(Metric.UNIQUE_VISITORS)).isEqualTo(2);
      assertThat(row.subtable().orElseThrow().rows())
          .extracting(Row::label)
          .containsExactly("news.example");
      assertThat(
              table(engine, ReportCatalogue.WEBSITES).rows().get(0).subtable().orElseThrow().size())
          .isEqualTo(2);
    }
  }

  @Test
  void hoursAreTheSitesAndAllAreThere() throws ReportRefused {
    MemoryLog log = new MemoryLog();
    log.visit(
        MONDAY,
        Map.of(Columns.FIRST_ACTION_TIME, Instant.parse("2023-12-31T23:30:00Z").getEpochSecond()));
    Site berlin = site(ZoneId.of("Europe/Berlin"));
    try (ReportEngine engine = new ReportEngine(log, LIMITS)) {
      DataTable hours =
          engine.table(
              ReportQuery.of(
                  ReportCatalogue.SERVER_HOURS, berlin, Period.of(Period.Kind.DAY, MONDAY)));
      assertThat(hours.rows()).hasSize(24);
      assertThat(hours.rows().get(0).value(Metric.VISITS)).isEqualTo(1);
    }
  }

  @Test
  void anHourThatComesTwiceOrNeverIsCountedLikeTheClockShowsIt() throws ReportRefused {
    Site berlin = site(ZoneId.of("Europe/Berlin"));
    for (LocalDate day : List.of(LocalDate.of(2024, 3, 31), LocalDate.of(2024, 10, 27))) {
      boolean spring = day.getMonthValue() == 3;
      MemoryLog log = new MemoryLog();
      Instant end = berlin.zones().startOf(day.plusDays(1));
      long id = 0;
      for (Instant at = berlin.zones().startOf(day); at.isBefore(end); at = at.plusSeconds(1800)) {
        log.visit(
            day, Map.of(Columns.VISIT_ID, ++id, Columns.FIRST_ACTION_TIME, at.getEpochSecond()));
      }
      try (ReportEngine engine = new ReportEngine(log, LIMITS)) {
        Period period = Period.of(Period.Kind.DAY, day);
        DataTable hours =
            engine.table(ReportQuery.of(ReportCatalogue.SERVER_HOURS, berlin, period));
        for (int hour = 0; hour < 24; hour++) {
          long expected = hour != 2 ? 2 : spring ? 0 : 4;
          assertThat(hours.rows().get(hour).value(Metric.VISITS))
              .as("%s, %d h", day, hour)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void aDayIsReadAgainOnlyWhenItsVersionMoved() throws ReportRefused {
    MemoryLog log = log(List.of(new Visit(MONDAY, 1, "", 1, List.of("h/a"))));
    try (ReportEngine engine = new ReportEngine(log, LIMITS)) {
      table(engine, ReportCatalogue.VISITS_SUMMARY);
      table(engine, ReportCatalogue.WEEKDAYS);
      table(engine, ReportCatalogue.VISITS_SUMMARY);
      assertThat(log.reads()).isEqualTo(1);
      log.visit(MONDAY, Map.of(Columns.VISIT_ID, 99, Columns.VISITOR_ORDINAL, 7));
      assertThat(table(engine, ReportCatalogue.VISITS_SUMMARY).rows().get(0).value(Metric.VISITS))
          .isEqualTo(2);
      assertThat(log.reads()).isEqualTo(2);
    }
  }

  @Test
  void refusesMoreRowsThanAllowed() {
    List<Visit> visits =
        java.util.stream.IntStream.range(0, 1001)
            .mapToObj(i -> new Visit(MONDAY, i + 1, "", 0, List.of("h/" + i)))
            .toList();
    try (ReportEngine engine = new ReportEngine(log(visits), LIMITS)) {
      assertThatThrownBy(() -> table(engine, ReportCatalogue.PAGE_URLS))
          .isInstanceOf(ReportRefused.class)
          .hasMessageContaining("more than 1000 rows");
    }
  }

  @Test
  void nothingMeasuredIsAnEmptyTable() throws ReportRefused {
    try (ReportEngine engine = new ReportEngine(new MemoryLog(), LIMITS)) {
      for (Report report : ReportCatalogue.ALL) {
        assertThat(table(engine, report).isEmpty()).as(report.id()).isTrue();
      }
    }
  }

  private static DataTable table(ReportEngine engine, Report report) throws ReportRefused {
    return engine.table(ReportQuery.of(report, site(), Period.of(Period.Kind.MONTH, MONDAY)));
  }

  /** The numbers of all last rows by what the row stands for, protocol left out. */
  private static Map<String, Long> byKey(DataTable table, Metric metric) {
    Map<String, Long> values = new TreeMap<>();
    for (Row row : table.rows()) {
      if (row.subtable().isPresent()) {
        values.putAll(byKey(row.subtable().get(), metric));
      } else {
        values.put(row.key().replace("https://", ""), row.value(metric));
      }
    }
    return values;
  }

  private static List<Visit> visits(Random random) {
    return random
        .ints(1 + random.nextInt(40), 0, 31)
        .mapToObj(
            day ->
                new Visit(
                    MONDAY.plusDays(day),
                    random.nextInt(6),
                    random.nextInt(3) == 0 ? "user" + random.nextInt(3) : "",
                    random.nextInt(100),
                    random
                        .ints(1 + random.nextInt(5), 0, 8)
                        .mapToObj(page -> "h/" + (page % 3) + "/p" + page)
                        .toList()))
        .toList();
  }

  private static MemoryLog log(List<Visit> visits) {
    MemoryLog log = new MemoryLog();
    int id = 0;
    for (Visit visit : visits) {
      id++;
      List<String> pages = visit.pages();
      Map<Column, Object> row = new HashMap<>();
      row.put(Columns.VISIT_ID, id);
      row.put(Columns.VISITOR_ORDINAL, visit.visitor());
      row.put(Columns.VISITOR_ID, 1000 + id);
      row.put(Columns.USER_ID, visit.user());
      row.put(Columns.ACTIONS, pages.size());
      row.put(Columns.TOTAL_SECONDS, visit.seconds());
      row.put(
          Columns.FIRST_ACTION_TIME,
          visit.day().atStartOfDay(ZoneOffset.UTC).toEpochSecond() + id * 97L % 86400);
      row.put(Columns.REFERRER_TYPE, 1);
      row.put(Columns.ENTRY_URL, pages.get(0));
      row.put(Columns.ENTRY_URL_PREFIX, 2);
      row.put(Columns.EXIT_URL, pages.get(pages.size() - 1));
      row.put(Columns.EXIT_URL_PREFIX, 2);
      log.visit(visit.day(), row);
      for (int i = 0; i < pages.size(); i++) {
        Map<Column, Object> action = new HashMap<>();
        action.put(Columns.ACTION_VISIT_ID, id);
        action.put(Columns.KIND, 1);
        action.put(Columns.URL, pages.get(i));
        action.put(Columns.URL_PREFIX, 2);
        action.put(Columns.TITLE, "Title of " + pages.get(i));
        if (i > 0) {
          action.put(Columns.SECONDS_BEFORE, 10);
          action.put(Columns.PREVIOUS_URL, pages.get(i - 1));
          action.put(Columns.PREVIOUS_URL_PREFIX, 2);
        }
        log.action(visit.day(), action);
      }
    }
    return log;
  }

  static Site site() {
    return site(ZoneOffset.UTC);
  }

  private static Site site(ZoneId zone) {
    return new Site(
        new SiteId(1),
        "Site",
        List.of("https://h"),
        "website",
        "",
        Instant.EPOCH,
        ZoneHistory.of(zone),
        "USD",
        false,
        true,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Site.KeepFragment.DEFAULT,
        false,
        "");
  }
}

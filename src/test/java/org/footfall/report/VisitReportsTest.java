package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footfall.segment.DeviceNames;
import org.footfall.segment.Segment;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.Test;

/** How rows of visits are called, and which visits they hold. */
class VisitReportsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
  private static final ReportLimits LIMITS =
      new ReportLimits(1, 4, Duration.ofSeconds(20), 1000, 1 << 20);

  private static final DeviceNames NAMES =
      new DeviceNames() {
        @Override
        public String os(String code) {
          return Map.of("WIN", "Windows", "UBT", "Ubuntu").getOrDefault(code, "");
        }

        @Override
        public String osFamily(String code) {
          return Map.of("WIN", "Windows", "UBT", "GNU/Linux").getOrDefault(code, "");
        }

        @Override
        public String browser(String code) {
          return code.equals("FF") ? "Firefox" : "";
        }

        @Override
        public String brand(String code) {
          return code.equals("AP") ? "Apple" : "";
        }
      };

  private final MemoryLog log = new MemoryLog();
  private int visits;

  private void visit(Object... columns) {
    Map<Column, Object> row = new HashMap<>();
    visits++;
    row.put(Columns.VISIT_ID, visits);
    row.put(Columns.VISITOR_ORDINAL, visits);
    row.put(Columns.ACTIONS, 1);
    for (int i = 0; i < columns.length; i += 2) {
      row.put((Column) columns[i], columns[i + 1]);
    }
    log.visit(DAY.plusDays(visits % 2), row);
  }

  private List<Row> rows(Report report, boolean assistantsApart) throws ReportRefused {
    Presentation presentation = new Presentation(NAMES, assistantsApart);
    try (ReportEngine engine = new ReportEngine(log, LIMITS, presentation)) {
      Period period = Period.range(DAY, DAY.plusDays(1));
      return engine
          .table(new ReportQuery(report, ReportEngineTest.site(), List.of(period), Segment.ALL))
          .rows();
    }
  }

  /** Labels with their visits, where there are any. */
  private Map<String, Long> labels(Report report) throws ReportRefused {
    Map<String, Long> labels = new HashMap<>();
    for (Row row : rows(report, false)) {
      if (row.value(Metric.VISITS) > 0) {
        labels.put(row.label(), row.value(Metric.VISITS));
      }
    }
    return labels;
  }

  @Test
  void placesAreCalledByTheirNames() throws ReportRefused {
    visit(Columns.COUNTRY, "fr", Columns.REGION, "PAC", Columns.CITY, "Nice");
    visit(Columns.COUNTRY, "fr", Columns.REGION, "PAC");
    visit(Columns.COUNTRY, "fr");
    visit(Columns.COUNTRY, "ca", Columns.REGION, "ZZ", Columns.CITY, "Erehwon");
    visit();
    assertThat(labels(VisitReports.COUNTRIES))
        .isEqualTo(Map.of("France", 3L, "Canada", 1L, "Unknown", 1L));
    assertThat(labels(VisitReports.CONTINENTS))
        .isEqualTo(Map.of("Europe", 3L, "North America", 1L, "Unknown", 1L));
    assertThat(labels(VisitReports.REGIONS))
        .isEqualTo(
            Map.of("Provence-Alpes-Côte-d’Azur, France", 2L, "ZZ, Canada", 1L, "Unknown", 2L));
    assertThat(labels(VisitReports.CITIES))
        .isEqualTo(
            Map.of(
                "Nice, Provence-Alpes-Côte-d’Azur, France",
                1L,
                "Unknown, Provence-Alpes-Côte-d’Azur, France",
                1L,
                "Erehwon, ZZ, Canada",
                1L,
                "Unknown",
                2L));
  }

  @Test
  void languagesAreCalledByTheirNames() throws ReportRefused {
    visit(Columns.LANGUAGE, "fr-be");
    visit(Columns.LANGUAGE, "fr-fr");
    visit(Columns.LANGUAGE, "fr");
    visit();
    assertThat(labels(VisitReports.LANGUAGES)).isEqualTo(Map.of("French", 3L, "Unknown", 1L));
    assertThat(labels(VisitReports.LANGUAGE_CODES))
        .isEqualTo(Map.of("French - Belgium (fr-be)", 1L, "French (fr)", 2L, "Unknown (xx)", 1L));
  }

  @Test
  void devicesAreCalledByTheirNames() throws ReportRefused {
    visit(
        Columns.OS, "WIN",
        Columns.OS_VERSION, "XP",
        Columns.BROWSER, "FF",
        Columns.BROWSER_VERSION, "3.6",
        Columns.BROWSER_ENGINE, "Gecko",
        Columns.DEVICE_TYPE, 1,
        Columns.DEVICE_MODEL, "generic desktop",
        Columns.RESOLUTION, "1024x768");
    visit(
        Columns.OS, "UBT",
        Columns.DEVICE_TYPE, 3,
        Columns.DEVICE_BRAND, "AP",
        Columns.DEVICE_MODEL, "iPad");
    visit();
    assertThat(labels(VisitReports.DEVICE_TYPES))
        .isEqualTo(Map.of("Desktop", 1L, "Tablet", 1L, "Unknown", 1L));
    assertThat(rows(VisitReports.DEVICE_TYPES, false)).hasSize(15);
    assertThat(labels(VisitReports.DEVICE_BRANDS)).isEqualTo(Map.of("Apple", 1L, "Unknown", 2L));
    assertThat(labels(VisitReports.DEVICE_MODELS))
        .isEqualTo(Map.of("Generic Desktop", 1L, "Apple - iPad", 1L, "Unknown", 1L));
    assertThat(labels(VisitReports.OS_FAMILIES))
        .isEqualTo(Map.of("Windows", 1L, "GNU/Linux", 1L, "Unknown", 1L));
    assertThat(labels(VisitReports.OS_VERSIONS))
        .isEqualTo(Map.of("Windows XP", 1L, "Ubuntu", 1L, "Unknown", 1L));
    assertThat(labels(VisitReports.BROWSERS)).isEqualTo(Map.of("Firefox", 1L, "Unknown", 2L));
    assertThat(labels(VisitReports.BROWSER_VERSIONS))
        .isEqualTo(Map.of("Firefox 3.6", 1L, "Unknown", 2L));
    assertThat(labels(VisitReports.BROWSER_ENGINES))
        .isEqualTo(Map.of("Gecko (Firefox)", 1L, "Unknown", 2L));
    assertThat(labels(VisitReports.CONFIGURATIONS))
        .isEqualTo(
            Map.of(
                "Windows / Firefox / 1024x768",
                1L,
                "Ubuntu / Unknown / unknown",
                1L,
                "Unknown / Unknown / unknown",
                1L));
  }

  @Test
  void plugInsShareTheVisits() throws ReportRefused {
    visit(Columns.PLUGINS, 0b111);
    visit(Columns.PLUGINS, 0b101);
    visit(Columns.PLUGINS, 0);
    List<Row> rows = rows(VisitReports.PLUGINS, false);
    assertThat(rows).extracting(Row::label).startsWith("Cookie", "Flash", "Java", "Quicktime");
    assertThat(rows).extracting(row -> row.value(Metric.VISITS)).startsWith(2L, 1L, 2L, 0L);
    assertThat(Ratio.VISITS_SHARE.of(rows.get(0))).isEqualByComparingTo("0.67");
  }

  @Test
  void internetExplorerIsNotAskedForPlugIns() throws ReportRefused {
    visit(Columns.PLUGINS, 0b001, Columns.BROWSER, "IE");
    assertThat(share(0)).isEqualByComparingTo("0");
    visit(Columns.PLUGINS, 0b001, Columns.BROWSER, "FF");
    assertThat(share(0)).as("more than there are to share").isEqualByComparingTo("1");
    visit(Columns.PLUGINS, 0b100, Columns.BROWSER, "FF");
    visit(Columns.PLUGINS, 0b100, Columns.BROWSER, "FF");
    assertThat(share(0)).isEqualByComparingTo("0.67");
  }

  private BigDecimal share(int plugin) throws ReportRefused {
    return Ratio.VISITS_SHARE.of(rows(VisitReports.PLUGINS, false).get(plugin));
  }

  @Test
  void rangesAreWhereTheyEnd() throws ReportRefused {
    visit(Columns.TOTAL_SECONDS, 10, Columns.ACTIONS, 0, Columns.VISIT_COUNT, 1);
    visit(
        Columns.TOTAL_SECONDS, 60,
        Columns.ACTIONS, 7,
        Columns.VISIT_COUNT, 14,
        Columns.RETURNING, 1,
        Columns.SECONDS_SINCE_LAST, 86_399);
    visit(
        Columns.TOTAL_SECONDS, 1_801,
        Columns.ACTIONS, 21,
        Columns.VISIT_COUNT, 201,
        Columns.RETURNING, 1,
        Columns.SECONDS_SINCE_LAST, 365 * 86_400L);
    assertThat(labels(VisitReports.VISIT_DURATIONS))
        .isEqualTo(Map.of("0–10s", 1L, "31–60s", 1L, "30+ min", 1L));
    assertThat(labels(VisitReports.PAGES_PER_VISIT))
        .isEqualTo(Map.of("6-7 pages", 1L, "21+ pages", 1L));
    assertThat(labels(VisitReports.VISIT_NUMBERS))
        .isEqualTo(Map.of("1 visit", 1L, "9-14 visits", 1L, "201+ visits", 1L));
    assertThat(labels(VisitReports.DAYS_SINCE_LAST))
        .isEqualTo(Map.of("New visits", 1L, "0 days", 1L, "365+ days", 1L));
  }

  @Test
  void ofCustomersItIsNotToldWhenTheyWereHereLast() throws ReportRefused {
    visit(Columns.RETURNING, 1, Columns.SECONDS_SINCE_LAST, 86_400);
    visit(Columns.RETURNING, 2, Columns.SECONDS_SINCE_LAST, 86_400);
    visit(Columns.RETURNING, 0);
    assertThat(labels(VisitReports.DAYS_SINCE_LAST))
        .isEqualTo(Map.of("New visits", 1L, "1 day", 1L));
  }

  @Test
  void anEmptyValueOfADimensionIsAValue() throws ReportRefused {
    visit(Columns.VISIT_DIMENSIONS.get(2), "gold");
    visit(Columns.EMPTY_VISIT_DIMENSIONS, 0b100);
    visit(Columns.EMPTY_VISIT_DIMENSIONS, 0b010);
    visit();
    assertThat(labels(ActionReports.dimension(false, 3)))
        .isEqualTo(Map.of("gold", 1L, "Value not defined", 1L));
    assertThat(labels(ActionReports.dimension(false, 2)))
        .isEqualTo(Map.of("Value not defined", 1L));
    assertThat(labels(ActionReports.dimension(false, 1))).isEmpty();
  }

  @Test
  void conversionsCountForTheValueOfThen() throws ReportRefused {
    visit(Columns.CONVERTED, 1, Columns.VISIT_DIMENSIONS.get(0), "in");
    convert("d1\tout\nd2\tother");
    visit(Columns.CONVERTED, 1, Columns.VISIT_DIMENSIONS.get(0), "late");
    convert("-");
    visit(Columns.CONVERTED, 1, Columns.VISIT_DIMENSIONS.get(0), "old log");
    convert("");
    visit();
    Map<String, Set<Integer>> goals = new HashMap<>();
    for (Row row : rows(ActionReports.dimension(false, 1), false)) {
      goals.put(row.label(), row.goals().keySet());
    }
    assertThat(goals)
        .isEqualTo(
            Map.of("in", Set.of(), "out", Set.of(3), "late", Set.of(), "old log", Set.of(3)));
  }

  /** The last visit meets goal 3. */
  private void convert(String then) {
    log.action(
        DAY.plusDays(visits % 2),
        Map.of(
            Columns.ACTION_VISIT_ID,
            visits,
            Columns.KIND,
            100,
            Columns.GOAL,
            5,
            Columns.CUSTOM_THEN,
            then));
  }

  @Test
  void usersKnowWhoCameFirst() throws ReportRefused {
    visit(Columns.USER_ID, "ann", Columns.VISITOR_ID, 0xfedcba9876543210L);
    visit();
    visit(Columns.USER_ID, "ann", Columns.VISITOR_ID, 7L);
    visit(Columns.USER_ID, "bob", Columns.VISITOR_ID, 9L);
    assertThat(rows(VisitReports.USERS, false))
        .extracting(Row::keys)
        .containsExactlyInAnyOrder(
            List.of("ann", "fedcba9876543210"), List.of("bob", "0000000000000009"));
    assertThat(labels(VisitReports.USERS)).isEqualTo(Map.of("ann", 2L, "bob", 1L));
  }

  @Test
  void assistantsAreWebsitesUnlessTheyAreToldApart() throws ReportRefused {
    visit(
        Columns.REFERRER_TYPE, 8,
        Columns.REFERRER_NAME, "ChatGPT",
        Columns.REFERRER_URL, "https://chatgpt.com/?q=1");
    visit(
        Columns.REFERRER_TYPE, 3,
        Columns.REFERRER_NAME, "chatgpt.com",
        Columns.REFERRER_URL, "https://chatgpt.com/c");
    assertThat(labels(ReportCatalogue.WEBSITES)).isEqualTo(Map.of("chatgpt.com", 2L));
    assertThat(rows(ReferrerReports.AI_ASSISTANTS, false)).isEmpty();
    assertThat(rows(ReportCatalogue.REFERRERS_SUMMARY, false).get(0).has(Metric.AI_ASSISTANTS))
        .isFalse();
    assertThat(rows(ReferrerReports.AI_ASSISTANTS, true))
        .extracting(Row::label)
        .containsExactly("ChatGPT");
    assertThat(rows(ReportCatalogue.REFERRERS_SUMMARY, true).get(0).value(Metric.AI_ASSISTANTS))
        .isEqualTo(1);
  }
}

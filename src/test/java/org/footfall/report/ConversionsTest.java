package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.footfall.codec.Told;
import org.footfall.segment.Segment;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What reports make of goals met, orders and carts. */
class ConversionsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
  private static final long MIDNIGHT = DAY.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  private static final int CART = -1;
  private static final int ORDER = 0;
  private static final ReportLimits LIMITS =
      new ReportLimits(1, 4, Duration.ofSeconds(20), 1000, 1 << 20);

  private final MemoryLog log = new MemoryLog();
  private final ReportEngine engine = new ReportEngine(log, LIMITS);

  @AfterEach
  void close() {
    engine.close();
  }

  private void visit(LocalDate day, int id, Map<Column, Object> more) {
    Map<Column, Object> row = new HashMap<>();
    row.put(Columns.VISIT_ID, id);
    row.put(Columns.VISITOR_ORDINAL, id);
    row.put(Columns.ACTIONS, 1);
    row.put(Columns.REFERRER_TYPE, 1);
    row.put(Columns.VISIT_COUNT, 1);
    row.put(Columns.FIRST_ACTION_TIME, MIDNIGHT + 3_600);
    row.putAll(more);
    log.visit(day, row);
  }

  private void view(LocalDate day, int visit, int second, String url) {
    log.action(
        day,
        Map.of(
            Columns.ACTION_VISIT_ID,
            visit,
            Columns.KIND,
            1,
            Columns.TIME,
            MIDNIGHT + 3_600 + second,
            Columns.URL,
            url));
  }

  private void convert(
      LocalDate day, int visit, int second, int goal, int cents, Map<Column, Object> more) {
    Map<Column, Object> row = new HashMap<>();
    row.put(Columns.ACTION_VISIT_ID, visit);
    row.put(Columns.KIND, 100);
    row.put(Columns.TIME, MIDNIGHT + 3_600 + second);
    row.put(Columns.GOAL, goal + 2);
    row.put(Columns.REVENUE, cents * 10_000L);
    row.putAll(more);
    log.action(day, row);
  }

  private DataTable table(Report report) throws ReportRefused {
    return table(report, Period.of(Period.Kind.MONTH, DAY), Segment.ALL);
  }

  private DataTable table(Report report, Period period, Segment segment) throws ReportRefused {
    return engine
        .tables(new ReportQuery(report, ReportEngineTest.site(), List.of(period), segment))
        .get(0);
  }

  private static Row row(DataTable table, String key) {
    return table.rows().stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void totalsHaveEachGoalAndCountAVisitOnceAGoal() throws Exception {
    visit(DAY, 1, Map.of(Columns.CONVERTED, 1, Columns.RETURNING, 1));
    convert(DAY, 1, 5, 1, 1_000, Map.of());
    convert(DAY, 1, 9, 1, 1_050, Map.of());
    visit(DAY, 2, Map.of());
    visit(DAY.plusDays(1), 3, Map.of(Columns.BUYER, 2));
    convert(
        DAY.plusDays(1),
        3,
        4,
        CART,
        700,
        Map.of(Columns.ITEMS, "a\tA\t1000000\t3\tx\nb\tB\t2000000\t2"));
    Row all = table(ReportCatalogue.VISITS_SUMMARY).rows().get(0);
    assertThat(all.goals().keySet()).containsExactly(CART, 1);
    assertThat(all.goals().get(1).value(Metric.CONVERSIONS)).isEqualTo(2);
    assertThat(all.goals().get(1).value(Metric.CONVERTED_VISITS)).isEqualTo(1);
    assertThat(all.goals().get(1).value(Metric.REVENUE)).isEqualTo(2_050);
    assertThat(all.goals().get(CART).value(Metric.ITEMS)).isEqualTo(5);
    Row fresh = table(ReportCatalogue.NEW_VISITS).rows().get(0);
    assertThat(fresh.goals().keySet()).containsExactly(CART);
    assertThat(table(ReportCatalogue.RETURNING_VISITS).rows().get(0).goals().keySet())
        .containsExactly(1);
  }

  /** Assistants are shown as web sites unless the operator wants them apart. */
  @Test
  void aVisitFromAnAssistantTakesNobodysConversionsAway() throws Exception {
    Map<Column, Object> website =
        Map.of(
            Columns.CONVERTED,
            1,
            Columns.REFERRER_TYPE,
            3,
            Columns.REFERRER_NAME,
            "other.org",
            Columns.REFERRER_URL,
            "http://other.org/a");
    visit(DAY, 1, website);
    convert(DAY, 1, 5, 1, 300, Map.of());
    visit(
        DAY,
        2,
        Map.of(
            Columns.CONVERTED,
            1,
            Columns.REFERRER_TYPE,
            8,
            Columns.REFERRER_NAME,
            "ChatGPT",
            Columns.REFERRER_URL,
            "https://chatgpt.com/"));
    convert(DAY, 2, 5, 1, 200, Map.of());
    DataTable websites = table(ReportCatalogue.WEBSITES);
    assertThat(row(websites, "other.org").goals().get(1).value(Metric.REVENUE)).isEqualTo(300);
    assertThat(row(websites, "chatgpt.com").goals().get(1).value(Metric.REVENUE)).isEqualTo(200);
  }

  @Test
  void aSegmentHasTheConversionsOfItsVisits() throws Exception {
    visit(DAY, 1, Map.of(Columns.CONVERTED, 1, Columns.COUNTRY, "fr"));
    convert(DAY, 1, 5, 1, 0, Map.of());
    visit(DAY, 2, Map.of(Columns.CONVERTED, 1, Columns.COUNTRY, "de"));
    convert(DAY, 2, 5, 2, 0, Map.of());
    Row french =
        table(
                ReportCatalogue.VISITS_SUMMARY,
                Period.of(Period.Kind.DAY, DAY),
                Segment.parse("countryCode==fr"))
            .rows()
            .get(0);
    assertThat(french.goals().keySet()).containsExactly(1);
  }

  /**
   * The hour is when it happened; a referrer of its own beats the visit's, even without a visit.
   */
  @Test
  void whatAConversionKnowsItselfDecidesItsRow() throws Exception {
    visit(DAY, 1, Map.of(Columns.CONVERTED, 1));
    convert(DAY, 1, 3_600, 1, 100, Map.of());
    convert(
        DAY,
        1,
        3_600,
        2,
        100,
        Map.of(
            Columns.CONVERSION_REFERRER_TYPE,
            6,
            Columns.CONVERSION_REFERRER_NAME,
            "spring",
            Columns.CONVERSION_REFERRER_KEYWORD,
            "chair"));
    DataTable hours = table(ReportCatalogue.SERVER_HOURS);
    assertThat(row(hours, "01").goals()).isEmpty();
    assertThat(row(hours, "02").goals().keySet()).containsExactly(1, 2);
    assertThat(row(hours, "02").value(Metric.VISITS)).isZero();
    DataTable channels = table(ReportCatalogue.REFERRER_TYPES);
    assertThat(row(channels, "1").goals().keySet()).containsExactly(1);
    assertThat(row(channels, "6").goals().keySet()).containsExactly(2);
    assertThat(row(channels, "6").value(Metric.VISITS)).isZero();
    DataTable campaigns = row(channels, "6").subtable().orElseThrow();
    assertThat(row(campaigns, "spring").goals().get(2).value(Metric.REVENUE)).isEqualTo(100);
  }

  @Test
  void aPageHasItsPartOfWhatCameAfterIt() throws Exception {
    visit(DAY, 1, Map.of(Columns.CONVERTED, 1, Columns.ENTRY_URL, "x/a/in"));
    view(DAY, 1, 0, "x/a/in");
    view(DAY, 1, 1, "x/b");
    view(DAY, 1, 2, "x/a/in");
    convert(DAY, 1, 2, 1, 1_000, Map.of(Columns.INTERACTION_POSITION, 3));
    convert(DAY, 1, 2, CART, 500, Map.of(Columns.INTERACTION_POSITION, 3));
    view(DAY, 1, 9, "x/late");
    visit(DAY, 2, Map.of(Columns.ENTRY_URL, "x/a/in"));
    view(DAY, 2, 0, "x/a/in");
    DataTable pages = table(ReportCatalogue.PAGE_URLS);
    Row folder = row(pages, "a");
    for (Row in : List.of(folder, folder.subtable().orElseThrow().rows().get(0))) {
      Row goal = in.goals().get(1);
      assertThat(goal.value(Metric.CONVERSIONS)).isEqualTo(2);
      assertThat(goal.value(Metric.REVENUE)).isEqualTo(2_000);
      assertThat(goal.value(Metric.PAGES_BEFORE)).isEqualTo(3);
      assertThat(goal.value(Metric.CONVERSION_PARTS)).isEqualTo(6_666);
      assertThat(goal.value(Metric.REVENUE_PARTS)).isEqualTo(66_700);
      assertThat(goal.value(Metric.ENTRY_CONVERSIONS)).isEqualTo(1);
      assertThat(goal.value(Metric.ENTRY_CONVERSION_RATE)).isEqualTo(500);
      assertThat(goal.value(Metric.REVENUE_PER_ENTRY)).isEqualTo(5_000);
      assertThat(in.goals().get(CART).value(Metric.CONVERSIONS)).isEqualTo(2);
      assertThat(in.goals().get(CART).has(Metric.ENTRY_CONVERSIONS)).isFalse();
    }
    assertThat(labelled(pages, "/b").goals().get(1).value(Metric.CONVERSION_PARTS))
        .isEqualTo(3_333);
    assertThat(labelled(pages, "/late").goals()).isEmpty();
  }

  private static Row labelled(DataTable table, String label) {
    return table.rows().stream().filter(row -> row.label().equals(label)).findFirst().orElseThrow();
  }

  @Test
  void conversionsAreToldByDaysAndVisitsBeforeThem() throws Exception {
    visit(
        DAY,
        1,
        Map.of(
            Columns.CONVERTED,
            1,
            Columns.SECONDS_SINCE_FIRST,
            9 * 86_400 + 5,
            Columns.VISIT_COUNT,
            120));
    convert(DAY, 1, 5, 3, 0, Map.of());
    visit(DAY, 2, Map.of(Columns.VISIT_COUNT, 4));
    assertThat(told(GoalReports.DAYS_TO_CONVERSION)).containsExactly(Map.entry("8-14 days", 1L));
    assertThat(told(GoalReports.VISITS_TO_CONVERSION))
        .containsExactly(Map.entry("101+ visits", 1L));
    assertThat(table(GoalReports.VISITS_TO_CONVERSION).rows().get(0).label()).isEqualTo("1 visit");
    assertThat(table(GoalReports.DAYS_TO_CONVERSION).rows()).hasSize(14);
  }

  private Map<String, Long> told(Report report) throws ReportRefused {
    return table(report).rows().stream()
        .filter(row -> !row.goals().isEmpty())
        .collect(Collectors.toMap(Row::label, row -> row.goals().get(3).value(Metric.CONVERSIONS)));
  }

  @Test
  void itemsAreToldByWhatWasOrderedOrLeftAndWhatWasSeen() throws Exception {
    visit(DAY, 1, Map.of(Columns.CONVERTED, 1, Columns.BUYER, 1));
    for (int second = 0; second < 2; second++) {
      log.action(
          DAY,
          Map.of(
              Columns.ACTION_VISIT_ID,
              1,
              Columns.KIND,
              1,
              Columns.TIME,
              MIDNIGHT + second,
              Columns.PRODUCT_SKU,
              "seen",
              Columns.PRODUCT_PRICE,
              Told.number(4_000_000L * (second + 1))));
    }
    String items = "a\tA\t5000000\t2\tx\ty\nb\tB\t1500000\t1";
    convert(DAY, 1, 5, ORDER, 1_150, Map.of(Columns.ITEMS, items, Columns.ORDER_ID, "1"));
    convert(DAY, 1, 6, ORDER, 700, Map.of(Columns.ITEMS, "a\tA\t7000000\t1\tx"));
    visit(DAY, 2, Map.of(Columns.BUYER, 2));
    convert(DAY, 2, 5, CART, 600, Map.of(Columns.ITEMS, "c\tC\t6000000\t1"));
    DataTable skus = table(GoalReports.ITEM_SKUS);
    assertThat(skus.rows().stream().map(Row::key)).containsExactly("a", "b", "seen");
    Row a = row(skus, "a");
    assertThat(a.value(Metric.REVENUE)).isEqualTo(1_700);
    assertThat(a.value(Metric.QUANTITY)).isEqualTo(3);
    assertThat(a.value(Metric.ORDERS)).isEqualTo(2);
    assertThat(Ratio.AVERAGE_PRICE.of(a)).isEqualByComparingTo("6");
    assertThat(a.has(Metric.VISITS)).isFalse();
    Row seen = row(skus, "seen");
    assertThat(seen.value(Metric.VISITS)).isEqualTo(1);
    assertThat(seen.value(Metric.ACTIONS)).isEqualTo(2);
    assertThat(seen.has(Metric.REVENUE)).isFalse();
    assertThat(Ratio.AVERAGE_PRICE.of(seen)).isEqualByComparingTo("6");
    DataTable carts = table(GoalReports.ofCarts(GoalReports.ITEM_SKUS));
    assertThat(carts.rows().stream().map(Row::key)).containsExactly("c", "seen");
    assertThat(row(carts, "c").value(Metric.REVENUE)).isEqualTo(600);
    DataTable categories = table(GoalReports.ITEM_CATEGORIES);
    assertThat(row(categories, "x").value(Metric.REVENUE)).isEqualTo(1_700);
    assertThat(row(categories, "y").value(Metric.REVENUE)).isEqualTo(1_000);
    assertThat(row(categories, "Product Category not defined").value(Metric.REVENUE))
        .isEqualTo(150);
  }

  /** Keys that begin like others, and more goals than a digit, are told apart. */
  @Test
  void goalsOfAKeyAreItsOwn() throws Exception {
    int id = 0;
    for (String country : List.of("", "f", "fr", "fra")) {
      visit(
          DAY,
          ++id,
          Map.of(Columns.CONVERTED, 1, Columns.REFERRER_TYPE, 3, Columns.REFERRER_NAME, country));
      for (int goal = 1; goal <= 12; goal++) {
        convert(DAY, id, 5, goal, id * 100, Map.of());
      }
    }
    DataTable websites = table(ReportCatalogue.WEBSITES);
    assertThat(websites.rows()).hasSize(4);
    for (Row row : websites.rows()) {
      assertThat(row.goals().keySet()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
      assertThat(row.goals().get(12).value(Metric.REVENUE))
          .isEqualTo(100L * (row.key().length() + 1));
    }
  }
}

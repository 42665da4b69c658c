package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goals met, orders and carts as clients read them. */
class ConversionsIT {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestApi api;
  private static String token;

  /** A new visitor meets goal 1 and orders, a known one leaves a cart, another does nothing. */
  @BeforeAll
  static void start() throws Exception {
    api = new TestApi();
    SiteId shop = api.addSite("shop", "UTC");
    api.addSite("blog", "UTC");
    token = api.token("root", true);
    assertThat(
            ask("method=SitesManager.updateSite&idSite=1&ecommerce=1"
                    + "&urls[]=https%3A%2F%2Fshop.example")
                .path("result")
                .asText())
        .isEqualTo("success");
    JsonNode goal =
        ask(
            "method=Goals.addGoal&idSite=1&name=Buy&matchAttribute=url&pattern=x"
                + "&patternType=contains");
    assertThat(goal.path("value").asInt()).isEqualTo(1);
    List<String> pages = List.of("shop.example/a/in", "shop.example/b");
    api.visit(
        shop,
        DAY,
        9,
        1,
        visit -> visit.set(Columns.CONVERTED, 1).set(Columns.BUYER, 1).set(Columns.VISIT_COUNT, 1),
        pages);
    api.conversion(
        shop,
        DAY,
        9,
        3,
        row ->
            row.set(Columns.GOAL, 3)
                .set(Columns.REVENUE, 7_500_000)
                .set(Columns.INTERACTION_POSITION, 2));
    api.conversion(
        shop,
        DAY,
        9,
        4,
        row ->
            row.set(Columns.GOAL, 2)
                .set(Columns.REVENUE, 25_250_000)
                .set(Columns.TAX, 250_000)
                .set(Columns.INTERACTION_POSITION, 2)
                .set(Columns.ORDER_ID, "A")
                .set(Columns.ITEMS, "s\tChair\t12500000\t2\tGarden"));
    api.visit(
        shop,
        DAY,
        10,
        2,
        visit -> visit.set(Columns.RETURNING, 1).set(Columns.BUYER, 2).set(Columns.VISIT_COUNT, 2),
        pages);
    api.conversion(
        shop,
        DAY,
        11,
        3,
        row ->
            row.set(Columns.GOAL, 1)
                .set(Columns.REVENUE, 3_000_000)
                .set(Columns.ITEMS, "t\tRake\t3000000\t1"));
    api.visit(shop, DAY, 12, 3, visit -> visit.set(Columns.RETURNING, 1), pages);
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  private static JsonNode ask(String query) throws Exception {
    return JSON.readTree(api.ask(token, "format=json&" + query).body());
  }

  private static JsonNode day(String query) throws Exception {
    return ask("idSite=1&period=day&date=2024-03-04&method=" + query);
  }

  private static List<String> names(JsonNode row) {
    List<String> names = new ArrayList<>();
    row.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A line: what is asked, a column, and what it says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Goals.get                                 | nb_conversions                 | 2
          Goals.get                                 | nb_visits_converted            | 1
          Goals.get                                 | revenue                        | 32.75
          Goals.get                                 | conversion_rate                | 33.33%
          Goals.get                                 | nb_conversions_new_visit       | 2
          Goals.get                                 | conversion_rate_returning_visit | 0%
          Goals.get&idGoal=1                        | revenue                        | 7.5
          Goals.get&idGoal=1                        | nb_visits_converted            | 1
          Goals.get&idGoal=2                        | nb_conversions                 | 0
          Goals.get&idGoal=ecommerceOrder           | revenue_tax                    | 0.25
          Goals.get&idGoal=ecommerceOrder           | items                          | 2
          Goals.get&idGoal=ecommerceOrder           | avg_order_revenue              | 25.25
          Goals.get&idGoal=ecommerceAbandonedCart   | nb_conversions_returning_visit | 1
          Goals.get&showAllGoalSpecificMetrics=1    | goal_1_revenue_new_visit       | 7.5
          Goals.get&columns=revenue                 | revenue                        | 32.75
          Goals.getConversions                      | value                          | 2
          Goals.getConversions&idGoal=1             | value                          | 1
          Goals.getNbVisitsConverted                | value                          | 1
          Goals.getRevenue&idGoal=ecommerceOrder    | value                          | 25.25
          Goals.getConversionRate                   | value                          | 33.33%
          API.get                                   | revenue                        | 32.75
          API.get                                   | nb_conversions_new_visit       | 2
          """)
  void tellsTotals(String query, String column, String value) throws Exception {
    assertThat(day(query).path(column).asText()).isEqualTo(value);
  }

  @Test
  void tellsEachGoalOfARow() throws Exception {
    JsonNode hours = day("VisitTime.getVisitInformationPerServerTime");
    assertThat(hours.get(9).path("goals").path("idgoal=1").path("nb_conversions").asInt())
        .isEqualTo(1);
    assertThat(hours.get(9).path("nb_conversions").asInt()).isEqualTo(2);
    assertThat(names(hours.get(11)))
        .containsExactly("label", "goals", "nb_conversions", "revenue", "nb_visits", "segment");
    assertThat(hours.get(12).has("goals")).isFalse();
    JsonNode channel = day("Referrers.getReferrerType").get(0);
    assertThat(names(channel.path("goals")))
        .containsExactly("idgoal=ecommerceAbandonedCart", "idgoal=ecommerceOrder", "idgoal=1");
    assertThat(channel.path("revenue").asDouble()).isEqualTo(32.75);
    assertThat(day("VisitTime.getVisitInformationPerLocalTime").get(0).has("goals")).isFalse();
  }

  @Test
  void tellsWhatPagesLedTo() throws Exception {
    JsonNode rows = day("Actions.getPageUrls&expanded=1");
    JsonNode page = rows.get(0).path("goals").path("idgoal=1");
    assertThat(page.path("nb_conversions_attrib").asDouble()).isEqualTo(0.5);
    assertThat(page.path("revenue_attrib").asDouble()).isEqualTo(3.75);
    assertThat(page.path("nb_conversions_page_rate").asDouble()).isEqualTo(1);
    assertThat(page.has("nb_conversions_entry")).isFalse();
    JsonNode entry = rows.get(1).path("subtable").get(0).path("goals").path("idgoal=1");
    assertThat(entry.path("nb_conversions_entry").asInt()).isEqualTo(1);
    assertThat(entry.path("nb_conversions_entry_rate").asDouble()).isEqualTo(0.333);
    assertThat(entry.path("nb_conversions_page_rate").asInt(-1)).isZero();
    JsonNode wanted =
        day("Actions.getPageUrls&flat=1&idGoal=1&filter_update_columns_when_show_all_goals=1");
    assertThat(wanted.get(0).path("goal_1_conversion_rate").asText()).isEqualTo("33.33%");
    assertThat(wanted.get(0).path("revenue_per_visit").asDouble()).isEqualTo(10.67);
  }

  @Test
  void sortsByWhatGoalsBrought() throws Exception {
    JsonNode rows =
        day("VisitTime.getVisitInformationPerServerTime&filter_sort_column=revenue&filter_limit=1");
    assertThat(rows.get(0).path("label").asText()).isEqualTo("09");
  }

  @Test
  void tellsWhatWasOrderedAndWhatWasLeft() throws Exception {
    JsonNode orders = day("Goals.getItemsName");
    assertThat(orders).hasSize(1);
    assertThat(orders.get(0).path("label").asText()).isEqualTo("Chair");
    assertThat(orders.get(0).path("revenue").asDouble()).isEqualTo(25);
    assertThat(orders.get(0).path("avg_price").asDouble()).isEqualTo(12.5);
    JsonNode carts = day("Goals.getItemsSku&abandonedCarts=1");
    assertThat(carts).hasSize(1);
    assertThat(carts.get(0).path("label").asText()).isEqualTo("t");
    assertThat(carts.get(0).path("abandoned_carts").asInt()).isEqualTo(1);
    assertThat(day("Goals.getItemsSku")).hasSize(1);
  }

  @Test
  void tellsDaysAndVisitsOfTheGoalThatIsMeant() throws Exception {
    assertThat(day("Goals.getDaysToConversion").get(0).path("nb_conversions").asInt()).isEqualTo(1);
    assertThat(
            day("Goals.getVisitsUntilConversion&idGoal=ecommerceAbandonedCart")
                .get(1)
                .path("nb_conversions")
                .asInt())
        .isEqualTo(1);
    assertThat(day("Goals.getVisitsUntilConversion&idGoal=9")).isEmpty();
  }

  @Test
  void spellsGoalsInXmlAndTables() throws Exception {
    String query = "idSite=1&period=day&date=2024-03-04&method=Referrers.getReferrerType&format=";
    assertThat(api.ask(token, query + "xml").body())
        .contains(
            "\t\t\t<row idgoal='ecommerceOrder'>\n\t\t\t\t<nb_conversions>1</nb_conversions>");
    assertThat(api.ask(token, query + "csv&convertToUnicode=0").body())
        .contains("goals_idgoal=1_nb_conversions");
  }

  @Test
  void sitesAreComparedByWhatTheyEarn() throws Exception {
    JsonNode site = ask("method=MultiSites.getAll&period=day&date=2024-03-04&enhanced=1").get(0);
    assertThat(site.path("revenue").asDouble()).isEqualTo(32.75);
    assertThat(site.path("orders").asInt()).isEqualTo(1);
    assertThat(site.path("ecommerce_revenue").asDouble()).isEqualTo(25.25);
  }
}

package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code uniqueVisitors=exact} makes of answers. Two visitors come on each of two days, a
 * third on the second; all of them read a page in a folder, and every other page one of them.
 */
class ExactUniquesIT {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXACT = "&uniqueVisitors=exact";
  private static final String WEEK = "&period=week&date=2024-03-04";
  private static TestApi api;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    api = new TestApi();
    SiteId site = api.addSite("shop", "UTC");
    api.addSite("blog", "UTC");
    token = api.token("root", true);
    visit(site, DAY, 1, "fr", "shop.example/f/a", "shop.example/f/b");
    visit(site, DAY, 2, "fr", "shop.example/f/a", "shop.example/x");
    visit(site, DAY.plusDays(1), 1, "de", "shop.example/f/a", "shop.example/f/b");
    visit(site, DAY.plusDays(1), 2, "fr", "shop.example/f/a", "shop.example/x");
    visit(site, DAY.plusDays(1), 3, "jp", "shop.example/f/a");
  }

  private static void visit(
      SiteId site, LocalDate day, int visitor, String country, String... pages) throws Exception {
    api.visit(
        site,
        day,
        9,
        visitor,
        row ->
            row.set(Columns.COUNTRY, country)
                .set(Columns.USER_ID, visitor == 1 ? "ann" : "")
                .set(Columns.LANGUAGE, "fr"),
        List.of(pages));
    api.conversion(
        site,
        day,
        9,
        pages.length + 1,
        row -> row.set(Columns.KIND, 8).set(Columns.SEARCH_CATEGORY, "shoes"));
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  private static JsonNode ask(String question) throws Exception {
    TestApi.Reply reply =
        api.ask(token, "module=API&format=json&filter_limit=-1&method=" + question);
    return JSON.readTree(reply.body());
  }

  private static JsonNode rows(String method, String more) throws Exception {
    return ask(method + "&idSite=1" + more);
  }

  /** A column by label, of rows below others too; − where a row does not have it. */
  private static String column(JsonNode rows, String column) {
    Map<String, String> byLabel = new TreeMap<>();
    for (JsonNode row : rows) {
      byLabel.put(
          row.path("label").asText().trim(),
          (row.has(column) ? row.get(column).asText() : "−")
              + (row.has("subtable") ? " (" + column(row.get("subtable"), column) + ")" : ""));
    }
    StringBuilder text = new StringBuilder();
    byLabel.forEach((label, value) -> text.append(label).append(' ').append(value).append(", "));
    return text.isEmpty() ? "" : text.substring(0, text.length() - 2);
  }

  /** A line: the method, further parameters, a column, and what it has without and with it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UserCountry.getCountry | | nb_uniq_visitors | France −, Germany −, Japan − | France 2, Germany 1, Japan 1
          UserCountry.getCountry | | nb_users | France −, Germany −, Japan − | France 1, Germany 1, Japan 0
          UserCountry.getContinent | | nb_uniq_visitors | Asia −, Europe − | Asia 1, Europe 2
          UserCountry.getContinent | | nb_users | Asia −, Europe − | Asia 0, Europe 1
          UserCountry.getContinent | &filter_truncate=0 | nb_uniq_visitors | Others − | Others 3
          UserCountry.getContinent | &keep_totals_row=1 | nb_uniq_visitors | Asia −, Europe −, Totals − | Asia 1, Europe 2, Totals 3
          UserCountry.getContinent | &segment=countryCode!=jp | nb_uniq_visitors | Europe − | Europe 2
          VisitTime.getByDayOfWeek | &filter_pattern=y$&filter_truncate=0 | nb_uniq_visitors | Others 5 | Others 3
          Referrers.getReferrerType | | nb_uniq_visitors | Direct Entry − | Direct Entry 3
          Actions.getPageUrls | &expanded=1 | nb_uniq_visitors | /x −, f − (/a −, /b −) | /x 1, f 3 (/a 3, /b 1)
          Actions.getPageUrls | &flat=1 | nb_uniq_visitors | /f/a −, /f/b −, /x − | /f/a 3, /f/b 1, /x 1
          Actions.getPageUrls | &flat=1&include_aggregate_rows=1 | nb_uniq_visitors | /f −, /f/a −, /f/b −, /x − | /f 3, /f/a 3, /f/b 1, /x 1
          Actions.getPageUrls | &flat=1&filter_limit=1&filter_sort_column=nb_uniq_visitors | nb_uniq_visitors | /f/a − | /f/a 3
          Actions.getPageUrls | &flat=1 | sum_daily_nb_uniq_visitors | /f/a 5, /f/b 2, /x 2 | /f/a −, /f/b −, /x −
          Actions.getEntryPageUrls | &flat=1 | entry_nb_uniq_visitors | /f/a −, /f/b − | /f/a 3, /f/b −
          Actions.getSiteSearchCategories | | nb_uniq_visitors | shoes − | shoes 3
          Actions.getEntryPageUrls | | entry_nb_uniq_visitors | f − | f 3
          Actions.getExitPageUrls | &flat=1 | exit_nb_uniq_visitors | /f/a −, /f/b −, /x − | /f/a 1, /f/b 1, /x 1
          Actions.getExitPageUrls | | exit_nb_uniq_visitors | /x −, f − | /x 1, f 2
          Actions.getPageUrl | &pageUrl=https%3A%2F%2Fshop.example%2Ff%2Fa | nb_uniq_visitors | /a − | /a 3
          Actions.getPageTitle | &pageName=Title%20of%20shop.example/x | nb_uniq_visitors | Title of shop.example/x − | Title of shop.example/x 1
          """)
  void inAWeek(String method, String more, String column, String usual, String exact)
      throws Exception {
    String question = WEEK + (more == null ? "" : more);
    assertThat(column(rows(method, question), column)).isEqualTo(usual);
    assertThat(column(rows(method, question + EXACT), column)).isEqualTo(exact);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&period=month&date=2024-03-04",
        "&period=year&date=2024-03-04",
        "&period=range&date=2024-03-04,2024-03-05"
      })
  void inEveryPeriod(String period) throws Exception {
    assertThat(column(rows("UserCountry.getContinent", period + EXACT), "nb_uniq_visitors"))
        .isEqualTo("Asia 1, Europe 2");
    JsonNode summary = rows("VisitsSummary.get", period + EXACT);
    assertThat(summary.get("nb_uniq_visitors").asInt()).isEqualTo(3);
    assertThat(summary.get("nb_users").asInt()).isEqualTo(1);
    assertThat(rows("API.get", period + EXACT).get("nb_uniq_visitors").asInt()).isEqualTo(3);
    assertThat(rows("VisitFrequency.get", period + EXACT).has("nb_uniq_visitors_new")).isTrue();
    boolean month = period.contains("month");
    assertThat(rows("VisitsSummary.get", period).has("nb_uniq_visitors")).isEqualTo(month);
  }

  /** Of a day, a row that sums up others has added up who was in several of these. */
  @Test
  void inADay() throws Exception {
    String day = "&period=day&date=2024-03-04";
    assertThat(column(rows("Actions.getPageUrls", day), "nb_uniq_visitors")).isEqualTo("/x 1, f −");
    assertThat(column(rows("Actions.getPageUrls", day + EXACT), "nb_uniq_visitors"))
        .isEqualTo("/x 1, f 2");
    String cut = day + "&flat=1&filter_truncate=0";
    assertThat(column(rows("Actions.getPageUrls", cut), "nb_uniq_visitors")).isEqualTo("Others 4");
    assertThat(column(rows("Actions.getPageUrls", cut + EXACT), "nb_uniq_visitors"))
        .isEqualTo("Others 2");
  }

  @Test
  void ofRowsBelowSeveralSitesAndSeveralDates() throws Exception {
    JsonNode top = rows("Actions.getPageUrls", WEEK + EXACT);
    int folder = 0;
    for (JsonNode row : top) {
      folder = row.path("idsubdatatable").asInt(folder);
    }
    assertThat(
            column(
                rows("Actions.getPageUrls", WEEK + EXACT + "&idSubtable=" + folder),
                "nb_uniq_visitors"))
        .isEqualTo("/a 3, /b 1");
    JsonNode sites = ask("UserLanguage.getLanguage&idSite=1,2" + WEEK + EXACT);
    assertThat(column(sites.get("1"), "nb_uniq_visitors")).isEqualTo("French 3");
    assertThat(sites.get("2")).isEmpty();
    JsonNode days =
        rows("UserLanguage.getLanguage", "&period=day&date=2024-03-04,2024-03-05" + EXACT);
    assertThat(column(days.get("2024-03-04"), "nb_uniq_visitors")).isEqualTo("French 2");
    assertThat(column(days.get("2024-03-05"), "nb_uniq_visitors")).isEqualTo("French 3");
  }

  @Test
  void whereOtherMethodsAskForTheReport() throws Exception {
    String report = "&apiModule=UserCountry&apiAction=getContinent";
    JsonNode processed = rows("API.getProcessedReport", report + WEEK + EXACT);
    assertThat(processed.get("columns").has("nb_uniq_visitors")).isTrue();
    assertThat(column(processed.get("reportData"), "nb_uniq_visitors"))
        .isEqualTo("Asia 1, Europe 2");
    assertThat(rows("API.getProcessedReport", report + WEEK).get("columns").has("nb_uniq_visitors"))
        .isFalse();
    JsonNode evolution =
        rows(
            "API.getRowEvolution",
            report + "&period=week&date=2024-02-28,2024-03-05&label=Europe" + EXACT);
    assertThat(evolution.get("reportData").get("2024-03-04,2024-03-10").get(0).toString())
        .contains("\"nb_uniq_visitors\":2");
    String question = "method=UserCountry.getContinent&idSite=1&format=json" + WEEK + EXACT;
    JsonNode bulk =
        ask("API.getBulkRequest&urls[0]=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
    assertThat(column(bulk.get(0), "nb_uniq_visitors")).isEqualTo("Asia 1, Europe 2");
  }

  @Test
  void programsReadOfIt() throws Exception {
    JsonNode description = JSON.readTree(api.at("/api/openapi.json").body());
    assertThat(description.at("/components/parameters/uniqueVisitors/schema/enum").toString())
        .isEqualTo("[\"exact\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VisitsSummary.get",
        "Actions.getPageUrls",
        "API.getProcessedReport&apiModule=Actions&apiAction=getPageUrls",
        "MultiSites.getAll"
      })
  void anythingElseIsRefused(String method) throws Exception {
    for (String value : List.of("1", "EXACT", "exact,exact", "approximate")) {
      TestApi.Reply reply =
          api.ask(
              token,
              "module=API&format=json&idSite=1&method="
                  + method
                  + WEEK
                  + "&uniqueVisitors="
                  + value);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.body())
          .contains("The parameter 'uniqueVisitors' can only be 'exact', or be left out.");
    }
    assertThat(rows(method, WEEK + "&uniqueVisitors=").has("result")).isFalse();
  }
}

package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.footfall.api.TestApi.Reply;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each of the generic filters does to a report, and that none fails on what it is given. */
class FiltersIT {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestApi api;
  private static String token;
  private static SiteId shop;

  @BeforeAll
  static void start() throws Exception {
    api = new TestApi();
    shop = api.addSite("shop", "UTC");
    api.addSite("blog", "UTC");
    token = api.token("root", true);
    for (int i = 1; i <= 6; i++) {
      List<String> pages = new ArrayList<>();
      for (int page = i; page <= 6; page++) {
        pages.add("shop.example/page" + page);
      }
      pages.add("shop.example/a/b/leaf" + i);
      int type = i == 1 ? 3 : 1;
      int returning = i > 4 ? 1 : 0;
      api.visit(
          shop,
          DAY,
          9,
          i,
          visit ->
              visit
                  .set(Columns.REFERRER_TYPE, type)
                  .set(Columns.REFERRER_NAME, type == 3 ? "news.example" : "")
                  .set(Columns.RETURNING, returning)
                  .set(Columns.LOCAL_TIME, 3600 * 5),
          pages);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  /** A line: the parameters, and the labels of the rows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          filter_limit=2                                            | /page6 a
          filter_limit=2&filter_offset=1                            | a /page5
          filter_limit=-1&filter_sort_column=label&filter_sort_order=asc | /page1 /page2 /page3 /page4 /page5 /page6 a
          filter_truncate=2                                         | /page6 a Others
          filter_truncate=2&filter_limit=1                          | /page6
          filter_truncate=2&filter_limit=1&keep_summary_row=1       | /page6 Others
          filter_limit=1&keep_totals_row=1                          | /page6 Totals
          filter_limit=1&keep_totals_row=1&keep_totals_row_label=Sum | /page6 Sum
          filter_pattern=page[12]                                   | /page2 /page1
          filter_column=nb_visits&filter_pattern=^6$                | /page6 a
          filter_column_recursive=label&filter_pattern_recursive=leaf3 | a
          filter_excludelowpop=nb_visits&filter_excludelowpop_value=5 | /page6 a /page5
          label=page3                                               | /page3
          label=a>b>leaf2                                           | /leaf2
          label=a>b>@leaf2                                          | /leaf2
          label[]=page3&label[]=nosuch&label[]=page1                | /page3 /page1
          label[0]=a>b&label[1]=page1                               | b /page1
          flat=1&filter_pattern=leaf[12]                            | /a/b/leaf1 /a/b/leaf2
          flat=1&include_aggregate_rows=1&filter_pattern=^/a        | /a /a/b /a/b/leaf1 /a/b/leaf2 /a/b/leaf3 /a/b/leaf4 /a/b/leaf5 /a/b/leaf6
          disable_generic_filters=1&filter_limit=1&filter_pattern=x | /page6 a /page5 /page4 /page3 /page2 /page1
          """)
  void choosesRows(String parameters, String labels) throws Exception {
    JsonNode rows = pages(parameters);
    assertThat(texts(rows, "label")).containsExactly(labels.split(" "));
  }

  @Test
  void showsColumnsAsAsked() throws Exception {
    assertThat(names(pages("showColumns=nb_visits,nb_hits&filter_pattern=^a").get(0)))
        .containsExactly("label", "nb_visits", "nb_hits", "segment", "idsubdatatable");
    assertThat(
            names(
                pages("hideColumns=nb_hits&hideColumnsRecursively=nb_visits&filter_limit=1")
                    .get(0)))
        .doesNotContain("nb_hits", "nb_visits")
        .contains("sum_time_spent");
    assertThat(names(pages("hideIdSubDatable=1&filter_pattern=^a").get(0)))
        .doesNotContain("idsubdatatable");
    assertThat(names(pages("disable_queued_filters=1&filter_limit=1").get(0)))
        .doesNotContain("segment");
    assertThat(names(pages("translateColumnNames=1&filter_limit=1").get(0)))
        .contains("Label", "Visits", "Pageviews");
    assertThat(names(pages("flat=1&show_dimensions=1&filter_limit=1").get(0)).get(1))
        .isEqualTo("Actions_PageUrl");
    JsonNode goals = pages("filter_update_columns_when_show_all_goals=1&idGoal=7&filter_limit=1");
    assertThat(goals.get(0).path("revenue_per_visit").asInt(-1)).isZero();
    assertThat(goals.get(0).has("goal_7_conversion_rate")).isFalse();
    JsonNode channels =
        ask("method=Referrers.getReferrerType&filter_add_columns_when_show_all_columns=1");
    assertThat(channels.get(0).path("nb_actions_per_visit").asDouble()).isPositive();
  }

  /** What nobody entered goes with its folder, and stays with one that somebody entered. */
  @Test
  void listsAllOfAnEnteredFolder() throws Exception {
    api.visit(
        shop,
        DAY.minusYears(1),
        9,
        1,
        visit -> visit.set(Columns.LOCAL_TIME, 3600 * 5),
        List.of("shop.example/shelf/first", "shop.example/shelf/second", "shop.example/a/third"));
    JsonNode rows = ask("method=Actions.getEntryPageUrls&flat=1&date=" + DAY.minusYears(1));
    assertThat(texts(rows, "label")).containsExactlyInAnyOrder("/shelf/first", "/shelf/second");
  }

  @Test
  void goesAsDeepAsAsked() throws Exception {
    JsonNode two = pages("expanded=1&depth=2&filter_pattern=^a").get(0);
    assertThat(two.path("subtable").get(0).path("label").asText()).isEqualTo("b");
    assertThat(two.path("subtable").get(0).has("subtable")).isFalse();
    JsonNode all = pages("expanded=1&filter_pattern=^a").get(0);
    assertThat(all.path("subtable").get(0).path("subtable")).hasSize(6);
    int id = all.path("subtable").get(0).path("idsubdatatable").asInt();
    assertThat(pages("idSubtable=" + id)).hasSize(6);
    JsonNode found = pages("filter_pattern_recursive=leaf3").get(0);
    assertThat(found.path("subtable").get(0).path("subtable")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pivotBy=Referrers.Keyword", "compareSegments[]=x", "compare=1"})
  void saysWhatItCannotDoYet(String parameter) throws Exception {
    Reply reply =
        api.ask(token, query("method=Actions.getPageUrls&" + parameter.replace("[]", "%5B%5D")));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("not supported yet");
  }

  @Test
  void answersTheReportsThatAreMadeOfOthers() throws Exception {
    JsonNode all = ask("method=API.get");
    assertThat(all.path("nb_visits").asInt()).isEqualTo(6);
    assertThat(all.path("nb_visits_new").asInt()).isEqualTo(4);
    assertThat(all.path("nb_uniq_visitors_returning").asInt()).isEqualTo(2);
    assertThat(all.path("nb_pageviews").asInt()).isEqualTo(27);
    assertThat(all.path("nb_uniq_pageviews").asInt()).isEqualTo(27);
    assertThat(all.path("Referrers_distinctWebsites").asInt()).isEqualTo(1);
    assertThat(all.path("Referrers_visitorsFromWebsites_percent").asText()).isEqualTo("17%");
    assertThat(ask("method=VisitFrequency.get").path("nb_visits_returning").asInt()).isEqualTo(2);
    assertThat(ask("method=VisitsSummary.getVisits").path("value").asInt()).isEqualTo(6);
    assertThat(ask("method=VisitsSummary.getSumVisitsLengthPretty").path("value").asText())
        .isEqualTo("3 min 30s");
    assertThat(ask("method=VisitsSummary.getActions&date=2024-03-03,2024-03-04").toString())
        .isEqualTo("{\"2024-03-03\":0,\"2024-03-04\":27}");
    JsonNode referrers = ask("method=Referrers.getAll");
    assertThat(texts(referrers, "label")).containsExactly("news.example");
    assertThat(referrers.get(0).path("referer_type").asInt()).isEqualTo(3);
    JsonNode hours = ask("method=VisitTime.getVisitInformationPerLocalTime");
    assertThat(hours.get(5).path("nb_visits").asInt()).isEqualTo(6);
    assertThat(texts(ask("method=Referrers.getReferrerType&typeReferrer=3"), "label"))
        .containsExactly("Websites");
  }

  @Test
  void setsSitesSideBySide() throws Exception {
    JsonNode sites = ask("method=MultiSites.getAll&enhanced=1");
    assertThat(texts(sites, "label")).containsExactly("shop", "blog");
    assertThat(sites.get(0).path("visits_evolution").asText()).isEqualTo("100%");
    assertThat(sites.get(0).path("visits_evolution_trend").asInt()).isEqualTo(1);
    assertThat(sites.get(0).path("previousRange").asText()).isEqualTo("Sun, Mar 3");
    assertThat(sites.get(0).has("nb_conversions")).isTrue();
    assertThat(ask("method=MultiSites.getAll").get(0).has("nb_conversions")).isFalse();
    assertThat(texts(ask("method=MultiSites.getAll"), "label")).containsExactly("shop");
    assertThat(texts(ask("method=MultiSites.getAll&enhanced=1&pattern=BLOG"), "label"))
        .containsExactly("blog");
    JsonNode today = ask("method=MultiSites.getAll&enhanced=1&date=today").get(0);
    assertThat(today.path("ratio").asDouble()).isEqualTo(0.5);
    JsonNode after = ask("method=MultiSites.getOne&date=2024-03-05");
    assertThat(after.path("actions_evolution").asText()).isEqualTo("-100%");
    assertThat(after.path("actions_evolution_trend").asInt()).isEqualTo(-1);
    assertThat(names(ask("method=MultiSites.getAll&showColumns=nb_visits").get(0)))
        .contains("nb_visits")
        .doesNotContain("nb_actions");
    assertThat(
            ask("method=MultiSites.getAll&enhanced=1&date=2024-03-03,2024-03-04")
                .path("2024-03-04"))
        .hasSize(2);
  }

  @Test
  void describesEveryReport() throws Exception {
    JsonNode reports = ask("method=API.getReportMetadata");
    assertThat(texts(reports, "uniqueId")).contains("Actions_getPageUrls", "VisitsSummary_get");
    for (JsonNode report : reports) {
      JsonNode same =
          ask("method=API.getMetadata&apiModule="
                  + report.path("module").asText()
                  + "&apiAction="
                  + report.path("action").asText())
              .get(0);
      assertThat(same).isEqualTo(report);
      JsonNode processed =
          ask(
              "method=API.getProcessedReport&apiModule="
                  + report.path("module").asText()
                  + "&apiAction="
                  + report.path("action").asText());
      assertThat(processed.path("website").asText()).isEqualTo("shop");
      assertThat(processed.path("prettyDate").asText()).isEqualTo("Monday, March 4, 2024");
      JsonNode data = processed.path("reportData");
      JsonNode first = data.isArray() ? data.path(0) : data;
      assertThat(names(processed.path("columns"))).containsAll(names(first));
    }
  }

  @Test
  void tellsUntilWhenAllHitsAreIn() throws Exception {
    assertThat(api.ask(token, query("method=VisitsSummary.get")).dataUntil())
        .isEqualTo("2024-03-15T12:00:00Z");
  }

  /** Whatever is sent: a readable answer, and never the status of a failure. */
  @Test
  void failsOnNothingThatIsSent() throws Exception {
    Random random = new Random(7);
    List<String> names =
        List.of(
            "filter_pattern",
            "filter_column",
            "filter_pattern_recursive",
            "filter_column_recursive",
            "filter_excludelowpop",
            "filter_excludelowpop_value",
            "filter_sort_column",
            "filter_sort_order",
            "filter_truncate",
            "filter_offset",
            "filter_limit",
            "keep_summary_row",
            "keep_totals_row",
            "keep_totals_row_label",
            "flat",
            "expanded",
            "depth",
            "include_aggregate_rows",
            "show_dimensions",
            "idSubtable",
            "label",
            "label[]",
            "label[x]",
            "showColumns",
            "hideColumns",
            "hideColumnsRecursively",
            "format_metrics",
            "translateColumnNames",
            "filter_update_columns_when_show_all_goals",
            "filter_add_columns_when_show_all_columns",
            "idGoal",
            "typeReferrer",
            "enhanced",
            "pattern",
            "disable_generic_filters",
            "period",
            "date");
    List<String> values =
        List.of(
            "1",
            "0",
            "-1",
            "",
            "nb_visits",
            "label",
            "bounce_rate",
            "2147483647",
            "-2147483648",
            "99999999999999999999",
            "1.5",
            "NaN",
            "1e999",
            "(a+)+$",
            "[",
            "\\",
            "%00",
            "\uD83E",
            "a>b>leaf1",
            ">",
            "@",
            "🦆",
            "last3000",
            "previous5",
            "range",
            "year",
            "month",
            "1000-01-01",
            "2999-12-31",
            "1991-08-06,2999-12-31",
            "2024-02-30",
            "yesterday,today",
            "'\"<>&;",
            "x".repeat(600));
    List<String> methods =
        List.of(
            "Actions.getPageUrls",
            "Actions.getPageTitles",
            "Referrers.getReferrerType",
            "Referrers.getAll",
            "VisitTime.getByDayOfWeek",
            "API.get",
            "API.getProcessedReport&apiModule=Actions&apiAction=getPageUrls",
            "MultiSites.getAll",
            "VisitsSummary.get");
    for (int i = 0; i < 600; i++) {
      StringBuilder query =
          new StringBuilder("method=").append(methods.get(random.nextInt(methods.size())));
      for (int parameter = random.nextInt(5); parameter >= 0; parameter--) {
        String value = values.get(random.nextInt(values.size()));
        query
            .append('&')
            .append(encode(names.get(random.nextInt(names.size()))))
            .append('=')
            .append(encode(random.nextInt(4) == 0 ? mutated(value, random) : value));
      }
      Reply reply = api.ask(token, query(query.toString()));
      assertThat(reply.status()).as("%s: %s", query, reply.body()).isIn(200, 400);
      assertThat(JSON.readTree(reply.body())).as(query.toString()).isNotNull();
    }
  }

  private static String mutated(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    changed.insert(random.nextInt(changed.length() + 1), (char) random.nextInt(0x250));
    return changed.toString();
  }

  private static JsonNode pages(String parameters) throws Exception {
    return ask("method=Actions.getPageUrls&" + parameters);
  }

  private static JsonNode ask(String question) throws Exception {
    Reply reply = api.ask(token, query(question));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return JSON.readTree(reply.body());
  }

  /** Sends the question's own site and period first: of a name given twice the last counts. */
  private static String query(String question) {
    return "format=json&idSite=1&period=day&date=2024-03-04&"
        + question.replace(">", "%3E").replace("[", "%5B").replace("]", "%5D").replace("^", "%5E");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode rows, String name) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.path(name).asText())
        .toList();
  }
}

package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients read about reports, of a shop with a goal and dimensions of its own. */
class ReportCardsIT {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestApi api;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    api = new TestApi();
    SiteId shop = api.addSite("shop", "UTC");
    api.addSite("blog", "UTC");
    token = api.token("root", true);
    ask("method=SitesManager.updateSite&ecommerce=1&urls%5B%5D=https%3A%2F%2Fshop.example");
    ask("method=Goals.addGoal&name=Buy&matchAttribute=url&pattern=x&patternType=contains");
    ask("method=CustomDimensions.configureNewCustomDimension&name=Age&scope=visit&active=1");
    ask("method=CustomDimensions.configureNewCustomDimension&name=Author&scope=action&active=1");
    List<String> pages = List.of("shop.example/a/in", "shop.example/b");
    api.visit(shop, DAY, 9, 1, visit -> visit.set(Columns.CONVERTED, 1), pages);
    api.conversion(
        shop, DAY, 9, 3, row -> row.set(Columns.GOAL, 3).set(Columns.REVENUE, 7_500_000));
    api.visit(shop, DAY.plusDays(1), 9, 2, visit -> {}, pages);
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void listsWhatTheSiteHasOfItsOwn() throws Exception {
    List<String> ids = texts(ask("method=API.getReportMetadata"), "uniqueId");
    assertThat(ids)
        .doesNotHaveDuplicates()
        .contains(
            "MultiSites_getAll",
            "VisitFrequency_get",
            "Goals_get",
            "Goals_get_idGoal--1",
            "Goals_get_idGoal--ecommerceOrder",
            "Goals_getDaysToConversion_idGoal--ecommerceAbandonedCart",
            "Goals_getItemsSku",
            "CustomDimensions_getCustomDimension_idDimension--1",
            "CustomDimensions_getCustomDimension_idDimension--2",
            "API_get");
    assertThat(texts(ask("method=API.getReportMetadata&idSite=2"), "uniqueId"))
        .contains("Goals_get", "API_get")
        .doesNotContain("Goals_getItemsSku", "Goals_get_idGoal--1");
    assertThat(texts(ask("method=API.getReportMetadata&showSubtableReports=1"), "uniqueId"))
        .contains("Referrers_getUrlsFromWebsiteId", "Events_getNameFromCategoryId");
  }

  /** Each report can be asked for as its description says, and holds what that promises. */
  @Test
  void answersEveryReportItLists() throws Exception {
    for (JsonNode report : ask("method=API.getReportMetadata&showSubtableReports=1")) {
      StringBuilder named = new StringBuilder();
      named.append("&apiModule=").append(report.path("module").asText());
      named.append("&apiAction=").append(report.path("action").asText());
      for (String name : names(report.path("parameters"))) {
        named.append('&').append(name).append('=');
        named.append(report.path("parameters").path(name).asText());
      }
      if (report.path("isSubtableReport").asBoolean()) {
        named.append("&idSubtable=7");
      }
      assertThat(ask("method=API.getMetadata" + named).get(0)).isEqualTo(report);

      JsonNode processed = ask("method=API.getProcessedReport" + named);
      List<String> columns = names(processed.path("columns"));
      JsonNode data = processed.path("reportData");
      for (JsonNode row : data.isArray() ? data : List.of(data)) {
        assertThat(columns).as(named.toString()).containsAll(names(row));
      }
      assertThat(processed.path("reportMetadata")).hasSize(data.isArray() ? data.size() : 0);

      JsonNode evolution =
          ask("method=API.getRowEvolution&date=2024-03-04,2024-03-05&filter_limit=2" + named);
      assertThat(evolution.path("reportData")).as(named.toString()).hasSize(2);
      assertThat(evolution.path("metadata").path("dimension").asText())
          .isEqualTo(report.path("dimension").asText());
    }
  }

  @Test
  void sumsUpWhatIsNotShown() throws Exception {
    JsonNode processed =
        ask(
            "method=API.getProcessedReport&apiModule=Actions&apiAction=getPageUrls&flat=1"
                + "&filter_limit=1");
    assertThat(processed.path("reportData")).hasSize(1);
    assertThat(processed.path("reportTotal").path("nb_hits").asInt()).isEqualTo(2);
    assertThat(processed.path("reportData").get(0).path("avg_time_on_page").asText())
        .isEqualTo("00:00:10");
  }

  @Test
  void tellsAmountsInTheCurrencyOfTheSite() throws Exception {
    String question = "method=API.getProcessedReport&apiModule=Referrers&apiAction=getReferrerType";
    assertThat(ask(question).path("reportData").get(0).path("revenue").asText()).isEqualTo("$7.50");
    assertThat(
            ask(question + "&format_metrics=0").path("reportData").get(0).path("revenue").asText())
        .isEqualTo("7.5");
    JsonNode raw = ask(question + "&showRawMetrics=1").path("reportData").get(0);
    assertThat(names(raw)).contains("sum_visit_length", "goals");
  }

  @Test
  void showsOnlyTheColumnsThatAreWanted() throws Exception {
    JsonNode processed =
        ask(
            "method=API.getProcessedReport&apiModule=VisitsSummary&apiAction=get"
                + "&hideColumns=nb_visits&showTimer=0");
    assertThat(names(processed.path("columns"))).contains("nb_actions").doesNotContain("nb_visits");
    assertThat(names(processed.path("reportData"))).doesNotContain("nb_visits");
    assertThat(names(processed.path("metadata").path("metrics"))).doesNotContain("nb_visits");
    assertThat(names(processed)).doesNotContain("timerMillis");
  }

  @Test
  void followsRowsByWhatTheyBroughtOfAGoal() throws Exception {
    String question =
        "method=API.getRowEvolution&date=2024-03-04,2024-03-05&apiModule=Referrers"
            + "&apiAction=getReferrerType&label=Direct%20Entry";
    JsonNode metrics = ask(question + "&showGoalMetricsForGoal=1").path("metadata").path("metrics");
    assertThat(metrics.path("goal_1_nb_conversions").path("max").asInt()).isEqualTo(1);
    assertThat(metrics.path("goal_1_nb_conversions").path("change").asText()).isEqualTo("-100%");
    JsonNode alone = api("method=API.getRowEvolution&apiModule=Referrers&apiAction=getAll");
    assertThat(alone.path("message").asText()).contains("combination of 'date' and 'period'");
  }

  @Test
  void callsRowsByTheirAddressOrPath() throws Exception {
    String pages =
        "method=API.getRowEvolution&date=2024-03-04,2024-03-05&apiModule=Actions"
            + "&apiAction=getPageUrls&label=a%20%3E%20in";
    assertThat(ask(pages).path("label").asText()).isEqualTo("shop.example/a/in");
    assertThat(ask(pages + "&labelUseAbsoluteUrl=0").path("label").asText()).isEqualTo("a - in");
    JsonNode two = ask(pages + ",b&column=nb_hits&legendAppendMetric=0");
    assertThat(two.path("column").asText()).isEqualTo("nb_hits");
    assertThat(two.path("metadata").path("metrics").path("nb_hits_1").path("name").asText())
        .isEqualTo("shop.example/b");
    assertThat(two.path("reportData").path("2024-03-05").get(0).path("nb_hits_0").asInt())
        .isEqualTo(1);
  }

  @Test
  void putsEveryReportOnAPage() throws Exception {
    List<String> widgets = texts(ask("method=API.getWidgetMetadata"), "uniqueId");
    assertThat(widgets)
        .doesNotHaveDuplicates()
        .hasSameSizeAs(ask("method=API.getReportMetadata"))
        .contains("widgetUserCountrygetCountry", "widgetGoalsgetidGoal1");
    List<String> onPages = new ArrayList<>();
    for (JsonNode page : ask("method=API.getReportPagesMetadata")) {
      onPages.addAll(texts(page.path("widgets"), "uniqueId"));
    }
    assertThat(onPages).hasSameElementsAs(widgets);
    assertThat(texts(ask("method=API.getGlossaryMetrics"), "name")).contains("Visits", "Revenue");
    assertThat(texts(ask("method=API.getGlossaryReports"), "name")).contains("Page URLs", "City");
    assertThat(ask("method=API.getPagesComparisonsDisabledFor").toString())
        .contains("Visitors.Overview");
  }

  @Test
  void saysWhatItIs() throws Exception {
    assertThat(ask("method=API.getPhpVersion").path("extra").asText()).startsWith("Java ");
    assertThat(ask("method=API.getSettings").path("SDK_batch_size").asText()).isEqualTo("10");
    assertThat(texts(ask("method=API.getAvailableMeasurableTypes"), "id"))
        .containsExactly("website", "mobileapp", "intranet");
    assertThat(ask("method=API.isPluginActivated&pluginName=Goals").path("value").asBoolean())
        .isTrue();
    assertThat(ask("method=API.isPluginActivated&pluginName=Heatmaps").path("value").asBoolean())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method=API.getReportMetadata",
        "method=API.getReportPagesMetadata",
        "method=API.getGlossaryMetrics",
        "method=API.getProcessedReport&apiModule=Referrers&apiAction=getReferrerType",
        "method=API.getProcessedReport&apiModule=API&apiAction=get",
        "method=API.getProcessedReport&apiModule=Goals&apiAction=get&date=last3",
        "method=API.getRowEvolution&apiModule=Actions&apiAction=getPageTitles&date=last30"
      })
  void isReadableInEveryFormat(String question) throws Exception {
    String xml = api.ask(token, query(question) + "&format=xml").body();
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getTagName())
        .isEqualTo("result");
    for (String format : List.of("csv", "tsv", "html")) {
      TestApi.Reply reply =
          api.ask(token, query(question) + "&convertToUnicode=0&format=" + format);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).isNotEmpty().doesNotContain("Answer");
    }
  }

  private static JsonNode ask(String question) throws Exception {
    JsonNode answer = api(question);
    assertThat(answer.path("result").asText()).as(question + ": " + answer).isNotEqualTo("error");
    return answer;
  }

  private static JsonNode api(String question) throws Exception {
    return JSON.readTree(api.ask(token, query(question) + "&format=json").body());
  }

  private static String query(String question) {
    return "idSite=1&period=day&date=2024-03-04&" + question;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode nodes, String field) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.path(field).asText()));
    return texts;
  }
}

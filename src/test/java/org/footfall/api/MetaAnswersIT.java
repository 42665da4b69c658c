package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.footfall.api.TestApi.Reply;
import org.footfall.site.InstanceSetting;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients ask beside reports, and what they are told of what there is not. */
class MetaAnswersIT {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 14);
  private static final String VISITS = "method=VisitsSummary.getVisits&idSite=1&period=day&date=";

  private static TestApi api;
  private static String root;

  @BeforeAll
  static void open() throws Exception {
    api = new TestApi();
    root = api.token("root", true);
    SiteId one = api.addSite("One", "UTC");
    SiteId two = api.addSite("Two", "UTC");
    for (String[] dimension : new String[][] {{"1", "Plan"}, {"2", "Plan of two"}}) {
      ask(
          "method=CustomDimensions.configureNewCustomDimension&scope=visit&active=1&idSite="
              + dimension[0]
              + "&name="
              + dimension[1].replace(' ', '+'));
    }
    api.visit(one, DAY, 8, 1, row -> row.set(Columns.VISIT_DIMENSIONS.get(0), "pro"), page());
    api.visit(one, DAY, 9, 2, row -> row.set(Columns.VISIT_DIMENSIONS.get(0), "free"), page());
    api.visit(two, DAY, 10, 3, row -> row.set(Columns.VISIT_DIMENSIONS.get(0), "pro"), page());
  }

  private static List<String> page() {
    return List.of("one.example/");
  }

  @AfterAll
  static void close() {
    api.close();
  }

  @Test
  void callersLearnWhereTheyComeFrom() throws Exception {
    assertThat(ask("method=API.getIpFromHeader&format=json").body())
        .isEqualTo("{\"value\":\"127.0.0.1\"}");
    assertThat(
            ask("method=API.getBulkRequest&format=json&urls[0]=method%3DAPI.getIpFromHeader")
                .body())
        .isEqualTo("[{\"value\":\"127.0.0.1\"}]");
    assertThat(api.get("method=API.getIpFromHeader&format=json").status()).isEqualTo(401);
    assertThat(ask("method=UserCountry.getLocationFromIP&format=json").body())
        .contains("\"ip\":\"127.0.0.1\"");
  }

  @Test
  void parametersThatAreLeftOutOfAddressesAreTold() throws Exception {
    api.settings.save(InstanceSetting.EXCLUDED_QUERY_PARAMETERS, List.of("sid", "gone"));
    ask("method=SitesManager.updateSite&idSite=1&excludedQueryParameters=own,sid");
    assertThat(ask("method=Overlay.getExcludedQueryParameters&idSite=1&format=json").body())
        .isEqualTo("[\"own\",\"sid\",\"gone\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ImageGraph.get", "ScheduledReports.getReports"})
  void whatIsToComeIsRefusedByName(String method) throws Exception {
    Reply reply = ask("format=json&method=" + method);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains(method.substring(0, method.indexOf('.')), "not supported");
    String plugin = method.substring(0, method.indexOf('.'));
    assertThat(ask("method=API.isPluginActivated&format=json&pluginName=" + plugin).body())
        .isEqualTo("{\"value\":false}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "API.get",
        "Goals.get",
        "VisitFrequency.get",
        "VisitsSummary.getVisits",
        "Referrers.getNumberOfDistinctKeywords",
        "MultiSites.getAll",
        "MultiSites.getOne",
        "UserCountry.getCountry",
        "BotTracking.get"
      })
  void comparisonsAreRefusedAndNotLeftOut(String method) throws Exception {
    String question = "format=json&idSite=1&period=day&date=2024-03-14&method=" + method;
    for (String asked : List.of("compareDates[]=yesterday", "compareSegments[0]=", "pivotBy=x")) {
      Reply reply = ask(question + "&" + asked);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.body()).contains("not supported yet");
    }
    assertThat(ask(question + "&compare=0").status()).isEqualTo(200);
  }

  @Test
  void timesAreToldInSecondsOfAnyLength() throws Exception {
    String visits = "method=Live.getLastVisitsDetails&idSite=1&format=json&minTimestamp=";
    assertThat(ask(visits + "1710403200").body()).isNotEqualTo("[]");
    assertThat(ask(visits + "9999999999").body()).isEqualTo("[]");
  }

  @Test
  void allDeviceTypesAreToldAsValues() throws Exception {
    assertThat(ask("method=API.getSegmentsMetadata&format=json").body())
        .contains("desktop, smartphone, tablet, feature phone, console, tv, car browser");
  }

  @Test
  void textsAreInTheLanguageThereIs() throws Exception {
    String asked = "method=LanguagesManager.";
    assertThat(ask(asked + "getAvailableLanguages&format=json").body()).isEqualTo("[\"en\"]");
    assertThat(ask(asked + "getAvailableLanguageNames&format=json").body())
        .contains("\"code\":\"en\"");
    assertThat(ask(asked + "isLanguageAvailable&languageCode=en&format=json").body())
        .isEqualTo("{\"value\":true}");
    assertThat(ask(asked + "isLanguageAvailable&languageCode=de&format=json").body())
        .isEqualTo("{\"value\":false}");
    String report = "method=UserCountry.getCountry&idSite=1&period=day&date=2024-03-14&format=json";
    assertThat(ask(report + "&language=xx").body()).isEqualTo(ask(report).body());
  }

  @Test
  void columnsThatNoElementCanBeCalledLikeAreNamedBesideIt() throws Exception {
    String visits = "method=Live.getLastVisitsDetails&idSite=1&period=day&date=2024-03-14&flat=1";
    assertThat(ask(visits).body())
        .contains("<col name=\"type (actionDetails 0)\">action</col>")
        .contains("<idSite>1</idSite>");
  }

  @Test
  void aFeedOfOnePeriodIsRefusedAsOtherErrorsAre() throws Exception {
    Reply reply = ask(VISITS + "2024-03-14&format=rss");
    assertThat(reply.type()).startsWith("text/plain");
    assertThat(reply.body()).startsWith("Error: ");
    assertThat(ask(VISITS + "last2&format=rss").type()).startsWith("text/xml");
  }

  @Test
  void scriptsInPhpReadWhatTheyKnow() throws Exception {
    Reply reply = ask(VISITS + "2024-03-14&format=original&serialize=1");
    assertThat(reply.type()).startsWith("text/plain");
    assertThat(reply.body()).isEqualTo("i:2;");
    assertThat(ask(VISITS + "2024-03-13,2024-03-14&format=Original").body())
        .isEqualTo("a:2:{s:10:\"2024-03-13\";i:0;s:10:\"2024-03-14\";i:2;}");
    assertThat(ask(VISITS + "nonsense&format=php").body()).startsWith("Error: ");
    assertThat(ask(VISITS + "2024-03-14&format=json2").body()).isEqualTo("{\"value\":2}");
  }

  @Test
  void visitsOfSeveralSitesAreSelectedByTheDimensionsOfEach() throws Exception {
    String visits = "method=Live.getLastVisitsDetails&format=json&showColumns=idSite&period=day";
    String segment = "&date=2024-03-14&segment=dimension1%3D%3Dpro";
    assertThat(ask(visits + segment + "&idSite=1,2").body())
        .isEqualTo("[{\"idSite\":2},{\"idSite\":1}]");
    assertThat(ask(visits + segment + "&idSite=all").body())
        .isEqualTo("[{\"idSite\":2},{\"idSite\":1}]");
    String counters = "method=Live.getCounters&format=json&lastMinutes=2880&showColumns=visits";
    assertThat(ask(counters + "&segment=dimension1%3D%3Dpro&idSite=1,2").body())
        .isEqualTo("[{\"visits\":2}]");
    assertThat(
            ask(
                VISITS.replace("idSite=1", "idSite=1,2")
                    + "2024-03-14"
                    + segment.replaceFirst("&date=[-0-9]+", "")
                    + "&format=json"))
        .extracting(Reply::body)
        .isEqualTo("{\"1\":1,\"2\":1}");
  }

  private static Reply ask(String question) throws Exception {
    return api.ask(root, question);
  }
}

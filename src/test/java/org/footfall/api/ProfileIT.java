package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is summed up of one visitor, of campaigns and of what crawlers fetched. */
class ProfileIT {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
  private static TestApi api;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    api = new TestApi();
    SiteId blog = api.addSite("blog", "UTC");
    token = api.token("root", true);
    for (int day = 0; day < 3; day++) {
      String source = day == 0 ? "mail" : "web";
      api.visit(
          blog,
          DAY.plusDays(day),
          8,
          7,
          row ->
              row.set(Columns.REFERRER_TYPE, 6)
                  .set(Columns.REFERRER_NAME, "spring")
                  .set(Columns.REFERRER_KEYWORD, "tea")
                  .set(Columns.CAMPAIGN_SOURCE, source)
                  .set(Columns.CAMPAIGN_MEDIUM, source.equals("mail") ? "letter" : "")
                  .set(Columns.CAMPAIGN_CONTENT, "top")
                  .set(Columns.PROVIDER, "net.example")
                  .set(Columns.COUNTRY, "de")
                  .set(Columns.CITY, "Berlin"),
          List.of("blog.example/", "blog.example/news"));
    }
    api.visit(
        blog,
        DAY,
        9,
        8,
        row -> row.set(Columns.REFERRER_KEYWORD, "no campaign's"),
        List.of("blog.example/"));
    for (String row :
        List.of(
            "'ChatGPT-User', 1, 'https://blog.example/news', 6, 600, 200",
            "'ChatGPT-User', 2, 'https://blog.example/tea.pdf', 2, 0, 404",
            "'Claude-User', 3, 'https://blog.example/', 2, 0, 503",
            "'GPTBot', 4, 'https://blog.example/news', 50, 0, 200")) {
      api.database.change(
          "INSERT INTO bot_request"
              + " (bot, url_hash, url, requests, bytes, http_status, site, day, last_request)"
              + " VALUES ("
              + row
              + ", 1, '2024-03-05', '2024-03-05 10:00:00')");
    }
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  private static JsonNode ask(String query) throws Exception {
    String all = "format=json&idSite=1&period=day&date=2024-03-05&method=" + query;
    return new ObjectMapper().readTree(api.ask(token, all).body());
  }

  private static List<String> labels(JsonNode table) {
    return table.findValuesAsText("label");
  }

  @Test
  void aProfileSumsUpAllVisitsOfAVisitor() throws Exception {
    JsonNode profile = ask("Live.getVisitorProfile&visitorId=0000000000000007");
    assertThat(profile.at("/totalVisits").asInt()).isEqualTo(3);
    assertThat(profile.at("/totalActions").asInt()).isEqualTo(6);
    assertThat(profile.at("/totalVisitDuration").asInt()).isEqualTo(30);
    assertThat(profile.at("/totalUniquePageViews").asInt()).isEqualTo(2);
    assertThat(profile.at("/totalRevisitedPages").asInt()).isEqualTo(2);
    assertThat(profile.at("/firstVisit/date").asText()).isEqualTo("2024-03-05");
    assertThat(profile.at("/firstVisit/daysAgo").asInt()).isEqualTo(10);
    assertThat(profile.at("/firstVisit/referralSummary").asText()).isEqualTo("spring");
    assertThat(profile.at("/lastVisit/date").asText()).isEqualTo("2024-03-07");
    assertThat(profile.at("/countries/0").toString())
        .contains("\"country\":\"de\",\"nb_visits\":3", "Berlin");
    assertThat(profile.at("/visitedPages/0/count").asInt()).isEqualTo(3);
    assertThat(profile.at("/lastVisits")).hasSize(3);
    assertThat(profile.at("/hasMoreVisits").asInt()).isZero();
  }

  /** The first visit is told also where it is beyond those summed up. */
  @Test
  void aProfileOfSomeVisitsKnowsTheFirst() throws Exception {
    JsonNode profile = ask("Live.getVisitorProfile&limitVisits=1");
    assertThat(profile.at("/visitorId").asText()).isEqualTo("0000000000000007");
    assertThat(profile.at("/totalVisits").asInt()).isEqualTo(1);
    assertThat(profile.at("/hasMoreVisits").asInt()).isEqualTo(1);
    assertThat(profile.at("/firstVisit/date").asText()).isEqualTo("2024-03-05");
  }

  @Test
  void nobodysProfileIsEmptyAndStrangersGetNone() throws Exception {
    assertThat(ask("Live.getVisitorProfile&visitorId=00000000000000ff")).isEmpty();
    assertThat(ask("Live.getVisitorProfile&visitorId=x").at("/result").asText()).isEqualTo("error");
    assertThat(ask("Live.getVisitorProfile&limitVisits=0").at("/result").asText())
        .isEqualTo("error");
    String query = "format=json&idSite=1&method=Live.getVisitorProfile";
    assertThat(api.get(query).body()).contains("error");
  }

  @Test
  void campaignsAreToldByEachOfTheirParts() throws Exception {
    String module = "MarketingCampaignsReporting.";
    assertThat(labels(ask(module + "getName"))).containsExactly("spring");
    assertThat(labels(ask(module + "getKeyword"))).containsExactly("tea");
    assertThat(labels(ask(module + "getSource"))).containsExactly("mail");
    assertThat(labels(ask(module + "getMedium"))).containsExactly("letter");
    assertThat(labels(ask(module + "getContent"))).containsExactly("top");
    assertThat(labels(ask(module + "getSourceMedium"))).containsExactly("mail - letter");
    for (String nothing : List.of("getId", "getGroup", "getPlacement")) {
      assertThat(ask(module + nothing)).isEmpty();
    }
    assertThat(labels(ask("Provider.getProvider")))
        .containsExactlyInAnyOrder("net.example", "Unknown");
  }

  @Test
  void rowsBelowCampaignsAreFoundByNumber() throws Exception {
    String module = "MarketingCampaignsReporting.";
    int name = ask(module + "getName").at("/0/idsubdatatable").asInt();
    assertThat(labels(ask(module + "getKeywordContentFromNameId&idSubtable=" + name)))
        .containsExactly("tea - top");
    int source = ask(module + "getSourceMedium").at("/0/idsubdatatable").asInt();
    assertThat(labels(ask(module + "getNameFromSourceMediumId&idSubtable=" + source)))
        .containsExactly("spring");
  }

  @Test
  void onlyAssistantsSomebodyAskedCountAsChatbots() throws Exception {
    JsonNode totals = ask("BotTracking.get");
    assertThat(totals.at("/BotTracking_AIChatbotsRequests").asInt()).isEqualTo(10);
    assertThat(totals.at("/BotTracking_AIChatbotsUniqueChatbots").asInt()).isEqualTo(2);
    assertThat(totals.at("/BotTracking_AIChatbotsUniquePageUrls").asInt()).isEqualTo(2);
    assertThat(totals.at("/BotTracking_AIChatbotsUniqueDocumentUrls").asInt()).isEqualTo(1);
    assertThat(totals.at("/BotTracking_AIChatbotsNotFoundRequests").asInt()).isEqualTo(2);
    assertThat(totals.at("/BotTracking_AIChatbotsServerErrorRequests").asInt()).isEqualTo(2);
    JsonNode chatbots = ask("BotTracking.getAIChatbotRequests&secondaryDimension=documents");
    assertThat(labels(chatbots)).containsExactly("ChatGPT", "Claude");
    assertThat(chatbots.at("/0/document_requests").asInt()).isEqualTo(2);
    int number = chatbots.at("/0/idsubdatatable").asInt();
    assertThat(labels(ask("BotTracking.getPageUrlsForAIChatbot&idSubtable=" + number)))
        .containsExactly("blog.example/news");
    assertThat(labels(ask("BotTracking.getDocumentUrlsForAIChatbot&idSubtable=" + number)))
        .containsExactly("blog.example/tea.pdf");
  }

  @Test
  void addressesThatChatbotsFetchAreCompared() throws Exception {
    JsonNode pages = ask("BotTracking.getAIChatbotContentPages");
    assertThat(labels(pages)).containsExactly("blog.example/news", "blog.example/");
    assertThat(pages.at("/0/requests_percent_of_total").asText()).isEqualTo("75%");
    assertThat(pages.at("/0/avg_response_size").asInt()).isEqualTo(100);
    assertThat(labels(ask("BotTracking.getAIChatbotContentDocuments")))
        .containsExactly("blog.example/tea.pdf");
    assertThat(labels(ask("BotTracking.getAIChatbotBrokenContent")))
        .containsExactlyInAnyOrder("blog.example/", "blog.example/tea.pdf");
    assertThat(ask("BotTracking.getAIChatbotAIFavouredPages").at("/0/label").asText())
        .isEqualTo("blog.example/news");
    assertThat(ask("BotTracking.getAIChatbotHumanFavouredPages").at("/0/label").asText())
        .isEqualTo("blog.example/");
    assertThat(ask("BotTracking.get&segment=countryCode==de").at("/result").asText())
        .isEqualTo("error");
  }

  @Test
  void placesAndWordsForEventsAreTold() throws Exception {
    assertThat(ask("UserCountry.getCountryCodeMapping").at("/de").asText()).isEqualTo("Germany");
    assertThat(ask("UserCountry.getLocationFromIP&ip=8.8.8.8").at("/country_code").asText())
        .isEqualTo("us");
    assertThat(ask("UserCountry.getLocationFromIP&ip=x").at("/result").asText()).isEqualTo("error");
    assertThat(ask("Events.getSecondaryDimensions&apiMethod=getCategory").toString())
        .isEqualTo("[\"eventAction\",\"eventName\"]");
    assertThat(
            ask("Events.getActionToLoadSubtables&apiMethod=getName&secondaryDimension=eventCategory")
                .at("/value")
                .asText())
        .isEqualTo("getCategoryFromNameId");
    assertThat(ask("CustomVariables.getUsagesOfSlots")).hasSize(10);
  }
}

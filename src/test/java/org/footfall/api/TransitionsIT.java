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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code Transitions.*}, {@code Overlay.*} and {@code Insights.*} over two days of a few visits.
 */
class TransitionsIT {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
  private static final String HOSTILE = "blog.example/<script>alert('x')</script>";
  private static TestApi api;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    api = new TestApi();
    SiteId blog = api.addSite("blog", "UTC");
    token = api.token("root", true);
    for (int visitor = 1; visitor <= 5; visitor++) {
      api.visit(blog, DAY.minusDays(1), 9, visitor, row -> {}, List.of("blog.example/old"));
    }
    for (int visitor = 1; visitor <= 3; visitor++) {
      api.visit(
          blog,
          DAY,
          8,
          visitor,
          row ->
              row.set(Columns.REFERRER_TYPE, 6)
                  .set(Columns.REFERRER_NAME, "spring")
                  .set(Columns.REFERRER_KEYWORD, "tea"),
          List.of("blog.example/", "blog.example/news", "blog.example/news", "blog.example/end"));
    }
    api.visit(blog, DAY, 9, 4, row -> {}, List.of(HOSTILE, "blog.example/news?id=1"));
    api.visit(
        blog,
        DAY,
        10,
        5,
        row -> row.set(Columns.REFERRER_TYPE, 2).set(Columns.REFERRER_NAME, "Google"),
        List.of("blog.example/news", HOSTILE));
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  private static String body(String query) throws Exception {
    return api.ask(token, "format=json&idSite=1&period=day&date=2024-03-05&method=" + query).body();
  }

  private static JsonNode ask(String query) throws Exception {
    return new ObjectMapper().readTree(body(query));
  }

  @Test
  void tellsBothEndsOfEveryWay() throws Exception {
    assertThat(body("Transitions.getTransitionsForPageUrl&pageUrl=https://blog.example/news"))
        .isEqualTo(
            "{\"date\":\"Tue, Mar 5\","
                + "\"previousPages\":[{\"label\":\"blog.example\\/\",\"referrals\":3}],"
                + "\"previousSiteSearches\":[],"
                + "\"pageMetrics\":{\"loops\":3,\"pageviews\":7,\"entries\":1,\"exits\":0},"
                + "\"followingPages\":[{\"label\":\"blog.example\\/end\",\"referrals\":3},"
                + "{\"label\":\"blog.example\\/<script>alert('x')<\\/script>\",\"referrals\":1}],"
                + "\"followingSiteSearches\":[],\"outlinks\":[],\"downloads\":[],"
                + "\"referrers\":[{\"label\":\"From search engines\",\"shortName\":\"search\","
                + "\"visits\":1,\"details\":[{\"label\":\"Google\",\"referrals\":\"1\"}]}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "getTransitionsForPageUrl&pageUrl=http://www.blog.example/news%23top, 7",
    "getTransitionsForPageUrl&pageUrl=https://blog.example/news?utm_source=x, 7",
    "getTransitionsForPageUrl&pageUrl=https://blog.example/news?id=1, 1",
    "getTransitionsForPageTitle&pageTitle=Title%20of%20blog.example/news, 7",
    "getTransitionsForAction&actionType=url&actionName=https://blog.example/news, 7",
    "getTransitionsForAction&actionType=title&actionName=Title+of+blog.example/news, 7",
    "getTransitionsForPageUrl&pageUrl=https://blog.example/news&segment=referrerType==campaign, 6"
  })
  void knowsAPageByItsNames(String query, int views) throws Exception {
    assertThat(ask("Transitions." + query).at("/pageMetrics/pageviews").asInt()).isEqualTo(views);
  }

  @Test
  void aCampaignIsToldWithItsKeyword() throws Exception {
    JsonNode referrers =
        ask("Transitions.getTransitionsForPageUrl&pageUrl=https://blog.example/").at("/referrers");
    assertThat(referrers.at("/0/shortName").asText()).isEqualTo("campaign");
    assertThat(referrers.at("/0/details/0/label").asText()).isEqualTo("spring tea");
    assertThat(referrers.at("/0/visits").asInt()).isEqualTo(3);
  }

  @Test
  void linesBeyondALimitAreOne() throws Exception {
    JsonNode lines =
        ask("Transitions.getTransitionsForPageUrl&limitBeforeGrouping=1"
                + "&pageUrl=https://blog.example/news")
            .at("/followingPages");
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1).toString()).isEqualTo("{\"label\":\"Others\",\"referrals\":1}");
  }

  @Test
  void partsComeAlone() throws Exception {
    String query =
        "Transitions.getTransitionsForAction&actionType=url&actionName=blog.example/news&parts=";
    assertThat(ask(query + "followingActions").fieldNames())
        .toIterable()
        .containsExactly(
            "date", "followingPages", "followingSiteSearches", "outlinks", "downloads");
    assertThat(ask(query + "internalReferrers,externalReferrers").at("/pageMetrics").toString())
        .isEqualTo("{\"loops\":3,\"pageviews\":7,\"entries\":1}");
    assertThat(body(query + "allofit")).contains("error", "internalReferrers");
  }

  @ParameterizedTest
  @CsvSource({
    "Transitions.getTransitionsForPageUrl&pageUrl=https://blog.example/none, NoDataForAction",
    "Transitions.getTransitionsForPageUrl&pageUrl=%00%FF%3C, NoDataForAction",
    "Transitions.getTransitionsForPageTitle&pageTitle=%20, NoDataForAction",
    "Transitions.getTransitionsForPageUrl, specify a value for 'pageUrl'",
    "Transitions.getTransitionsForAction&actionType=cat&actionName=x, is 'url' or 'title'",
    "Insights.getInsights&reportUniqueId=Actions_getNothing, no report",
    "Insights.getInsights&reportUniqueId=VisitsSummary_get, no report",
    "Insights.getInsights&reportUniqueId=Actions_getPageUrls&orderBy=x, orderBy",
    "Insights.getInsights&reportUniqueId=Actions_getPageUrls&filterBy=x, filterBy",
    "Insights.getInsights&reportUniqueId=Actions_getPageUrls&comparedToXPeriods=99999, goes to",
    "Insights.getInsights&reportUniqueId=Actions_getPageUrls&minImpactPercent=x, number"
  })
  void refusesWithASentence(String query, String sentence) throws Exception {
    JsonNode answer = ask(query);
    assertThat(answer.at("/result").asText()).isEqualTo("error");
    assertThat(answer.at("/message").asText()).contains(sentence);
  }

  @Test
  void followingPagesAreOneTable() throws Exception {
    assertThat(body("Overlay.getFollowingPages&url=https://blog.example/news"))
        .isEqualTo(
            "[{\"label\":\"blog.example\\/end\",\"referrals\":3},"
                + "{\"label\":\"blog.example\\/<script>alert('x')<\\/script>\",\"referrals\":1}]");
    assertThat(body("Overlay.getFollowingPages&url=https://blog.example/none")).isEqualTo("[]");
  }

  @Test
  void everyPeriodMayBeAsked() throws Exception {
    assertThat(body("Transitions.isPeriodAllowed")).isEqualTo("{\"value\":true}");
    assertThat(ask("Transitions.getTranslations").size()).isGreaterThan(10);
    assertThat(ask("Overlay.getTranslations").size()).isPositive();
  }

  @Test
  void tellsWhichRowsChanged() throws Exception {
    JsonNode rows = ask("Insights.getInsights&reportUniqueId=Actions_getPageUrls");
    assertThat(rows.findValuesAsText("label"))
        .startsWith("/old", "/news")
        .contains("/end", "/index");
    JsonNode old = rows.get(rows.findValuesAsText("label").indexOf("/old"));
    assertThat(old.toString())
        .isEqualTo(
            "{\"label\":\"/old\",\"nb_visits\":5,\"growth_percent\":\"-100%\","
                + "\"growth_percent_numeric\":\"-100\",\"grown\":false,\"value_old\":5,"
                + "\"value_new\":0,\"difference\":-5,\"importance\":5,\"isDisappeared\":true,"
                + "\"isNew\":false,\"isMover\":false,\"isMoverAndShaker\":true}");
    String only = "Insights.getInsights&reportUniqueId=Actions_getPageUrls&filterBy=disappeared";
    assertThat(ask(only).findValuesAsText("label")).containsExactly("/old");
  }

  @Test
  void moversAndOverviewsTellTheSameRows() throws Exception {
    JsonNode movers = ask("Insights.getMoversAndShakers&reportUniqueId=Actions_getPageUrls");
    assertThat(movers.findValuesAsText("label")).startsWith("/old", "/news");
    assertThat(movers.get(0).has("isMoverAndShaker")).isFalse();
    for (String overview : List.of("getInsightsOverview", "getMoversAndShakersOverview")) {
      JsonNode reports = ask("Insights." + overview);
      assertThat(reports.get("Page URLs").findValuesAsText("label")).startsWith("/old", "/news");
      assertThat(reports.has("Campaigns")).isTrue();
    }
  }

  @Test
  void onlyPeriodsWithOneBeforeThemAreCompared() throws Exception {
    assertThat(body("Insights.canGenerateInsights")).isEqualTo("{\"value\":true}");
    for (String other : List.of("period=range&date=2024-03-01,2024-03-05", "period=x&date=y")) {
      assertThat(api.ask(token, "format=json&method=Insights.canGenerateInsights&" + other).body())
          .isEqualTo("{\"value\":false}");
    }
  }
}

package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.footfall.account.Right;
import org.footfall.api.TestApi.Reply;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceSettings;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.tracking.TrackingFailure;
import org.footfall.tracking.TrackingFailure.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask what, what errors read like, and what hostile questions get. */
class ApiIT {
  private static final String SUMMARY =
      "format=json&method=VisitsSummary.get&idSite=1&period=day&date=2024-03-01";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static TestApi api;
  private static final Map<String, String> TOKENS = new LinkedHashMap<>();

  @BeforeAll
  static void start() throws Exception {
    api = new TestApi();
    SiteId shop = api.addSite("shop", "Europe/Berlin");
    api.addSite("blog", "UTC");
    TOKENS.put("anonymous", "");
    for (Right right : Right.values()) {
      String login = right.name().toLowerCase(Locale.ROOT);
      TOKENS.put(login, api.token(login, false));
      api.grant(login, shop, right);
    }
    TOKENS.put("nobody", api.token("nobody", false));
    TOKENS.put("superuser", api.token("root", true));
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  /** A line: the question, and who gets an answer; all others get 401. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          method=VisitsSummary.get&idSite=1&period=day&date=today       | view write admin superuser
          method=Actions.getPageUrls&idSite=1&period=month&date=today   | view write admin superuser
          method=VisitsSummary.get&idSite=2&period=day&date=today       | superuser
          method=VisitsSummary.get&idSite=1,2&period=day&date=today     | superuser
          method=VisitsSummary.get&idSite=all&period=day&date=today     | view write admin superuser
          method=SitesManager.getSiteFromId&idSite=1                    | view write admin superuser
          method=SitesManager.getSiteUrlsFromId&idSite=1                | view write admin superuser
          method=SitesManager.updateSite&idSite=1&group=a               | admin superuser
          method=SitesManager.getAllSites                               | superuser
          method=SitesManager.getAllSitesId                             | superuser
          method=SitesManager.addSite&siteName=n&urls=http://n.example  | superuser
          method=SitesManager.setGlobalExcludedIps&excludedIps=1.2.3.4  | superuser
          method=SitesManager.setGlobalSearchParameters                 | superuser
          method=SitesManager.setKeepURLFragmentsGlobal&enabled=0       | superuser
          method=SitesManager.setDefaultTimezone&defaultTimezone=UTC    | superuser
          method=SitesManager.getDefaultTimezone                        | view write admin superuser
          method=PrivacyManager.setAnonymizeIpSettings&anonymizeIPEnable=1&maskLength=2 | superuser
          method=PrivacyManager.activateDoNotTrack                      | superuser
          method=PrivacyManager.deactivateDoNotTrack                    | superuser
          method=PrivacyManager.activateGlobalPrivacyControl            | superuser
          method=PrivacyManager.deactivateGlobalPrivacyControl          | superuser
          method=CoreAdminHome.getTrackingFailures                      | admin superuser
          method=CoreAdminHome.deleteTrackingFailure&idSite=1&idFailure=1 | admin superuser
          method=CoreAdminHome.deleteAllTrackingFailures                | admin superuser
          method=CoreAdminHome.runCronArchiving                         | superuser
          method=Goals.getGoals&idSite=1                                | view write admin superuser
          method=MultiSites.getAll&period=day&date=today                | view write admin superuser
          method=MultiSites.getOne&idSite=2&period=day&date=today       | superuser
          method=API.get&idSite=2&period=day&date=today                 | superuser
          method=API.getReportMetadata                                  | view write admin superuser
          method=API.getMatomoVersion                                   | view write admin superuser
          method=SitesManager.getSitesIdWithAtLeastViewAccess | anonymous nobody view write admin superuser
          """)
  void answersThoseWhoMayAsk(String question, String allowed) throws Exception {
    for (Map.Entry<String, String> caller : TOKENS.entrySet()) {
      Reply reply = api.ask(caller.getValue(), "format=json&" + question);
      boolean may = List.of(allowed.split(" ")).contains(caller.getKey());
      assertThat(reply.status())
          .as(caller.getKey() + ": " + reply.body())
          .isEqualTo(may ? 200 : 401);
      assertThat(reply.body().contains("\"result\":\"error\"")).isEqualTo(!may);
    }
  }

  @Test
  void everyMethodIsInTheMatrixOrAReport() throws Exception {
    for (String method :
        List.of("VisitsSummary.get", "Referrers.getWebsites", "VisitTime.getByDayOfWeek")) {
      String question = "format=json&method=" + method + "&idSite=1&period=day&date=today";
      assertThat(api.ask("", question).status()).isEqualTo(401);
      assertThat(api.ask(TOKENS.get("view"), question).status()).isEqualTo(200);
    }
  }

  @Test
  void listsOnlyTheSitesThatMayBeSeen() throws Exception {
    String question = "format=json&method=SitesManager.getSitesWithAtLeastViewAccess";
    assertThat(json(api.ask(TOKENS.get("view"), question)).findValuesAsText("name"))
        .containsExactly("shop");
    assertThat(json(api.ask("", question))).isEmpty();
    assertThat(json(api.ask(TOKENS.get("superuser"), question)).findValuesAsText("name"))
        .contains("shop", "blog");
  }

  @Test
  void takesATokenFromBodyHeaderOrAddress() throws Exception {
    String token = TOKENS.get("view");
    assertThat(api.ask(token, SUMMARY).status()).isEqualTo(200);
    assertThat(api.get(SUMMARY, "Authorization", "Bearer " + token).status()).isEqualTo(200);
    assertThat(api.get(SUMMARY + "&token_auth=" + token).status()).isEqualTo(200);
    assertThat(api.get(SUMMARY + "&token_auth=anonymous").status()).isEqualTo(401);
    String secure = api.accounts.createToken("view", "scripts", true, null);
    assertThat(api.ask(secure, SUMMARY).status()).isEqualTo(200);
    assertThat(api.get(SUMMARY + "&token_auth=" + secure).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          format=json | 200 | The parameter 'method' isn't set in the Request, and a default value wasn't provided.
          format=json&method=Nope.get | 200 | The plugin Nope is not enabled. You can activate the plugin on Settings &gt; Plugins page in Matomo.
          format=json&method=VisitsSummary.nope | 400 | The method 'nope' does not exist or is not available in the module '\\Piwik\\Plugins\\VisitsSummary\\API'.
          format=json&method=VisitsSummary.get&idSite=999&period=day&date=today | 200 | An unexpected website was found in the request: website id was set to '999' .
          format=json&method=VisitsSummary.get&idSite=1,99&period=day&date=today | 200 | An unexpected website was found in the request: website id was set to '99' .
          format=json&method=VisitsSummary.get&idSite=1&period=hour&date=today | 200 | The period 'hour' is not supported. Try any of the following instead: day, week, month, year, range
          format=json&method=VisitsSummary.get&idSite=1&period=day | 200 | Please specify a value for 'date'.
          format=json&method=VisitsSummary.get&period=day&date=today | 200 | Please specify a value for 'idSite'.
          format=json&method=VisitsSummary.get&idSite=1&period=day&date=today&segment=foo | 200 | The segment condition 'foo' is not valid.
          format=json&method=VisitsSummary.get&idSite=1&period=day&date=today&segment=nosuch==1 | 200 | Segment 'nosuch' is not a supported segment.
          format=json&method=VisitsSummary.get&idSite=1&period=day&date=today&segment=pageurl==1 | 200 | Segment 'pageurl' is not a supported segment. Near it are: pageUrl, exitPageUrl, entryPageUrl.
          format=json&method=SitesManager.addSite&siteName=x | 200 | You must specify at least one URL for the website.
          format=json&method=SitesManager.addSite&siteName=x&urls=nonsense | 200 | The url 'nonsense' is not a valid URL.
          format=json&method=SitesManager.addSite&siteName=x&urls=http://x.example&timezone=Mars/North | 200 | The timezone "Mars/North" is not valid. Please enter a valid timezone.
          """)
  void tellsWhatIsWrongInMatomosWords(String question, int status, String message)
      throws Exception {
    Reply reply = api.ask(TOKENS.get("superuser"), question.replace(">", "%3E"));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(json(reply).path("result").asText()).isEqualTo("error");
    assertThat(json(reply).path("message").asText()).isEqualTo(message);
  }

  @Test
  void refusesASiteThatCannotBeKept() throws Exception {
    String agents =
        IntStream.range(0, 700).mapToObj(i -> i + "x".repeat(99)).collect(Collectors.joining(","));
    for (String form :
        List.of(
            "group=" + "g".repeat(256),
            "excludedUserAgents=" + agents,
            "startDate=9999-12-31",
            "startDate=-999-01-01")) {
      Reply reply =
          api.post(
              "format=json&method=SitesManager.addSite&siteName=n&urls=http://n.example",
              form + "&token_auth=" + TOKENS.get("superuser"));
      assertThat(reply.status()).isEqualTo(400);
    }
  }

  @Test
  void tellsABadDate() throws Exception {
    Reply reply = api.ask(TOKENS.get("view"), SUMMARY.replace("2024-03-01", "notadate"));
    assertThat(json(reply).path("message").asText())
        .startsWith("Date format must be: YYYY-MM-DD, or 'today' or 'yesterday'");
  }

  @Test
  void refusesAnonymousAndBadTokensWith401() throws Exception {
    Reply anonymous = api.get(SUMMARY);
    assertThat(anonymous.status()).isEqualTo(401);
    assertThat(json(anonymous).path("message").asText())
        .isEqualTo(
            "You can't access this resource as it requires 'view' access for the website id = 1.");
    Reply bad = api.ask("00000000000000000000000000000000", SUMMARY);
    assertThat(bad.status()).isEqualTo(401);
    assertThat(json(bad).path("message").asText())
        .isEqualTo(
            "Unable to authenticate with the provided token. It is either invalid or expired.");
  }

  @Test
  void spellsErrorsInTheAskedFormat() throws Exception {
    Reply xml = api.get(SUMMARY.replace("json", "xml"));
    assertThat(xml.type()).isEqualTo("text/xml;charset=utf-8");
    assertThat(xml.body())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n<result>\n\t<error message=\"You can't"
                + " access this resource as it requires 'view' access for the website id = 1.\""
                + " />\n</result>\n");
    assertThat(api.get(SUMMARY.replace("json", "csv")).body()).startsWith("Error: ");
    assertThat(api.get(SUMMARY.replace("json", "nonsense")).body()).contains("Renderer format");
  }

  @Test
  void handsJsonOnlyToASafeFunction() throws Exception {
    String token = TOKENS.get("view");
    Reply script = api.ask(token, SUMMARY + "&callback=my.fn_1");
    assertThat(script.type()).startsWith("application/javascript");
    assertThat(script.body()).startsWith("my.fn_1({").endsWith("})");
    for (String hostile : List.of("a(1)//", "<script>", "a;b", "x".repeat(200))) {
      Reply plain = api.ask(token, SUMMARY + "&callback=" + encode(hostile));
      assertThat(plain.type()).startsWith("application/json");
      assertThat(plain.body()).startsWith("{");
    }
  }

  @Test
  void answersSeveralQuestionsAtOnceEachForItself() throws Exception {
    String urls =
        "format=json&method=API.getBulkRequest&urls[0]="
            + encode("method=VisitsSummary.get&idSite=1&period=day&date=2024-03-01")
            + "&urls[1]="
            + encode("method=VisitsSummary.get&idSite=2&period=day&date=2024-03-01")
            + "&urls[2]="
            + encode("method=API.getBulkRequest&urls[0]=x")
            + "&urls[3]="
            + encode("method=API.getMatomoVersion");
    JsonNode answers =
        json(api.ask(TOKENS.get("view"), urls.replace("[", "%5B").replace("]", "%5D")));
    assertThat(answers).hasSize(4);
    assertThat(answers.get(0).path("nb_visits").isNumber()).isTrue();
    assertThat(answers.get(1).path("message").asText()).contains("website id = 2");
    assertThat(answers.get(2).path("result").asText()).isEqualTo("error");
    assertThat(answers.get(3).path("value").asText()).isEqualTo("5.2.0-b5");
  }

  @Test
  void addsAndChangesSites() throws Exception {
    String root = TOKENS.get("superuser");
    Reply added =
        api.post(
            "format=json&method=SitesManager.addSite",
            "token_auth="
                + root
                + "&siteName=Forum+%26+more&urls[0]=http://forum.example/&urls[1]=https://f.example"
                + "&ecommerce=1&siteSearch=0&excludedIps=1.2.3.*,10.0.0.0/8"
                + "&timezone=America/New_York&currency=EUR&group=g&startDate=2010-12-13+01:00:00"
                + "&keepURLFragments=2&excludeUnknownUrls=1&type=website");
    int id = json(added).path("value").asInt();
    Site site = api.sites.find(new SiteId(id)).orElseThrow();
    assertThat(site.urls()).containsExactly("http://forum.example", "https://f.example");
    assertThat(site.excludedIps()).containsExactly("1.2.3.*", "10.0.0.0/8");
    JsonNode read =
        json(api.ask(root, "format=json&method=SitesManager.getSiteFromId&idSite=" + id));
    assertThat(read.path("name").asText()).isEqualTo("Forum & more");
    assertThat(read.path("ts_created").asText()).isEqualTo("2010-12-13 01:00:00");
    assertThat(read.path("keep_url_fragment").asInt()).isEqualTo(2);
    assertThat(read.path("currency_name").asText()).isEqualTo("Euro");
    Reply changed =
        api.ask(
            root, "format=json&method=SitesManager.updateSite&idSite=" + id + "&siteName=Forum");
    assertThat(changed.body()).isEqualTo("{\"result\":\"success\",\"message\":\"ok\"}");
    Site after = api.sites.find(new SiteId(id)).orElseThrow();
    assertThat(after.name()).isEqualTo("Forum");
    assertThat(after.urls()).isEqualTo(site.urls());
    assertThat(
            api.ask(root, "format=json&method=SitesManager.getSitesIdFromSiteUrl&url=www.f.example")
                .body())
        .isEqualTo("[{\"idsite\":" + id + "}]");
  }

  @Test
  void changesPrivacyAndWhatHoldsForAllSites() throws Exception {
    String root = TOKENS.get("superuser");
    api.ask(
        root,
        "method=PrivacyManager.setAnonymizeIpSettings&anonymizeIPEnable=0&maskLength=3"
            + "&useAnonymizedIpForVisitEnrichment=0");
    assertThat(api.settings.load().number(InstanceSetting.MASKED_BYTES)).isZero();
    String masking =
        "method=PrivacyManager.setAnonymizeIpSettings&anonymizeIPEnable=1&maskLength=3";
    api.ask(
        root,
        masking
            + "&anonymizeUserId=1&anonymizeOrderId=1&anonymizeReferrer=exclude_path"
            + "&forceCookielessTracking=1");
    InstanceSettings set = api.settings.load();
    assertThat(set.number(InstanceSetting.MASKED_BYTES)).isEqualTo(3);
    assertThat(set.flag(InstanceSetting.ANONYMIZE_USER_ID)).isTrue();
    assertThat(set.flag(InstanceSetting.ANONYMIZE_ORDER_ID)).isTrue();
    assertThat(set.text(InstanceSetting.ANONYMIZE_REFERRER)).isEqualTo("exclude_path");
    assertThat(set.flag(InstanceSetting.COOKIELESS)).isTrue();
    assertThat(api.ask(root, masking + "&anonymizeReferrer=some").status()).isEqualTo(400);
    api.ask(root, masking);
    assertThat(api.settings.load().flag(InstanceSetting.COOKIELESS)).isFalse();
    assertThat(api.settings.load().text(InstanceSetting.ANONYMIZE_REFERRER)).isEmpty();
    api.ask(root, "method=PrivacyManager.activateGlobalPrivacyControl");
    assertThat(api.settings.load().flag(InstanceSetting.GLOBAL_PRIVACY_CONTROL)).isTrue();
    api.ask(root, "method=PrivacyManager.activateDoNotTrack");
    assertThat(api.settings.load().flag(InstanceSetting.DO_NOT_TRACK)).isTrue();
    api.ask(
        root, "method=SitesManager.setGlobalExcludedQueryParameters&excludedQueryParameters=a,b");
    assertThat(api.settings.load().list(InstanceSetting.EXCLUDED_QUERY_PARAMETERS))
        .containsExactly("a", "b");
    int before = api.caughtUp();
    assertThat(api.ask(root, "format=json&method=CoreAdminHome.runCronArchiving").body())
        .isEqualTo("{\"result\":\"success\",\"message\":\"ok\"}");
    assertThat(api.caughtUp()).isEqualTo(before + 1);
  }

  @Test
  void failuresOfSendersAreListedAndForgotten() throws Exception {
    String root = TOKENS.get("superuser");
    String list = "format=json&method=CoreAdminHome.getTrackingFailures";
    Instant at = TestApi.NOW.minusSeconds(60);
    api.failures.save(
        List.of(
            new TrackingFailure(1, Kind.RIGHT, at, "idsite=1&cip=***", "http://a/"),
            new TrackingFailure(77, Kind.SITE, at, "idsite=77", "")));
    JsonNode all = new ObjectMapper().readTree(api.ask(root, list).body());
    assertThat(all).hasSize(2);
    assertThat(all.get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "idsite",
            "idfailure",
            "date_first_occurred",
            "request_url",
            "site_name",
            "pretty_date_first_occurred",
            "url",
            "solution_url",
            "problem",
            "solution");
    assertThat(all.get(0).get("idfailure").asInt()).isEqualTo(2);
    assertThat(all.get(0).get("date_first_occurred").asText()).isEqualTo("2024-03-15 11:59:00");
    assertThat(all.get(0).get("request_url").asText()).isEqualTo("idsite=1&cip=***");
    assertThat(all.get(1).get("site_name").asText()).isEqualTo("Unknown");
    assertThat(api.ask(TOKENS.get("admin"), list).body()).contains(":1,").doesNotContain(":77,");
    api.ask(TOKENS.get("admin"), "method=CoreAdminHome.deleteAllTrackingFailures");
    assertThat(new ObjectMapper().readTree(api.ask(root, list).body())).hasSize(1);
    api.ask(root, "method=CoreAdminHome.deleteTrackingFailure&idSite=77&idFailure=1");
    assertThat(api.ask(root, list).body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filter_pattern=(a%2B)%2B$", "filter_pattern=[", "filter_limit=x",
            "filter_limit=99999999999",
        "filter_offset=-5", "filter_truncate=0", "filter_sort_column=%00", "idSubtable=-1",
        "idSubtable=2147483647", "label=%3E%3E%3E", "label=%2525252525", "showColumns=,,,",
        "format_metrics=banana", "flat=1&expanded=1&idSubtable=3"
      })
  void answersOddFilters(String odd) throws Exception {
    Reply reply =
        api.ask(
            TOKENS.get("view"),
            "format=json&method=Actions.getPageUrls&idSite=1&period=day&date=2024-03-01&" + odd);
    assertThat(reply.status()).isIn(200, 400);
    json(reply);
  }

  @Test
  void answersWhateverIsSent() throws Exception {
    Random random = new Random(42);
    List<String> names =
        List.of(
            "method",
            "idSite",
            "period",
            "date",
            "format",
            "segment",
            "label",
            "urls[0]",
            "callback");
    List<String> values =
        List.of(
            "VisitsSummary.get",
            "1",
            "all",
            "day",
            "range",
            "last7",
            "xml",
            "csv",
            "%00",
            "%FF%FE",
            "..%2F..%2Fetc",
            "%3Cscript%3E",
            "'%22%3B--",
            "-1",
            "%F0%9F%98%80",
            "a".repeat(2000));
    for (int i = 0; i < 400; i++) {
      StringBuilder query = new StringBuilder("x=1");
      for (int part = random.nextInt(7); part >= 0; part--) {
        query
            .append('&')
            .append(names.get(random.nextInt(names.size())).replace("[", "%5B").replace("]", "%5D"))
            .append('=')
            .append(values.get(random.nextInt(values.size())));
      }
      Reply reply = api.ask(TOKENS.get("superuser"), query.toString());
      assertThat(reply.status()).as(query.toString()).isIn(200, 400, 401, 404);
      assertThat(reply.body()).doesNotContain("Exception").doesNotContain("<script>");
    }
  }

  @Test
  void boundsWhatItReads() throws Exception {
    assertThat(api.post("format=json", "a=" + "x".repeat(2 << 20)).status()).isEqualTo(413);
    assertThat(api.post("format=json", "a[]=1&".repeat(1500)).status()).isEqualTo(400);
  }

  private static JsonNode json(Reply reply) throws Exception {
    assertThat(reply.type()).startsWith("application/json");
    return JSON.readTree(reply.bytes());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.footfall.account.Right;
import org.footfall.codec.Told;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.LogWriter;
import org.footfall.visitlog.RowAppender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/**
 * Answers of {@code Live.*} about a few visits with everything that can happen in one. {@code
 * -Dgolden.write=DIR} writes the files anew.
 */
class LiveAnswersIT {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
  private static final long MORNING = DAY.atTime(9, 0).toEpochSecond(ZoneOffset.UTC);
  private static final long MILLION = 1_000_000;
  private static final String HOSTILE = "<script>alert(1)</script>\"'&\n=1+1]]>\u0007\tü😀";
  private static TestApi api;
  private static String token;
  private static SiteId shop;
  private static SiteId blog;

  @BeforeAll
  static void start() throws Exception {
    api = new TestApi();
    shop = api.addSite("shop", "Europe/Berlin");
    blog = api.addSite("blog", "UTC");
    token = api.token("root", true);
    ask("method=SitesManager.updateSite&idSite=1&ecommerce=1");
    ask(
        "method=Goals.addGoal&idSite=1&name=Reads%20tea&matchAttribute=url&pattern=tea"
            + "&patternType=contains&revenue=2.5&allowMultipleConversionsPerVisit=1");
    String dimension = "method=CustomDimensions.configureNewCustomDimension&idSite=1&active=1";
    ask(dimension + "&name=Plan&scope=visit");
    ask(dimension + "&name=Author&scope=action");
    LogBatch batch = new LogBatch(0, 1);
    everything(batch);
    plain(batch, 2, shop, DAY.plusDays(1), 0, "shop.example/", "Home");
    plain(batch, 3, blog, DAY, 60, "blog.example/" + HOSTILE, HOSTILE);
    api.database.write(connection -> new LogWriter().write(connection, batch));
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  /** A visit of a shop in which everything happens once. */
  private static void everything(LogBatch batch) {
    RowAppender visit = visit(batch, 1, shop, DAY, 0);
    visit
        .set(Columns.LAST_ACTION_TIME, MORNING + 1_000)
        .set(Columns.TOTAL_SECONDS, 1_001)
        .set(Columns.USER_ID, "mia@shop.example")
        .set(Columns.RETURNING, 2)
        .set(Columns.VISIT_COUNT, 4)
        .set(Columns.SECONDS_SINCE_FIRST, 200_000)
        .set(Columns.SECONDS_SINCE_LAST, 90_000)
        .set(Columns.SECONDS_SINCE_ORDER, 100_001)
        .set(Columns.REFERRER_TYPE, 2)
        .set(Columns.REFERRER_NAME, "Google")
        .set(Columns.REFERRER_URL, "https://www.google.de/url?sa=t&cd=7&q=")
        .set(Columns.COUNTRY, "de")
        .set(Columns.REGION, "BE")
        .set(Columns.CITY, "Berlin")
        .set(Columns.LATITUDE, 52_520_000)
        .set(Columns.LONGITUDE, -13_405_000)
        .set(Columns.LANGUAGE, "de-at,en")
        .set(Columns.LOCAL_TIME, 9 * 3600 + 61)
        .set(Columns.RESOLUTION, "1920x1080")
        .set(Columns.PLUGINS, 0b100001)
        .set(Columns.OS, "WIN")
        .set(Columns.OS_VERSION, "10")
        .set(Columns.BROWSER, "FF")
        .set(Columns.BROWSER_VERSION, "115.0")
        .set(Columns.BROWSER_ENGINE, "Gecko")
        .set(Columns.DEVICE_TYPE, 1)
        .set(Columns.ACTIONS, 8)
        .set(Columns.INTERACTIONS, 3)
        .set(Columns.SEARCHES, 1)
        .set(Columns.EVENTS, 1)
        .set(Columns.CONVERTED, 1)
        .set(Columns.BUYER, 3)
        .set(Columns.VISIT_DIMENSIONS.get(0), "gold")
        .set(Columns.VISIT_VARIABLES.get(2), "Kind")
        .set(Columns.VISIT_VARIABLES.get(3), "member");
    action(batch, 1, 0, 0, 1, "shop.example/", 0)
        .set(Columns.TITLE, "Home")
        .set(Columns.TIME_SERVER, Told.number(500))
        .set(Columns.TIME_ON_LOAD, Told.number(1_234));
    action(batch, 1, 1, 60, 1, "shop.example/tea", 60)
        .set(Columns.TITLE, "Tea")
        .set(Columns.PRODUCT_SKU, "T-1")
        .set(Columns.PRODUCT_NAME, "Green tea")
        .set(Columns.PRODUCT_CATEGORIES, "Tea\nGreen")
        .set(Columns.PRODUCT_PRICE, Told.millionths(4.99))
        .set(Columns.DIMENSIONS.get(0), "Ada")
        .set(Columns.VARIABLES.get(0), "Mood")
        .set(Columns.VARIABLES.get(1), "good");
    action(batch, 1, 2, 60, 100, "shop.example/tea", 0)
        .set(Columns.GOAL, 3)
        .set(Columns.REVENUE, 2_500_000)
        .set(Columns.CONVERTING_POSITION, 2)
        .set(Columns.CONVERSION_REFERRER_TYPE, 6)
        .set(Columns.CONVERSION_REFERRER_NAME, "spring")
        .set(Columns.CONVERSION_REFERRER_KEYWORD, "sale");
    action(batch, 1, 3, 70, 2, "maker.example/", 10);
    action(batch, 1, 4, 80, 3, "shop.example/price.pdf", 10);
    action(batch, 1, 5, 100, 8, "", 20)
        .set(Columns.TITLE, "oolong")
        .set(Columns.SEARCH_CATEGORY, "tea")
        .set(Columns.SEARCH_COUNT, Told.number(0));
    action(batch, 1, 6, 110, 10, "shop.example/tea", 10)
        .set(Columns.TITLE, "trailer")
        .set(Columns.EVENT_CATEGORY, "Video")
        .set(Columns.EVENT_ACTION, "play")
        .set(Columns.EVENT_VALUE, Told.millionths(1.5));
    action(batch, 1, 7, 120, 13, "shop.example/tea", 10)
        .set(Columns.CONTENT_NAME, "Banner")
        .set(Columns.CONTENT_PIECE, "spring.jpg")
        .set(Columns.CONTENT_TARGET, "https://shop.example/spring")
        .set(Columns.CONTENT_INTERACTION, "click");
    action(batch, 1, 8, 200, 100, "shop.example/done", 0)
        .set(Columns.GOAL, 2)
        .set(Columns.ORDER_ID, "O-9")
        .set(Columns.REVENUE, 1_234_560_000L)
        .set(Columns.SUBTOTAL, 1_000 * MILLION)
        .set(Columns.TAX, 190 * MILLION)
        .set(Columns.SHIPPING, 44_560_000)
        .set(Columns.DISCOUNT, 0)
        .set(Columns.ITEMS, "T-1\tGreen tea\t4990000\t2\tTea\tGreen\nP-1\tPot\t25000000\t1");
    action(batch, 1, 9, 1_000, 100, "shop.example/cart", 0)
        .set(Columns.GOAL, 1)
        .set(Columns.REVENUE, 25 * MILLION)
        .set(Columns.ITEMS, "P-1\tPot\t25000000\t1");
    action(batch, 1, 10, 61, 101, "shop.example/tea", 0)
        .set(Columns.PAGE_VIEW_ID, "pv0001")
        .set(Columns.TIME_NETWORK, Told.number(64_900));
  }

  private static RowAppender visit(LogBatch batch, long id, SiteId site, LocalDate day, long at) {
    long time = day.atTime(9, 0).toEpochSecond(ZoneOffset.UTC) + at;
    return batch
        .visit(site.value(), day)
        .set(Columns.VISIT_ID, id)
        .set(Columns.VISITOR_ID, 0x0123456789abcdefL + id)
        .set(Columns.CONFIG_ID, 0xfedcba9876543210L)
        .set(Columns.ADDRESS, new byte[] {10, 1, 0, 0})
        .set(Columns.FIRST_ACTION_TIME, time)
        .set(Columns.LAST_ACTION_TIME, time)
        .set(Columns.VISIT_COUNT, 1)
        .set(Columns.ACTIONS, 1)
        .set(Columns.INTERACTIONS, 1)
        .set(Columns.REFERRER_TYPE, 1);
  }

  private static RowAppender action(
      LogBatch batch, long visit, int position, long at, int kind, String url, long before) {
    return batch
        .action(shop.value(), DAY)
        .set(Columns.ACTION_VISIT_ID, visit)
        .set(Columns.POSITION, position)
        .set(Columns.INTERACTION_POSITION, position)
        .set(Columns.TIME, MORNING + at)
        .set(Columns.KIND, kind)
        .set(Columns.URL, url)
        .set(Columns.URL_PREFIX, 2)
        .set(Columns.SECONDS_BEFORE, before)
        .set(Columns.PAGE_VIEW_ID, kind == 100 ? "" : String.format("pv%04d", position));
  }

  private static void plain(
      LogBatch batch, long id, SiteId site, LocalDate day, long at, String url, String title) {
    visit(batch, id, site, day, at).set(Columns.USER_ID, site.equals(blog) ? "=1+1" : "");
    batch
        .action(site.value(), day)
        .set(Columns.ACTION_VISIT_ID, id)
        .set(Columns.TIME, day.atTime(9, 0).toEpochSecond(ZoneOffset.UTC) + at)
        .set(Columns.KIND, 1)
        .set(Columns.URL, url)
        .set(Columns.TITLE, title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          live-everything.json | method=Live.getLastVisitsDetails&idSite=1&period=day&date=2024-03-04
          live-everything.xml  | method=Live.getLastVisitsDetails&idSite=1&period=day&date=2024-03-04
          live-outcomes.json   | method=Live.getLastVisitsDetails&idSite=1&period=day&date=2024-03-04&doNotFetchActions=1
          live-hostile.json    | method=Live.getLastVisitsDetails&idSite=2
          live-hostile.xml     | method=Live.getLastVisitsDetails&idSite=2
          live-hostile.csv     | method=Live.getLastVisitsDetails&idSite=2&convertToUnicode=0
          live-hostile.tsv     | method=Live.getLastVisitsDetails&idSite=2&convertToUnicode=0
          live-hostile.html    | method=Live.getLastVisitsDetails&idSite=2
          live-flat.json       | method=Live.getLastVisitsDetails&idSite=2&flat=1
          """)
  void answersByteForByte(String file, String question) throws Exception {
    String format = file.substring(file.lastIndexOf('.') + 1);
    String body = ask(question + "&format=" + format);
    String write = System.getProperty("golden.write");
    if (write != null) {
      Files.writeString(Path.of(write, file), body);
    }
    assertThat(body).isEqualTo(golden(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "html", "xml", "json"})
  void hostileTextsEndNothing(String format) throws Exception {
    String body =
        ask("method=Live.getLastVisitsDetails&idSite=2&convertToUnicode=0&format=" + format);
    if (format.matches("html|xml")) {
      assertThat(body).doesNotContain("<script>");
    }
    if (format.matches("csv|tsv")) {
      assertThat(body).contains("'=1+1").doesNotContain(",=1+1");
    }
    if (format.equals("xml")) {
      String title =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(body)))
              .getElementsByTagName("pageTitle")
              .item(0)
              .getTextContent();
      assertThat(title).isEqualTo(HOSTILE.replace("\u0007", ""));
    }
    if (format.equals("json")) {
      assertThat(body).doesNotContain("</script>");
      JsonNode action = json(body).get(0).path("actionDetails").get(0);
      assertThat(action.path("pageTitle").asText()).isEqualTo(HOSTILE);
    }
  }

  @Test
  void sitesComeTogetherInOneList() throws Exception {
    assertThat(ids("idSite=1,2")).containsExactly(2L, 1L, 3L);
    assertThat(ids("idSite=all&filter_sort_order=asc")).containsExactly(3L, 1L, 2L);
    assertThat(ids("idSite=all&filter_offset=1&filter_limit=1")).containsExactly(1L);
    assertThat(ids("idSite=all&filter_offset=1&countVisitorsToFetch=2")).containsExactly(2L, 1L);
    assertThat(ids("idSite=all&filter_limit=0")).isEmpty();
  }

  @Test
  void visitsAreChosen() throws Exception {
    assertThat(ids("idSite=all&minTimestamp=" + (MORNING + 60))).containsExactly(2L, 1L);
    assertThat(ids("idSite=all&minTimestamp=" + (MORNING + 1_000))).containsExactly(2L);
    assertThat(ids("idSite=all&visitorId=0123456789abcdf0")).containsExactly(1L);
    assertThat(ids("idSite=all&visitorId=0123456789abcdf0&segment=countryCode==fr")).isEmpty();
    assertThat(ids("idSite=all&segment=pageTitle==Tea")).containsExactly(1L);
    assertThat(ids("idSite=1&period=range&date=2024-03-04,2024-03-05")).containsExactly(2L, 1L);
    assertThat(ids("idSite=1&period=day&date=2024-03-06")).isEmpty();
  }

  @Test
  void columnsAreChosen() throws Exception {
    JsonNode visit =
        json(ask(
                "method=Live.getLastVisitsDetails&idSite=1&format=json&filter_limit=1"
                    + "&showColumns=idVisit,siteName"))
            .get(0);
    assertThat(visit).hasToString("{\"idVisit\":2,\"siteName\":\"shop\"}");
  }

  @Test
  void smallQuestions() throws Exception {
    String json = "&format=json";
    assertThat(ask("method=Live.getMostRecentVisitorId&idSite=1" + json))
        .isEqualTo("{\"value\":\"0123456789abcdf1\"}");
    assertThat(ask("method=Live.getMostRecentVisitsDateTime&idSite=1,2" + json))
        .isEqualTo("{\"value\":\"2024-03-05 09:00:00\"}");
    assertThat(
            ask(
                "method=Live.getMostRecentVisitsDateTime&idSite=1&period=day&date=2024-03-04"
                    + json))
        .isEqualTo("{\"value\":\"2024-03-04 09:16:40\"}");
    assertThat(
            json(ask(
                    "method=Live.getFirstVisitForVisitorId&idSite=1&visitorId=0123456789abcdf0"
                        + json))
                .get(0)
                .path("idVisit")
                .asInt())
        .isEqualTo(1);
    // The clock shows 12:00 on 15 March.
    String since = "method=Live.getCounters&idSite=1&lastMinutes=";
    assertThat(ask(since + 60 + json))
        .isEqualTo("[{\"visits\":0,\"actions\":0,\"visitors\":0,\"visitsConverted\":0}]");
    assertThat(ask(since + 11 * 24 * 60 + json))
        .isEqualTo("[{\"visits\":1,\"actions\":1,\"visitors\":1,\"visitsConverted\":0}]");
    assertThat(ask(since + (11 * 24 * 60 + 180) + json))
        .isEqualTo("[{\"visits\":2,\"actions\":8,\"visitors\":2,\"visitsConverted\":1}]");
  }

  @Test
  void whatIsTooMuchOrUnreadableIsRefused() throws Exception {
    for (String wrong :
        List.of(
            "method=Live.getLastVisitsDetails&idSite=1&filter_offset=2000000",
            "method=Live.getLastVisitsDetails&idSite=1&filter_limit=many",
            "method=Live.getLastVisitsDetails&idSite=1&visitorId=mia",
            "method=Live.getFirstVisitForVisitorId&idSite=1",
            "method=Live.getCounters&idSite=1",
            "method=Live.getCounters&idSite=1&lastMinutes=99999999")) {
      assertThat(json(ask(wrong + "&format=json")).path("result").asText())
          .as(wrong)
          .isEqualTo("error");
    }
  }

  @Test
  void onlyWhoMaySeeASiteSeesItsVisits() throws Exception {
    String reader = api.token("reader", false);
    api.grant("reader", blog, Right.VIEW);
    String question = "method=Live.getLastVisitsDetails&format=json&idSite=";
    assertThat(api.ask(reader, question + 1).status()).isEqualTo(401);
    assertThat(api.ask("", question + 2).status()).isEqualTo(401);
    assertThat(json(api.ask(reader, question + "all").body())).hasSize(1);
  }

  private static List<Long> ids(String question) throws Exception {
    JsonNode visits = json(ask("method=Live.getLastVisitsDetails&format=json&" + question));
    return visits.findValues("idVisit").stream().map(JsonNode::asLong).toList();
  }

  private static String ask(String question) throws IOException, InterruptedException {
    return api.ask(token, question).body();
  }

  private static JsonNode json(String body) throws IOException {
    return new ObjectMapper().readTree(body);
  }

  private static String golden(String file) throws IOException {
    try (InputStream in = LiveAnswersIT.class.getResourceAsStream("golden/" + file)) {
      assertThat(in).as("golden/" + file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

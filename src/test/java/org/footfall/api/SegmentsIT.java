package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.footfall.account.Right;
import org.footfall.api.TestApi.Reply;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments as clients ask for them, look for their words, save and share them. */
class SegmentsIT {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 14);
  private static final String VISITS =
      "method=VisitsSummary.getVisits&idSite=1&period=day&date=2024-03-14&segment=";

  private static TestApi api;
  private static String root;
  private static String viewer;
  private static String writer;
  private static String admin;

  @BeforeAll
  static void start() throws Exception {
    api = new TestApi();
    SiteId shop = api.addSite("shop", "UTC");
    SiteId blog = api.addSite("blog", "UTC");
    root = api.token("root", true);
    viewer = api.token("viewer", false);
    api.grant("viewer", shop, Right.VIEW);
    writer = api.token("writer", false);
    api.grant("writer", shop, Right.WRITE);
    admin = api.token("admin2", false);
    api.grant("admin2", shop, Right.ADMIN);
    for (int visitor = 1; visitor <= 40; visitor++) {
      int number = visitor;
      api.visit(
          shop,
          DAY,
          10,
          visitor,
          row ->
              row.set(Columns.COUNTRY, number <= 3 ? "fr" : "us")
                  .set(Columns.CITY, "City " + number % 35)
                  .set(Columns.USER_ID, number == 1 ? "ann" : "")
                  .set(Columns.GOALS_MET, number == 2 ? "1" : ""),
          number == 4 ? List.of("shop.example/a,b") : List.of("shop.example/", "shop.example/x"));
    }
    api.visit(blog, DAY, 9, 1, row -> {}, List.of("blog.example/"));
    assertThat(
            ask(
                root,
                "method=Goals.addGoal&idSite=1&name=Buy&matchAttribute=url&pattern=done"
                    + "&patternType=contains"))
        .isEqualTo("{\"value\":1}");
    assertThat(
            ask(
                root,
                "method=CustomDimensions.configureNewCustomDimension&idSite=1&name=Plan"
                    + "&scope=visit&active=1"))
        .isEqualTo("{\"value\":1}");
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static String ask(String token, String question) throws Exception {
    return api.ask(token, "format=json&" + question).body();
  }

  private static JsonNode json(String token, String question) throws Exception {
    return new ObjectMapper().readTree(ask(token, question));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A client encodes a value, then the definition; some encode all of it twice. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          countryCode==fr                                     | 3
          countryCode==fr,countryCode==us;actions>1           | 39
          actions>1;countryCode==fr,city==City%205            | 5
          pageUrl=@a%2Cb                                      | 1
          visitConvertedGoalName==buy                         | 1
          visitConvertedGoalName!=Buy                         | 39
          dimension1==                                        | 40
          userId==ann                                         | 1
          """)
  void countsTheSameHoweverItIsEncoded(String definition, int visits) throws Exception {
    String answer = "{\"value\":" + visits + "}";
    assertThat(ask(root, VISITS + encoded(definition))).isEqualTo(answer);
    assertThat(ask(root, VISITS + encoded(encoded(definition)))).isEqualTo(answer);
  }

  @Test
  void namesWhatIsNearAnUnknownName() throws Exception {
    assertThat(ask(root, VISITS + "visitortyp==new"))
        .contains("Segment 'visitortyp' is not a supported segment. Near it are: visitorType")
        .contains("\"result\":\"error\"");
    assertThat(ask(root, VISITS + "dimension2==a")).contains("Near it are: dimension1.");
    assertThat(ask(root, VISITS + "nosuch==1"))
        .contains("\"Segment 'nosuch' is not a supported segment.\"");
  }

  @Test
  void tellsWhatVisitsCanBeSelectedBy() throws Exception {
    List<String> names = new ArrayList<>();
    for (JsonNode line : json(viewer, "method=API.getSegmentsMetadata&idSites=1")) {
      names.add(line.get("segment").asText());
      assertThat(line.get("type").asText()).isIn("metric", "dimension");
      assertThat(line.get("category").asText()).isNotEmpty();
      assertThat(line.get("name").asText()).isNotEmpty();
      assertThat(line.has("needsMostFrequentValues")).isFalse();
    }
    assertThat(names).contains("actions", "dimension1", "bandwidth").doesNotHaveDuplicates();
    assertThat(names.indexOf("actions")).isLessThan(names.indexOf("deviceType"));
    assertThat(names.indexOf("deviceType")).isLessThan(names.indexOf("city"));
    String all = ask(root, "method=API.getSegmentsMetadata&_hideImplementationData=0");
    assertThat(all)
        .doesNotContain("dimension1")
        .contains("\"needsMostFrequentValues\":true")
        .contains("\"segment\":\"visitIp\",\"acceptedValues\":\"192.0.2.1\",\"permission\":true")
        .contains("\"unionOfSegments\":[\"pageUrl\",\"downloadUrl\",\"outlinkUrl\",\"eventUrl\"]");
    assertThat(api.get("format=xml&method=API.getSegmentsMetadata&token_auth=" + root).body())
        .contains("<segment>actionUrl</segment>");
    assertThat(api.get("format=json&method=API.getSegmentsMetadata").status()).isEqualTo(401);
  }

  @Test
  void suggestsTheMostFrequentValues() throws Exception {
    assertThat(suggested("countryCode")).isEqualTo("[\"us\",\"fr\"]");
    assertThat(suggested("pageUrl"))
        .isEqualTo(
            "[\"https:\\/\\/shop.example\\/\",\"https:\\/\\/shop.example\\/x\","
                + "\"https:\\/\\/shop.example\\/a,b\"]");
    assertThat(suggested("visitConvertedGoalName")).isEqualTo("[\"Buy\"]");
    assertThat(suggested("dimension1")).isEqualTo("[]");
    JsonNode cities =
        json(viewer, "method=API.getSuggestedValuesForSegment&segmentName=city&idSite=1");
    assertThat(cities).hasSize(30);
    assertThat(cities.get(0).asText()).isEqualTo("City 1");
    assertThat(suggested("citi")).contains("Near it are: city");
    assertThat(ask(viewer, "method=API.getSuggestedValuesForSegment&segmentName=city&idSite=2"))
        .contains("requires 'view' access");
  }

  private static String suggested(String name) throws Exception {
    return ask(viewer, "method=API.getSuggestedValuesForSegment&idSite=1&segmentName=" + name);
  }

  private static int add(String token, String name, String also) throws Exception {
    String answer =
        ask(
            token,
            "method=SegmentEditor.add&definition=countryCode%253D%253Dfr&name=" + name + also);
    assertThat(answer).startsWith("{\"value\":");
    return Integer.parseInt(answer.replaceAll("\\D", ""));
  }

  private static List<String> names(String token, String question) throws Exception {
    List<String> names = new ArrayList<>();
    json(token, "method=SegmentEditor.getAll" + question)
        .forEach(line -> names.add(line.get("name").asText()));
    return names;
  }

  @Test
  void savedSegmentsAreReadChangedAndDeleted() throws Exception {
    int id = add(admin, "French", "&idSite=1&autoArchive=1");
    JsonNode saved = json(admin, "method=SegmentEditor.get&idSegment=" + id);
    assertThat(saved.toString())
        .isEqualTo(
            "{\"idsegment\":"
                + id
                + ",\"name\":\"French\",\"definition\":\"countryCode%3D%3Dfr\","
                + "\"hash\":\"37d1b27c81afefbcf0961472b9abdb0f\",\"login\":\"admin2\","
                + "\"enable_all_users\":0,\"enable_only_idsite\":1,\"auto_archive\":1,"
                + "\"ts_created\":\"2024-03-15 12:00:00\",\"ts_last_edit\":null,\"deleted\":0}");
    String change =
        "method=SegmentEditor.update&idSite=1&name=Germans&definition="
            + encoded("countryCode==de;city!='x'&#")
            + "&idSegment=";
    assertThat(ask(admin, change + id)).isEqualTo("{\"value\":true}");
    JsonNode changed = json(admin, "method=SegmentEditor.get&idSegment=" + id);
    assertThat(changed.get("name").asText()).isEqualTo("Germans");
    assertThat(changed.get("definition").asText()).isEqualTo("countryCode==de;city!=%27x%27%26%23");
    assertThat(changed.get("auto_archive").asInt()).isZero();
    assertThat(changed.get("ts_last_edit").asText()).isEqualTo("2024-03-15 12:00:00");
    assertThat(ask(admin, "method=SegmentEditor.delete&idSegment=" + id))
        .isEqualTo("{\"value\":true}");
    assertThat(ask(admin, "method=SegmentEditor.get&idSegment=" + id))
        .contains("There is no segment " + id);
    assertThat(ask(admin, change + id)).contains("There is no segment");
  }

  @Test
  void whoSeesAndChangesWhat() throws Exception {
    int own = add(writer, "Own", "&idSite=1");
    int shared = add(admin, "Shared", "&idSite=1&enabledAllUsers=1");
    int everywhere = add(root, "Everywhere", "&enabledAllUsers=1");
    int elsewhere = add(root, "Elsewhere", "&idSite=2&enabledAllUsers=1");
    int mine = add(root, "Mine", "");
    assertThat(names(writer, "&idSite=1")).containsExactly("Own", "Everywhere", "Shared");
    assertThat(names(writer, "")).containsExactly("Own", "Everywhere", "Shared");
    assertThat(names(viewer, "&idSite=1")).containsExactly("Everywhere", "Shared");
    assertThat(names(root, "&idSite=2")).containsExactly("Elsewhere", "Everywhere", "Mine");
    assertThat(names(root, "")).endsWith("Shared", "Own");
    assertThat(ask(viewer, "method=SegmentEditor.getAll&idSite=2")).contains("requires 'view'");
    for (int hidden : new int[] {own, elsewhere, mine}) {
      assertThat(ask(viewer, "method=SegmentEditor.get&idSegment=" + hidden))
          .contains("There is no segment");
    }
    assertThat(ask(viewer, "method=SegmentEditor.get&idSegment=" + shared)).contains("Shared");
    assertThat(ask(writer, "method=SegmentEditor.delete&idSegment=" + shared))
        .contains("somebody else's");
    assertThat(
            ask(
                writer,
                "method=SegmentEditor.update&idSite=1&name=x&definition=actions%3E1&idSegment="
                    + shared))
        .contains("somebody else's");
    for (int id : new int[] {own, shared, everywhere, elsewhere, mine}) {
      assertThat(ask(root, "method=SegmentEditor.delete&idSegment=" + id)).contains("true");
    }
  }

  @Test
  void savingTakesRights() throws Exception {
    String add = "method=SegmentEditor.add&name=n&definition=actions%3E1";
    assertThat(ask(viewer, add + "&idSite=1")).contains("requires 'write' access");
    assertThat(ask(writer, add + "&idSite=1&autoArchive=1")).contains("requires 'admin' access");
    assertThat(ask(writer, add + "&idSite=1&enabledAllUsers=1"))
        .contains("requires 'admin' access");
    assertThat(ask(admin, add)).contains("requires 'superuser' access");
    assertThat(ask(admin, add + "&idSite=2")).contains("requires 'write' access");
    assertThat(ask("", add + "&idSite=1")).contains("requires 'write' access");
    assertThat(ask(viewer, "method=SegmentEditor.isUserCanAddNewSegment&idSite=1"))
        .isEqualTo("{\"value\":false}");
    assertThat(ask(writer, "method=SegmentEditor.isUserCanAddNewSegment&idSite=1"))
        .isEqualTo("{\"value\":true}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=n&definition=nosuch%3D%3D1",
        "name=n&definition=",
        "name=n&definition=%20",
        "name=%20&definition=actions%3E1",
        "definition=actions%3E1",
        "name=n&definition=actions",
        "name=n&definition=dimension9%3D%3D1"
      })
  void savesNothingThatMeansNothing(String sent) throws Exception {
    Reply reply = api.ask(root, "format=json&method=SegmentEditor.add&idSite=1&" + sent);
    assertThat(reply.body()).contains("\"result\":\"error\"");
    assertThat(
            ask(
                root,
                "method=SegmentEditor.add&idSite=1&definition=actions%3E1&name=" + "n".repeat(256)))
        .contains("at most 255");
    assertThat(ask(root, "method=SegmentEditor.add&name=n&definition=dimension1%3D%3Da"))
        .contains("Only visits of one site");
  }
}

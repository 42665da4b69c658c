package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.footfall.account.Right;
import org.footfall.api.TestApi.Reply;
import org.footfall.site.SiteId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goals and custom dimensions as clients define, change and read them. */
class DefinitionsIT {
  private static final String GOAL =
      "method=Goals.addGoal&idSite=1&name=Buy&matchAttribute=url&pattern=done&patternType=contains";
  private static final String DIMENSION =
      "method=CustomDimensions.configureNewCustomDimension&idSite=1&name=D&scope=action&active=1";

  private static TestApi api;
  private static String root;
  private static String viewer;
  private static String writer;

  @BeforeAll
  static void start() throws Exception {
    api = new TestApi();
    SiteId shop = api.addSite("shop", "UTC");
    api.addSite("blog", "UTC");
    api.addSite("forum", "UTC");
    root = api.token("root", true);
    viewer = api.token("viewer", false);
    api.grant("viewer", shop, Right.VIEW);
    writer = api.token("writer", false);
    api.grant("writer", shop, Right.WRITE);
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void goalsAreReadAsTheyWereDefined() throws Exception {
    String at = GOAL.replace("idSite=1", "idSite=2");
    assertThat(ask(root, at + "&revenue=2.50&allowMultipleConversionsPerVisit=1"))
        .isEqualTo("{\"value\":1}");
    assertThat(
            ask(
                root,
                "method=Goals.addGoal&idSite=2&name=Call&matchAttribute=manually&pattern=-"
                    + "&patternType=contains"))
        .isEqualTo("{\"value\":2}");
    assertThat(ask(root, "method=Goals.getGoals&idSite=2"))
        .isEqualTo(
            "[{\"idsite\":2,\"idgoal\":1,\"name\":\"Buy\",\"description\":\"\","
                + "\"match_attribute\":\"url\",\"pattern\":\"done\",\"pattern_type\":\"contains\","
                + "\"case_sensitive\":0,\"allow_multiple\":1,\"revenue\":2.5,\"deleted\":0,"
                + "\"event_value_as_revenue\":0},"
                + "{\"idsite\":2,\"idgoal\":2,\"name\":\"Call\",\"description\":\"\","
                + "\"match_attribute\":\"manually\",\"allow_multiple\":0,\"revenue\":0,"
                + "\"deleted\":0,\"event_value_as_revenue\":0}]");
    String change = at.replace("addGoal", "updateGoal").replace("Buy", "Bought");
    assertThat(ask(root, change + "&idGoal=1")).contains("success");
    assertThat(ask(root, "method=Goals.getGoal&idSite=2&idGoal=1")).contains("\"Bought\"");
    assertThat(ask(root, "method=Goals.deleteGoal&idSite=2&idGoal=1")).contains("success");
    assertThat(ask(root, "method=Goals.getGoal&idSite=2&idGoal=1")).isEqualTo("{\"value\":false}");
    assertThat(ask(root, at)).isEqualTo("{\"value\":3}");
  }

  @ParameterizedTest
  @CsvSource({
    "name,''",
    "name,nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
    "matchAttribute,moon",
    "patternType,like",
    "patternType,greater_than",
    "patternType,exact",
    "pattern,''",
    "revenue,-1",
    "revenue,1e9",
    "useEventValueAsRevenue,1"
  })
  void refusesGoalsThatMeanNothing(String name, String value) throws Exception {
    assertThat(ask(writer, with(GOAL, name, value))).contains("\"result\":\"error\"");
  }

  @Test
  void refusesAPatternThatIsNoExpression() throws Exception {
    String regex = with(GOAL, "patternType", "regex");
    assertThat(ask(writer, with(regex, "pattern", "("))).contains("not a regular expression");
    assertThat(ask(writer, with(regex, "pattern", "(".repeat(255)))).contains("error");
    assertThat(ask(writer, with(regex, "pattern", "a\\/b(.*)"))).contains("value");
  }

  @Test
  void definingNeedsTheRightToWrite() throws Exception {
    for (String question :
        new String[] {
          GOAL,
          GOAL.replace("addGoal", "updateGoal") + "&idGoal=1",
          "method=Goals.deleteGoal&idSite=1&idGoal=1",
          DIMENSION,
          "method=CustomDimensions.getAvailableScopes&idSite=1"
        }) {
      assertThat(api.ask(viewer, "format=json&" + question).status()).as(question).isEqualTo(401);
      assertThat(api.ask(writer, "format=json&" + question).status())
          .as(question)
          .isNotEqualTo(401);
    }
    assertThat(api.ask(viewer, "format=json&method=Goals.getGoals&idSite=1").status())
        .isEqualTo(200);
  }

  @Test
  void dimensionsAreReadAsTheyWereDefined() throws Exception {
    String at = DIMENSION.replace("idSite=1", "idSite=3");
    String form =
        at
            + "&extractions%5B0%5D%5Bdimension%5D=url&extractions%5B0%5D%5Bpattern%5D="
            + encode("/sub_(.{2})/page")
            + "&caseSensitive=0";
    assertThat(ask(root, form)).isEqualTo("{\"value\":1}");
    assertThat(ask(root, "method=CustomDimensions.getConfiguredCustomDimensions&idSite=3"))
        .isEqualTo(
            "[{\"idcustomdimension\":1,\"idsite\":3,\"name\":\"D\",\"index\":1,"
                + "\"scope\":\"action\",\"active\":true,\"extractions\":[{\"dimension\":\"url\","
                + "\"pattern\":\"\\/sub_(.{2})\\/page\"}],\"case_sensitive\":false}]");
    String change =
        "method=CustomDimensions.configureExistingCustomDimension&idSite=3&idDimension=";
    assertThat(ask(root, change + "1&name=E&active=0")).contains("success");
    assertThat(
            api.ask(
                    root,
                    "format=xml&method=CustomDimensions.getConfiguredCustomDimensions&idSite=3")
                .body())
        .contains("<name>E</name>", "<active>0</active>", "<extractions />");
    assertThat(ask(root, change + "7&name=E&active=0")).contains("no custom dimension 7");
    assertThat(ask(root, "method=CustomDimensions.getAvailableScopes&idSite=3"))
        .contains("\"value\":\"action\"", "\"numSlotsUsed\":1");
    assertThat(ask(root, "method=CustomDimensions.getAvailableExtractionDimensions"))
        .contains("urlparam");
  }

  @ParameterizedTest
  @CsvSource({
    "name,a<b",
    "name,a/b",
    "scope,page",
    "active,yes",
    "active,''",
  })
  void refusesDimensionsThatMeanNothing(String name, String value) throws Exception {
    assertThat(ask(writer, with(DIMENSION, name, value))).contains("\"result\":\"error\"");
  }

  @ParameterizedTest
  @CsvSource({"url,no group", "url,(a)(b)", "url,(", "moon,(a)", "action_name,("})
  void refusesExtractionsThatFindNothing(String origin, String pattern) throws Exception {
    String form =
        "&extractions%5B0%5D%5Bdimension%5D="
            + origin
            + "&extractions%5B0%5D%5Bpattern%5D="
            + encode(pattern);
    assertThat(ask(writer, DIMENSION + form)).contains("\"result\":\"error\"");
    assertThat(ask(writer, with(DIMENSION, "scope", "visit") + form)).contains("error");
  }

  private static String with(String query, String name, String value) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : query.split("&")) {
      parts.put(part.split("=")[0], part.substring(part.indexOf('=') + 1));
    }
    parts.put(name, encode(value));
    return parts.entrySet().stream()
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String ask(String token, String question) throws Exception {
    Reply reply = api.ask(token, "format=json&" + question);
    assertThat(reply.status()).isIn(200, 400);
    return reply.body();
  }
}

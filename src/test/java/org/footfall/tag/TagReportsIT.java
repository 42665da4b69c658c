package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From a page with the tag, as Footfall serves it, to the reports. */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagReportsIT {
  private RunningFootfall footfall;
  private Stage stage;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    footfall = new RunningFootfall(folder);
    footfall.answer(
        "Goals.addGoal",
        "idSite=1&name=Signed up&matchAttribute=manually&pattern=x&patternType=contains");
    footfall.answer(
        "CustomDimensions.configureNewCustomDimension",
        "idSite=1&name=Kind of member&scope=visit&active=1");
    footfall.answer(
        "CustomDimensions.configureNewCustomDimension",
        "idSite=1&name=Kind of page&scope=action&active=1");
    stage = new Stage("matomo.js", new TaggedSite(footfall.address()));
  }

  @AfterAll
  void stop() {
    stage.close();
    footfall.close();
  }

  /** What the visit below does, and the request each must have become. */
  private static final Map<String, String> DEEDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("['trackEvent', 'Video', 'play', 'Intro', 3]", "e_c=Video"),
              Map.entry("['trackSiteSearch', 'green tea', 'Drinks', 12]", "search=green%20tea"),
              Map.entry("['trackGoal', 1, 9.5]", "idgoal=1"),
              Map.entry("['trackLink', 'http://maker.test/tea', 'link']", "link"),
              Map.entry("['trackLink', 'http://maker.test/tea.pdf', 'download']", "download"),
              Map.entry("['trackContentImpression', 'Teaser', 'a.jpg', 'http://x.test']", "c_n"),
              Map.entry(
                  "['trackContentInteraction', 'click', 'Teaser', 'a.jpg', 'http://x.test']",
                  "c_i=click"),
              Map.entry(
                  "['addEcommerceItem', 'T1', 'Green tea', 'Drinks', 4.5, 2],"
                      + "['trackEcommerceOrder', 'A-17', 14, 9, 1.5, 5, 2]",
                  "ec_id=A-17"),
              Map.entry("['ping']", "ping=1")));

  /** Report, row, column and value. */
  private static final List<String> REPORTS =
      List.of(
          "VisitsSummary.get |  | nb_visits | 1",
          "Actions.getPageTitles | All teas | nb_hits | 2",
          "Actions.getPageUrls | /tea?size=big | nb_hits | 1",
          "Actions.getPageUrls | /tea?size=small | nb_hits | 1",
          "Events.getCategory | Video - play | sum_event_value | 3",
          "Actions.getSiteSearchKeywords | green tea | nb_hits | 1",
          "Actions.getSiteSearchCategories | Drinks | nb_actions | 1",
          "Actions.getOutlinks | maker.test/tea | nb_hits | 1",
          "Actions.getDownloads | maker.test/tea.pdf | nb_hits | 1",
          "Contents.getContentNames | Teaser - a.jpg | nb_impressions | 1",
          "Contents.getContentNames | Teaser - a.jpg | nb_interactions | 1",
          "UserId.getUsers | ada | nb_visits | 1",
          "CustomDimensions.getCustomDimension&idDimension=1 | gold | nb_visits | 1",
          "Goals.get&idGoal=1 |  | nb_conversions | 1",
          "Goals.get&idGoal=1 |  | revenue | 9.5",
          "Goals.get&idGoal=ecommerceOrder |  | nb_conversions | 1",
          "Goals.get&idGoal=ecommerceOrder |  | revenue | 14",
          "Goals.getItemsSku | T1 | quantity | 2");

  @Test
  void whatAVisitorDoesIsInTheReports() throws Exception {
    String path = stage.folder();
    stage.site.page(
        path + "/tea",
        Stage.html(
            path,
            "_paq.push(['setUserId', 'ada'], ['setCustomDimension', 1, 'gold'],"
                + " ['trackPageView', 'All teas', {dimension2: 'list'}]);",
            "matomo.js",
            ""));
    String id;
    try (BrowserContext profile = stage.chromium.profile(new Browser.NewContextOptions())) {
      Page page = stage.chromium.page(profile, "");
      page.navigate(stage.site.address() + path + "/tea?size=big");
      id = stage.site.take(path, "page view", Wanted.of("action_name=All%20teas")).value("_id");
      for (Map.Entry<String, String> deed : DEEDS.entrySet()) {
        page.evaluate("_paq.push(" + deed.getKey() + ")");
        Hit unused = stage.site.take(path, deed.getKey(), Wanted.of(deed.getValue()));
      }
      Page tab = stage.chromium.page(profile, "");
      String pass = "pk_vid=" + id + "1484879482d2bb13";
      tab.navigate(stage.site.address() + path + "/tea?" + pass + "&size=small");
      Hit second = stage.site.take(path, "the other tab", Wanted.of("url~.*" + pass + ".*"));
      assertThat(second.value("_id")).isEqualTo(id);
    }
    assertThat(stage.chromium.complaints).isEmpty();
    footfall.process();

    SoftAssertions all = new SoftAssertions();
    for (String line : REPORTS) {
      String[] words = line.split(" \\| ", -1);
      all.assertThat(value(words[0], words[1], words[2])).as(line).isEqualTo(words[3]);
    }
    JsonNode visit =
        footfall.answer("Live.getLastVisitsDetails", "idSite=1&period=range&date=last2").path(0);
    all.assertThat(visit.path("userId").asText()).isEqualTo("ada");
    List<String> types = new ArrayList<>();
    visit.path("actionDetails").forEach(action -> types.add(action.path("type").asText()));
    all.assertThat(types)
        .as("content is 13 in Matomo's answers, too; a ping is no action")
        .containsExactlyInAnyOrder(
            "action",
            "event",
            "search",
            "goal",
            "outlink",
            "download",
            "13",
            "13",
            "ecommerceOrder",
            "action");
    all.assertThat(visit.findValuesAsText("dimension2"))
        .as("of both page views: " + visit.path("actionDetails"))
        .filteredOn(value -> value.equals("list"))
        .hasSize(2);
    all.assertAll();
  }

  /** What a report says in a column of the row with a label, or without rows. */
  private String value(String report, String label, String column) throws Exception {
    String[] words = report.split("&", 2);
    JsonNode answer = footfall.report(words[0], words.length > 1 ? words[1] : "");
    for (JsonNode row : answer.isArray() ? answer : List.of(answer)) {
      if (row.path("label").asText().endsWith(label) && row.has(column)) {
        return row.get(column).asText();
      }
    }
    return "not in " + answer;
  }
}

package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
      tab.navigate(stage.site.address() + path + "/tea?size=small");
      Hit second = stage.site.take(path, "the other tab", Wanted.of("url~.*small"));
      assertThat(second.value("_id")).isEqualTo(id);
    }
    assertThat(stage.chromium.complaints).isEmpty();
    footfall.process();

    JsonNode visits = footfall.report("VisitsSummary.get");
    assertThat(visits.path("nb_visits").asInt()).as("one visit in two tabs").isEqualTo(1);
    assertThat(row("Actions.getPageTitles", "All teas", "nb_hits")).isEqualTo(2);
    assertThat(row("Actions.getPageUrls", path + "/tea?size=big", "nb_hits")).isEqualTo(1);
    assertThat(row("Events.getCategory", "Video - play", "sum_event_value")).isEqualTo(3);
    assertThat(row("Actions.getSiteSearchKeywords", "green tea", "nb_hits")).isEqualTo(1);
    assertThat(row("Actions.getSiteSearchCategories", "Drinks", "nb_hits")).isEqualTo(1);
    assertThat(row("Actions.getOutlinks", "maker.test/tea", "nb_hits")).isEqualTo(1);
    assertThat(row("Actions.getDownloads", "maker.test/tea.pdf", "nb_hits")).isEqualTo(1);
    assertThat(row("Contents.getContentNames", "Teaser - a.jpg", "nb_impressions")).isEqualTo(1);
    assertThat(row("Contents.getContentNames", "Teaser - a.jpg", "nb_interactions")).isEqualTo(1);
    assertThat(row("UserId.getUsers", "ada", "nb_visits")).isEqualTo(1);
    assertThat(row("CustomDimensions.getCustomDimension", "gold", "nb_visits", "idDimension=1"))
        .isEqualTo(1);
    assertThat(row("Goals.getItemsSku", "T1", "quantity")).isEqualTo(2);
    JsonNode goal = footfall.report("Goals.get", "idGoal=1");
    assertThat(List.of(goal.path("nb_conversions").asInt(), goal.path("revenue").asDouble()))
        .isEqualTo(List.of(1, 9.5));
    JsonNode order = footfall.report("Goals.get", "idGoal=ecommerceOrder");
    assertThat(List.of(order.path("nb_conversions").asInt(), order.path("revenue").asDouble()))
        .isEqualTo(List.of(1, 14.0));

    JsonNode visit = footfall.report("Live.getLastVisitsDetails").get(0);
    assertThat(visit.path("visitorId").asText()).isEqualTo(id);
    assertThat(visit.path("actionDetails").findValuesAsText("type"))
        .as("a ping is no action")
        .containsExactlyInAnyOrder(
            "action", "event", "search", "goal", "outlink", "download", "content", "content",
            "ecommerceOrder", "action");
    assertThat(visit.path("actionDetails").get(0).path("dimension2").asText()).isEqualTo("list");
  }

  private double row(String method, String label, String metric, String... parameters)
      throws Exception {
    JsonNode rows = footfall.report(method, parameters);
    for (JsonNode row : rows) {
      if (row.path("label").asText().equals(label)) {
        return row.path(metric).asDouble(-1);
      }
    }
    throw new AssertionError(method + " has no row " + label + ": " + rows);
  }
}

package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.footfall.account.Right;
import org.footfall.site.SiteId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sites side by side: by group, and as a report with all that is needed to show it. */
class SitesByGroupIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate DAY = LocalDate.of(2024, 3, 14);
  private static final String ASKED =
      "method=MultiSites.getAllWithGroups&period=day&date=2024-03-14&format=json";

  private static TestApi api;
  private static String root;

  @BeforeAll
  static void open() throws Exception {
    api = new TestApi();
    root = api.token("root", true);
    SiteId lone = api.addSite("Lone", "UTC");
    SiteId first = grouped("First");
    SiteId second = grouped("Second");
    visits(lone, 3);
    visits(first, 2);
    visits(second, 2);
    api.token("nobody", false);
    api.token("viewer", false);
    api.grant("viewer", first, Right.VIEW);
  }

  private static SiteId grouped(String name) throws Exception {
    SiteId id = api.addSite(name, "UTC");
    String question = "method=SitesManager.updateSite&group=Shops&idSite=" + id;
    assertThat(api.ask(root, question).status()).isEqualTo(200);
    return id;
  }

  private static void visits(SiteId site, int count) {
    for (int visitor = 1; visitor <= count; visitor++) {
      api.visit(site, DAY, 8, visitor, row -> {}, List.of("a.example/", "a.example/b"));
    }
  }

  @AfterAll
  static void close() {
    api.close();
  }

  @Test
  void aGroupStandsWhereItsSumPutsItAndItsSitesBelow() throws Exception {
    JsonNode answer = ask(ASKED);
    assertThat(answer.get("numSites").asInt()).isEqualTo(3);
    assertThat(answer.get("totals").toString())
        .isEqualTo("{\"nb_visits\":7,\"nb_actions\":14,\"nb_pageviews\":14,\"revenue\":0}");
    assertThat(labels(answer)).containsExactly("Shops", "First", "Second", "Lone");
    JsonNode group = answer.get("sites").get(0);
    assertThat(group.get("isGroup").asInt()).isEqualTo(1);
    assertThat(group.get("nb_visits").asInt()).isEqualTo(4);
    assertThat(group.get("visits_evolution").asText()).isEqualTo("100%");
    JsonNode site = answer.get("sites").get(1);
    assertThat(site.has("isGroup")).isFalse();
    assertThat(site.get("group").asText()).isEqualTo("Shops");
    assertThat(site.get("idsite").asInt()).isEqualTo(2);
  }

  @Test
  void onePageOfThemIsToldWithTheSumsOfAll() throws Exception {
    JsonNode answer = ask(ASKED + "&filter_limit=2&filter_offset=1&filter_sort_order=asc");
    assertThat(labels(answer)).containsExactly("Shops", "Second");
    assertThat(answer.get("totals").get("nb_visits").asInt()).isEqualTo(7);
    assertThat(answer.get("numSites").asInt()).isEqualTo(3);
    JsonNode found = ask(ASKED + "&pattern=lone");
    assertThat(labels(found)).containsExactly("Lone");
    assertThat(found.get("numSites").asInt()).isEqualTo(1);
    assertThat(labels(ask(ASKED + "&pattern=nothing"))).isEmpty();
  }

  @Test
  void severalPeriodsAreRefused() throws Exception {
    assertThat(ask(ASKED.replace("date=2024-03-14", "date=last3")).get("message").asText())
        .contains("one period");
  }

  @Test
  void aReportOnSitesOfWhichNoneMatchesIsAnEmptyOne() throws Exception {
    for (String dates : List.of("date=2024-03-14", "date=last3")) {
      JsonNode answer =
          ask(
              "method=API.getProcessedReport&idSite=1&apiModule=MultiSites&apiAction=getAll"
                  + "&period=day&format=json&pattern=nothing&"
                  + dates);
      assertThat(answer.toString()).contains("\"reportData\":").doesNotContain("error");
      JsonNode data = answer.get("reportData");
      assertThat(data).hasSize(dates.endsWith("last3") ? 3 : 0);
      data.forEach(day -> assertThat(day).isEmpty());
    }
  }

  private static List<String> labels(JsonNode answer) {
    List<String> labels = new ArrayList<>();
    answer.get("sites").forEach(line -> labels.add(line.get("label").asText()));
    return labels;
  }

  private static JsonNode ask(String question) throws Exception {
    TestApi.Reply reply = api.ask(root, question);
    assertThat(reply.status()).isIn(200, 400);
    return JSON.readTree(reply.body());
  }
}

package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.footfall.account.Right;
import org.footfall.site.SiteId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notes on days, and how fresh data are. */
class AnnotationsIT {
  private TestApi api;
  private SiteId site;
  private String root;
  private String writer;
  private String viewer;

  @BeforeEach
  void open() throws Exception {
    api = new TestApi();
    site = api.addSite("One", "Europe/Paris");
    api.addSite("Two", "UTC");
    root = api.token("root", true);
    writer = api.token("writer", false);
    api.grant("writer", site, Right.WRITE);
    viewer = api.token("viewer", false);
    api.grant("viewer", site, Right.VIEW);
  }

  @AfterEach
  void close() {
    api.close();
  }

  private String ask(String token, String question) throws Exception {
    return api.ask(token, "format=json&method=Annotations." + question).body();
  }

  @Test
  void notesAreAddedReadChangedAndDeleted() throws Exception {
    assertThat(ask(writer, "add&idSite=1&date=2024-03-10&note=Campaign+%F0%9F%A6%86&starred=1"))
        .isEqualTo(
            "{\"date\":\"2024-03-10\",\"note\":\"Campaign \\uD83E\\uDD86\",\"starred\":1,"
                + "\"user\":\"writer\",\"idNote\":0,\"canEditOrDelete\":true}");
    assertThat(ask(writer, "add&idSite=1&date=today&note=Now"))
        .contains("\"date\":\"2024-03-15\"", "\"idNote\":1", "\"starred\":0");
    assertThat(ask(viewer, "getAll&idSite=1"))
        .startsWith("{\"1\":[{\"date\":\"2024-03-10\"")
        .contains("\"idNote\":1")
        .contains("\"canEditOrDelete\":false");
    assertThat(ask(writer, "save&idSite=1&idNote=0&note=Changed"))
        .contains("\"note\":\"Changed\"", "\"date\":\"2024-03-10\"", "\"starred\":1");
    assertThat(ask(writer, "save&idSite=1&idNote=0&starred=0&date=2024-03-11"))
        .contains("\"note\":\"Changed\"", "\"date\":\"2024-03-11\"", "\"starred\":0");
    assertThat(ask(viewer, "get&idSite=1&idNote=0")).contains("Changed");
    assertThat(ask(writer, "delete&idSite=1&idNote=0")).contains("success");
    assertThat(ask(writer, "delete&idSite=1&idNote=0")).contains("The site 1 has no note 0.");
    assertThat(ask(writer, "add&idSite=1&date=today&note=Next")).contains("\"idNote\":2");
    assertThat(ask(root, "deleteAll&idSite=1")).contains("success");
    assertThat(ask(viewer, "getAll&idSite=1")).isEqualTo("{\"1\":[]}");
  }

  @Test
  void notesArePickedAndCountedByPeriod() throws Exception {
    for (String date : List.of("2024-03-01", "2024-03-10", "2024-03-10", "2024-02-28")) {
      ask(writer, "add&idSite=1&date=" + date + "&note=of+" + date + "&starred=1");
    }
    assertThat(ask(root, "getAll&idSite=all&date=2024-03-10&period=day"))
        .contains("\"idNote\":1", "\"idNote\":2")
        .doesNotContain("\"idNote\":0")
        .endsWith("\"2\":[]}");
    assertThat(ask(viewer, "getAll&idSite=1&date=2024-03-10&period=month&lastN=2"))
        .contains("of 2024-02-28", "of 2024-03-01");
    assertThat(
            ask(
                viewer,
                "getAnnotationCountForDates&idSite=1&date=2024-03-20&period=month&lastN=2"
                    + "&getAnnotationText=1"))
        .isEqualTo(
            "{\"1\":[[\"2024-02-01\",{\"count\":1,\"starred\":1,\"note\":\"of 2024-02-28\"}],"
                + "[\"2024-03-01\",{\"count\":3,\"starred\":3}]]}");
    assertThat(
            ask(
                viewer,
                "getAnnotationCountForDates&idSite=1&date=2024-03-09,2024-03-10&period=day"))
        .isEqualTo(
            "{\"1\":[[\"2024-03-09\",{\"count\":0,\"starred\":0}],"
                + "[\"2024-03-10\",{\"count\":2,\"starred\":2}]]}");
    assertThat(
            api.ask(
                    viewer,
                    "method=Annotations.getAnnotationCountForDates&idSite=1&date=today&period=day")
                .body())
        .contains("<count>0</count>");
  }

  @Test
  void onlyWritersChangeNotesAndOnlySuperusersDeleteAll() throws Exception {
    ask(writer, "add&idSite=1&date=today&note=Kept");
    for (String change :
        List.of(
            "add&idSite=1&date=today&note=x", "save&idSite=1&idNote=0&note=x",
            "delete&idSite=1&idNote=0", "deleteAll&idSite=1")) {
      for (String who : List.of(viewer, "")) {
        TestApi.Reply reply = api.ask(who, "format=json&method=Annotations." + change);
        assertThat(reply.status()).as(change).isEqualTo(401);
      }
    }
    assertThat(api.ask(writer, "method=Annotations.deleteAll&idSite=1").status()).isEqualTo(401);
    assertThat(api.ask(writer, "method=Annotations.add&idSite=2&date=today&note=x").status())
        .isEqualTo(401);
    assertThat(api.ask("", "method=Annotations.getAll&idSite=1").status()).isEqualTo(401);
    assertThat(ask(viewer, "getAll&idSite=1")).contains("Kept");
    assertThat(ask(writer, "add&idSite=1&date=today&note=" + "x".repeat(2001)))
        .contains("at most 2000 characters");
    assertThat(ask(writer, "add&idSite=1&date=never&note=x")).contains("Date format");
  }

  @Test
  void everyAnswerSaysHowFreshItIsAndAMethodDoesForSites() throws Exception {
    api.visit(
        site, LocalDate.of(2024, 3, 14), 9, 1, row -> {}, List.of("one.example/", "one.example/a"));
    TestApi.Reply reply = api.ask(root, "format=json&method=API.getDataFreshness&idSite=all");
    assertThat(reply.body())
        .isEqualTo(
            "[{\"idSite\":1,\"dataUntil\":\"2024-03-15T12:00:00Z\","
                + "\"lastAction\":\"2024-03-14T09:00:10Z\"},"
                + "{\"idSite\":2,\"dataUntil\":\"2024-03-15T12:00:00Z\",\"lastAction\":\"\"}]");
    assertThat(reply.dataUntil()).isEqualTo("2024-03-15T12:00:00Z");
    assertThat(api.ask(viewer, "method=API.getDataFreshness&idSite=2").status()).isEqualTo(401);
  }
}

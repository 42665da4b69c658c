package org.footfall.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.footfall.testing.Await;
import org.footfall.whole.HostileRequests.Hostile;
import org.footfall.whole.RawHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bad input, tried on the built jar: it harms nobody but its sender. */
class HostileHitsIT {
  private static final String PAGE = "/good/";

  private WholeServer server;
  private final Map<String, Long> sent = new TreeMap<>();

  @BeforeEach
  void start() throws Exception {
    server =
        WholeServer.start(
            "[http]\nidle_timeout = \"2 s\"\n[transfer]\ninterval = \"1 s\"\nbatch = 50\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void eachIsAnsweredAndCountedAndEveryNeighbourIsInTheReportOnce() throws Exception {
    SoftAssertions all = new SoftAssertions();
    for (Hostile hostile : HostileRequests.of(server)) {
      all.assertThat(good()).as("before %s", hostile.name()).isEqualTo(200);
      double before = server.metric(hostile.counter());
      Answer answer = hostile.sending().send();
      all.assertThat(answer.status()).as(hostile.name()).isBetween(200, 499);
      all.assertThat(answer.text())
          .as(hostile.name())
          .doesNotContain("\tat ", "Exception", "org.footfall", "java.");
      all.check(
          () ->
              Await.until(
                  hostile.counter() + " rises with " + hostile.name(),
                  10,
                  () -> server.metric(hostile.counter()) > before));
      all.assertThat(goodBulk()).as("after %s", hostile.name()).isEqualTo(200);
    }
    assertThat(good()).isEqualTo(200);
    Await.until("the transfer has caught up", () -> waiting() == 0);
    server.process();
    all.assertThat(goodPages()).isEqualTo(sent);
    all.assertThat(server.metric("footfall_transfer_hits_total{fate=\"rejected\"")).isZero();
    all.assertThat(server.status("/health/ready")).isEqualTo(200);
    all.assertThat(server.all.footfall.log()).doesNotContain("\tat ", "Exception", " ERROR ");
    all.assertAll();
  }

  private double waiting() throws Exception {
    return server.metric("footfall_queue_waiting_hits");
  }

  private String next() {
    String page = PAGE + sent.size();
    sent.put(page, 1L);
    return "rec=1&idsite=" + server.site() + "&url=https://shop.example" + page;
  }

  private int good() throws Exception {
    return server.status("/matomo.php?" + next());
  }

  /** Two good hits around one that is not. */
  private int goodBulk() throws Exception {
    List<String> items = new ArrayList<>();
    for (String query : List.of(next(), "rec=1&idsite=1&cid=short&url=%zz", next())) {
      items.add("\"?" + query + "\"");
    }
    byte[] body =
        ("{\"requests\":[" + String.join(",", items) + "]}").getBytes(StandardCharsets.UTF_8);
    return new RawHttp(server.all.footfall.port()).post("/matomo.php", body).status();
  }

  private Map<String, Long> goodPages() throws Exception {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Map<String, Long> pages = server.pages(today.minusDays(1), today);
    pages.keySet().removeIf(page -> !page.startsWith(PAGE));
    return pages;
  }
}

package org.footfall.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.matomo.java.tracking.MatomoException;
import org.matomo.java.tracking.MatomoRequest;
import org.matomo.java.tracking.MatomoRequests;
import org.matomo.java.tracking.MatomoTracker;
import org.matomo.java.tracking.TrackerConfiguration;
import org.matomo.java.tracking.parameters.VisitorId;

/** What applications use that are written in Java: Matomo's own client, unchanged. */
class JavaClientIT {
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final LocalDate then = today.minusDays(20);
  private WholeServer server;
  private MatomoTracker tracker;

  @BeforeEach
  void start() throws Exception {
    server = WholeServer.start("");
    URI endpoint = server.address("/matomo.php");
    tracker =
        new MatomoTracker(
            TrackerConfiguration.builder()
                .apiEndpoint(endpoint)
                .defaultSiteId(server.site())
                .build());
  }

  @AfterEach
  void stop() throws Exception {
    tracker.close();
    server.close();
  }

  @Test
  void singleHitsOfOneVisitorAreOneVisit() throws Exception {
    tracker.sendRequest(page("Start", "/", 1).build());
    tracker.sendRequest(page("Prices & more", "/prices?a=ü", 1).build());
    tracker.sendRequestAsync(page("Start", "/", 1).build()).join();
    server.process();
    assertThat(server.figure(today, today.plusDays(1), "nb_visits")).isEqualTo(1);
    assertThat(server.figure(today, today.plusDays(1), "nb_actions")).isEqualTo(3);
    assertThat(server.pages(today, today.plusDays(1)))
        .isEqualTo(Map.of("/", 2L, "/prices?a=ü", 1L));
    assertThat(
            server.ask(
                "Actions.getPageTitles",
                "idSite=" + server.site(),
                "flat=1&period=range&date=" + today + "," + today.plusDays(1)))
        .extracting(row -> row.get("label").asText() + " " + row.get("nb_hits").asLong())
        .containsExactlyInAnyOrder("Start 2", "Prices & more 1");
  }

  @Test
  void aBulkRequestHoldsTheVisitsOfSeveralVisitors() throws Exception {
    tracker.sendBulkRequest(
        List.of(
            page("Start", "/", 1).build(),
            page("Start", "/", 2).build(),
            page("Prices", "/prices", 1).build(),
            page("Start", "/", 3).build(),
            page("Prices", "/prices", 3).build()));
    tracker.sendBulkRequestAsync(List.of(page("Thanks", "/thanks", 3).build())).join();
    server.process();
    assertThat(server.figure(today, today.plusDays(1), "nb_visits")).isEqualTo(3);
    assertThat(server.figure(today, today.plusDays(1), "nb_actions")).isEqualTo(6);
    assertThat(server.pages(today, today.plusDays(1)))
        .isEqualTo(Map.of("/", 3L, "/prices", 2L, "/thanks", 1L));
  }

  @Test
  void theTimeOfOldHitsNeedsTheToken() throws Exception {
    assertThatThrownBy(() -> tracker.sendRequest(old("/first", 9, 1, "0".repeat(32))))
        .isInstanceOf(MatomoException.class)
        .hasMessageContaining("400");
    tracker.sendRequest(old("/first", 9, 1, server.token()));
    tracker.sendBulkRequest(
        List.of(old("/second", 12, 1, server.token()), old("/first", 12, 2, null)));
    server.process();
    assertThat(server.figure(then, then, "nb_visits")).isEqualTo(3);
    assertThat(server.figure(then, then, "nb_actions")).isEqualTo(3);
    assertThat(server.figure(then, then, "nb_uniq_visitors")).isEqualTo(2);
    assertThat(server.pages(then, then)).isEqualTo(Map.of("/first", 2L, "/second", 1L));
    assertThat(server.figure(today, today.plusDays(1), "nb_visits")).isZero();
  }

  /** These visitors differ in nothing but their id, so it is sent as one that is meant so. */
  private static MatomoRequest.MatomoRequestBuilder page(String title, String path, long visitor) {
    return MatomoRequests.pageView(title)
        .actionUrl("https://shop.example" + path)
        .visitorCustomId(VisitorId.fromHash(visitor));
  }

  private MatomoRequest old(String path, int hour, long visitor, String token) {
    return page("Old", path, visitor)
        .requestTimestamp(then.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC))
        .authToken(token)
        .build();
  }
}

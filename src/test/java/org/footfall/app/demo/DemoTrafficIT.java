package org.footfall.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.footfall.queue.HitQueue;
import org.footfall.site.LocalChanges;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.testing.TestDatabase;
import org.footfall.tracking.Shards;
import org.footfall.tracking.TrackingRequest;
import org.footfall.tracking.TrackingRequestCodec;
import org.junit.jupiter.api.Test;

class DemoTrafficIT {
  private static final int SHARDS = 16;
  private static final Instant NOW = Instant.parse("2026-11-23T13:03:00Z");

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<TrackingRequest> hits = new ArrayList<>();
  private final HitQueue queue =
      payloads -> {
        for (HitQueue.Payload payload : payloads) {
          TrackingRequest hit = TrackingRequestCodec.decode(payload.bytes());
          assertThat(payload.shard()).isEqualTo(Shards.of(hit.site(), SHARDS));
          hits.add(hit);
        }
        return CompletableFuture.completedFuture(null);
      };

  @Test
  void eightWeeksOfBelievableTrafficAreQueuedOnce() throws Exception {
    try (Database database = TestDatabase.fresh()) {
      SiteStore sites = new SiteStore(database, clock, new LocalChanges());
      PrintStream progress = new PrintStream(printed, true, StandardCharsets.UTF_8);
      DemoTraffic demo = new DemoTraffic(sites, queue, SHARDS, clock, progress);

      long made = demo.run();

      assertThat(made).isEqualTo(hits.size()).isBetween(150_000L, 400_000L);
      assertThat(sites.all()).extracting(Site::type).containsExactly("website", "mobileapp");
      assertThat(printed.toString(StandardCharsets.UTF_8)).contains("up to");
      hitsAreInOrderAndNoneIsAhead();
      everyDayHasThousandsAndSundaysMore();
      visitorsComeAgainAndFromManyPlaces();
      assertThat(demo.run()).isZero();
      assertThat(sites.all()).hasSize(2);
    }
  }

  private void hitsAreInOrderAndNoneIsAhead() {
    Map<SiteId, Instant> last = new HashMap<>();
    for (TrackingRequest hit : hits) {
      Instant before = last.put(hit.site(), hit.receivedAt());
      assertThat(before == null || !hit.receivedAt().isBefore(before)).isTrue();
      assertThat(hit.receivedAt()).isBeforeOrEqualTo(NOW);
    }
  }

  private void everyDayHasThousandsAndSundaysMore() {
    Map<LocalDate, Integer> days = new HashMap<>();
    for (TrackingRequest hit : hits) {
      days.merge(hit.receivedAt().atZone(ZoneId.of("Europe/Paris")).toLocalDate(), 1, Integer::sum);
    }
    assertThat(days).hasSize(57);
    assertThat(days.values()).allMatch(count -> count > 1_000);
    assertThat(days.get(LocalDate.of(2026, 11, 22)))
        .isGreaterThan(days.get(LocalDate.of(2026, 11, 18)));
  }

  private void visitorsComeAgainAndFromManyPlaces() {
    Set<String> ids = new HashSet<>();
    Set<String> countries = new HashSet<>();
    int without = 0;
    for (TrackingRequest hit : hits) {
      ids.add(hit.parameter("_id"));
      countries.add(hit.place().country());
      without += hit.parameter("_id").isEmpty() ? 1 : 0;
    }
    assertThat(countries).hasSizeGreaterThan(8);
    assertThat(ids.size()).isBetween(10_000, hits.size() / 3);
    assertThat(without).isBetween(hits.size() / 20, hits.size() / 2);
  }
}

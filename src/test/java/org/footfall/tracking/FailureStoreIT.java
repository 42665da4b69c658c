package org.footfall.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.footfall.store.Database;
import org.footfall.testing.TestDatabase;
import org.footfall.tracking.TrackingFailure.Kind;
import org.junit.jupiter.api.Test;

class FailureStoreIT {
  private static final Instant NOW = Snapshots.NOW;

  @Test
  void failuresAreKeptForTwoDaysAndNeverTooMany() {
    try (Database database = TestDatabase.fresh()) {
      FailureStore store = at(database, NOW);
      TrackingFailure first = new TrackingFailure(7, Kind.SITE, NOW, "idsite=7", "http://a/é");
      TrackingFailure other = new TrackingFailure(7, Kind.RIGHT, NOW, "x".repeat(2_000), "");
      store.save(List.of(first, other));
      store.save(List.of(new TrackingFailure(7, Kind.SITE, NOW.plusSeconds(9), "later", "")));
      assertThat(store.all()).containsExactly(first, other);
      store.delete(7, 2);
      assertThat(store.all()).containsExactly(first);
      assertThat(at(database, NOW.plus(Duration.ofHours(49))).all()).isEmpty();
      at(database, NOW.plus(Duration.ofHours(49))).save(List.of());
      assertThat(store.all()).isEmpty();
      store.save(
          IntStream.range(1, 1_200)
              .mapToObj(site -> new TrackingFailure(site, Kind.SITE, NOW, "", ""))
              .toList());
      assertThat(store.all()).hasSize(1_000);
      store.deleteAll();
      assertThat(store.all()).isEmpty();
    }
  }

  private static FailureStore at(Database database, Instant now) {
    return new FailureStore(database, Clock.fixed(now, ZoneOffset.UTC));
  }
}

package org.footfall.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.footfall.store.Database;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SavedSegmentStoreIT {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final SiteId ONE = new SiteId(1);
  private static final SiteId TWO = new SiteId(2);
  private static final int AT_ONCE = 6;

  private final Database database = TestDatabase.fresh();
  private final SavedSegmentStore saved =
      new SavedSegmentStore(database, Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whoMaySeeWhatIsAskedOfTheDatabase() {
    add("ann", "b own", Optional.of(ONE), false);
    add("ann", "a own of all", Optional.empty(), false);
    add("bob", "c shared", Optional.of(ONE), true);
    add("bob", "d hidden", Optional.of(ONE), false);
    add("bob", "e shared of two", Optional.of(TWO), true);
    assertThat(names(saved.visible("ann", false, Optional.empty())))
        .containsExactly("a own of all", "b own", "c shared", "e shared of two");
    assertThat(names(saved.visible("ann", false, Optional.of(ONE))))
        .containsExactly("a own of all", "b own", "c shared");
    assertThat(names(saved.visible("ann", true, Optional.of(TWO))))
        .containsExactly("a own of all", "e shared of two");
    assertThat(names(saved.visible("", false, Optional.of(ONE)))).containsExactly("c shared");
  }

  @Test
  void severalAtOnceDoNotGetMoreThanThereMayBe() throws Exception {
    database.change(
        "INSERT INTO account (login, email, password_hash, superuser, created_at)"
            + " VALUES ('ann', 'ann@site.example', '', FALSE, NOW(6))");
    database.change(
        "INSERT INTO saved_segment (name, definition, site, login, shared, prepared, created_at)"
            + " SELECT seq, 'actions>1', 1, 'ann', FALSE, FALSE, NOW(6) FROM seq_1_to_"
            + (SavedSegment.MOST - 1));
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      CyclicBarrier together = new CyclicBarrier(AT_ONCE);
      List<Future<OptionalInt>> adding = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        adding.add(
            threads.submit(
                () -> {
                  together.await();
                  return saved.add("ann", wish("one more", Optional.of(ONE), false));
                }));
      }
      int added = 0;
      for (Future<OptionalInt> each : adding) {
        added += each.get().isPresent() ? 1 : 0;
      }
      assertThat(added).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(saved.visible("ann", false, Optional.empty())).hasSize(SavedSegment.MOST);
  }

  private void add(String login, String name, Optional<SiteId> site, boolean shared) {
    assertThat(saved.add(login, wish(name, site, shared))).isPresent();
  }

  private static SavedSegment.Wish wish(String name, Optional<SiteId> site, boolean shared) {
    return new SavedSegment.Wish(name, "actions>1", site, false, shared);
  }

  private static List<String> names(List<SavedSegment> segments) {
    return segments.stream().map(segment -> segment.wish().name()).toList();
  }
}

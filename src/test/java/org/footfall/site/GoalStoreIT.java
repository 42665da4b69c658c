package org.footfall.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.footfall.store.Database;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class GoalStoreIT {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private final Database database = TestDatabase.fresh();
  private final LocalChanges changes = new LocalChanges();
  private final GoalStore goals = new GoalStore(database, changes);
  private final SiteId site =
      new SiteStore(database, Clock.fixed(NOW, ZoneOffset.UTC), changes)
          .add(NewSite.website("s", "https://s.example", ZoneOffset.UTC, NOW));

  @Test
  void numbersAreNeverUsedTwice() {
    assertThat(goals.add(site, wish("one"))).hasValue(1);
    assertThat(goals.add(site, wish("two"))).hasValue(2);
    assertThat(goals.delete(site, 2)).isTrue();
    assertThat(goals.delete(site, 2)).isFalse();
    assertThat(goals.update(site, 2, wish("again"))).isFalse();
    assertThat(goals.add(site, wish("three"))).hasValue(3);
    assertThat(goals.of(site)).extracting(Goal::id).containsExactly(1, 3);
    assertThat(database.<java.util.List<Goal>>read(goals::all))
        .extracting(Goal::deleted)
        .containsExactly(false, true, false);
  }

  @Test
  void everyValueComesBackAndChangesAreTold() {
    AtomicInteger told = new AtomicInteger();
    changes.listen(told::incrementAndGet);
    Goal.Wish full =
        new Goal.Wish(
            "n 🦆",
            "d",
            Goal.Subject.EVENT_NAME,
            "(.*)store\\/x\\.(.*)",
            Goal.PatternKind.REGEX,
            true,
            true,
            new BigDecimal("12.34"),
            true);
    int id = goals.add(site, wish("x")).orElseThrow();
    assertThat(goals.update(site, id, full)).isTrue();
    assertThat(goals.find(site, id).orElseThrow().wish()).isEqualTo(full);
    assertThat(told).hasValue(2);
  }

  @Test
  void aSiteThatIsNotThereGetsNoGoal() {
    assertThat(goals.add(new SiteId(9), wish("x"))).isEmpty();
  }

  private static Goal.Wish wish(String name) {
    return new Goal.Wish(
        name,
        "",
        Goal.Subject.URL,
        "x",
        Goal.PatternKind.CONTAINS,
        false,
        false,
        BigDecimal.ZERO,
        false);
  }
}

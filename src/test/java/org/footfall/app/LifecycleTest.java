package org.footfall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final List<String> stopped = new CopyOnWriteArrayList<>();
  private final Lifecycle life = new Lifecycle();

  @Test
  void whatStartedLastStopsFirst() {
    for (String name : List.of("database", "queue", "web server")) {
      life.started(name, LONG, () -> stopped.add(name));
    }
    life.stop();
    assertThat(stopped).containsExactly("web server", "queue", "database");
  }

  @Test
  void aPartThatFailsToStopDoesNotKeepTheOthers() {
    life.started("database", LONG, () -> stopped.add("database"));
    life.started(
        "queue",
        LONG,
        () -> {
          throw new IllegalStateException("broken");
        });
    life.stop();
    assertThat(stopped).containsExactly("database");
  }

  @Test
  void aPartThatHangsIsLeftBehindAtItsDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    life.started("database", LONG, () -> stopped.add("database"));
    life.started("queue", SHORT, never::await);
    life.stop();
    assertThat(stopped).containsExactly("database");
  }

  @Test
  void stoppingTwiceStopsOnce() {
    life.started("database", LONG, () -> stopped.add("database"));
    life.stop();
    life.stop();
    assertThat(stopped).hasSize(1);
  }

  @Test
  void nothingStartsAnyMoreOnceItStops() {
    life.stop();
    assertThatThrownBy(() -> life.started("late", LONG, () -> {}))
        .isInstanceOf(IllegalStateException.class);
  }
}

package org.footfall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.footfall.app.Health.Finding;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(50);
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void everyLookIsANewOne() throws InterruptedException {
    AtomicInteger looks = new AtomicInteger();
    HealthCheck counting = new HealthCheck("x", () -> "look " + looks.incrementAndGet());
    try (Health health = new Health(List.of(counting), LONG)) {
      assertThat(health.look()).extracting(Finding::detail).containsExactly("look 1");
      assertThat(health.look()).extracting(Finding::detail).containsExactly("look 2");
    }
  }

  @Test
  void whatFailsSaysWhy() throws InterruptedException {
    HealthCheck failing =
        new HealthCheck(
            "x",
            () -> {
              throw new IllegalStateException("no disk");
            });
    try (Health health = new Health(List.of(failing), LONG)) {
      assertThat(health.look().get(0)).isEqualTo(new Finding("x", false, "no disk", 0));
    }
  }

  @Test
  void aHangingCheckDoesNotHideTheOthers() throws InterruptedException {
    HealthCheck hanging = new HealthCheck("hangs", () -> awaitNever());
    HealthCheck fine = new HealthCheck("fine", () -> "ok");
    try (Health health = new Health(List.of(hanging, fine), SHORT)) {
      assertThat(health.look()).extracting(Finding::ok).containsExactly(false, true);
    }
  }

  @Test
  void hangingChecksDoNotPileUp() throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    HealthCheck deaf =
        new HealthCheck(
            "deaf",
            () -> {
              begun.incrementAndGet();
              boolean interrupted = true;
              while (interrupted) {
                interrupted = isInterruptedWaiting();
              }
              return "";
            });
    try (Health health = new Health(List.of(deaf), Duration.ofMillis(5))) {
      List<Finding> findings = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        findings.addAll(health.look());
      }
      assertThat(findings).noneMatch(Finding::ok);
      assertThat(begun.get()).isLessThan(10);
      assertThat(findings.get(19).detail()).isEqualTo("earlier checks have not come back");
      never.countDown();
    }
  }

  private boolean isInterruptedWaiting() {
    try {
      never.await();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private String awaitNever() throws InterruptedException {
    never.await();
    return "";
  }
}

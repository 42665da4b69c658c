package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.footfall.testing.Await;
import org.junit.jupiter.api.Test;

class HeavyDaysTest {
  private final HeavyDays heavy = new HeavyDays();

  @Test
  void oneAtATimeAndAsOftenAsOneLikes() throws Exception {
    heavy.enter();
    heavy.enter();
    CountDownLatch entered = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              heavy.enter();
              entered.countDown();
              heavy.leave();
            });
    other.start();
    Await.until("the other waits", () -> other.getState() == Thread.State.WAITING);
    assertThat(entered.getCount()).isEqualTo(1);
    heavy.leave();
    heavy.leave();
    entered.await();
    other.join();
  }

  @Test
  void whoIsInterruptedGoesOnAndIsStillInterrupted() throws Exception {
    heavy.enter();
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              boolean entered = heavy.enter();
              if (!entered && Thread.currentThread().isInterrupted()) {
                interrupted.countDown();
              }
              heavy.leave();
            });
    other.start();
    Await.until("the other waits", () -> other.getState() == Thread.State.WAITING);
    other.interrupt();
    interrupted.await();
    other.join();
    heavy.leave();
  }
}

package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.footfall.metrics.Metrics;
import org.footfall.visit.VisitChoices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  private final MemorySources source = new MemorySources(1);
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final TransferMetrics metrics = new TransferMetrics(new Metrics());
  private final ReadAhead ahead =
      new ReadAhead(
          0,
          new ShardTransfer.Parts(
              source,
              null,
              null,
              new TransferSteps(List.of(), threads, metrics),
              metrics,
              null,
              Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
              null,
              new TransferOptions(1, "node", 2, 1, 10, Duration.ZERO, VisitChoices.USUAL)),
          threads);

  ReadAheadTest() {
    for (int i = 0; i < 6; i++) {
      source.of(0).add(new byte[0]);
    }
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private List<Long> next() throws Exception {
    return ahead.next(Map.of()).drafts().stream().map(draft -> draft.queued.sequence()).toList();
  }

  @Test
  void whatWasBegunIsWhatComesNext() throws Exception {
    assertThat(next()).containsExactly(1L, 2L);
    ahead.start(Map.of());
    assertThat(ahead.isAhead()).isTrue();
    assertThat(next()).containsExactly(3L, 4L);
    assertThat(ahead.isAhead()).isFalse();
    assertThat(next()).containsExactly(5L, 6L);
  }

  @Test
  void afterAnInterruptNoHitIsSkippedHoweverLateTheReadingEnds() throws Exception {
    assertThat(next()).containsExactly(1L, 2L);
    CountDownLatch slow = new CountDownLatch(1);
    source.beforeRead(
        shard -> {
          try {
            slow.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    ahead.start(Map.of());
    Thread.currentThread().interrupt();
    assertThatThrownBy(this::next).isInstanceOf(InterruptedException.class);
    ahead.drop();
    Thread.currentThread().interrupt();
    assertThatThrownBy(this::next).isInstanceOf(InterruptedException.class);
    slow.countDown();
    assertThat(next()).containsExactly(1L, 2L);
    assertThat(next()).containsExactly(3L, 4L);
  }
}

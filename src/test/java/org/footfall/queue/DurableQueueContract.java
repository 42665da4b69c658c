package org.footfall.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.footfall.queue.HitQueue.Payload;
import org.footfall.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every queue must do, whatever it stores hits in. */
abstract class DurableQueueContract {
  static final int SHARDS = 4;

  final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));
  DurableQueue queue;

  /** A queue over what earlier queues of this test have left. */
  abstract DurableQueue open() throws IOException;

  @BeforeEach
  void openQueue() throws IOException {
    queue = open();
  }

  @AfterEach
  void closeQueue() throws IOException {
    queue.close();
  }

  static Payload payload(int shard, String text) {
    return new Payload(shard, text.getBytes(UTF_8));
  }

  void put(int shard, String... texts) throws Exception {
    put(Stream.of(texts).map(text -> payload(shard, text)).toList());
  }

  void put(List<Payload> payloads) throws Exception {
    queue.put(payloads).get(20, SECONDS);
  }

  static List<String> texts(List<QueuedHit> hits) {
    return hits.stream().map(hit -> new String(hit.payload(), UTF_8)).toList();
  }

  List<QueuedHit> drain(int shard) throws IOException {
    List<QueuedHit> all = new ArrayList<>();
    for (List<QueuedHit> hits = queue.read(shard, 100).hits();
        !hits.isEmpty();
        hits = queue.read(shard, 100).hits()) {
      all.addAll(hits);
    }
    return all;
  }

  @Test
  void everythingThatWasPutIsReadOnceAndInOrder() throws Exception {
    put(1, "a", "b");
    put(1, "c");
    put(2, "x");

    assertThat(texts(drain(1))).containsExactly("a", "b", "c");
    assertThat(texts(drain(2))).containsExactly("x");
    assertThat(texts(drain(0))).isEmpty();
    assertThat(texts(drain(1))).isEmpty();
    put(1, "d");
    assertThat(texts(drain(1))).containsExactly("d");
  }

  @Test
  void sequencesCountFromOnePerShardAndProducer() throws Exception {
    put(1, "a", "b");
    put(2, "x");
    put(1, "c");

    List<QueuedHit> hits = drain(1);
    assertThat(hits).extracting(QueuedHit::sequence).containsExactly(1L, 2L, 3L);
    assertThat(drain(2)).extracting(QueuedHit::sequence).containsExactly(1L);
    assertThat(hits).extracting(QueuedHit::producer).containsOnly(hits.get(0).producer());
    assertThat(hits).extracting(QueuedHit::shard).containsOnly(1);
  }

  @Test
  void oneCallMaySpanShardsAndRounds() throws Exception {
    List<Payload> many =
        IntStream.range(0, 3000).mapToObj(i -> payload(i % 3, Integer.toString(i))).toList();
    put(many);

    for (int shard = 0; shard < 3; shard++) {
      int rest = shard;
      List<String> expected =
          IntStream.range(0, 3000).filter(i -> i % 3 == rest).mapToObj(Integer::toString).toList();
      List<QueuedHit> hits = drain(shard);
      assertThat(texts(hits)).isEqualTo(expected);
      assertThat(hits.get(hits.size() - 1).sequence()).isEqualTo(1000);
    }
  }

  @Test
  void callsFromManyThreadsKeepTheirOwnOrder() throws Exception {
    List<CompletableFuture<Void>> stored = new ArrayList<>();
    List<Thread> callers = new ArrayList<>();
    for (int caller = 0; caller < 8; caller++) {
      String name = "caller" + caller + " ";
      callers.add(
          new Thread(
              () -> {
                for (int i = 0; i < 200; i++) {
                  CompletableFuture<Void> future =
                      queue.put(List.of(payload(i % SHARDS, name + i)));
                  synchronized (stored) {
                    stored.add(future);
                  }
                }
              }));
    }
    callers.forEach(Thread::start);
    for (Thread caller : callers) {
      caller.join();
    }
    CompletableFuture.allOf(stored.toArray(CompletableFuture[]::new)).get(20, SECONDS);

    for (int shard = 0; shard < SHARDS; shard++) {
      List<String> read = texts(drain(shard));
      assertThat(read).hasSize(400).doesNotHaveDuplicates();
      int rest = shard;
      for (int caller = 0; caller < 8; caller++) {
        String name = "caller" + caller + " ";
        assertThat(read.stream().filter(text -> text.startsWith(name)))
            .containsExactlyElementsOf(
                IntStream.range(0, 200)
                    .filter(i -> i % SHARDS == rest)
                    .mapToObj(i -> name + i)
                    .toList());
      }
    }
  }

  @Test
  void emptyAndLargePayloadsArriveAsTheyWere() throws Exception {
    byte[] large = new byte[3 << 20];
    large[large.length - 1] = 7;
    put(List.of(new Payload(0, new byte[0]), new Payload(0, large), new Payload(0, new byte[1])));

    assertThat(drain(0))
        .extracting(QueuedHit::payload)
        .containsExactly(new byte[0], large, new byte[1]);
  }

  @Test
  void whatIsReadAtOnceIsBoundedInBytes() throws Exception {
    byte[] large = new byte[(1 << 20) - 1];
    for (int call = 0; call < 10; call++) {
      put(Collections.nCopies(4, new Payload(0, large)));
    }
    int hits = 0;
    for (List<QueuedHit> read = queue.read(0, 5000).hits();
        !read.isEmpty();
        read = queue.read(0, 5000).hits()) {
      hits += read.size();
      assertThat(read.stream().mapToLong(hit -> hit.payload().length).sum())
          .isLessThan(HitSource.READ_BYTES * 5L / 2);
    }
    assertThat(hits).isEqualTo(40);
  }

  @Test
  void whatCannotBeAPayloadIsRefused() {
    assertThatThrownBy(() -> queue.put(List.of(payload(SHARDS, "a"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> queue.put(List.of(new Payload(0, new byte[(4 << 20) + 1]))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReadTellsWhetherMoreWaits() throws Exception {
    put(1, "a");
    put(1, "b");
    assertThat(queue.read(1, 1).more()).isTrue();
    assertThat(queue.read(1, 5).more()).isFalse();
    HitSource.Batch none = queue.read(1, 5);
    assertThat(none.hits()).isEmpty();
    assertThat(none.more()).isFalse();
  }

  @Test
  void rewindingBeginsWithTheOldestThatWasNotTrimmed() throws Exception {
    put(1, "a");
    put(1, "b");
    HitSource.Batch first = queue.read(1, 1);
    assertThat(texts(first.hits())).containsExactly("a");
    queue.committed(1, first.upTo());

    queue.rewind(1);
    assertThat(texts(drain(1))).containsExactly("a", "b");
  }

  @Test
  void whatWasCommittedForAMinuteIsTrimmed() throws Exception {
    put(1, "a");
    put(1, "b");
    HitSource.Batch first = queue.read(1, 1);
    queue.committed(1, first.upTo());
    clock.advance(Duration.ofSeconds(59));
    queue.trim(1, Duration.ofSeconds(60));
    queue.rewind(1);
    assertThat(texts(drain(1))).containsExactly("a", "b");
    queue.committed(1, first.upTo());

    clock.advance(Duration.ofSeconds(61));
    queue.trim(1, Duration.ofSeconds(60));
    queue.rewind(1);
    assertThat(texts(drain(1))).containsExactly("b");
  }

  @Test
  void depthTellsWhatWaitsAndSinceWhen() throws Exception {
    assertThat(queue.depth().hits()).isZero();
    assertThat(queue.depth().oldest()).isZero();
    put(1, "a", "b");
    put(2, "c");
    assertThat(queue.depth().hits()).isEqualTo(3);

    HitSource.Batch batch = queue.read(1, 100);
    assertThat(queue.depth().hits()).isEqualTo(3);
    queue.committed(1, batch.upTo());
    assertThat(queue.depth().hits()).isEqualTo(1);
    queue.committed(2, queue.read(2, 100).upTo());
    assertThat(queue.depth().hits()).isZero();
    assertThat(queue.depth().oldest()).isZero();
  }

  @Test
  void aRestartReadsFromTheOldestAndNumbersAnew() throws Exception {
    put(1, "a");
    queue.committed(1, queue.read(1, 100).upTo());
    put(1, "b");
    queue.close();

    queue = open();
    put(1, "c");
    List<QueuedHit> hits = drain(1);
    assertThat(texts(hits)).containsExactly("a", "b", "c");
    assertThat(hits).extracting(QueuedHit::sequence).containsExactly(1L, 2L, 1L);
    assertThat(hits.get(2).producer()).isNotEqualTo(hits.get(1).producer());
  }

  @Test
  void closingStoresWhatWaitsAndRefusesWhatComesLater() throws Exception {
    CompletableFuture<Void> last = queue.put(List.of(payload(3, "last")));
    queue.close();
    last.get(20, SECONDS);
    CompletableFuture<Void> late = queue.put(List.of(payload(3, "late")));
    assertThatThrownBy(() -> late.get(20, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(QueueUnavailable.class);

    queue = open();
    assertThat(texts(drain(3))).containsExactly("last");
  }
}

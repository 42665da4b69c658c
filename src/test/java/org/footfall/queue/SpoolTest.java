package org.footfall.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.footfall.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final int SHARDS = 3;
  private static final SpoolLimits LIMITS = new SpoolLimits(100_000, 2_000, false);

  @TempDir Path directory;
  private final Metrics registered = new Metrics();
  private final QueueMetrics metrics = new QueueMetrics(registered);

  private Spool open() throws IOException {
    return Spool.open(directory, SHARDS, LIMITS, metrics);
  }

  private static HitEntry entry(int shard, long sequence) {
    byte[] text = ("hit " + shard + " " + sequence).getBytes(UTF_8);
    return HitEntry.of(shard, "producer", sequence, 1_000 + sequence, List.of(text));
  }

  private static List<Long> sequences(Spool spool, int shard) throws IOException {
    return spool.read(shard, 0, Integer.MAX_VALUE, Long.MAX_VALUE).entries().stream()
        .map(HitEntry::first)
        .toList();
  }

  private Path segment(int number) {
    return SpoolDirectory.segment(directory, number);
  }

  private double setAside() {
    return registered.registry().getSampleValue("footfall_queue_set_aside_total");
  }

  @Test
  void whatWasAppendedIsReadAgainAfterARestart() throws IOException {
    try (Spool spool = open()) {
      for (long i = 1; i <= 200; i++) {
        spool.append(List.of(entry(0, i), entry(2, i)));
      }
    }
    List<Long> expected = IntStream.rangeClosed(1, 200).mapToObj(Long::valueOf).toList();
    try (Spool spool = open()) {
      assertThat(sequences(spool, 0)).isEqualTo(expected);
      assertThat(sequences(spool, 1)).isEmpty();
      assertThat(sequences(spool, 2)).isEqualTo(expected);
      assertThat(spool.hits()).isEqualTo(400);
      spool.append(List.of(entry(1, 1)));
      assertThat(sequences(spool, 1)).containsExactly(1L);
    }
    assertThat(setAside()).isZero();
  }

  @Test
  void filesAreDeletedAsSoonAsAllTheirRecordsAreReleased() throws IOException {
    try (Spool spool = open()) {
      for (long i = 1; i <= 200; i++) {
        spool.append(List.of(entry(0, i)));
      }
      int files = SpoolDirectory.segments(directory).size();
      assertThat(files).isGreaterThan(5);
      SpoolReader.Batch half = spool.read(0, 0, 100, Long.MAX_VALUE);
      spool.release(0, half.upTo());
      assertThat(SpoolDirectory.segments(directory).size()).isBetween(files / 2, files / 2 + 1);
      assertThat(sequences(spool, 0)).hasSize(100).startsWith(101L);
      spool.release(0, spool.last(0));
      assertThat(SpoolDirectory.segments(directory)).isEmpty();
      assertThat(spool.bytes()).isZero();
    }
  }

  @Test
  void aReadEndsWithTheRecordThatReachesItsBytes() throws IOException {
    try (Spool spool = open()) {
      for (long i = 1; i <= 10; i++) {
        spool.append(List.of(entry(0, i)));
      }
      int size = SpoolRecord.size(entry(0, 1));
      assertThat(spool.read(0, 0, 1000, 2L * size + 1).entries()).hasSize(3);
      assertThat(spool.read(0, 0, 1000, 1).entries()).hasSize(1);
      assertThat(spool.read(0, 0, 2, Long.MAX_VALUE).entries()).hasSize(2);
    }
  }

  @Test
  void aFullSpoolRefusesWithoutWritingAndTakesAgainWhenThereIsRoom() throws IOException {
    try (Spool spool = open()) {
      long stored = 0;
      IOException refusal = null;
      while (refusal == null) {
        try {
          spool.append(List.of(entry(0, stored + 1)));
          stored++;
        } catch (SpoolFull e) {
          refusal = e;
        }
      }
      assertThat(refusal).hasMessageContaining("queue.spool_limit");
      assertThat(spool.bytes()).isLessThanOrEqualTo(LIMITS.maxBytes());
      assertThat(spool.hasRoom()).isFalse();
      assertThat(sequences(spool, 0)).hasSize((int) stored);
      spool.release(0, spool.read(0, 0, 100, Long.MAX_VALUE).upTo());
      spool.append(List.of(entry(0, stored + 1)));
      assertThat(sequences(spool, 0)).hasSize((int) stored - 99).endsWith(stored, stored + 1);
    }
  }

  @Test
  void aRecordTornAtAnyByteIsCutOffAndTheOthersStay() throws IOException {
    try (Spool spool = open()) {
      spool.append(List.of(entry(0, 1), entry(1, 1)));
      spool.append(List.of(entry(0, 2)));
    }
    byte[] whole = Files.readAllBytes(segment(1));
    int two = SpoolRecord.size(entry(0, 1)) + SpoolRecord.size(entry(1, 1));
    for (int length = two; length < whole.length; length++) {
      Files.write(segment(1), Arrays.copyOf(whole, length));
      try (Spool spool = open()) {
        assertThat(sequences(spool, 0)).containsExactly(1L);
        assertThat(sequences(spool, 1)).containsExactly(1L);
      }
      assertThat(Files.size(segment(1))).isEqualTo(two);
    }
    assertThat(setAside()).isZero();
  }

  @Test
  void aBrokenRecordIsKeptAsideOnceAndCostsNoOther() throws IOException {
    try (Spool spool = open()) {
      for (long i = 1; i <= 5; i++) {
        spool.append(List.of(entry(0, i)));
      }
    }
    byte[] damaged = Files.readAllBytes(segment(1));
    damaged[2 * SpoolRecord.size(entry(0, 1)) + 5] ^= 1;
    Files.write(segment(1), damaged);
    for (int start = 0; start < 3; start++) {
      try (Spool spool = open()) {
        assertThat(sequences(spool, 0)).containsExactly(1L, 2L, 4L, 5L);
        assertThat(spool.setAside().waiting()).hasSize(1);
      }
    }
    assertThat(setAside()).isEqualTo(1);
  }

  @Test
  void aBitFlippedWhileTheSpoolIsOpenIsNoticedOnReading() throws IOException {
    try (Spool spool = open()) {
      for (long i = 1; i <= 3; i++) {
        spool.append(List.of(entry(0, i)));
      }
      byte[] damaged = Files.readAllBytes(segment(1));
      damaged[SpoolRecord.size(entry(0, 1)) + 30] ^= 4;
      Files.write(segment(1), damaged, StandardOpenOption.WRITE);
      assertThat(sequences(spool, 0)).containsExactly(1L, 3L);
      assertThat(sequences(spool, 0)).containsExactly(1L, 3L);
      assertThat(spool.setAside().waiting()).hasSize(1);
      assertThat(setAside()).isEqualTo(1);
    }
  }

  @Test
  void aFileThatIsGoneCostsItsRecordsOnly() throws IOException {
    try (Spool spool = open()) {
      for (long i = 1; i <= 100; i++) {
        spool.append(List.of(entry(0, i)));
      }
      Files.delete(segment(2));
      assertThat(sequences(spool, 0)).contains(1L, 100L).hasSizeLessThan(100);
      assertThat(setAside()).isEqualTo(1);
    }
  }

  @Test
  void aFileThatIsDeletedWhileItIsReadIsNoDamage() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    try (Spool spool = open()) {
      CompletableFuture<Void> reader =
          CompletableFuture.runAsync(
              () -> {
                while (!stop.get()) {
                  read(spool);
                }
              });
      Random random = new Random(20261123);
      for (long i = 1; i <= 3000; i++) {
        spool.append(List.of(entry(0, i)));
        for (int spin = random.nextInt(3000); spin > 0; spin--) {
          Thread.onSpinWait();
        }
        spool.release(0, spool.last(0));
      }
      stop.set(true);
      reader.get(20, TimeUnit.SECONDS);
    }
    assertThat(setAside()).isZero();
  }

  private static void read(Spool spool) {
    try {
      spool.read(0, 0, 1, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFileThatCouldNotBeDeletedIsDeletedLater() throws IOException {
    try (Spool spool = open()) {
      spool.append(List.of(entry(0, 1)));
      Files.delete(segment(1));
      Path inTheWay = Files.createDirectories(segment(1).resolve("in the way"));
      spool.release(0, spool.last(0));
      assertThat(spool.bytes()).isPositive();
      spool.append(List.of(entry(0, 2)));
      Files.delete(inTheWay);
      spool.release(0, spool.last(0));
      assertThat(spool.bytes()).isZero();
      assertThat(SpoolDirectory.segments(directory)).isEmpty();
    }
  }

  @Test
  void anAppendThatFailsBeforeItWritesLeavesNothingBehind() throws IOException {
    HitEntry large = new HitEntry(0, "producer", 1, 1, 0, new byte[32 << 20]);
    SpoolLimits wide = new SpoolLimits(4L << 30, 2_000, false);
    try (Spool spool = Spool.open(directory, SHARDS, wide, metrics)) {
      assertThatThrownBy(() -> spool.append(Collections.nCopies(40, large)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(SpoolDirectory.segments(directory)).isEmpty();
      spool.append(List.of(entry(0, 1)));
      assertThat(sequences(spool, 0)).containsExactly(1L);
      spool.release(0, spool.last(0));
      assertThat(spool.bytes()).isZero();
    }
  }

  @Test
  void aRecordInsideAPayloadIsNotTakenForOne() throws IOException {
    ByteBuffer forged = ByteBuffer.allocate(200);
    SpoolRecord.write(entry(2, 77), 1, 0, forged);
    byte[] payload = Arrays.copyOf(forged.array(), forged.position());
    try (Spool spool = open()) {
      spool.append(List.of(HitEntry.of(0, "producer", 1, 0, List.of(payload))));
      spool.append(List.of(entry(0, 2)));
    }
    byte[] damaged = Files.readAllBytes(segment(1));
    damaged[4] ^= 1;
    Files.write(segment(1), damaged);
    try (Spool spool = open()) {
      assertThat(sequences(spool, 0)).containsExactly(2L);
      assertThat(sequences(spool, 2)).isEmpty();
    }
  }

  @Test
  void hitsOfAnUnknownShardStopTheStartWithAReason() throws IOException {
    try (Spool spool = open()) {
      spool.append(List.of(entry(2, 1)));
    }
    assertThatThrownBy(() -> Spool.open(directory, 2, LIMITS, metrics))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("shard 2")
        .hasMessageContaining("queue.spool_directory");
    open().close();
  }

  /** Random appends, releases and restarts against a plain list. */
  @Test
  void theSpoolDoesWhatAListWouldDo() throws IOException {
    Random random = new Random(20261123);
    List<Long> expected = new ArrayList<>();
    long next = 1;
    Spool spool = open();
    for (int step = 0; step < 3000; step++) {
      int dice = random.nextInt(100);
      if (dice < 70 && expected.size() < 500) {
        spool.append(List.of(entry(1, next)));
        expected.add(next++);
      } else if (dice < 97) {
        SpoolReader.Batch batch = spool.read(1, 0, 1 + random.nextInt(40), Long.MAX_VALUE);
        int count = batch.entries().size();
        assertThat(batch.entries().stream().map(HitEntry::first))
            .containsExactlyElementsOf(expected.subList(0, count));
        spool.release(1, batch.upTo());
        expected.subList(0, count).clear();
      } else {
        spool.close();
        spool = open();
        List<Long> found = sequences(spool, 1);
        assertThat(found).endsWith(expected.toArray(Long[]::new));
        SpoolReader.Batch repeated =
            spool.read(1, 0, found.size() - expected.size(), Long.MAX_VALUE);
        if (found.size() > expected.size()) {
          spool.release(1, repeated.upTo());
        }
      }
      assertThat(spool.hits()).isEqualTo(expected.size());
    }
    spool.close();
    assertThat(setAside()).isZero();
  }
}

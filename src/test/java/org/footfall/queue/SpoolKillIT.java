package org.footfall.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.footfall.metrics.Metrics;
import org.footfall.queue.HitQueue.Payload;
import org.footfall.queue.QueueOptions.Durability;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends a process that stores hits in the spool, in the middle of its work. */
class SpoolKillIT {
  private static final int ROUNDS = 1 + Integer.getInteger("footfall.rounds", 40) / 10;

  @TempDir Path directory;

  /** The process: puts numbered hits, and prints the number of each that was answered. */
  static final class Sender {
    public static void main(String[] args) throws Exception {
      QueueOptions options = QueueOptions.spool(Path.of(args[0]), Durability.FAST);
      DurableQueue queue = DurableQueue.open(options, 2, Clock.systemUTC(), new Metrics());
      for (long number = 0; ; number++) {
        String name = args[1] + " " + number;
        CompletableFuture<Void> stored =
            queue.put(List.of(new Payload((int) (number % 2), name.getBytes(UTF_8))));
        if (number % 3 == 0) {
          stored.get();
          System.out.println(name);
        }
      }
    }
  }

  @Test
  @Tag("kill")
  void everyAnsweredHitIsThereAfterTheEndOfTheProcess() throws Exception {
    Random random = new Random(5);
    Set<String> answered = new TreeSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Process sender =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Sender.class.getName(),
                  directory.toString(),
                  "run" + round)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader out =
          new BufferedReader(new InputStreamReader(sender.getInputStream(), UTF_8))) {
        for (int left = 50 + random.nextInt(500); left > 0; left--) {
          take(out.readLine(), round, answered);
        }
        sender.toHandle().destroyForcibly();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          take(line, round, answered);
        }
      }
      sender.waitFor();
    }
    assertThat(stored()).containsAll(answered);
  }

  /** Logging goes to the same place; a line that was torn by the end is no answer. */
  private static void take(String line, int round, Set<String> answered) {
    if (line != null && line.matches("run" + round + " \\d+") && line.length() > 5) {
      answered.add(line);
    }
  }

  private Set<String> stored() throws IOException {
    Set<String> stored = new TreeSet<>();
    try (DurableQueue queue =
        DurableQueue.open(
            QueueOptions.spool(directory, Durability.FAST), 2, Clock.systemUTC(), new Metrics())) {
      for (int shard = 0; shard < 2; shard++) {
        SequenceGaps gaps = new SequenceGaps(Map.of(), Instant.EPOCH);
        for (List<QueuedHit> hits = queue.read(shard, 5000).hits();
            !hits.isEmpty();
            hits = queue.read(shard, 5000).hits()) {
          for (QueuedHit hit : hits) {
            assertThat(gaps.isNew(hit)).isTrue();
            stored.add(new String(hit.payload(), UTF_8));
          }
        }
        assertThat(gaps.lost()).isZero();
      }
    }
    return stored;
  }
}

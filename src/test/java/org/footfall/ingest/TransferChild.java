package org.footfall.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.footfall.metrics.Metrics;
import org.footfall.queue.DurableQueue;
import org.footfall.queue.HitSource;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;
import org.footfall.store.DatabaseException;
import org.footfall.testing.TestRedis;
import org.footfall.visit.VisitChoices;

/** A transfer in a process of its own, which a test may end or stop at any moment. */
final class TransferChild {
  private TransferChild() {}

  /** Where the process ends by itself. */
  enum Halt {
    NEVER,
    /** The batch is committed, and nobody has heard of it. */
    AT_COMMITTED,
    /** About to remove what was committed from the queue. */
    AT_TRIM
  }

  /** Transfers until nothing waits. */
  public static void main(String[] args) throws Exception {
    DatabaseConfig config =
        DatabaseConfig.of("127.0.0.1", Integer.parseInt(args[0]), args[1], args[2], args[3]);
    Halt halt = Halt.valueOf(args[6]);
    try (TransferRig rig = new TransferRig(new Database(config));
        DurableQueue queue =
            DurableQueue.open(
                TransferQueues.redis(args[4], Path.of(args[5])),
                TransferRig.SHARDS,
                Clock.systemUTC(),
                new Metrics())) {
      TransferJob job =
          rig.job(
              new Halting(queue, halt),
              new TransferOptions(
                  TransferRig.SHARDS,
                  args[7],
                  TransferKills.BATCH,
                  2,
                  1_000,
                  Duration.ZERO,
                  VisitChoices.USUAL));
      do {
        try {
          rig.run(job);
        } catch (DatabaseException e) {
          System.out.println(e);
        }
      } while (queue.depth().hits() > 0);
    }
  }

  /** Starts one, with the redis of the test and a spool of its own. */
  static Process start(
      DatabaseConfig database, TestRedis redis, Path folder, Halt halt, String node)
      throws IOException {
    Path log = folder.resolve("child.log");
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TransferChild.class.getName(),
                Integer.toString(database.port()),
                database.name(),
                database.user(),
                database.password(),
                redis.address().toString(),
                Files.createTempDirectory(folder, "spool").toString(),
                halt.name(),
                node))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Its end, however it came; whether it was the end of its work. */
  static boolean finished(Process child, Path folder) throws Exception {
    if (!child.waitFor(2, TimeUnit.MINUTES)) {
      child.destroyForcibly();
      throw new AssertionError(
          Files.readString(folder.resolve("child.log"), StandardCharsets.UTF_8));
    }
    return child.exitValue() == 0;
  }

  private record Halting(DurableQueue queue, Halt halt) implements HitSource {
    @Override
    public Batch read(int shard, int maxHits) throws IOException {
      return queue.read(shard, maxHits);
    }

    @Override
    public void rewind(int shard) {
      queue.rewind(shard);
    }

    @Override
    public void committed(int shard, String upTo) {
      if (halt == Halt.AT_COMMITTED) {
        Runtime.getRuntime().halt(9);
      }
      queue.committed(shard, upTo);
    }

    @Override
    public void trim(int shard, Duration committedFor) throws IOException {
      if (halt == Halt.AT_TRIM) {
        Runtime.getRuntime().halt(9);
      }
      queue.trim(shard, committedFor);
    }

    @Override
    public Depth depth() throws IOException {
      return queue.depth();
    }
  }
}

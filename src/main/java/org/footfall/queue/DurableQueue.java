package org.footfall.queue;

import java.io.IOException;
import java.time.Clock;
import org.footfall.metrics.Metrics;

/** Both ends of the queue of this process. */
public interface DurableQueue extends HitQueue, HitSource, AutoCloseable {
  /**
   * Opens the queue and starts its threads.
   *
   * @param shards fixed for the installation
   * @throws IOException with a sentence for the operator, when the spool's directory cannot be used
   */
  static DurableQueue open(QueueOptions options, int shards, Clock clock, Metrics metrics)
      throws IOException {
    QueueMetrics counts = new QueueMetrics(metrics);
    Spool spool = Spool.open(options.spoolDirectory(), shards, options.spoolLimits(), counts);
    DurableQueue queue =
        options.kind() == QueueOptions.Kind.REDIS
            ? new RedisQueue(options, spool, clock, counts)
            : new SpoolQueue(options, spool, clock, counts);
    metrics.registry().register(new DepthCollector(queue));
    return queue;
  }

  /** How the queue is right now; asks nobody and is fast. */
  QueueHealth health() throws IOException;

  /** Stores what waits, refuses what comes later, and lets go of Redis and of the spool. */
  @Override
  void close() throws IOException;
}

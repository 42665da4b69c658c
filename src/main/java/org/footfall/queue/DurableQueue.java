package org.footfall.queue;

import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.time.Clock;

/** Both ends of the queue of this process. */
public interface DurableQueue extends HitQueue, HitSource, AutoCloseable {
  /**
   * Opens the queue and starts its threads.
   *
   * @param shards fixed for the installation
   * @throws IOException with a sentence for the operator, when the spool's directory cannot be used
   */
  static DurableQueue open(
      QueueOptions options, int shards, Clock clock, CollectorRegistry registry)
      throws IOException {
    QueueMetrics metrics = new QueueMetrics(registry);
    Spool spool = Spool.open(options.spoolDirectory(), shards, options.spoolLimits(), metrics);
    DurableQueue queue =
        options.kind() == QueueOptions.Kind.REDIS
            ? new RedisQueue(options, spool, clock, metrics)
            : new SpoolQueue(options, spool, clock, metrics);
    registry.register(new DepthCollector(queue));
    return queue;
  }

  /** How the queue is right now; asks nobody and is fast. */
  QueueHealth health() throws IOException;

  /** Stores what waits, refuses what comes later, and lets go of Redis and of the spool. */
  @Override
  void close() throws IOException;
}

package org.footfall.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.footfall.queue.DurableQueue;
import org.footfall.queue.HitQueue.Payload;
import org.footfall.queue.QueueOptions;
import org.footfall.queue.QueueOptions.Durability;

/** Real queues for tests of the transfer. */
final class TransferQueues {
  private static final int AT_ONCE = 20;

  private TransferQueues() {}

  static QueueOptions redis(String address, Path spool) {
    return QueueOptions.redis(
        new QueueOptions.Redis(URI.create(address), "", "", Duration.ofSeconds(5)),
        spool,
        Durability.POWER);
  }

  static QueueOptions spool(Path spool) {
    return QueueOptions.spool(spool, Durability.FAST);
  }

  /** Puts hits in order, and returns when all are stored. */
  static void put(DurableQueue queue, List<byte[]> hits) throws Exception {
    for (int from = 0; from < hits.size(); from += AT_ONCE) {
      List<Payload> some = new ArrayList<>();
      for (byte[] hit : hits.subList(from, Math.min(hits.size(), from + AT_ONCE))) {
        some.add(new Payload(0, hit));
      }
      queue.put(some).get(30, TimeUnit.SECONDS);
    }
  }
}

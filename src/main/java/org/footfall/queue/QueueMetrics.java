package org.footfall.queue;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import java.util.List;

/** What the queue counts. */
final class QueueMetrics {
  private final Counter rounds;
  private final Counter entries;
  private final Counter hits;
  private final Counter refused;
  private final Counter spooled;
  private final Counter setAside;
  private final Gauge spoolBytes;

  QueueMetrics(CollectorRegistry registry) {
    rounds = counter(registry, "rounds", "Rounds of the queue's writer");
    entries = counter(registry, "entries", "Entries that rounds made; many hits share one");
    hits = counter(registry, "hits", "Hits that rounds tried to store");
    refused =
        Counter.build()
            .name("footfall_queue_refused_hits")
            .help("Hits that could not be stored; their senders were told to come again")
            .labelNames("reason")
            .register(registry);
    for (Refusal refusal : Refusal.values()) {
      refused.labels(refusal.label());
    }
    spooled = counter(registry, "spooled_hits", "Hits that the disk spool took");
    setAside = counter(registry, "set_aside", "Places in spool or stream found broken");
    spoolBytes =
        Gauge.build()
            .name("footfall_queue_spool_bytes")
            .help("Size of the spool's files")
            .register(registry);
  }

  private static Counter counter(CollectorRegistry registry, String name, String help) {
    return Counter.build().name("footfall_queue_" + name).help(help).register(registry);
  }

  void round(List<HitEntry> round) {
    rounds.inc();
    entries.inc(round.size());
    for (HitEntry entry : round) {
      hits.inc(entry.count());
    }
  }

  void refused(Refusal refusal, int count) {
    refused.labels(refusal.label()).inc(count);
  }

  void spooled(List<HitEntry> stored) {
    for (HitEntry entry : stored) {
      spooled.inc(entry.count());
    }
  }

  void setAside() {
    setAside.inc();
  }

  void spoolBytes(long bytes) {
    spoolBytes.set((double) bytes);
  }
}

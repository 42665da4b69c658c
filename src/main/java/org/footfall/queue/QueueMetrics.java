package org.footfall.queue;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the queue counts. */
final class QueueMetrics {
  private static final Pattern CODE = Pattern.compile("[A-Z]{2,20}(?= )");

  private final Counter rounds;
  private final Counter entries;
  private final Counter hits;
  private final Counter refused;
  private final Counter spooled;
  private final Counter setAside;
  private final Counter lost;
  private final Counter redisFailures;
  private final Counter redisRefusals;
  private final Counter forwarded;
  private final Counter forwardedEntries;
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
    lost = counter(registry, "lost_hits", "Hits missing between those that came");
    redisFailures = counter(registry, "redis_failures", "Rounds in which Redis did not answer");
    redisRefusals =
        Counter.build()
            .name("footfall_queue_redis_refusals")
            .help("Entries that Redis refused, by the first word of its answer")
            .labelNames("reason")
            .register(registry);
    forwarded = counter(registry, "forwarded_hits", "Hits moved from the spool to Redis");
    forwardedEntries = counter(registry, "forwarded_entries", "Entries they were moved in");
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

  void redisFailed() {
    redisFailures.inc();
  }

  /** Counts by the code that Redis' answer begins with, as in "OOM command not allowed". */
  void redisRefused(String answer) {
    Matcher code = CODE.matcher(String.valueOf(answer));
    redisRefusals.labels(code.lookingAt() ? code.group() : "OTHER").inc();
  }

  void forwarded(HitEntry entry) {
    forwarded.inc(entry.count());
    forwardedEntries.inc();
  }

  void lost(long hits) {
    lost.inc((double) hits);
  }

  void setAside() {
    setAside.inc();
  }

  void spoolBytes(long bytes) {
    spoolBytes.set((double) bytes);
  }
}

package org.footfall.queue;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.metrics.Metrics;

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

  QueueMetrics(Metrics metrics) {
    rounds = metrics.counter("footfall_queue_rounds_total", "Rounds of the queue's writer");
    entries =
        metrics.counter(
            "footfall_queue_entries_total", "Entries that rounds made; many hits share one");
    hits = metrics.counter("footfall_queue_hits_total", "Hits that rounds tried to store");
    refused =
        metrics.counter(
            "footfall_queue_refused_hits_total",
            "Hits that could not be stored; their senders were told to come again",
            "reason");
    for (Refusal refusal : Refusal.values()) {
      refused.labels(refusal.label());
    }
    spooled = metrics.counter("footfall_queue_spooled_hits_total", "Hits that the disk spool took");
    setAside =
        metrics.counter(
            "footfall_queue_set_aside_total", "Places in spool or stream that were found broken");
    lost =
        metrics.counter(
            "footfall_queue_lost_hits_total", "Hits that are missing between those that came");
    redisFailures =
        metrics.counter(
            "footfall_queue_redis_failures_total", "Rounds in which Redis did not answer");
    redisRefusals =
        metrics.counter(
            "footfall_queue_redis_refusals_total",
            "Entries that Redis refused, by the first word of its answer",
            "reason");
    forwarded =
        metrics.counter(
            "footfall_queue_forwarded_hits_total", "Hits moved from the spool to Redis");
    forwardedEntries =
        metrics.counter("footfall_queue_forwarded_entries_total", "Entries they were moved in");
    spoolBytes = metrics.gauge("footfall_queue_spool_bytes", "Size of the spool's files");
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

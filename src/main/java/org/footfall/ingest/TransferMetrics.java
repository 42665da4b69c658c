package org.footfall.ingest;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Summary;
import java.util.Map;
import org.footfall.metrics.Metrics;

/** The transfer's figures. */
final class TransferMetrics {
  private final Counter hits;
  private final Counter batches;
  private final Counter duplicates;
  private final Counter constantIds;
  private final Summary steps;
  private final Gauge lag;
  private final Gauge openVisits;

  TransferMetrics(Metrics metrics) {
    hits =
        metrics.counter(
            "footfall_transfer_hits_total",
            "Hits taken from the queue, by what became of them.",
            "fate",
            "reason");
    batches =
        metrics.counter(
            "footfall_transfer_batches_total",
            "Batches by how they ended: committed, stale, refused, unknown or failed.",
            "outcome");
    duplicates =
        metrics.counter(
            "footfall_transfer_duplicates_total",
            "Hits that came again and were dropped, since they are in the log.");
    constantIds =
        metrics.counter(
            "footfall_transfer_constant_ids_total",
            "Hits whose visitor id names nobody, since all its digits are the same; they count as"
                + " hits without one.");
    steps =
        metrics.summary(
            "footfall_transfer_step_seconds",
            "Time in each step; steps that look at single hits run in several threads.",
            "step");
    lag =
        metrics.gauge(
            "footfall_transfer_lag_seconds",
            "How old the oldest hit of the last batch was when it was committed.");
    openVisits =
        metrics.gauge("footfall_transfer_open_visits", "Visits in memory that may go on.", "shard");
  }

  void committed(TransferBatch batch, double lagSeconds) {
    for (Map.Entry<FateCounts.Key, Long> entry : batch.fates.counts().entrySet()) {
      Fate fate = entry.getKey().fate();
      hits.labels(fate.name(), fate.reason()).inc(entry.getValue().doubleValue());
    }
    constantIds.inc((double) batch.drafts.stream().filter(Draft::hasConstantId).count());
    ended("committed");
    lag.set(Math.max(0, lagSeconds));
    openVisits.labels(Integer.toString(batch.shard.number())).set(batch.shard.openVisits());
  }

  void ended(String outcome) {
    batches.labels(outcome).inc();
  }

  void duplicates(long count) {
    duplicates.inc((double) count);
  }

  void took(String step, long nanos) {
    steps.labels(step).observe(nanos / 1e9);
  }
}

package org.footfall.tracking;

import io.prometheus.client.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.footfall.metrics.Metrics;

/**
 * What became of hits at the door. Everything is shown as a metric; what never reaches the queue is
 * also kept by site until somebody {@linkplain #drain takes it} to the database. Hits that were
 * queued are counted there in the transaction that stores them.
 */
public final class DoorCounts {
  /**
   * So many hits.
   *
   * @param site 0 for a request that named none, or one there is not
   * @param fate {@code excluded}, {@code refused} or {@code unavailable}
   */
  public record Count(int site, String fate, String reason, long count) {}

  private record Key(int site, String fate, String reason) {}

  private final Map<Key, LongAdder> waiting = new ConcurrentHashMap<>();
  private final Counter hits;
  private final Counter.Child accepted;

  public DoorCounts(Metrics metrics) {
    this.hits =
        metrics.counter(
            "footfall_door_hits_total",
            "Hits at the door by what became of them and why. All hits of a request that the queue"
                + " could not take whole count as unavailable, though some may have been stored.",
            "fate",
            "reason");
    this.accepted = hits.labels("accepted", "");
  }

  /** Hits that the queue has confirmed. */
  public void accepted(int count) {
    accepted.inc(count);
  }

  /** A hit, or a whole request, that was refused. */
  public void refused(int site, Rejection why) {
    count(site, "refused", why.label());
  }

  /** A hit that was left out. */
  public void excluded(int site, Exclusion why) {
    count(site, "excluded", why.label());
  }

  /** A hit that neither queue nor spool could take; its sender was told to come again. */
  public void unavailable(int site) {
    count(site, "unavailable", "queue");
  }

  /** Takes what was counted since the last time. */
  public List<Count> drain() {
    List<Count> counts = new ArrayList<>();
    waiting.forEach(
        (key, adder) -> {
          long count = adder.sumThenReset();
          if (count > 0) {
            counts.add(new Count(key.site(), key.fate(), key.reason(), count));
          }
        });
    return counts;
  }

  /** Takes back what could not be stored. */
  public void giveBack(List<Count> counts) {
    for (Count count : counts) {
      adder(count.site(), count.fate(), count.reason()).add(count.count());
    }
  }

  private void count(int site, String fate, String reason) {
    hits.labels(fate, reason).inc();
    adder(site, fate, reason).increment();
  }

  private LongAdder adder(int site, String fate, String reason) {
    return waiting.computeIfAbsent(new Key(site, fate, reason), key -> new LongAdder());
  }
}

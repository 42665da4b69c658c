package org.footfall.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.footfall.queue.HitSource;
import org.footfall.queue.QueuedHit;

/** A queue of one shard in memory that remembers, forgets and repeats as a test wants. */
final class MemorySource implements HitSource {
  private final int shard;
  private final List<QueuedHit> hits = new ArrayList<>();
  private int cursor;
  private volatile int committed;
  private long lost;
  private int sequence;
  private String producer = "1-test";

  MemorySource(int shard) {
    this.shard = shard;
  }

  void add(byte[] payload) {
    hits.add(new QueuedHit(shard, producer, ++sequence, payload));
  }

  void add(QueuedHit hit) {
    hits.add(hit);
  }

  /** From now on hits come from another producer. */
  void restartProducer(String name) {
    producer = name;
    sequence = 0;
  }

  /** The next hit gets a sequence that leaves so many out. */
  void loseNext(int count) {
    sequence += count;
  }

  List<QueuedHit> hits() {
    return hits;
  }

  int committed() {
    return committed;
  }

  long lost() {
    return lost;
  }

  @Override
  public Batch read(int asked, int maxHits) {
    if (asked != shard) {
      return new Batch(List.of(), "", false);
    }
    int to = Math.min(hits.size(), cursor + maxHits);
    List<QueuedHit> read = List.copyOf(hits.subList(cursor, to));
    cursor = to;
    return new Batch(read, Integer.toString(to), to < hits.size());
  }

  @Override
  public void rewind(int asked) {
    if (asked == shard) {
      cursor = 0;
    }
  }

  @Override
  public void committed(int asked, String upTo) {
    committed = Integer.parseInt(upTo);
  }

  @Override
  public void trim(int asked, Duration committedFor) {}

  @Override
  public void lost(long count) {
    lost += count;
  }

  @Override
  public Depth depth() {
    return new Depth(hits.size() - committed, Duration.ZERO, 0);
  }
}

package org.footfall.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.footfall.queue.HitSource;

/** Queues in memory, one a shard, that let a test do something before each read and trim. */
final class MemorySources implements HitSource {
  private final List<MemorySource> shards = new ArrayList<>();
  private Before beforeRead = shard -> {};
  private Before beforeTrim = shard -> {};

  /** What comes before a call for a shard. */
  interface Before {
    void call(int shard) throws IOException;
  }

  MemorySources(int count) {
    for (int shard = 0; shard < count; shard++) {
      shards.add(new MemorySource(shard));
    }
  }

  MemorySource of(int shard) {
    return shards.get(shard);
  }

  void beforeRead(Before work) {
    beforeRead = work;
  }

  void beforeTrim(Before work) {
    beforeTrim = work;
  }

  @Override
  public Batch read(int shard, int maxHits) throws IOException {
    beforeRead.call(shard);
    return of(shard).read(shard, maxHits);
  }

  @Override
  public void rewind(int shard) {
    of(shard).rewind(shard);
  }

  @Override
  public void committed(int shard, String upTo) {
    of(shard).committed(shard, upTo);
  }

  @Override
  public void trim(int shard, Duration committedFor) throws IOException {
    beforeTrim.call(shard);
  }

  @Override
  public Depth depth() {
    return new Depth(0, Duration.ZERO, 0);
  }
}

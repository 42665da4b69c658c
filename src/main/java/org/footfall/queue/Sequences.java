package org.footfall.queue;

import java.security.SecureRandom;
import java.time.Clock;

/**
 * Gives each hit of a shard its producer and sequence.
 *
 * <p>A sequence is used up only when its hit was stored, so that a gap always means a loss. When it
 * cannot be known whether a refused hit was stored, its sequence can be neither skipped (a false
 * gap) nor used again (the transfer would take the next hit for a repetition and drop it): then a
 * new producer begins for that shard.
 *
 * <p>A producer is named by its start in seconds and 40 random bits, both in base 32, with a dash
 * between. Not thread-safe: the writer owns it.
 */
final class Sequences {
  private static final int RANDOM_BITS = 40;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final String[] producers;
  private final long[] next;

  Sequences(int shards, Clock clock) {
    this.clock = clock;
    this.producers = new String[shards];
    this.next = new long[shards];
    String producer = name();
    for (int shard = 0; shard < shards; shard++) {
      begin(shard, producer);
    }
  }

  String producer(int shard) {
    return producers[shard];
  }

  /** The first sequence that is free. */
  long next(int shard) {
    return next[shard];
  }

  void use(int shard, int count) {
    next[shard] += count;
  }

  /** Begins a new producer, since the fate of the last sequences is unknown. */
  void renew(int shard) {
    begin(shard, name());
  }

  private void begin(int shard, String producer) {
    producers[shard] = producer;
    next[shard] = 1;
  }

  private String name() {
    long bits = random.nextLong() >>> (Long.SIZE - RANDOM_BITS);
    return Long.toString(clock.instant().getEpochSecond(), 32) + "-" + Long.toString(bits, 32);
  }
}

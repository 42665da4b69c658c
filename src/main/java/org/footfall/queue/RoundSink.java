package org.footfall.queue;

import java.util.List;

/** Where a round of entries, at most one a shard, is stored. Called by one thread. */
interface RoundSink {
  /** Stores the entries; returns when what became of each is known, in the same order. */
  List<Outcome> store(List<HitEntry> round);
}

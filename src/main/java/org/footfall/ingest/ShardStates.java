package org.footfall.ingest;

import org.footfall.ingest.TransferStore.Progress;
import org.footfall.visitlog.LogReader;

/** Makes the state of a shard from what the database says. */
record ShardStates(
    TransferStore store, VisitorStore visitors, OrderStore orders, LogReader log, TextPool texts) {
  ShardState of(int shard, Progress progress) {
    return new ShardState(shard, progress, store, visitors, orders, log, texts);
  }
}

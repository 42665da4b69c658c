package org.footfall.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.footfall.ingest.ShardTransfer.Parts;
import org.footfall.queue.HitSource;
import org.footfall.queue.QueuedHit;

/**
 * Reads a shard's next hits and runs the steps for single hits on them while the batch before is
 * matched and written. Only one thread at a time speaks to the queue: the owner waits for a reading
 * that is under way before it does so itself.
 */
final class ReadAhead {
  private final int shard;
  private final Parts parts;
  private final ExecutorService thread;
  private Future<HitSource.Batch> reading;
  private Future<Next> preparing;
  private boolean dropped;

  /**
   * What was read.
   *
   * @param waits whether the queue had anything
   * @param more whether others may wait behind them
   * @param upTo the last entry it came from
   * @param drafts the hits, without those that were known to be in the log when they were read
   * @param prepared whether the steps for single hits have been run
   */
  record Next(boolean waits, boolean more, String upTo, List<Draft> drafts, boolean prepared) {}

  ReadAhead(int shard, Parts parts, ExecutorService thread) {
    this.shard = shard;
    this.parts = parts;
    this.thread = thread;
  }

  /** Begins to read and to prepare, in the background. */
  void start(Map<String, Long> marks) {
    Map<String, Long> known = Map.copyOf(marks);
    Callable<HitSource.Batch> read = this::read;
    Future<HitSource.Batch> batch = thread.submit(read);
    reading = batch;
    preparing = thread.submit(() -> prepared(drafts(batch.get(), known)));
  }

  /** What was begun, or else the next hits as they are. */
  Next next(Map<String, Long> marks) throws IOException, InterruptedException {
    if (dropped) {
      await();
      clear();
      parts.source().rewind(shard);
      dropped = false;
    }
    if (preparing == null) {
      return drafts(read(), marks);
    }
    try {
      Next next = preparing.get();
      clear();
      return next;
    } catch (ExecutionException e) {
      clear();
      throw failure(e);
    }
  }

  /** Whether hits have been read that nobody has asked for yet. */
  boolean isAhead() {
    return preparing != null;
  }

  /** Returns when nobody else speaks to the queue. */
  void await() throws InterruptedException {
    try {
      if (reading != null) {
        var unused = reading.get();
      }
    } catch (ExecutionException e) {
      // Whoever asks for the hits is told.
      return;
    }
  }

  /**
   * Forgets what was begun: whoever asks next gets the oldest hits there are. It does not wait, so
   * that nothing, an interrupt least of all, can come between a failure and this.
   */
  void drop() {
    dropped = true;
  }

  /** Only when the reading has ended: one that is under way moves the queue's cursor yet. */
  private void clear() {
    reading = null;
    preparing = null;
  }

  private HitSource.Batch read() throws IOException {
    return parts.source().read(shard, parts.options().batch());
  }

  private Next drafts(HitSource.Batch batch, Map<String, Long> marks) {
    List<Draft> drafts = new ArrayList<>(batch.hits().size());
    for (QueuedHit hit : batch.hits()) {
      Long mark = marks.get(hit.producer());
      if (mark == null || hit.sequence() > mark) {
        drafts.add(new Draft(hit, parts.clock().instant()));
      }
    }
    parts.metrics().duplicates(batch.hits().size() - drafts.size());
    return new Next(!batch.hits().isEmpty(), batch.more(), batch.upTo(), drafts, false);
  }

  private Next prepared(Next next) throws InterruptedException {
    parts.steps().prepare(next.drafts());
    return new Next(next.waits(), next.more(), next.upTo(), next.drafts(), true);
  }

  /** The failure of a background thread as the owner's own. */
  private static IOException failure(ExecutionException e) {
    Throwable cause = e.getCause();
    while (cause instanceof ExecutionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    return cause instanceof IOException failure ? failure : new IOException(cause);
  }
}

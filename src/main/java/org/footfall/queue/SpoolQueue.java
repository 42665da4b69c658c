package org.footfall.queue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue without Redis: the spool itself, written by the door and read by the transfer of the
 * same process. After a start everything that the files still hold is read again.
 */
final class SpoolQueue implements DurableQueue {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolQueue.class);

  private record Committed(long upTo, Instant at) {}

  /** How far the transfer is with a shard. */
  private static final class Reader {
    private long read;
    private long committed;
    private final Deque<Committed> trimmable = new ArrayDeque<>();
  }

  private final QueueOptions options;
  private final Spool spool;
  private final Clock clock;
  private final QueueMetrics metrics;
  private final ExecutorService answers = AnswerThreads.create();
  private final RoundWriter writer;
  private final List<Reader> readers = new ArrayList<>();

  SpoolQueue(QueueOptions options, Spool spool, Clock clock, QueueMetrics metrics) {
    this.options = options;
    this.spool = spool;
    this.clock = clock;
    this.metrics = metrics;
    for (int shard = 0; shard < spool.shards(); shard++) {
      readers.add(new Reader());
    }
    this.writer =
        new RoundWriter(
            spool.shards(),
            options.roundLimits(),
            new SpoolSink(spool, metrics),
            answers,
            clock,
            metrics);
  }

  @Override
  public CompletableFuture<Void> put(List<Payload> payloads) {
    return writer.put(payloads);
  }

  @Override
  public Batch read(int shard, int maxHits) throws IOException {
    Reader reader = readers.get(shard);
    synchronized (reader) {
      List<QueuedHit> hits = new ArrayList<>();
      long from;
      do {
        from = reader.read;
        SpoolReader.Batch batch = spool.read(shard, from, maxHits, READ_BYTES);
        for (HitEntry entry : batch.entries()) {
          unpack(entry, hits);
        }
        reader.read = batch.upTo();
      } while (hits.isEmpty() && reader.read > from);
      boolean more = spool.hits(shard, reader.read) > 0;
      return new Batch(hits, Long.toString(reader.read), more);
    }
  }

  private void unpack(HitEntry entry, List<QueuedHit> hits) {
    try {
      hits.addAll(entry.unpack());
    } catch (MalformedEntry e) {
      metrics.setAside();
      LOG.error("An entry of shard {} in the spool is malformed: {}", entry.shard(), e.toString());
    }
  }

  @Override
  public void rewind(int shard) {
    Reader reader = readers.get(shard);
    synchronized (reader) {
      reader.read = 0;
      reader.committed = 0;
      reader.trimmable.clear();
    }
  }

  @Override
  public void committed(int shard, String upTo) {
    Reader reader = readers.get(shard);
    long position = Long.parseLong(upTo);
    synchronized (reader) {
      if (position > reader.committed) {
        reader.committed = position;
        reader.trimmable.add(new Committed(position, clock.instant()));
      }
    }
  }

  @Override
  public void trim(int shard, Duration committedFor) throws IOException {
    Reader reader = readers.get(shard);
    Instant until = clock.instant().minus(committedFor);
    synchronized (reader) {
      while (!reader.trimmable.isEmpty() && !reader.trimmable.peek().at.isAfter(until)) {
        spool.release(shard, reader.trimmable.remove().upTo);
      }
    }
  }

  @Override
  public Depth depth() throws IOException {
    long hits = 0;
    long oldest = Long.MAX_VALUE;
    for (int shard = 0; shard < readers.size(); shard++) {
      Reader reader = readers.get(shard);
      synchronized (reader) {
        hits += spool.hits(shard, reader.committed);
        for (HitEntry entry : spool.read(shard, reader.committed, 1, 1).entries()) {
          oldest = Math.min(oldest, entry.receivedMillis());
        }
      }
    }
    return new Depth(hits, Ages.since(oldest, clock), spool.bytes());
  }

  @Override
  public void lost(long hits) {
    metrics.lost(hits);
  }

  @Override
  public QueueHealth health() throws IOException {
    List<String> problems = new ArrayList<>();
    int setAside = spool.setAside().waiting().size();
    if (setAside > 0) {
      problems.add(QueueHealth.setAside(setAside));
    }
    if (!spool.hasRoom()) {
      problems.add(QueueHealth.spoolFull("the transfer ran or the disk has room"));
    }
    if (!writer.isWorking()) {
      problems.add(QueueHealth.writerEnded());
    }
    return new QueueHealth(
        options.kind(),
        QueueHealth.promise(options.durability(), true),
        writer.isWorking() && spool.hasRoom(),
        false,
        Optional.empty(),
        spool.hits(),
        spool.bytes(),
        options.spoolBytes(),
        setAside,
        problems);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    answers.shutdown();
    spool.close();
  }
}

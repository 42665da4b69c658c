package org.footfall.queue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * The queue in Redis, with the spool for the times when Redis does not take hits. Several processes
 * may share one Redis; each has a spool of its own.
 */
final class RedisQueue implements DurableQueue {
  private final QueueOptions options;
  private final QueueMetrics metrics;
  private final Spool spool;
  private final Clock clock;
  private final RedisConnections redis;
  private final Backlog backlog;
  private final Forwarder forwarder;
  private final ExecutorService answers = AnswerThreads.create();
  private final RoundWriter writer;
  private final List<StreamReader> readers = new ArrayList<>();

  RedisQueue(QueueOptions options, Spool spool, Clock clock, QueueMetrics metrics) {
    this.options = options;
    this.metrics = metrics;
    this.spool = spool;
    this.clock = clock;
    this.redis = new RedisConnections(options.redis());
    this.backlog = new Backlog(spool, clock);
    Copies copies = new Copies(redis, spool, backlog);
    RoundLimits limits = options.roundLimits();
    this.forwarder = new Forwarder(redis, spool, backlog, copies, limits, metrics);
    for (int shard = 0; shard < spool.shards(); shard++) {
      readers.add(new StreamReader(shard, redis, metrics, clock));
    }
    forwarder.start();
    RedisSink sink = new RedisSink(redis, spool, backlog, copies, metrics);
    this.writer = new RoundWriter(spool.shards(), limits, sink, answers, clock, metrics);
  }

  @Override
  public CompletableFuture<Void> put(List<Payload> payloads) {
    return writer.put(payloads);
  }

  @Override
  public Batch read(int shard, int maxHits) throws IOException {
    return readers.get(shard).read(maxHits);
  }

  @Override
  public void rewind(int shard) {
    readers.get(shard).rewind();
  }

  @Override
  public void committed(int shard, String upTo) {
    readers.get(shard).committed(upTo);
  }

  @Override
  public void trim(int shard, Duration committedFor) throws IOException {
    readers.get(shard).trim(committedFor);
  }

  @Override
  public Depth depth() throws IOException {
    long hits = 0;
    Duration oldest = Duration.ZERO;
    for (int shard = 0; shard < readers.size(); shard++) {
      Depth inRedis = readers.get(shard).depth();
      hits += inRedis.hits() + backlog.hitsBehind(shard);
      oldest = longer(oldest, longer(inRedis.oldest(), oldestBehind(shard)));
    }
    return new Depth(hits, oldest, spool.bytes());
  }

  private Duration oldestBehind(int shard) throws IOException {
    long oldest = Long.MAX_VALUE;
    for (HitEntry entry : spool.read(shard, backlog.confirmed(shard), 1, 1).entries()) {
      oldest = Math.min(oldest, entry.receivedMillis());
    }
    return Ages.since(oldest, clock);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  @Override
  public void lost(long hits) {
    metrics.lost(hits);
  }

  @Override
  public QueueHealth health() throws IOException {
    RedisDurability durability = forwarder.durability();
    List<String> problems = new ArrayList<>(durability.problems(options.durability()));
    boolean reachable = backlog.redisReachable();
    String trouble = forwarder.trouble();
    if (!trouble.isEmpty() || backlog.spoolingSince().isPresent()) {
      String why = trouble.isEmpty() ? "." : " (" + trouble + ").";
      problems.add("Hits go to the disk spool, since Redis does not take them" + why);
    }
    if (!reachable && !spool.hasRoom()) {
      problems.add(QueueHealth.spoolFull("Redis is back"));
    }
    int setAside = spool.setAside().waiting().size();
    if (setAside > 0) {
      problems.add(QueueHealth.setAside(setAside));
    }
    if (!writer.isWorking()) {
      problems.add(QueueHealth.writerEnded());
    }
    if (!forwarder.isWorking()) {
      problems.add(
          "The thread that moves hits from the spool to Redis has ended: start Footfall again; the"
              + " log tells why.");
    }
    boolean kept = !durability.appendOnly() || "always".equals(durability.fsync());
    return new QueueHealth(
        options.kind(),
        QueueHealth.promise(options.durability(), kept),
        writer.isWorking()
            && (spool.hasRoom() || (reachable && !backlog.copying() && trouble.isEmpty())),
        reachable,
        backlog.spoolingSince(),
        hitsBehind(),
        spool.bytes(),
        options.spoolBytes(),
        setAside,
        problems);
  }

  private long hitsBehind() {
    long hits = 0;
    for (int shard = 0; shard < spool.shards(); shard++) {
      hits += backlog.hitsBehind(shard);
    }
    return hits;
  }

  @Override
  public void close() throws IOException {
    writer.close();
    forwarder.close();
    answers.shutdown();
    redis.close();
    spool.close();
  }
}

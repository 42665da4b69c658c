package org.footfall.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores rounds in Redis, and in the spool whatever Redis does not take.
 *
 * <p>All entries whose shard is not behind ({@link Backlog}) go to Redis in one pipeline. What
 * Redis refuses, and everything when it fails or does not answer in time, goes with the other
 * entries to the spool in one group, under the same sequences: should Redis have stored it after
 * all, the transfer drops the second copy. An entry that neither takes is refused; if Redis did not
 * answer, its fate is uncertain ({@link Sequences}).
 *
 * <p>Without an append-only file Redis stores nothing that lasts: then the spool takes the whole
 * round first, which is what the answer stands for, and Redis gets its copy after that.
 */
final class RedisSink implements RoundSink {
  private static final Logger LOG = LoggerFactory.getLogger(RedisSink.class);

  private enum Written {
    CONFIRMED,
    REFUSED,
    UNKNOWN
  }

  private final StreamWriter stream;
  private final Spool spool;
  private final SpoolSink spoolSink;
  private final Backlog backlog;
  private final Copies copies;
  private final QueueMetrics metrics;

  RedisSink(
      RedisConnections redis, Spool spool, Backlog backlog, Copies copies, QueueMetrics metrics) {
    this.stream = new StreamWriter(redis, metrics);
    this.spool = spool;
    this.spoolSink = new SpoolSink(spool, metrics);
    this.backlog = backlog;
    this.copies = copies;
    this.metrics = metrics;
  }

  @Override
  public List<Outcome> store(List<HitEntry> round) {
    RedisRun run = backlog.run();
    Set<Integer> claimed = new HashSet<>();
    try {
      for (HitEntry entry : round) {
        if (backlog.claim(entry.shard())) {
          claimed.add(entry.shard());
        }
      }
      List<HitEntry> direct =
          round.stream().filter(entry -> claimed.contains(entry.shard())).toList();
      return run.copying() ? copyThenWrite(run, round, direct) : writeElseSpool(run, round, direct);
    } finally {
      claimed.forEach(backlog::free);
    }
  }

  private List<Outcome> writeElseSpool(RedisRun run, List<HitEntry> round, List<HitEntry> direct) {
    Map<HitEntry, Written> written = write(run, direct);
    List<HitEntry> rest = new ArrayList<>();
    for (HitEntry entry : round) {
      if (written.get(entry) != Written.CONFIRMED) {
        rest.add(entry);
      }
    }
    if (rest.isEmpty()) {
      return round.stream().map(entry -> Outcome.STORED).toList();
    }
    Outcome spooled = spoolSink.store(rest).get(0);
    List<Outcome> outcomes = new ArrayList<>(round.size());
    for (HitEntry entry : round) {
      Written inRedis = written.get(entry);
      outcomes.add(
          inRedis == Written.CONFIRMED
              ? Outcome.STORED
              : spooled.asUncertainAs(inRedis == Written.UNKNOWN));
    }
    return outcomes;
  }

  private List<Outcome> copyThenWrite(RedisRun run, List<HitEntry> round, List<HitEntry> direct) {
    List<Outcome> kept = spoolSink.store(round);
    if (kept.get(0).stored()) {
      write(run, direct);
    }
    return kept;
  }

  private Map<HitEntry, Written> write(RedisRun run, List<HitEntry> direct) {
    Map<HitEntry, Written> written = new HashMap<>();
    if (direct.isEmpty()) {
      return written;
    }
    try {
      List<StreamWriter.Answer> answers = stream.add(run, direct);
      for (int i = 0; i < direct.size(); i++) {
        written.put(direct.get(i), settle(run, direct.get(i), answers.get(i)));
      }
    } catch (RedisUnavailable e) {
      direct.forEach(entry -> written.put(entry, Written.UNKNOWN));
      metrics.redisFailed();
      if (backlog.redisFailed()) {
        LOG.warn("Hits go to the disk spool until Redis answers again ({})", e.getMessage());
      }
    }
    return written;
  }

  private Written settle(RedisRun run, HitEntry entry, StreamWriter.Answer answer) {
    if (!answer.stored()) {
      return Written.REFUSED;
    }
    if (run.copying()) {
      copies.confirmed(entry.shard(), spool.last(entry.shard()), answer.id());
    }
    return Written.CONFIRMED;
  }
}

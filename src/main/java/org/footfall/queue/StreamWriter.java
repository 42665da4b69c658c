package org.footfall.queue;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisDataException;

/** Adds entries to their streams, all in one pipeline. */
final class StreamWriter {
  private static final Logger LOG = LoggerFactory.getLogger(StreamWriter.class);

  private final RedisConnections redis;
  private final QueueMetrics metrics;

  /** What Redis said to an entry: the id that it gave, or why it did not take it. */
  record Answer(StreamId id, JedisDataException refusal) {
    boolean stored() {
      return refusal == null;
    }
  }

  StreamWriter(RedisConnections redis, QueueMetrics metrics) {
    this.redis = redis;
    this.metrics = metrics;
  }

  /**
   * Adds entries to whatever Redis answers.
   *
   * @return an answer for each
   * @throws RedisUnavailable when it is unknown which of them were stored
   */
  List<Answer> add(List<HitEntry> entries) throws RedisUnavailable {
    return redis.call(connection -> add(connection, entries));
  }

  /** The same, while Redis is still the one that is known; of another one nothing is asked. */
  List<Answer> add(RedisRun run, List<HitEntry> entries) throws RedisUnavailable {
    return redis.call(run.epoch(), connection -> add(connection, entries));
  }

  private List<Answer> add(RedisConnection connection, List<HitEntry> entries)
      throws RedisUnavailable {
    List<Answer> answers = new ArrayList<>(entries.size());
    for (Object reply : connection.run(entries.stream().map(StreamEntry::add).toList())) {
      if (reply instanceof JedisDataException refusal) {
        metrics.redisRefused(refusal.getMessage());
        LOG.debug("Redis refused an entry", refusal);
        answers.add(new Answer(null, refusal));
      } else {
        answers.add(new Answer(StreamId.parse(RedisReply.text(reply)), null));
      }
    }
    return answers;
  }
}

package org.footfall.queue;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.regex.Pattern;
import org.footfall.queue.RedisConnection.Command;
import redis.clients.jedis.Protocol;

/**
 * An entry of the stream {@code footfall:hits:<shard>}. Its fields: {@code p} the producer, {@code
 * s} the first sequence, {@code n} the number of hits, {@code t} when they came in Unix
 * milliseconds, {@code h} the payloads as in {@link HitEntry}.
 *
 * @param hits null when the fields are not ours or damaged
 */
record StreamEntry(StreamId id, HitEntry hits) {
  /** What the log can keep a mark of, which is more than {@link Sequences} makes. */
  private static final Pattern PRODUCERS = Pattern.compile("[!-~]{1,100}");

  private static final byte[] NEW_ID = {'*'};
  private static final byte[] PRODUCER = {'p'};
  private static final byte[] FIRST = {'s'};
  private static final byte[] COUNT = {'n'};
  private static final byte[] RECEIVED = {'t'};
  private static final byte[] HITS = {'h'};

  static String key(int shard) {
    return "footfall:hits:" + shard;
  }

  static Command add(HitEntry entry) {
    return new Command(
        Protocol.Command.XADD,
        key(entry.shard()).getBytes(UTF_8),
        NEW_ID,
        PRODUCER,
        entry.producer().getBytes(US_ASCII),
        FIRST,
        number(entry.first()),
        COUNT,
        number(entry.count()),
        RECEIVED,
        number(entry.receivedMillis()),
        HITS,
        entry.hits());
  }

  /** At most {@code count} entries that follow an id. */
  static Command range(int shard, StreamId after, int count) {
    return Command.of(
        Protocol.Command.XRANGE, key(shard), "(" + after, "+", "COUNT", Integer.toString(count));
  }

  private static byte[] number(long value) {
    return Long.toString(value).getBytes(US_ASCII);
  }

  /** Reads an element of the answer to XRANGE. */
  static StreamEntry of(int shard, Object element) {
    List<?> pair = (List<?>) element;
    StreamId id = StreamId.parse(RedisReply.text(pair.get(0)));
    List<?> fields = (List<?>) pair.get(1);
    Object producer = RedisReply.field(fields, "p");
    Object hits = RedisReply.field(fields, "h");
    try {
      if (producer != null && hits instanceof byte[] blob) {
        String name = RedisReply.text(producer);
        long first = RedisReply.number(RedisReply.field(fields, "s"));
        int count = Math.toIntExact(RedisReply.number(RedisReply.field(fields, "n")));
        long received = RedisReply.number(RedisReply.field(fields, "t"));
        if (PRODUCERS.matcher(name).matches() && first <= Long.MAX_VALUE - count) {
          return new StreamEntry(id, new HitEntry(shard, name, first, count, received, blob));
        }
      }
    } catch (NumberFormatException | ArithmeticException e) {
      return new StreamEntry(id, null);
    }
    return new StreamEntry(id, null);
  }
}

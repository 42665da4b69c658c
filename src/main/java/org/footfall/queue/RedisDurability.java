package org.footfall.queue;

import java.util.ArrayList;
import java.util.List;
import org.footfall.queue.QueueOptions.Durability;
import org.footfall.queue.RedisConnection.Command;
import redis.clients.jedis.Protocol;

/**
 * What a Redis does with what it confirmed.
 *
 * @param appendOnly whether it keeps an append-only file
 * @param fsync {@code always}, {@code everysec}, {@code no}, or empty when it does not tell
 * @param evicts whether it throws keys away when its memory is full
 */
record RedisDurability(boolean appendOnly, String fsync, boolean evicts) {
  /** Before Redis has answered for the first time. */
  static final RedisDurability UNKNOWN = new RedisDurability(true, "", false);

  /** Asks; where CONFIG is forbidden, INFO tells the most. */
  static RedisDurability ask(RedisConnection connection) throws RedisUnavailable {
    List<Object> answers =
        connection.run(
            List.of(
                Command.of(Protocol.Command.INFO, "persistence"),
                Command.of(Protocol.Command.INFO, "memory"),
                Command.of(Protocol.Command.CONFIG, "GET", "appendfsync")));
    String persistence = RedisReply.text(answers.get(0));
    String memory = RedisReply.text(answers.get(1));
    Object fsync =
        answers.get(2) instanceof List<?> config ? RedisReply.field(config, "appendfsync") : null;
    return new RedisDurability(
        "1".equals(RedisReply.infoField(persistence, "aof_enabled")),
        fsync == null ? "" : RedisReply.text(fsync),
        RedisReply.infoField(memory, "maxmemory_policy").startsWith("allkeys"));
  }

  /** What is weaker than asked for, and what to change, a sentence each. */
  List<String> problems(Durability wanted) {
    List<String> problems = new ArrayList<>();
    if (!appendOnly) {
      problems.add(
          "Redis keeps no append-only file, so that a restart loses what it holds; Footfall keeps a"
              + " copy of every hit in its spool until it is in the log. Set \"appendonly yes\" in"
              + " the configuration of Redis.");
    } else if (wanted == Durability.POWER && fsync.isEmpty()) {
      problems.add(
          "Redis does not tell how it writes its append-only file (CONFIG GET is forbidden); for"
              + " queue.durability = \"power\" it must be \"appendfsync always\".");
    } else if (wanted == Durability.POWER && !"always".equals(fsync)) {
      problems.add(
          "Redis writes its append-only file with \"appendfsync "
              + fsync
              + "\", so that the end of Redis or of the power can cost the last second or two. Set"
              + " \"appendfsync always\" in the configuration of Redis, or queue.durability ="
              + " \"fast\".");
    }
    if (evicts) {
      problems.add(
          "Redis throws keys away when its memory is full, hits among them. Set"
              + " \"maxmemory-policy noeviction\" in its configuration.");
    }
    return problems;
  }
}

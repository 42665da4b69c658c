package org.footfall.queue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.footfall.config.Config;
import org.footfall.config.Setting;

/** The settings of the group {@code queue}. */
public final class QueueSettings {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "rediss?://([A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?(/\\d{0,4})?");

  static final Setting<QueueOptions.Kind> KIND =
      Setting.oneOf(
          "queue.kind",
          QueueOptions.Kind.REDIS,
          "Where hits wait to be processed: \"redis\", or \"spool\" for files on the local disk,"
              + " with which one process must do everything.");
  static final Setting<QueueOptions.Durability> DURABILITY =
      Setting.oneOf(
          "queue.durability",
          QueueOptions.Durability.POWER,
          "What an answered hit survives: \"power\" for the end of the power (Redis needs appendonly"
              + " yes and appendfsync always), or \"fast\" for the end of Footfall, when the end of"
              + " Redis or of the power may cost the last second or two.");
  static final Setting<String> REDIS_ADDRESS =
      Setting.text(
              "queue.redis_address",
              "redis://127.0.0.1:6391/0",
              "Address of Redis 6.2 or newer, with the number of the database; rediss:// for TLS.")
          .form(ADDRESS, "like redis://host:6379/0, without user and password");
  static final Setting<String> REDIS_USER =
      Setting.text("queue.redis_user", "", "User of Redis; empty for the default user.");
  static final Setting<String> REDIS_PASSWORD =
      Setting.text("queue.redis_password", "", "Password of Redis; empty for none.").secret();
  static final Setting<Duration> REDIS_TIMEOUT =
      Setting.duration(
              "queue.redis_timeout",
              Duration.ofSeconds(2),
              "How long Redis may take to answer before hits go to the spool.")
          .min(Duration.ofMillis(50))
          .max(Duration.ofMinutes(1));
  static final Setting<String> SPOOL_DIRECTORY =
      Setting.path(
          "queue.spool_directory",
          "/var/lib/footfall/spool",
          "Directory for hits that Redis does not take, of this process alone.");
  static final Setting<Long> SPOOL_LIMIT =
      Setting.size(
              "queue.spool_limit",
              2L << 30,
              "Most bytes of hits in that directory; above it hits are refused with status 503.")
          .min(1L << 20)
          .max(1L << 40);
  static final Setting<Long> WAITING_LIMIT =
      Setting.size(
              "queue.waiting_limit",
              32L << 20,
              "Most bytes of hits that may wait in memory to be stored; above it they are refused"
                  + " with status 503.")
          .min(1L << 20)
          .max(4L << 30);
  static final Setting<Integer> HITS_PER_ENTRY =
      Setting.number(
              "queue.hits_per_entry", 500, "Most hits that share one entry of a Redis stream.")
          .min(1)
          .max(10_000);

  /** All of them, in the order of the sample file. */
  public static final List<Setting<?>> ALL =
      List.of(
          KIND,
          DURABILITY,
          REDIS_ADDRESS,
          REDIS_USER,
          REDIS_PASSWORD,
          REDIS_TIMEOUT,
          SPOOL_DIRECTORY,
          SPOOL_LIMIT,
          WAITING_LIMIT,
          HITS_PER_ENTRY);

  private QueueSettings() {}

  /** What a configuration says. */
  public static QueueOptions of(Config config) {
    return new QueueOptions(
        config.get(KIND),
        config.get(DURABILITY),
        new QueueOptions.Redis(
            URI.create(config.get(REDIS_ADDRESS)),
            config.get(REDIS_USER),
            config.get(REDIS_PASSWORD),
            config.get(REDIS_TIMEOUT)),
        Path.of(config.get(SPOOL_DIRECTORY)),
        config.get(SPOOL_LIMIT),
        config.get(WAITING_LIMIT),
        config.get(HITS_PER_ENTRY));
  }
}

package org.footfall.app;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.footfall.config.Config;
import org.footfall.config.Setting;
import org.footfall.tracking.Limits;

/** The settings of the group {@code http}. */
public final class HttpSettings {
  static final Setting<String> HOST =
      Setting.text(
          "http.host",
          "127.0.0.1",
          "Address to listen on; 0.0.0.0 or :: for all, when no proxy stands in front.");
  static final Setting<Integer> PORT =
      Setting.number("http.port", 8080, "TCP port to listen on.").min(0).max(65535);
  static final Setting<Integer> THREADS =
      Setting.number("http.threads", 64, "Most threads that answer requests.").min(8).max(2_000);
  static final Setting<Integer> CONNECTIONS =
      Setting.number("http.connections", 10_000, "Most open connections; further ones wait.")
          .min(10)
          .max(1_000_000);
  static final Setting<Integer> READERS =
      Setting.number(
              "http.readers",
              16,
              "Most reports and pages made at once; must leave threads for accepting hits.")
          .min(1)
          .max(1_000);
  static final Setting<Duration> READER_PATIENCE =
      Setting.duration(
              "http.reader_patience",
              Duration.ofSeconds(30),
              "How long a report or page waits for its turn before it is turned away.")
          .min(Duration.ofSeconds(1))
          .max(Duration.ofMinutes(10));
  static final Setting<Long> BODY_LIMIT =
      Setting.size("http.body_limit", 2L << 20, "Largest body of a request that brings no hits.")
          .min(1L << 10)
          .max(1L << 30);
  static final Setting<Long> BODIES_LIMIT =
      Setting.size(
              "http.bodies_limit",
              48L << 20,
              "Memory that the bodies of all requests may take at one time; further senders are"
                  + " told to come again.")
          .min(1L << 20);
  static final Setting<Duration> BODY_PATIENCE =
      Setting.duration(
              "http.body_patience",
              Duration.ofSeconds(60),
              "How long a client may take to send a whole body.")
          .min(Duration.ofSeconds(1))
          .max(Duration.ofMinutes(10));
  static final Setting<Long> HEADER_LIMIT =
      Setting.size("http.header_limit", 32L << 10, "Largest request head, address included.")
          .min(4L << 10)
          .max(1L << 20);
  static final Setting<Duration> IDLE_TIMEOUT =
      Setting.duration(
              "http.idle_timeout",
              Duration.ofSeconds(30),
              "A connection on which nothing moves is closed after this time.")
          .min(Duration.ofSeconds(1))
          .max(Duration.ofMinutes(10));
  static final Setting<Duration> STOP_PATIENCE =
      Setting.duration(
              "http.stop_patience",
              Duration.ofSeconds(10),
              "How long requests that are being answered may take at the stop.")
          .min(Duration.ZERO)
          .max(Duration.ofMinutes(5));

  /** All of them, in the order of the sample file. */
  public static final List<Setting<?>> ALL =
      List.of(
          HOST,
          PORT,
          THREADS,
          CONNECTIONS,
          READERS,
          READER_PATIENCE,
          BODY_LIMIT,
          BODIES_LIMIT,
          BODY_PATIENCE,
          HEADER_LIMIT,
          IDLE_TIMEOUT,
          STOP_PATIENCE);

  private HttpSettings() {}

  /** What a configuration says. */
  static HttpOptions of(Config config, Predicate<InetAddress> trustedProxies) {
    return new HttpOptions(
        config.get(HOST),
        config.get(PORT),
        config.get(THREADS),
        config.get(CONNECTIONS),
        config.get(READERS),
        config.get(READER_PATIENCE),
        new BodyOptions(
            Limits.of(config).body(),
            Math.toIntExact(config.get(BODY_LIMIT)),
            config.get(BODIES_LIMIT),
            config.get(BODY_PATIENCE)),
        Math.toIntExact(config.get(HEADER_LIMIT)),
        config.get(IDLE_TIMEOUT),
        config.get(STOP_PATIENCE),
        trustedProxies);
  }
}

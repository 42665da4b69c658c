package org.footfall.enrich.device;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import org.footfall.config.Config;

/**
 * Tells devices by user agent and client hints. Reads the rule lists, some two seconds of work,
 * when the first user agent comes, and remembers what it has told of the last ones. Safe for many
 * threads.
 */
public final class Devices {
  /** What is longer is cut. */
  public static final int MAX_USER_AGENT = 1_000;

  private final Cache<Key, Device> known;
  private Detector detector;

  private record Key(String agent, ClientHints hints) {}

  Devices(int remembered) {
    known = Caffeine.newBuilder().maximumSize(remembered).executor(Runnable::run).build();
  }

  /** As the configuration says. */
  public static Devices open(Config config) {
    return new Devices(config.get(DeviceSettings.REMEMBERED));
  }

  /**
   * @param clientHints the headers {@code Sec-CH-UA*} by lower-case name
   */
  public Device detect(String userAgent, Map<String, String> clientHints) {
    return detect(userAgent, ClientHints.of(clientHints, ""));
  }

  public Device detect(String userAgent, ClientHints clientHints) {
    String agent = userAgent.strip();
    return known.get(
        new Key(
            agent.length() > MAX_USER_AGENT ? agent.substring(0, MAX_USER_AGENT) : agent,
            clientHints),
        key -> detector().detect(key.agent(), key.hints()));
  }

  private synchronized Detector detector() {
    if (detector == null) {
      detector = Detector.load();
    }
    return detector;
  }
}

package org.footfall.privacy;

import java.util.List;
import org.footfall.config.Setting;

/** The settings of the group {@code proxy}. */
public final class ProxySettings {
  static final Setting<List<String>> TRUSTED =
      Setting.list(
          "proxy.trusted",
          List.of("127.0.0.0/8", "::1"),
          "Addresses and networks of proxies in front of Footfall that are believed when they"
              + " say whom a request came from.");
  static final Setting<String> HEADER =
      Setting.text(
          "proxy.header",
          "X-Forwarded-For",
          "Header in which these proxies name the visitor's address; empty to read none.");

  /** All of them, in the order of the sample file. */
  public static final List<Setting<?>> ALL = List.of(TRUSTED, HEADER);

  private ProxySettings() {}
}

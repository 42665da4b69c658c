package org.footfall.enrich.referrer;

import java.util.ArrayList;
import java.util.List;
import org.footfall.config.Config;

/**
 * The hosts that are sent as referrers so that somebody who looks at reports visits them. Finding
 * one costs a look-up for each part of the referring host.
 */
public final class ReferrerSpam {
  private final HostTable<Boolean> hosts;

  private ReferrerSpam(List<String> hosts) {
    HostTable.Builder<Boolean> table = new HostTable.Builder<>();
    hosts.forEach(host -> table.put(host, true, true));
    this.hosts = table.build();
  }

  /** The list that came along and the operator's; nothing where the filter is switched off. */
  public static ReferrerSpam open(Config config) {
    return config.get(ReferrerSettings.SPAM_FILTER)
        ? with(config.get(ReferrerSettings.SPAM))
        : new ReferrerSpam(List.of());
  }

  private static ReferrerSpam with(List<String> more) {
    List<String> all = new ArrayList<>(more);
    ReferrerLists.resource("referrer-spam.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(all::add);
    return new ReferrerSpam(all);
  }

  /**
   * @param url the referring address as sent; any text
   */
  public boolean matches(String url) {
    WebAddress address = WebAddress.of(url.trim());
    return !address.host().isEmpty() && hosts.find(address.host(), address.path()) != null;
  }
}

package org.footfall.ui;

import java.net.IDN;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.footfall.enrich.referrer.WebAddress;

/**
 * Where a site's pages come from, as browsers say it: scheme, host and port. Sites lead from http
 * to https and to or from {@code www.}, and reports take these for the same pages, so both count as
 * the site's where its address has no port.
 *
 * @param list the main address's origin first; empty for a site that has none
 */
record SiteOrigins(List<String> list) {
  /** Longest address of a page, as the log keeps it. */
  static final int LONGEST = 1_024;

  /** They are sent in a header. */
  private static final int MOST = 60;

  private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");
  private static final Pattern NUMBER = Pattern.compile("[0-9.]+");
  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

  /**
   * @param urls the site's addresses, the main one first
   */
  static SiteOrigins of(List<String> urls) {
    Set<String> all = new LinkedHashSet<>();
    List<WebAddress> addresses =
        urls.stream().map(WebAddress::of).filter(address -> of(address).isPresent()).toList();
    addresses.forEach(address -> of(address).ifPresent(all::add));
    // Last, so that they take the place of none that the site has named.
    for (WebAddress address : addresses) {
      if (address.port().isEmpty()) {
        for (String host : List.of(host(address), twin(host(address)))) {
          all.add(address.scheme() + "://" + host);
          all.add("https://" + host);
        }
      }
    }
    return new SiteOrigins(all.stream().limit(MOST).toList());
  }

  private static Optional<String> of(WebAddress address) {
    String host = host(address);
    boolean web = address.scheme().equals("http") || address.scheme().equals("https");
    if (!web || host.length() > 253 || !HOST.matcher(host).matches()) {
      return Optional.empty();
    }
    String usual = address.scheme().equals("http") ? "80" : "443";
    if (address.port().isEmpty() || address.port().equals(usual)) {
      return Optional.of(address.scheme() + "://" + host);
    }
    return PORT.matcher(address.port()).matches()
        ? Optional.of(address.scheme() + "://" + host + ":" + address.port())
        : Optional.empty();
  }

  /** In letters that headers can have; empty for what is no host. */
  private static String host(WebAddress address) {
    try {
      return IDN.toASCII(address.host(), IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String twin(String host) {
    if (host.startsWith("www.")) {
      return host.substring("www.".length());
    }
    return host.indexOf('.') < 0 || NUMBER.matcher(host).matches() ? host : "www." + host;
  }

  /** The whole address of a page that somebody may have written without its beginning. */
  Optional<String> page(String typed) {
    String text = typed.strip();
    if (list.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    String main = list.get(0);
    List<String> meant = new ArrayList<>();
    if (text.startsWith("/") && !text.startsWith("//")) {
      meant.add(main + text);
    } else if (text.contains("://")) {
      meant.add(text);
    } else {
      meant.add(main.substring(0, main.indexOf(':')) + "://" + text);
      meant.add("https://" + text);
    }
    return meant.stream()
        .filter(one -> of(WebAddress.of(one)).filter(list::contains).isPresent())
        .findFirst();
  }
}

package org.footfall.enrich.referrer;

import java.util.Map;
import java.util.Optional;
import org.footfall.config.Config;

/** Search engines, social networks and AI assistants by their hosts; see {@link ReferrerLists}. */
public final class KnownReferrers {
  private final HostTable<Known> table;
  private final Map<Named, String> homes;

  /**
   * A known place and what reports call it.
   *
   * @param terms of a search engine; null for all others
   */
  record Known(ReferrerType type, String name, SearchTerms terms) {}

  /** What reports call a place, by which its home is found. */
  record Named(ReferrerType type, String name) {}

  KnownReferrers(HostTable<Known> table, Map<Named, String> homes) {
    this.table = table;
    this.homes = Map.copyOf(homes);
  }

  /** Reads the lists that ship with the program. */
  public static KnownReferrers load() {
    return ReferrerLists.shipped().build();
  }

  /** Reads the lists that ship with the program, and those of the operator. */
  public static KnownReferrers open(Config config) {
    ReferrerLists lists = ReferrerLists.shipped();
    lists.addOwn(config);
    return lists.build();
  }

  /** The host a social network is best known by, as {@code facebook.com}, by its name. */
  public Optional<String> home(String network) {
    return home(ReferrerType.SOCIAL, network);
  }

  /**
   * The host, or host and path, that a search engine, network or assistant is best known by, as
   * {@code search.yahoo.com}.
   */
  public Optional<String> home(ReferrerType type, String name) {
    return Optional.ofNullable(homes.get(new Named(type, name)));
  }

  /**
   * What an address belongs to. Networks and assistants own what lies below their hosts; of search
   * engines mostly {@code www.} and a country's two letters count, since much else that they run is
   * no search.
   */
  Optional<Known> find(WebAddress address) {
    String host = address.bareHost();
    if (host.indexOf('.') == 2) {
      Known exact = table.at(host, address.path());
      exact = exact == null ? table.at(host.substring(3), address.path()) : exact;
      if (exact != null) {
        return Optional.of(exact);
      }
    }
    return Optional.ofNullable(table.find(host, address.path()));
  }
}

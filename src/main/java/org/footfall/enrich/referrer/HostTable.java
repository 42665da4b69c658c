package org.footfall.enrich.referrer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Things by host, host and path, or host with all below it: {@code example.org}, {@code
 * example.org/search}, {@code *.example.org}. What is said most closely counts: the host before
 * those above it, and on a host the longest path before the host itself. A leading {@code www.}
 * means nothing. Finding costs a few look-ups, however many hosts there are.
 */
final class HostTable<T> {
  /** The domain name system knows no longer names. */
  private static final int MAX_HOST = 253;

  private final Map<String, Host<T>> hosts;

  private record Path<T>(String path, T value) {}

  /** What is at a host itself, on its paths, and below it; null where nothing is. */
  private record Host<T>(T here, T below, List<Path<T>> paths) {}

  private HostTable(Map<String, Host<T>> hosts) {
    this.hosts = hosts;
  }

  static final class Builder<T> {
    private final Map<String, Host<T>> hosts = new HashMap<>();

    /**
     * Replaces what was said of the same place before.
     *
     * @param place as written in lists
     * @param below whether all below the host is meant, too, as {@code *.} says
     */
    void put(String place, boolean below, T value) {
      boolean all = below || place.startsWith("*.");
      String text = place.startsWith("*.") ? place.substring(2) : place;
      int slash = text.indexOf('/');
      String name = bare((slash < 0 ? text : text.substring(0, slash)).toLowerCase(Locale.ROOT));
      Host<T> before = hosts.getOrDefault(name, new Host<>(null, null, List.of()));
      String path = slash < 0 ? "" : trimmed(text.substring(slash));
      hosts.put(
          name,
          path.isEmpty()
              ? new Host<>(value, all ? value : before.below(), before.paths())
              : new Host<>(before.here(), before.below(), with(before.paths(), path, value)));
    }

    private static <T> List<Path<T>> with(List<Path<T>> before, String path, T value) {
      List<Path<T>> paths = new ArrayList<>(before);
      paths.removeIf(known -> known.path().equals(path));
      paths.add(new Path<>(path, value));
      paths.sort(Comparator.comparingInt(known -> -known.path().length()));
      return List.copyOf(paths);
    }

    HostTable<T> build() {
      return new HostTable<>(Map.copyOf(hosts));
    }
  }

  /** What is at a host and path, or null. */
  T find(String host, String path) {
    if (host.length() > MAX_HOST) {
      return null;
    }
    String name = bare(host);
    T found = at(name, path);
    for (int dot = name.indexOf('.'); found == null && dot >= 0; dot = name.indexOf('.', dot + 1)) {
      Host<T> parent = hosts.get(name.substring(dot + 1));
      found = parent == null ? null : parent.below();
    }
    return found;
  }

  /** What is at exactly this host, be it on the path or on all of it, or null. */
  T at(String name, String path) {
    Host<T> host = hosts.get(name);
    if (host == null) {
      return null;
    }
    for (Path<T> known : host.paths()) {
      if (under(path, known.path())) {
        return known.value();
      }
    }
    return host.here();
  }

  /** Whether a path is another one or lies below it; {@code /a} is not above {@code /ab}. */
  static boolean under(String path, String above) {
    return path.startsWith(above)
        && (path.length() == above.length() || path.charAt(above.length()) == '/');
  }

  static String trimmed(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String bare(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}

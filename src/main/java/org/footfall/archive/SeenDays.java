package org.footfall.archive;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** In which versions this process has seen the open days of something. Not for several threads. */
final class SeenDays<T> {
  private final Map<T, Map<LocalDate, Long>> seen = new HashMap<>();

  /** Those that have changed since they were seen; they are seen now. */
  NavigableMap<LocalDate, Long> changed(T of, Map<LocalDate, Long> open) {
    Map<LocalDate, Long> known = seen.computeIfAbsent(of, key -> new HashMap<>());
    known.keySet().retainAll(open.keySet());
    NavigableMap<LocalDate, Long> changed = new TreeMap<>();
    open.forEach(
        (day, version) -> {
          if (!version.equals(known.put(day, version))) {
            changed.put(day, version);
          }
        });
    return changed;
  }

  /** Forgets in which versions they were seen. */
  void forget(T of) {
    seen.remove(of);
  }

  /** Forgets all but these. */
  void keepOnly(Iterable<T> wanted) {
    Map<T, Map<LocalDate, Long>> kept = new HashMap<>();
    for (T one : wanted) {
      if (seen.containsKey(one)) {
        kept.put(one, seen.get(one));
      }
    }
    seen.clear();
    seen.putAll(kept);
  }
}

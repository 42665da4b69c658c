package org.footfall.api;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which columns a client wants; the label always stays.
 *
 * @param inside hidden also in columns that hold columns, as those of goals
 */
record ColumnChoice(Set<String> shown, Set<String> hidden, Set<String> inside) {
  static ColumnChoice of(ApiParameters parameters) {
    Set<String> shown = new HashSet<>(parameters.list("showColumns"));
    shown.addAll(parameters.list("columns"));
    Set<String> hidden = new HashSet<>(parameters.list("hideColumns"));
    Set<String> inside = new HashSet<>(parameters.list("hideColumnsRecursively"));
    if (inside.remove("1")) {
      inside.addAll(hidden);
    }
    inside.remove("0");
    hidden.addAll(inside);
    return new ColumnChoice(Set.copyOf(shown), Set.copyOf(hidden), Set.copyOf(inside));
  }

  Map<String, Object> apply(Map<String, Object> columns) {
    if (!shown.isEmpty() || !hidden.isEmpty()) {
      columns.keySet().removeIf(name -> !name.equals("label") && !wanted(name));
    }
    if (!inside.isEmpty()) {
      columns.replaceAll((name, value) -> value instanceof Map<?, ?> map ? without(map) : value);
    }
    return columns;
  }

  private boolean wanted(String name) {
    return (shown.isEmpty() || shown.contains(name)) && !hidden.contains(name);
  }

  private Map<String, Object> without(Map<?, ?> map) {
    Map<String, Object> kept = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (!inside.contains(String.valueOf(key))) {
            kept.put(
                String.valueOf(key), value instanceof Map<?, ?> deeper ? without(deeper) : value);
          }
        });
    return kept;
  }
}

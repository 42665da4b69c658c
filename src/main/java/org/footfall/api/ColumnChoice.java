package org.footfall.api;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which columns a client wants; the label always stays. */
record ColumnChoice(Set<String> shown, Set<String> hidden) {
  static ColumnChoice of(ApiParameters parameters) {
    Set<String> shown = new HashSet<>(parameters.list("showColumns"));
    shown.addAll(parameters.list("columns"));
    return new ColumnChoice(Set.copyOf(shown), Set.copyOf(parameters.list("hideColumns")));
  }

  Map<String, Object> apply(Map<String, Object> columns) {
    if (!shown.isEmpty() || !hidden.isEmpty()) {
      columns.keySet().removeIf(name -> !name.equals("label") && !wanted(name));
    }
    return columns;
  }

  private boolean wanted(String name) {
    return (shown.isEmpty() || shown.contains(name)) && !hidden.contains(name);
  }
}

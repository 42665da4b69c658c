package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An answer as lines of equal columns, for formats that know no other shape: what is keyed by site
 * or period gets a column for the key in front, what is known beside the counts a leading {@code
 * metadata_}; rows below rows are left out.
 */
record Grid(Answer answer) {
  /** The columns, in the order in which lines first have them. */
  List<String> columns() {
    Set<String> names = new LinkedHashSet<>();
    each(line -> names.addAll(line.keySet()));
    return new ArrayList<>(names);
  }

  /** Hands over each line. */
  void each(Consumer<Map<String, Object>> taker) {
    each(answer, Map.of(), taker);
  }

  private static void each(
      Answer answer, Map<String, Object> keys, Consumer<Map<String, Object>> taker) {
    switch (answer) {
      case Answer.Value value -> taker.accept(with(keys, Map.of("value", value.value())));
      case Answer.Values values ->
          values.values().forEach(value -> taker.accept(with(keys, Map.of("value", value))));
      case Answer.Done done -> taker.accept(with(keys, Map.of("message", "ok")));
      case Answer.Failed failed -> taker.accept(with(keys, Map.of("error", failed.message())));
      case Answer.One one -> taker.accept(with(keys, one.values()));
      case Answer.Table table -> table.lines().forEach(line -> taker.accept(with(keys, line)));
      case Answer.Keyed keyed ->
          keyed
              .answers()
              .forEach(
                  (key, each) -> each(each, with(keys, Map.of(keyed.key(), key)), taker));
      case Answer.Several several -> several.answers().forEach(each -> each(each, keys, taker));
    }
  }

  private static Map<String, Object> with(Map<String, Object> keys, Answer.Line line) {
    Map<String, Object> all = with(keys, line.columns());
    line.metadata().forEach((name, value) -> all.put("metadata_" + name, value));
    return all;
  }

  private static Map<String, Object> with(Map<String, Object> keys, Map<String, Object> values) {
    Map<String, Object> all = new LinkedHashMap<>(keys);
    all.putAll(values);
    return all;
  }
}

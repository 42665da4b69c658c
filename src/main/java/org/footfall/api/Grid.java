package org.footfall.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An answer as lines of equal columns, for formats that know no other shape: what is keyed by site
 * or period gets a column for the key in front, what is known beside the counts a leading {@code
 * metadata_}; rows below rows are left out. Of an answer that holds others the first one is shown.
 */
record Grid(Answer answer) {
  /** The columns, in the order in which lines first have them. */
  List<String> columns() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    each(line -> names.addAll(line.keySet()));
    return new ArrayList<>(names);
  }

  /** Hands over each line. */
  void each(LineTaker taker) throws IOException {
    answer.to(new Spreading(Map.of(), taker));
  }

  /** Takes lines one after the other. */
  interface LineTaker {
    void line(Map<String, Object> line) throws IOException;
  }

  /** Makes lines of answers below the given keys. */
  private record Spreading(Map<String, Object> keys, LineTaker taker) implements Answer.Taker {
    @Override
    public void value(Object value) throws IOException {
      taker.line(with(Map.of("value", value)));
    }

    @Override
    public void values(List<?> values) throws IOException {
      for (Object value : values) {
        value(value);
      }
    }

    @Override
    public void done() throws IOException {
      taker.line(with(Map.of("message", "ok")));
    }

    @Override
    public void failed(String message) throws IOException {
      taker.line(with(Map.of("error", message)));
    }

    @Override
    public void one(Map<String, Object> values) throws IOException {
      for (Object value : values.values()) {
        if (value instanceof Answer inside) { // what is said of it has no place in a grid
          inside.to(this);
          return;
        }
      }
      taker.line(with(values));
    }

    @Override
    public void table(Answer.Table table) throws IOException {
      for (Answer.Line line : table.lines()) {
        Map<String, Object> all = with(line.columns());
        line.metadata().forEach((name, value) -> spread("metadata_" + name, value, all));
        taker.line(all);
      }
    }

    @Override
    public void keyed(String key, Map<String, Answer> answers) throws IOException {
      for (Map.Entry<String, Answer> entry : answers.entrySet()) {
        entry.getValue().to(new Spreading(with(Map.of(key, entry.getKey())), taker));
      }
    }

    @Override
    public void several(List<Answer> answers) throws IOException {
      for (Answer each : answers) {
        each.to(this);
      }
    }

    private Map<String, Object> with(Map<String, Object> values) {
      Map<String, Object> all = new LinkedHashMap<>(keys);
      values.forEach((name, value) -> spread(name, value, all));
      return all;
    }

    /** What holds values becomes a column for each of them. */
    private static void spread(String name, Object value, Map<String, Object> into) {
      if (value instanceof Map<?, ?> map) {
        map.forEach((key, each) -> spread(name + "_" + key, each, into));
      } else if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          spread(name + "_" + i, list.get(i), into);
        }
      } else {
        into.put(name, value);
      }
    }
  }
}

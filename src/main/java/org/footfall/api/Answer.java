package org.footfall.api;

import java.util.List;
import java.util.Map;

/** What a method answers, before it is written in a format. */
sealed interface Answer {
  /** One text, number or flag. */
  record Value(Object value) implements Answer {}

  /** Texts or numbers. */
  record Values(List<?> values) implements Answer {}

  /** It was done. */
  record Done() implements Answer {}

  /** It failed; stands among other answers of a bulk request. */
  record Failed(String message) implements Answer {}

  /** Names and values. */
  record One(Map<String, Object> values) implements Answer {}

  /** Lines of a table; drawn while they are written, since there may be many. */
  record Table(Iterable<Line> lines, boolean isEmpty) implements Answer {
    static final Table EMPTY = new Table(List.of(), true);

    static Table of(List<Map<String, Object>> rows) {
      return new Table(
          rows.stream().map(row -> new Line(row, Map.of(), null, null)).toList(), rows.isEmpty());
    }
  }

  /**
   * A line: what it counts, what else is known of it, and the table below it.
   *
   * @param subtableId by which the lines below can be asked for; null for none
   * @param subtable the lines below, if these were asked for; null otherwise
   */
  record Line(
      Map<String, Object> columns,
      Map<String, Object> metadata,
      Integer subtableId,
      Table subtable) {}

  /**
   * Answers by period or by site.
   *
   * @param key {@code date} or {@code idSite}
   */
  record Keyed(String key, Map<String, Answer> answers) implements Answer {}

  /** Answers to several questions, in order. */
  record Several(List<Answer> answers) implements Answer {}
}

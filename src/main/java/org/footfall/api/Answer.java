package org.footfall.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a method answers, before it is written in a format. */
sealed interface Answer {
  /** Hands itself to the right method. */
  void to(Taker taker) throws IOException;

  /** Somebody who can do with every kind of answer. */
  interface Taker {
    void value(Object value) throws IOException;

    void values(List<?> values) throws IOException;

    void done() throws IOException;

    void failed(String message) throws IOException;

    void one(Map<String, Object> values) throws IOException;

    void table(Table table) throws IOException;

    void keyed(String key, Map<String, Answer> answers) throws IOException;

    void several(List<Answer> answers) throws IOException;
  }

  /** One text, number or flag. */
  record Value(Object value) implements Answer {
    @Override
    public void to(Taker taker) throws IOException {
      taker.value(value);
    }
  }

  /** Texts or numbers. */
  record Values(List<?> values) implements Answer {
    @Override
    public void to(Taker taker) throws IOException {
      taker.values(values);
    }
  }

  /** It was done. */
  record Done() implements Answer {
    @Override
    public void to(Taker taker) throws IOException {
      taker.done();
    }
  }

  /** It failed; stands among other answers of a bulk request. */
  record Failed(String message) implements Answer {
    @Override
    public void to(Taker taker) throws IOException {
      taker.failed(message);
    }
  }

  /** Names and values. */
  record One(Map<String, Object> values) implements Answer {
    @Override
    public void to(Taker taker) throws IOException {
      taker.one(values);
    }
  }

  /** Lines of a table; drawn while they are written, since there may be many. */
  record Table(Iterable<Line> lines, boolean isEmpty) implements Answer {
    static final Table EMPTY = new Table(List.of(), true);

    @Override
    public void to(Taker taker) throws IOException {
      taker.table(this);
    }

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
  record Keyed(String key, Map<String, Answer> answers) implements Answer {
    @Override
    public void to(Taker taker) throws IOException {
      taker.keyed(key, answers);
    }
  }

  /** Answers to several questions, in order. */
  record Several(List<Answer> answers) implements Answer {
    @Override
    public void to(Taker taker) throws IOException {
      taker.several(answers);
    }
  }
}

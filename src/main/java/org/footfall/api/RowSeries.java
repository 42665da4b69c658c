package org.footfall.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row of a report in each of several periods.
 *
 * @param name what it was asked for by
 * @param address its address as first met; empty where it has none
 * @param lines its columns by period, which are none where the period has no such row
 */
record RowSeries(String name, String address, Map<String, Map<String, Object>> lines) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
  private static final Pattern BELOW = Pattern.compile(">");

  /** The first or only row of each period's answer, which had to look for it. */
  static RowSeries first(String name, Answer.Keyed answers) {
    return of(name, answers, line -> true);
  }

  /** The row that is called so in each period. */
  static RowSeries named(String label, Answer.Keyed answers) {
    return of(label, answers, line -> label.equals(line.columns().get("label")));
  }

  private static RowSeries of(String name, Answer.Keyed answers, Predicate<Answer.Line> wanted) {
    Map<String, Map<String, Object>> lines = new LinkedHashMap<>();
    String address = "";
    for (Map.Entry<String, Answer> entry : answers.answers().entrySet()) {
      Map<String, Object> columns = Map.of();
      if (entry.getValue() instanceof Answer.One one) {
        columns = one.values();
      } else if (entry.getValue() instanceof Answer.Table table) {
        for (Answer.Line line : table.lines()) {
          if (wanted.test(line)) {
            columns = line.columns();
            Object url = line.metadata().get("url");
            address = address.isEmpty() && url != null ? url.toString() : address;
            break;
          }
        }
      }
      lines.put(entry.getKey(), columns);
    }
    return new RowSeries(name, address, lines);
  }

  /** What people read for it: its address without what all addresses begin with, or its path. */
  String shown(boolean byAddress) {
    if (byAddress && !address.isEmpty()) {
      return address.replaceFirst("^(?i)https?://(www\\.)?", "");
    }
    return BELOW
        .splitAsStream(name)
        .map(String::trim)
        .map(part -> part.startsWith("@") ? part.substring(1) : part)
        .map(FormData::decode)
        .collect(Collectors.joining(" - "));
  }

  /** The numbers of a column, 0 for periods without the row. */
  List<BigDecimal> values(String column) {
    List<BigDecimal> values = new ArrayList<>();
    lines.values().forEach(columns -> values.add(number(columns.get(column))));
    return values;
  }

  /** The number a value begins with; of what begins with none, 0. */
  static BigDecimal number(Object value) {
    Matcher matcher = NUMBER.matcher(String.valueOf(value));
    return matcher.lookingAt() ? new BigDecimal(matcher.group()) : BigDecimal.ZERO;
  }
}

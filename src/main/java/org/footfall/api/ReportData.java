package org.footfall.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footfall.report.Period;
import org.footfall.report.Periods;

/**
 * A report's answer taken apart: what is counted, as people read it, and what is known beside it.
 *
 * @param types how clients call what is in the wanted columns
 * @param currency in which amounts are told; empty where these stay plain numbers
 * @param rest whether columns that are not wanted are told, too
 */
record ReportData(Map<String, String> types, String currency, boolean rest) {
  private static final int MILLIONTHS = 6;

  /** What is worked out of visits comes before what else is. */
  private static final List<String> FIRST =
      List.of("nb_actions_per_visit", "avg_time_on_site", "bounce_rate");

  /** The wanted columns; rows where the report has rows. */
  Answer counts(Answer answer) {
    if (answer instanceof Answer.One one) {
      return new Answer.One(read(one.values()));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    if (answer instanceof Answer.Table table) {
      table.lines().forEach(line -> rows.add(read(line.columns())));
    }
    return Answer.Table.of(rows);
  }

  /** What is known beside the counts, a row for each row. */
  Answer metadata(Answer answer) {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (answer instanceof Answer.Table table) {
      for (Answer.Line line : table.lines()) {
        Map<String, Object> known = new LinkedHashMap<>(line.metadata());
        if (line.subtableId() != null) {
          known.put("idsubdatatable", line.subtableId());
        }
        rows.add(known);
      }
    }
    return Answer.Table.of(rows);
  }

  /**
   * The answer for each period, in order. Of sites with clocks of their own, and of no site at all,
   * a report may know other periods than were asked for.
   */
  static List<Answer> each(Answer answer, Periods asked) {
    if (!asked.several()) {
      return List.of(answer);
    }
    Map<String, Answer> known = answer instanceof Answer.Keyed keyed ? keyed.answers() : Map.of();
    List<Answer> each = new ArrayList<>();
    for (Period period : asked.list()) {
      each.add(known.getOrDefault(period.label(), Answer.Table.EMPTY));
    }
    return each;
  }

  /** Answers by what people call their periods. */
  static Answer keyed(List<Answer> answers, List<Period> periods) {
    Map<String, Answer> byName = new LinkedHashMap<>();
    Iterator<Answer> each = answers.iterator();
    for (Period period : periods) {
      byName.put(PeriodText.full(period), each.next());
    }
    return new Answer.Keyed("prettyDate", byName);
  }

  /** The columns that some row has. */
  static Set<String> met(List<Answer> answers) {
    Set<String> met = new HashSet<>();
    for (Answer answer : answers) {
      if (answer instanceof Answer.One one) {
        met.addAll(one.values().keySet());
      } else if (answer instanceof Answer.Table table) {
        table.lines().forEach(line -> met.addAll(line.columns().keySet()));
      }
    }
    return met;
  }

  /**
   * In the order of the row, but what is worked out after what is counted; what the row leaves out
   * is nothing, and comes last.
   */
  private Map<String, Object> read(Map<String, Object> row) {
    List<String> names = new ArrayList<>(row.keySet());
    names.sort(Comparator.comparingInt(ReportData::place));
    Map<String, Object> read = new LinkedHashMap<>();
    for (String name : names) {
      if (types.containsKey(name)) {
        read.put(name, spelled(name, row.get(name)));
      } else if (rest) {
        read.put(name, row.get(name));
      }
    }
    types.keySet().forEach(name -> read.computeIfAbsent(name, missing -> spelled(missing, 0)));
    return read;
  }

  private static int place(String name) {
    if (FIRST.contains(name)) {
      return FIRST.indexOf(name) + 1;
    }
    return MatomoNames.ratio(name).isEmpty() ? 0 : FIRST.size() + 1;
  }

  private Object spelled(String name, Object value) {
    return types.get(name).equals("money") && !currency.isEmpty() && value instanceof Number
        ? MoneyText.of(
            currency, new BigDecimal(value.toString()).movePointRight(MILLIONTHS).longValue())
        : value;
  }
}

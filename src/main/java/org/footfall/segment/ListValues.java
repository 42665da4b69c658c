package org.footfall.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.footfall.segment.Operator.Match;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.TextColumn;

/**
 * A text column that holds several values in each text, of which one has to agree. Each distinct
 * text is looked at once a table.
 *
 * @param parts the values of a stored text
 * @param form how numbers are written; null when the values are texts
 */
record ListValues(Column column, Function<String, List<String>> parts, NumberForm form)
    implements Values {
  /** Lines of fields with tabs between, of which one is meant. */
  static ListValues field(Column column, int field, NumberForm form) {
    return new ListValues(
        column,
        text ->
            fields(text).stream()
                .filter(fields -> fields.length > field)
                .map(fields -> fields[field])
                .toList(),
        form);
  }

  /** As {@link #field}: this one and all that follow. */
  static ListValues fieldsFrom(Column column, int field) {
    return new ListValues(
        column,
        text ->
            fields(text).stream().flatMap(fields -> List.of(fields).stream().skip(field)).toList(),
        null);
  }

  private static List<String[]> fields(String text) {
    return text.lines().map(line -> line.split("\t", -1)).toList();
  }

  @Override
  public Set<Column> columns() {
    return Set.of(column);
  }

  @Override
  public Test test(Match match, String value) throws Unfit {
    Predicate<String> agrees = agrees(match, value);
    return (table, clock) -> {
      TextColumn texts = table.text(column);
      byte[] known = new byte[texts.codes()];
      return row -> {
        int code = texts.code(row);
        if (known[code] == 0) {
          List<String> values = parts.apply(texts.value(code));
          boolean any = values.stream().anyMatch(part -> !part.isEmpty() && agrees.test(part));
          known[code] = (byte) (any ? 1 : -1);
        }
        return known[code] > 0;
      };
    };
  }

  @Override
  public Spelling spelling(LogTable table, SiteClock clock) {
    TextColumn texts = table.text(column);
    Map<Integer, List<String>> known = new HashMap<>();
    return (row, taker) ->
        known.computeIfAbsent(texts.code(row), code -> spelled(texts.value(code))).forEach(taker);
  }

  private List<String> spelled(String text) {
    return parts.apply(text).stream()
        .filter(part -> !part.isEmpty())
        .map(part -> form == null ? part : form.spell(number(part)))
        .distinct()
        .toList();
  }

  private Predicate<String> agrees(Match match, String value) throws Unfit {
    if (match == Match.PRESENT || form == null) {
      return TextTest.of(match, value);
    }
    if (match.spells()) {
      Predicate<String> spelled = TextTest.of(match, value);
      return part -> spelled.test(form.spell(number(part)));
    }
    LongPredicate range = NumberValues.range(match, form.read(value));
    return part -> range.test(number(part));
  }

  private static long number(String text) {
    return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}

package org.footfall.segment;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.footfall.visitlog.Column;

/**
 * A segment evaluated row by row, as slowly and as plainly as it can be said. A value is a number,
 * a text, or null where it is absent.
 */
record Obvious(List<List<Asked>> clauses) {
  /** What is known of a row: of a visit, or of an action. */
  record Known(String name, boolean ofActions, Function<Map<Column, Object>, Object> value) {}

  record Asked(Known known, String operator, String value) {
    private boolean negated() {
      return operator.startsWith("!") != value.isEmpty();
    }

    /** A visit together with one of its actions, or with none. */
    boolean holds(
        Map<Column, Object> visit, Map<Column, Object> action, List<Map<Column, Object>> actions) {
      if (!known.ofActions()) {
        return agrees(known.value().apply(visit)) != negated();
      }
      if (negated()) {
        return actions.stream().noneMatch(row -> agrees(known.value().apply(row)));
      }
      return action != null && agrees(known.value().apply(action));
    }

    private boolean agrees(Object is) {
      if (is == null) {
        return false;
      }
      if (value.isEmpty()) {
        return is instanceof Number number ? number.doubleValue() != 0 : !is.equals("");
      }
      String text = is.toString().toLowerCase(Locale.ROOT);
      String asked = value.toLowerCase(Locale.ROOT);
      int order =
          is instanceof Number && !operator.contains("@") && !operator.matches("=[$^]")
              ? new BigDecimal(is.toString()).compareTo(new BigDecimal(value))
              : text.compareTo(asked);
      return switch (operator) {
        case "==", "!=" -> order == 0;
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        case "=@", "!@" -> text.contains(asked);
        case "=^" -> text.startsWith(asked);
        default -> text.endsWith(asked);
      };
    }

    private String spelled() {
      return known.name() + operator + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }

  boolean selects(Map<Column, Object> visit, List<Map<Column, Object>> actions) {
    if (actions.isEmpty()) {
      return all(visit, null, actions);
    }
    return actions.stream().anyMatch(action -> all(visit, action, actions));
  }

  private boolean all(
      Map<Column, Object> visit, Map<Column, Object> action, List<Map<Column, Object>> actions) {
    return clauses.stream()
        .allMatch(any -> any.stream().anyMatch(asked -> asked.holds(visit, action, actions)));
  }

  String definition() {
    return clauses.stream()
        .map(any -> any.stream().map(Asked::spelled).collect(Collectors.joining(",")))
        .collect(Collectors.joining(";"));
  }
}

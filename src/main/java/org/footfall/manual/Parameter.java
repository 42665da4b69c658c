package org.footfall.manual;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a method can be sent.
 *
 * @param choices the words there are, for a {@link Kind#CHOICE}
 * @param required whether the method cannot do without
 * @param usual what it is when it is not sent; empty for nothing
 */
public record Parameter(
    String name, Kind kind, List<String> choices, boolean required, String usual, String meaning) {
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /** What values look like. */
  public enum Kind {
    TEXT,
    NUMBER,
    DECIMAL,
    FLAG,
    /** Several values with commas between. */
    LIST,
    /** Several values, each under the name with a number in brackets. */
    NUMBERED,
    SITE,
    SITES,
    PERIOD,
    DATE,
    SEGMENT,
    CHOICE
  }

  public Parameter {
    choices = List.copyOf(choices);
  }

  Parameter optional(String newUsual) {
    return new Parameter(name, kind, choices, false, newUsual, meaning);
  }

  /** A value that serves as example; empty where none does. */
  public String example() {
    Matcher quoted = QUOTED.matcher(meaning);
    if (quoted.find()) {
      return quoted.group(1);
    }
    return choices.isEmpty() ? kind == Kind.FLAG ? "1" : "" : choices.get(0);
  }

  /** The meaning as it is read. */
  public String text() {
    return meaning.replace("`", "");
  }
}

package org.footfall.segment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.footfall.segment.UnreadableSegment.Fault;

/** Takes a definition apart: all of some lists of conditions, any of each list. */
final class DefinitionReader {
  static final int MAX_LENGTH = 8_192;
  static final int MAX_CONDITIONS = 100;
  private static final Pattern HAS_OPERATOR = Pattern.compile("[=<>]|!@");

  private final SegmentWords words;
  private int conditions;

  private DefinitionReader(SegmentWords words) {
    this.words = words;
  }

  static List<List<Condition>> read(String definition, SegmentWords words)
      throws UnreadableSegment {
    if (definition.length() > MAX_LENGTH) {
      throw tooLong();
    }
    // What is no Unicode could not be told from a question mark once it is stored or sent.
    String text =
        new String(definition.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).trim();
    if (!HAS_OPERATOR.matcher(text).find()) {
      text = Escapes.decode(text).trim(); // encoded as a whole, as links have it
    }
    return text.isEmpty() ? List.of() : new DefinitionReader(words).clauses(text);
  }

  static UnreadableSegment tooLong() {
    return new UnreadableSegment(
        Fault.TOO_LONG, "The segment is longer than " + MAX_LENGTH + " characters.");
  }

  private List<List<Condition>> clauses(String text) throws UnreadableSegment {
    List<List<Condition>> clauses = new ArrayList<>();
    for (String clause : split(text, ';')) {
      List<Condition> any = new ArrayList<>();
      for (String condition : split(clause, ',')) {
        any.add(condition(condition));
      }
      clauses.add(List.copyOf(any));
    }
    return List.copyOf(clauses);
  }

  /** Cuts where the mark stands without a backslash before it. */
  private static List<String> split(String text, char mark) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == mark && (i == 0 || text.charAt(i - 1) != '\\')) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private Condition condition(String text) throws UnreadableSegment {
    if (++conditions > MAX_CONDITIONS) {
      throw new UnreadableSegment(
          Fault.TOO_MANY_CONDITIONS,
          "The segment has more than " + MAX_CONDITIONS + " conditions.");
    }
    for (int i = 1; i < text.length(); i++) {
      Operator operator = Operator.at(text, i);
      if (operator != null) {
        SegmentDimension dimension = words.get(text.substring(0, i));
        String value = value(text.substring(i + operator.sign().length()));
        if (value.isEmpty() && !operator.takesEmpty()) {
          break;
        }
        return Condition.of(dimension, operator, value);
      }
    }
    throw UnreadableSegment.condition(text);
  }

  private static String value(String written) {
    return Escapes.decode(written.replace("\\,", ",").replace("\\;", ";"));
  }
}

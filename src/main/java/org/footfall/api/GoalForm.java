package org.footfall.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.footfall.site.Expression;
import org.footfall.site.Goal;

/** Reads what a client wants a goal to be. */
final class GoalForm {
  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_TEXT = 255;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,10})?");

  private final ApiParameters parameters;

  GoalForm(ApiParameters parameters) {
    this.parameters = parameters;
  }

  Goal.Wish read() throws ApiException {
    String name = limited("name", parameters.required("name").trim(), LONGEST_NAME);
    if (name.isEmpty()) {
      throw ApiException.missing("name");
    }
    Goal.Subject subject = subject(parameters.required("matchAttribute"));
    String pattern = limited("pattern", parameters.required("pattern"), LONGEST_TEXT);
    Goal.PatternKind kind = kind(parameters.required("patternType"));
    boolean byHand = subject == Goal.Subject.MANUALLY;
    if (!byHand) {
      check(subject, pattern, kind);
    }
    boolean ofEvent = parameters.flag("useEventValueAsRevenue");
    if (ofEvent && !subject.ofEvent()) {
      throw ApiException.of(400, "Only a goal of an event can take its value as revenue.");
    }
    boolean several = parameters.flag("allowMultipleConversionsPerVisit");
    if (several && subject.ofVisit()) {
      throw ApiException.of(400, "A goal of the whole visit is met once a visit.");
    }
    return new Goal.Wish(
        name,
        limited("description", parameters.text("description", ""), LONGEST_TEXT),
        subject,
        byHand ? "" : pattern,
        byHand ? Goal.PatternKind.NONE : kind,
        !byHand && parameters.flag("caseSensitive"),
        several,
        revenue(),
        ofEvent);
  }

  private static void check(Goal.Subject subject, String pattern, Goal.PatternKind kind)
      throws ApiException {
    if (subject.ofVisit() != (kind == Goal.PatternKind.GREATER_THAN)) {
      throw ApiException.of(
          400, "The pattern type greater_than goes with goals of the whole visit, and only these.");
    }
    if (kind == Goal.PatternKind.GREATER_THAN && !NUMBER.matcher(pattern.trim()).matches()) {
      throw ApiException.of(400, "The pattern of a goal of the whole visit is a number.");
    }
    if (kind == Goal.PatternKind.EXACT
        && (subject == Goal.Subject.URL || subject == Goal.Subject.EXTERNAL_WEBSITE)
        && !pattern.contains("://")) {
      throw ApiException.of(
          400, "An exact pattern is a whole address, as http://www.example.org/newsletter.html.");
    }
    if (kind == Goal.PatternKind.REGEX) {
      Expression unused = requireExpression("pattern", pattern);
    }
  }

  /** Refuses what is no regular expression. */
  static Expression requireExpression(String parameter, String text) throws ApiException {
    return Expression.of(text, true)
        .orElseThrow(
            () ->
                ApiException.of(
                    400,
                    "The parameter '"
                        + parameter
                        + "' is not a regular expression. Ones that look around, or that ask for"
                        + " what a group has matched, are not supported."));
  }

  private static Goal.Subject subject(String text) throws ApiException {
    for (Goal.Subject subject : Goal.Subject.values()) {
      if (subject.name().toLowerCase(Locale.ROOT).equals(text)) {
        return subject;
      }
    }
    throw ApiException.of(
        400, "The parameter 'matchAttribute' names nothing that a goal can look at.");
  }

  private static Goal.PatternKind kind(String text) throws ApiException {
    return switch (text) {
      case "contains" -> Goal.PatternKind.CONTAINS;
      case "exact" -> Goal.PatternKind.EXACT;
      case "regex" -> Goal.PatternKind.REGEX;
      case "greater_than" -> Goal.PatternKind.GREATER_THAN;
      default ->
          throw ApiException.of(
              400, "The parameter 'patternType' is contains, exact, regex or greater_than.");
    };
  }

  private BigDecimal revenue() throws ApiException {
    String text = parameters.text("revenue", "0").trim().replace(',', '.');
    if (text.equals("false")) {
      return BigDecimal.ZERO;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw ApiException.of(400, "The parameter 'revenue' is a number from 0.");
    }
    return new BigDecimal(text).setScale(2, RoundingMode.HALF_UP);
  }

  private static String limited(String name, String text, int longest) throws ApiException {
    if (text.length() > longest) {
      throw ApiException.of(
          400, "The parameter '" + name + "' has at most " + longest + " characters.");
    }
    return text;
  }
}

package org.footfall.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which browsers and programs are left out: those whose user agent contains one of the texts
 * (whatever the case), or matches one that is written {@code /expression/} or {@code
 * /expression/i}. Expressions are an operator's, but run on what anybody sends: both are cut to a
 * bounded length.
 */
final class UserAgentRules {
  private static final int LONGEST_EXPRESSION = 500;
  private static final int LONGEST_INPUT = 500;

  private final List<String> texts = new ArrayList<>();
  private final List<Pattern> expressions = new ArrayList<>();

  UserAgentRules(List<String> rules) {
    for (String rule : rules) {
      int end = rule.lastIndexOf('/');
      if (rule.startsWith("/") && end > 0) {
        addExpression(rule.substring(1, end), rule.substring(end + 1));
      } else if (!rule.isBlank()) {
        texts.add(rule.strip().toLowerCase(Locale.ROOT));
      }
    }
  }

  boolean exclude(String userAgent) {
    if ((texts.isEmpty() && expressions.isEmpty()) || userAgent.isEmpty()) {
      return false;
    }
    String cut =
        userAgent.length() > LONGEST_INPUT ? userAgent.substring(0, LONGEST_INPUT) : userAgent;
    String lower = cut.toLowerCase(Locale.ROOT);
    return texts.stream().anyMatch(lower::contains)
        || expressions.stream().anyMatch(expression -> expression.matcher(cut).find());
  }

  /** One that cannot be compiled is looked for as it is written. */
  private void addExpression(String expression, String flags) {
    if (expression.length() > LONGEST_EXPRESSION) {
      return;
    }
    try {
      int flag = flags.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
      expressions.add(Pattern.compile(expression, flag));
    } catch (PatternSyntaxException e) {
      texts.add(expression.toLowerCase(Locale.ROOT));
    }
  }
}

package org.footfall.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.footfall.site.Expression;

/**
 * Which browsers and programs are left out: those whose user agent contains one of the texts
 * (whatever the case), or matches one that is written {@code /expression/} or {@code
 * /expression/i}. Those who run sites write the expressions, and everybody the user agents: both
 * are cut to a bounded length, only so many expressions count, and each has its {@linkplain
 * Expression budget}.
 */
final class UserAgentRules {
  private static final int MOST_EXPRESSIONS = 50;
  private static final int LONGEST_INPUT = 500;

  private final List<String> texts = new ArrayList<>();
  private final List<Expression> expressions = new ArrayList<>();

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
        || expressions.stream().anyMatch(expression -> expression.isIn(cut));
  }

  /** One that cannot be compiled is looked for as it is written. */
  private void addExpression(String text, String flags) {
    Optional<Expression> expression = Expression.of(text, !flags.contains("i"));
    if (expression.isEmpty()) {
      texts.add(text.toLowerCase(Locale.ROOT));
    } else if (expressions.size() < MOST_EXPRESSIONS) {
      expressions.add(expression.get());
    }
  }
}

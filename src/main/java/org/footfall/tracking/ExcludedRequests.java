package org.footfall.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hits that are left out by what one of their parameters says, on all sites: {@code e_c==video},
 * {@code action_name=@draft}. The case is no matter. A condition on a parameter that was not sent
 * does not hold, whatever it is.
 */
public final class ExcludedRequests {
  private static final Pattern FORM =
      Pattern.compile("\\s*([^\\s=!<>]+)\\s*(==|!=|=@|!@|=\\^|=\\$|<=|>=|<|>|=)\\s*(.*?)\\s*");

  private record Condition(String parameter, String operator, String value) {
    boolean holds(String sent) {
      String text = sent.toLowerCase(Locale.ROOT);
      return switch (operator) {
        case "!=" -> !text.equals(value);
        case "=@" -> text.contains(value);
        case "!@" -> !text.contains(value);
        case "=^" -> text.startsWith(value);
        case "=$" -> text.endsWith(value);
        case "<", "<=", ">", ">=" -> compares(text);
        default -> text.equals(value);
      };
    }

    /** Between numbers only. */
    private boolean compares(String text) {
      try {
        int order = Double.compare(Double.parseDouble(text), Double.parseDouble(value));
        boolean equal = order == 0 && operator.endsWith("=");
        return equal || (operator.startsWith("<") ? order < 0 : order > 0);
      } catch (NumberFormatException e) {
        return false;
      }
    }
  }

  private final List<Condition> conditions = new ArrayList<>();

  /**
   * @throws IllegalArgumentException with a sentence for the operator when one cannot be read
   */
  public ExcludedRequests(List<String> texts) {
    for (String text : texts) {
      Matcher parts = FORM.matcher(text);
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            TrackingSettings.EXCLUDE_REQUESTS.key()
                + ": \""
                + text
                + "\" is no condition; write e_c==video, or =@ for contains, =^ for begins with,"
                + " =$ for ends with, != and !@ for the opposite, < and >.");
      }
      conditions.add(
          new Condition(parts.group(1), parts.group(2), parts.group(3).toLowerCase(Locale.ROOT)));
    }
  }

  boolean hold(Parameters hit) {
    for (Condition condition : conditions) {
      if (hit.has(condition.parameter()) && condition.holds(hit.get(condition.parameter()))) {
        return true;
      }
    }
    return false;
  }
}

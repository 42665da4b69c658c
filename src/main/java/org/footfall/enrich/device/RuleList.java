package org.footfall.enrich.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;

/** Rules of a book of which the first that matches counts. */
final class RuleList<T> {
  private final List<T> rules;

  /** Each rule's first number, and the number after the last one's. */
  private final int[] numbers;

  private RuleList(List<T> rules, int[] numbers) {
    this.rules = rules;
    this.numbers = numbers;
  }

  /** A rule that matched. */
  record Found<T>(T rule, MatchResult match) {
    /** Fills the groups into a template: {@code $1} … {@code $9}. */
    String fill(String template) {
      if (template.indexOf('$') < 0) {
        return template;
      }
      StringBuilder filled = new StringBuilder();
      int at = 0;
      while (at < template.length()) {
        char c = template.charAt(at++);
        int group = c == '$' && at < template.length() ? template.charAt(at) - '0' : 0;
        if (group < 1 || group > 9) {
          filled.append(c);
          continue;
        }
        at++;
        if (group <= match.groupCount() && match.group(group) != null) {
          filled.append(match.group(group));
        }
      }
      return filled.toString();
    }

    String version(String template) {
      String version = fill(template).replace('_', '.').strip();
      int end = version.length();
      while (end > 0 && (version.charAt(end - 1) == '.' || version.charAt(end - 1) == ' ')) {
        end--;
      }
      return version.substring(0, end);
    }
  }

  /** Writes a list's rules into a book, one after the other, with nothing in between. */
  static final class Writer<T> {
    private final RuleBook.Writer book;
    private final List<T> rules = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    Writer(RuleBook.Writer book) {
      this.book = book;
    }

    /**
     * @param templates what may be filled with the expression's groups
     */
    void add(T rule, String expression, String... templates) {
      numbers.add(book.size());
      rules.add(rule);
      if (String.join("", templates).indexOf('$') < 0) {
        book.addParts(expression);
      } else {
        book.addWhole(expression);
      }
    }

    RuleList<T> finish() {
      numbers.add(book.size());
      return new RuleList<>(
          List.copyOf(rules), numbers.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  /** The first match, or null. */
  Found<T> first(Subject subject) {
    Subject.Hit hit = subject.first(numbers[0], numbers[numbers.length - 1]);
    if (hit == null) {
      return null;
    }
    int at = Arrays.binarySearch(numbers, hit.number());
    return new Found<>(rules.get(at < 0 ? -at - 2 : at), hit.match());
  }
}

package org.footfall.enrich.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;

/**
 * All expressions of all lists, numbered in the order in which they are to be tried. An expression
 * is compiled when it is first tried, since most never are; all of them take 22 MB.
 */
final class RuleBook {
  private final String[] expressions;
  private final LiteralIndex index;
  private final AtomicReferenceArray<Pattern> compiled;

  private RuleBook(List<String> expressions, List<Set<String>> needed) {
    this.expressions = expressions.toArray(new String[0]);
    this.index = new LiteralIndex(needed);
    this.compiled = new AtomicReferenceArray<>(expressions.size());
  }

  /** Numbers what it is given. */
  static final class Writer {
    private final List<String> expressions = new ArrayList<>();
    private final List<Set<String>> needed = new ArrayList<>();

    /** Adds one whose groups are asked for. */
    void addWhole(String expression) {
      expressions.add(expression);
      needed.add(Literals.of(Expression.parse(expression)));
    }

    /** Adds one of which only matters whether it matches, in parts. */
    void addParts(String expression) {
      Alternatives.of(expression).forEach(this::addWhole);
    }

    /** The next number. */
    int size() {
      return expressions.size();
    }

    RuleBook finish() {
      return new RuleBook(expressions, needed);
    }
  }

  int size() {
    return expressions.length;
  }

  int[] candidates(String lower) {
    return index.candidates(lower);
  }

  Pattern pattern(int number) {
    Pattern pattern = compiled.get(number);
    if (pattern == null) {
      // Two threads at once compile the same.
      pattern = Pattern.compile(Expression.forJava(expressions[number]), Pattern.CASE_INSENSITIVE);
      compiled.set(number, pattern);
    }
    return pattern;
  }
}

package org.footfall.enrich.device;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All expressions of all lists, numbered in the order in which they are to be tried. An expression
 * is compiled when it is first tried; those not tried for long are forgotten again, since all of
 * them together would take a hundred megabytes.
 */
final class RuleBook {
  /** Most characters of compiled expressions; one takes some 30 bytes. */
  private static final int MAX_COMPILED = 600_000;

  private final String[] expressions;
  private final LiteralIndex index;
  private final LoadingCache<Integer, Pattern> compiled =
      Caffeine.newBuilder()
          .maximumWeight(MAX_COMPILED)
          .weigher((Integer number, Pattern pattern) -> pattern.pattern().length() + 20)
          .executor(Runnable::run)
          .build(this::compile);

  private RuleBook(List<String> expressions, List<Set<String>> needed) {
    this.expressions = expressions.toArray(new String[0]);
    this.index = new LiteralIndex(needed);
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
    return compiled.get(number);
  }

  private Pattern compile(int number) {
    return Pattern.compile(Expression.forJava(expressions[number]), Pattern.CASE_INSENSITIVE);
  }
}

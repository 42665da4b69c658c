package org.footfall.site;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ExpressionTest {
  @Test
  void caseCountsWhenItIsToldTo() {
    assertThat(Expression.of("Café", false).orElseThrow().isIn("au CAFÉ noir")).isTrue();
    assertThat(Expression.of("Café", true).orElseThrow().isIn("au CAFÉ noir")).isFalse();
  }

  @Test
  void theFirstGroupIsGiven() {
    Expression expression = Expression.of("/product/(\\d+)", true).orElseThrow();
    assertThat(expression.group("/shop/product/17?a")).contains("17");
    assertThat(expression.group("/shop/product/x")).isEmpty();
    assertThat(Expression.of("a(b)?", true).orElseThrow().group("a")).isEmpty();
    assertThat(Expression.of("ab", true).orElseThrow().group("ab")).isEmpty();
  }

  @Test
  void whatIsNoExpressionIsNone() {
    assertThat(Expression.of("(unclosed", true)).isEmpty();
    assertThat(Expression.of("a".repeat(Expression.LONGEST + 1), true)).isEmpty();
    assertThat(Expression.of("a(?=b)", true)).as("looks around").isEmpty();
    assertThat(Expression.of("(a)\\1", true)).as("asks what was matched").isEmpty();
  }

  /**
   * Tried one alternative after the other, each of these takes longer than the universe has had.
   */
  @Test
  void noExpressionTakesForEver() {
    String text = "a".repeat(2_000) + "!";
    for (String evil :
        new String[] {"(a+)+$", "(a|aa)+$", "^(a|a?)+$", "(.*a){30}$", "(a|$)(?:$|$|$|$){40}Z"}) {
      assertThat(Expression.of(evil, true).orElseThrow().isIn(text)).as(evil).isFalse();
    }
  }

  @Test
  void whatWouldBeAHugeAutomatonIsNone() {
    assertThat(Expression.of("(?:a{0,1000}){0,1000}", true)).isEmpty();
    assertThat(Expression.of("(?:a?){1000}".repeat(6) + "b", true)).isEmpty();
    assertThat(Expression.of("\\d{4}-\\d{2}-\\d{2}", true).orElseThrow().isIn("2026-11-26"))
        .isTrue();
  }

  @Property(tries = 300)
  void anyExpressionOnAnyTextEnds(
      @ForAll @StringLength(max = 40) @CharRange(from = '(', to = '|') String expression,
      @ForAll @StringLength(max = 2_000) @CharRange(from = 'a', to = 'e') String text) {
    Expression.of(expression, false)
        .ifPresent(
            each -> {
              if (each.group(text).isPresent()) {
                assertThat(each.isIn(text)).isTrue();
              }
            });
  }
}

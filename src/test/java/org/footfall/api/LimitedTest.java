package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LimitedTest {
  @Test
  void hostileExpressionsFailAtOnce() {
    assertThatThrownBy(() -> find(Pattern.compile(".*.*.*.*.*z"), "a".repeat(100_000)))
        .isInstanceOf(Limited.TooSlow.class);
  }

  /** How deep the stack is depends on what has been compiled: such an expression may just end. */
  @Test
  void anExpressionThatNestsAsDeepAsTheTextIsLongEnds() {
    boolean found;
    try {
      found = find(Pattern.compile("(?:a|b|.)*z$"), "a".repeat(100_000));
    } catch (Limited.TooSlow e) {
      found = false;
    }
    assertThat(found).isFalse();
  }

  @Test
  void allTextsOfARequestShareTheLooks() {
    Limited.Looks looks = new Limited.Looks();
    Pattern slow = Pattern.compile(".*.*z");
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                assertThat(Limited.finds(slow, "a".repeat(100), looks)).isFalse();
              }
            })
        .isInstanceOf(Limited.TooSlow.class);
  }

  @Test
  void ordinaryExpressionsSeeTheText() {
    Pattern pattern = Pattern.compile("Cart|tea", Pattern.CASE_INSENSITIVE);
    assertThat(find(pattern, "/cart")).isTrue();
    assertThat(find(pattern, "/coffee")).isFalse();
  }

  private static boolean find(Pattern pattern, String text) {
    return Limited.finds(pattern, text, new Limited.Looks());
  }
}

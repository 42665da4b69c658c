package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitedTest {
  @ParameterizedTest
  @ValueSource(strings = {".*.*.*.*.*z", "(?:a|b|.)*z$"})
  void hostileExpressionsFailAtOnce(String expression) {
    assertThatThrownBy(() -> find(Pattern.compile(expression), "a".repeat(100_000)))
        .isInstanceOf(Limited.TooSlow.class);
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

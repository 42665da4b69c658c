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
    assertThatThrownBy(() -> Limited.finds(Pattern.compile(expression), "a".repeat(100_000)))
        .isInstanceOf(Limited.TooSlow.class);
  }

  @Test
  void ordinaryExpressionsSeeTheText() {
    Pattern pattern = Pattern.compile("Cart|tea", Pattern.CASE_INSENSITIVE);
    assertThat(Limited.finds(pattern, "/cart")).isTrue();
    assertThat(Limited.finds(pattern, "/coffee")).isFalse();
  }
}

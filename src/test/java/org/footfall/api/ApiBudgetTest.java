package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.footfall.testing.TestClock;
import org.junit.jupiter.api.Test;

class ApiBudgetTest {
  private final TestClock clock = new TestClock(Instant.parse("2026-03-10T12:00:00Z"));

  @Test
  void aRequestEndsWhenItsTimeIsUp() throws ApiException {
    ApiBudget budget = new ApiBudget(clock);
    clock.advance(Duration.ofSeconds(60));
    budget.checkTime();
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(budget::checkTime)
        .hasMessageContaining("60 s")
        .matches(e -> ((ApiException) e).status() == 503);
  }

  @Test
  void rowsOfAllQuestionsAreCounted() throws ApiException {
    ApiBudget budget = new ApiBudget(clock);
    budget.take(1_500_000);
    assertThatThrownBy(() -> budget.take(1_000_000))
        .hasMessageContaining("2000000 rows")
        .matches(e -> ((ApiException) e).status() == 400);
  }

  @Test
  void theQuestionsOfABulkRequestShareTheBudget() throws ApiException {
    ApiMethods methods = new ApiMethods();
    methods.add(
        "Slow.get",
        call -> {
          clock.advance(Duration.ofSeconds(50));
          call.budget().take(1_500_000);
          return new Answer.Value(1);
        });
    ApiDispatcher dispatcher =
        new ApiDispatcher(methods, (token, secure) -> Optional.empty(), clock);
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("method", "API.getBulkRequest");
    for (int i = 0; i < 3; i++) {
      asked.put("urls[" + i + "]", "?method=Slow.get");
    }
    ApiParameters parameters = new ApiParameters(asked);
    ApiToken token = ApiToken.inAddress(parameters);
    ApiCall call = dispatcher.call(parameters, token, Optional.empty(), "", "");
    Answer.Several answers = (Answer.Several) dispatcher.answer(call);
    assertThat(answers.answers().get(0)).isEqualTo(new Answer.Value(1));
    assertThat(answers.answers().get(1).toString()).contains("rows");
    assertThat(answers.answers().get(2).toString()).contains("60 s");
  }
}

package org.footfall.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Metrics metrics = new Metrics();

  @Test
  void twoRegistriesHaveNothingInCommon() {
    metrics.counter("footfall_things_total", "Things.").inc();
    assertThat(metrics.registry().getSampleValue("footfall_things_total")).isEqualTo(1.0);
    assertThat(new Metrics().registry().getSampleValue("footfall_things_total")).isNull();
  }

  @Test
  void foreignNamesAreRefused() {
    assertThatThrownBy(() -> metrics.gauge("things", "Things."))
        .hasMessage("the name of a figure begins with footfall_: things");
  }

  @Test
  void observedFiguresAreLookedUpWhenAsked() {
    metrics.observed("footfall_pool", "Pool.", "state", () -> Map.of("busy", 3));
    assertThat(
            metrics
                .registry()
                .getSampleValue("footfall_pool", new String[] {"state"}, new String[] {"busy"}))
        .isEqualTo(3.0);
  }

  @Test
  void theMachineHasFiguresOfItsOwn() {
    metrics.addMachine();
    assertThat(metrics.registry().getSampleValue("jvm_threads_current")).isPositive();
  }
}

package org.footfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimeChartTest {
  private static TimeChart.Moment moment(int i, Double now, boolean open) {
    return new TimeChart.Moment("day " + i, i % 7 == 6 ? "Mon" : "", "", now, 1.0, i % 7 > 4, open);
  }

  private static TimeChart draw(int count, Double value) {
    List<TimeChart.Moment> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      moments.add(moment(i, value, i == count - 1));
    }
    return TimeChart.draw(moments, KeyFigure.VISITS, "day");
  }

  @Test
  void theLineTouchesBothEdgesAndEndsBeforeTheOpenDay() {
    TimeChart chart = draw(28, 100.0);
    assertThat(chart.bars()).isFalse();
    assertThat(chart.now()).startsWith("M0 ").contains("L37.04 ").doesNotContain("L1000 ");
    assertThat(chart.open()).startsWith("M962.96 ").contains("L1000 ");
    assertThat(chart.before()).contains("L1000 ");
    assertThat(chart.slots()).hasSize(28);
    assertThat(chart.ticks().get(0).anchor()).isEqualTo("start");
    assertThat(chart.ticks()).last().extracting(TimeChart.Tick::anchor).isEqualTo("end");
  }

  @Test
  void fewPointsAreBarsThatFillTheirSlots() {
    TimeChart chart = draw(7, 10.0);
    assertThat(chart.bars()).isTrue();
    assertThat(chart.now()).isEmpty();
    assertThat(chart.barsNow()).hasSize(7);
    assertThat(chart.barsNow().get(6).open()).isTrue();
    assertThat(chart.slots().get(0).x()).isEqualTo("7.14");
  }

  @Test
  void weekendsAreBandsThatStayInside() {
    TimeChart chart = draw(14, 1.0);
    assertThat(chart.weekends()).hasSize(2);
    TimeChart.Band last = chart.weekends().get(1);
    assertThat(Double.parseDouble(last.x()) + Double.parseDouble(last.width()))
        .isLessThanOrEqualTo(100.01);
  }

  @Test
  void aGapIsNotBridged() {
    List<TimeChart.Moment> moments = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      moments.add(moment(i, i == 4 || i == 5 ? null : 2.0, false));
    }
    TimeChart chart = TimeChart.draw(moments, KeyFigure.VISITS, "day");
    assertThat(chart.now().chars().filter(c -> c == 'M').count()).isEqualTo(2);
  }

  @Test
  void nothingIsSaidInWords() {
    assertThat(draw(28, 0.0).sentence()).isEqualTo("No visits in this period.");
    assertThat(draw(28, null).now()).isEmpty();
    assertThat(draw(28, 5.0).sentence())
        .isEqualTo("Visits by day. Between 5 and 5; highest day 0. day 27 so far: 5.");
  }

  @Test
  void theFirstVisitsOfADayAreNotSaidToBeNone() {
    List<TimeChart.Moment> moments = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      moments.add(moment(i, i == 9 ? Double.valueOf(2) : i < 9 ? Double.valueOf(0) : null, i == 9));
    }
    assertThat(TimeChart.draw(moments, KeyFigure.VISITS, "hour").sentence())
        .isEqualTo("Visits by hour. day 9 so far: 2.");
  }

  @Test
  void axesHaveRoundLines() {
    assertThat(Scale.counts(213_454).lines())
        .containsExactly(50_000.0, 100_000.0, 150_000.0, 200_000.0);
    assertThat(Scale.counts(0).lines()).containsExactly(1.0, 2.0, 3.0);
    assertThat(Scale.seconds(112).lines()).containsExactly(30.0, 60.0, 90.0);
    assertThat(KeyFigure.AVERAGE_VISIT.axis(60)).isEqualTo("1m");
  }

  @Property
  void everyValueLiesBetweenTheBaseAndTheTop(
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(max = 1e9) Double> values) {
    for (KeyFigure figure : KeyFigure.values()) {
      double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
      Scale scale = figure.scale(highest);
      assertThat(scale.top()).isGreaterThanOrEqualTo(highest);
      assertThat(scale.lines().size()).isBetween(3, 5);
      Plot plot = new Plot(List.of(), scale, false);
      for (double value : values) {
        assertThat(plot.height(value)).isBetween((double) TimeChart.TOP - 0.01, 226.0);
      }
    }
  }
}

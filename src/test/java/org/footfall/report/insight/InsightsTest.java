package org.footfall.report.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.footfall.report.insight.Change.Sort;
import org.footfall.report.insight.Insights.Order;
import org.junit.jupiter.api.Test;

class InsightsTest {
  private static final Threshold ANY =
      new Threshold(Map.of(Sort.MOVED, 1.0, Sort.NEW, 1.0, Sort.GONE, 1.0), 20, -20);

  private static List<String> labels(List<Change> changes) {
    return changes.stream().map(Change::label).toList();
  }

  @Test
  void theGreatestChangesComeFirstWhetherUpOrDown() {
    Insights insights =
        new Insights(
            List.of(new Counted("down", 50), new Counted("gone", 8), new Counted("same", 9)),
            List.of(new Counted("new", 30), new Counted("same", 9), new Counted("down", 5)));
    assertThat(labels(insights.of(ANY, 100, Order.DIFFERENCE, 5, 5)))
        .containsExactly("down", "new", "gone");
    assertThat(labels(insights.of(ANY, 100, Order.GROWTH, 5, 5)))
        .containsExactly("new", "gone", "down");
    assertThat(labels(insights.of(ANY, 100, Order.DIFFERENCE, 5, 1)))
        .containsExactly("down", "new");
  }

  @Test
  void growthIsToldToATenth() {
    assertThat(new Change("x", 201, 501).growth()).isEqualByComparingTo("149.3");
    assertThat(new Change("x", 3, 1).growth()).isEqualByComparingTo("-66.7");
    assertThat(new Change("x", 0, 7).growth()).isEqualByComparingTo("100");
    assertThat(new Change("x", 7, 0).growth()).isEqualByComparingTo("-100");
  }

  @Test
  void whatHasTooLittleImpactIsNotTold() {
    Insights insights = new Insights(List.of(), List.of(new Counted("small", 1)));
    assertThat(insights.of(ANY, 1_000, Order.DIFFERENCE, 5, 5)).isEmpty();
    assertThat(insights.of(ANY, 100, Order.DIFFERENCE, 5, 5)).hasSize(1);
  }

  /** With all visits doubled, a row that doubled too is nothing special. */
  @Test
  void whatStandsOutDidBetterThanAllVisits() {
    Insights insights =
        new Insights(
            List.of(new Counted("as all", 400), new Counted("better", 50)),
            List.of(new Counted("as all", 800), new Counted("better", 200)));
    Threshold threshold = Threshold.standingOut(500, 1_000);
    assertThat(labels(insights.of(threshold, 1_000, Order.DIFFERENCE, 5, 5)))
        .containsExactly("better");
  }

  @Test
  void oneVisitNeverStandsOut() {
    Insights insights =
        new Insights(List.of(), List.of(new Counted("one", 1), new Counted("two", 2)));
    for (int visits : new int[] {1, 2, 4, 8, 20}) {
      assertThat(
              labels(insights.of(Threshold.standingOut(0, visits), visits, Order.DIFFERENCE, 9, 9)))
          .containsExactly("two");
    }
  }

  @Property
  void allChangesTogetherAreTheChangeOfAll(
      @ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> before,
      @ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> now) {
    Insights insights = new Insights(counted(before), counted(now));
    Threshold none = new Threshold(ANY.impact(), 0, 0);
    List<Change> told = insights.of(none, 0, Order.DIFFERENCE, 100, 100);
    assertThat(labels(told)).doesNotHaveDuplicates();
    assertThat(told).allSatisfy(change -> assertThat(change.difference()).isNotZero());
    assertThat(told.stream().mapToLong(Change::difference).sum())
        .isEqualTo(
            now.stream().mapToLong(Integer::longValue).sum()
                - before.stream().mapToLong(Integer::longValue).sum());
  }

  private static List<Counted> counted(List<Integer> visits) {
    return IntStream.range(0, visits.size())
        .mapToObj(i -> new Counted("row " + i, visits.get(i)))
        .toList();
  }
}

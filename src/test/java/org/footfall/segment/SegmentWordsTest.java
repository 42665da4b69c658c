package org.footfall.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.footfall.segment.SegmentWords.Own;
import org.footfall.segment.UnreadableSegment.Fault;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentWordsTest {
  private static final SegmentWords SITE =
      SegmentWords.PLAIN.with(
          List.of(
              new Own("dimension3", "Plan", Columns.VISIT_DIMENSIONS.get(1)),
              new Own("dimension4", "Section", Columns.DIMENSIONS.get(0))),
          Map.of(1, "Newsletter", 12, "Order", 13, "Order"));

  @Test
  void aSiteSelectsByItsOwnDimensions() throws UnreadableSegment {
    Segment segment = Segment.parse("dimension3==gold;dimension4=@news", SITE);
    assertThat(segment.visitColumns()).contains(Columns.VISIT_DIMENSIONS.get(1));
    assertThat(segment.actionColumns()).contains(Columns.DIMENSIONS.get(0));
    assertThatThrownBy(() -> Segment.parse("dimension5==gold", SITE))
        .isInstanceOfSatisfying(
            UnreadableSegment.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.NAME);
              assertThat(e.nearest()).containsExactly("dimension3", "dimension4");
            });
    assertThat(SITE.all())
        .extracting(SegmentDimension::name)
        .contains("pageUrl", "dimension3", "dimension4")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "visitConvertedGoalName==newsletter, 0",
    "visitConvertedGoalName==Order, 0 1 2",
    "visitConvertedGoalName!=Order, 3",
    "visitConvertedGoalName=@er, 0 1 2",
    "visitConvertedGoalName==, 3",
    "visitConvertedGoalName==Nothing, ''"
  })
  void goalsHaveTheNamesOfTheSite(String definition, String expected) throws UnreadableSegment {
    Rows rows =
        new Rows()
            .visit(Map.of(Columns.GOALS_MET, "1,12"))
            .visit(Map.of(Columns.GOALS_MET, "12"))
            .visit(Map.of(Columns.GOALS_MET, "13"))
            .visit(Map.of(Columns.GOALS_MET, "2"));
    Selected selected = Segment.parse(definition, SITE).in(rows, ZoneHistory.of(ZoneOffset.UTC));
    assertThat(
            selected.visits().stream().mapToObj(Integer::toString).collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  /** What was counted under other names must not be taken for it. */
  @Test
  void aSegmentByGoalNamesRestsOnThem() throws UnreadableSegment {
    Segment before = Segment.parse("visitConvertedGoalName==Order", SITE);
    SegmentWords renamed = SegmentWords.PLAIN.with(List.of(), Map.of(1, "Order"));
    Segment after = Segment.parse("visitConvertedGoalName==Order", renamed);
    assertThat(after.definition()).isEqualTo(before.definition());
    assertThat(after).isNotEqualTo(before);
    assertThat(Segment.parse("actions>1", renamed)).isEqualTo(Segment.parse("actions>1", SITE));
  }

  @Test
  void assistantsAreWebsitesUnlessTheyAreToldApart() throws UnreadableSegment {
    SegmentWords together = SegmentWords.of(DeviceNames.NONE, false);
    assertThat(Segment.parse("referrerType==website", together).isAll()).isFalse();
    assertThatThrownBy(() -> Segment.parse("referrerType==ai", together))
        .isInstanceOf(UnreadableSegment.class);
    assertThat(Segment.parse("referrerType==ai", SegmentWords.of(DeviceNames.NONE, true)).isAll())
        .isFalse();
  }
}

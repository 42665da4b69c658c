package org.footfall.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.footfall.segment.SegmentWords.Own;
import org.footfall.segment.UnreadableSegment.Fault;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.Test;

class SegmentWordsTest {
  private static final SegmentWords SITE =
      SegmentWords.PLAIN.with(
          List.of(
              new Own("dimension3", "Plan", Columns.VISIT_DIMENSIONS.get(1)),
              new Own("dimension4", "Section", Columns.DIMENSIONS.get(0))));

  @Test
  void aSiteSelectsByItsOwnDimensions() throws UnreadableSegment {
    Segment segment = Segment.parse("dimension3==gold;dimension4=@news", SITE);
    assertThat(segment.visitColumns()).contains(Columns.VISIT_DIMENSIONS.get(1));
    assertThat(segment.actionColumns()).contains(Columns.DIMENSIONS.get(0));
    assertThatThrownBy(() -> Segment.parse("dimension5==gold", SITE))
        .isInstanceOfSatisfying(
            UnreadableSegment.class, e -> assertThat(e.fault()).isEqualTo(Fault.NAME));
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

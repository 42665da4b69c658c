package org.footfall.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequenceGapsTest {
  private static final Instant BEGIN = Instant.parse("2026-11-23T12:00:00Z");
  private static final String YOUNG = Long.toString(BEGIN.getEpochSecond(), 32) + "-abc";
  private static final String OLD = Long.toString(BEGIN.getEpochSecond() - 9999, 32) + "-abc";

  private static QueuedHit hit(String producer, long sequence) {
    return new QueuedHit(0, producer, sequence, new byte[0]);
  }

  @Test
  void repetitionsAreToldFromNewHits() {
    SequenceGaps gaps = new SequenceGaps(Map.of("a", 5L), BEGIN);
    assertThat(gaps.isNew(hit("a", 5))).isFalse();
    assertThat(gaps.isNew(hit("a", 6))).isTrue();
    assertThat(gaps.isNew(hit("a", 6))).isFalse();
    assertThat(gaps.isNew(hit("a", 3))).isFalse();
    assertThat(gaps.lost()).isZero();
    assertThat(gaps.moved()).isEqualTo(Map.of("a", 6L));
  }

  @Test
  void whatIsMissingBetweenHitsIsCounted() {
    SequenceGaps gaps = new SequenceGaps(Map.of("a", 5L), BEGIN);
    gaps.isNew(hit("a", 9));
    assertThat(gaps.lost()).isEqualTo(3);
    gaps.isNew(hit("a", 10));
    gaps.isNew(hit("a", 12));
    assertThat(gaps.lost()).isEqualTo(4);
  }

  @Test
  void theFirstHitsOfANewProducerAreMissedToo() {
    SequenceGaps gaps = new SequenceGaps(Map.of(), BEGIN.minusSeconds(60));
    gaps.isNew(hit(YOUNG, 4));
    assertThat(gaps.lost()).isEqualTo(3);
  }

  @Test
  void aProducerWhoseMarkMayBeForgottenLosesNothing() {
    SequenceGaps gaps = new SequenceGaps(Map.of(), BEGIN.minusSeconds(60));
    gaps.isNew(hit(OLD, 4000));
    gaps.isNew(hit("of another form", 4000));
    gaps.isNew(hit("no number-1", 4000));
    assertThat(gaps.lost()).isZero();
  }
}

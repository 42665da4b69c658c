package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CautionTest {
  private static Caution after(int ends) {
    Caution caution = new Caution();
    assertThat(caution.attempt()).isEqualTo(1);
    caution.begin(ends);
    return caution;
  }

  @Test
  void batchesShrinkWithEachProcessThatEnds() {
    assertThat(IntStream.range(0, 9).map(ends -> after(ends).size(5_000)))
        .containsExactly(5_000, 5_000, 5_000, 500, 50, 5, 1, 1, 1);
  }

  @Test
  void aProcessCountsItsAttemptOnce() {
    Caution caution = after(2);
    assertThat(caution.attempt()).isZero();
    caution.begin(3);
    assertThat(caution.ends()).isEqualTo(2);
    caution.end();
    assertThat(caution.attempt()).isEqualTo(1);
  }

  @Test
  void anAttemptThatTheRowDidNotTakeIsNotCounted() {
    Caution caution = new Caution();
    assertThat(caution.attempt()).isEqualTo(1);
    assertThat(caution.attempt()).isEqualTo(1);
    caution.begin(Caution.GIVE_UP);
    assertThat(caution.givesUp()).isTrue();
  }

  @Test
  void aCommitMeansThatNobodyEndedUnlessManyDid() {
    assertThat(after(2).count()).isEqualTo(1);
    Caution wary = after(4);
    wary.wentWell(50);
    assertThat(wary.count()).isEqualTo(5);
    assertThat(wary.isWary()).isTrue();
    wary.wentWell(10_000);
    assertThat(wary.count()).isEqualTo(1);
    assertThat(wary.size(5_000)).isEqualTo(5_000);
  }

  @Test
  void inTheEndTheFirstHitIsSetAside() {
    assertThat(after(Caution.GIVE_UP - 1).givesUp()).isFalse();
    Caution caution = after(Caution.GIVE_UP);
    assertThat(caution.givesUp()).isTrue();
    caution.gaveUp();
    assertThat(caution.givesUp()).isFalse();
  }
}

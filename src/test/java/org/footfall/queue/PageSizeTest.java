package org.footfall.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageSizeTest {
  private final PageSize size = new PageSize();

  @Test
  void theFirstPieceIsSmallAndNoneIsLarge() {
    assertThat(size.next(5_000, 8 << 20)).isEqualTo(8);
    size.learn(8, 8, 100);
    assertThat(size.next(5_000, 8 << 20)).isEqualTo(32);
  }

  @Test
  void aPieceHoldsNoMoreThanIsLeft() {
    size.learn(8, 4_000, 1 << 20);
    assertThat(size.next(5_000, 8 << 20)).isEqualTo(8);
    assertThat(size.next(5_000, 3 << 20)).isEqualTo(3);
    assertThat(size.next(1_000, 8 << 20)).isEqualTo(2);
    assertThat(size.next(1, 1)).isEqualTo(1);
  }

  @Test
  void entriesWithoutHitsAndAnEmptyPieceAreNoTrouble() {
    size.learn(8, 0, 0);
    size.learn(0, 0, 0);
    assertThat(size.next(5_000, 8 << 20)).isEqualTo(32);
  }
}

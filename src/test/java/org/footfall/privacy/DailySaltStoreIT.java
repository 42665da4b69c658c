package org.footfall.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class DailySaltStoreIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  private final DailySaltStore store = new DailySaltStore(TestDatabase.fresh());

  @Test
  void saltsAreDrawnOnceAndForgottenAfterFiveDays() {
    Map<LocalDate, byte[]> first = store.load(TODAY);
    assertThat(first.keySet()).contains(TODAY.minusDays(1), TODAY, TODAY.plusDays(7));
    assertThat(first.get(TODAY)).hasSize(32).isNotEqualTo(first.get(TODAY.plusDays(1)));
    assertThat(store.load(TODAY).get(TODAY)).isEqualTo(first.get(TODAY));
    assertThat(store.load(TODAY.plusDays(5)).get(TODAY)).isEqualTo(first.get(TODAY));
    assertThat(store.load(TODAY.plusDays(6))).doesNotContainKey(TODAY);
  }
}

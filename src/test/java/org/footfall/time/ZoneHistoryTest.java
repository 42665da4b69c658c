package org.footfall.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneHistoryTest {
  private static final LocalDate CHANGE = LocalDate.of(2024, 5, 2);

  private static ZoneHistory changed(String before, String after) {
    return new ZoneHistory(
        List.of(
            new ZoneHistory.Entry(LocalDate.MIN, ZoneId.of(before)),
            new ZoneHistory.Entry(CHANGE, ZoneId.of(after))));
  }

  /** Every instant belongs to one day, days follow each other, and each begins where it says. */
  private static void assertDays(ZoneHistory zones, LocalDate first, int days) {
    Instant end = zones.startOf(first.plusDays(days));
    LocalDate before = first;
    for (Instant at = zones.startOf(first);
        at.isBefore(end);
        at = at.plus(Duration.ofMinutes(15))) {
      LocalDate day = zones.dayOf(at);
      assertThat(day).isBetween(before, before.plusDays(1));
      assertThat(at).isAfterOrEqualTo(zones.startOf(day)).isBefore(zones.startOf(day.plusDays(1)));
      before = day;
    }
    assertThat(before).isEqualTo(first.plusDays(days - 1));
  }

  @Test
  void daysOfTwentyThreeAndTwentyFiveHours() {
    ZoneHistory berlin = ZoneHistory.of(ZoneId.of("Europe/Berlin"));
    LocalDate spring = LocalDate.of(2024, 3, 31);
    LocalDate autumn = LocalDate.of(2024, 10, 27);
    assertThat(Duration.between(berlin.startOf(spring), berlin.startOf(spring.plusDays(1))))
        .isEqualTo(Duration.ofHours(23));
    assertThat(Duration.between(berlin.startOf(autumn), berlin.startOf(autumn.plusDays(1))))
        .isEqualTo(Duration.ofHours(25));
    assertDays(berlin, spring.minusDays(1), 3);
    assertDays(berlin, autumn.minusDays(1), 3);
    // At midnight itself, where the clock goes forward at 0:00.
    assertDays(ZoneHistory.of(ZoneId.of("America/Santiago")), LocalDate.of(2024, 9, 7), 3);
  }

  @Test
  void aChangeOfZoneLeavesNoInstantOutAndCountsNoneTwice() {
    for (String[] pair :
        new String[][] {
          {"Europe/Berlin", "America/New_York"},
          {"America/New_York", "Europe/Berlin"},
          {"Pacific/Kiritimati", "Pacific/Pago_Pago"},
          {"Asia/Kathmandu", "UTC"}
        }) {
      assertDays(changed(pair[0], pair[1]), CHANGE.minusDays(3), 6);
    }
  }
}

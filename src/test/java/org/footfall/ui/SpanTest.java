package org.footfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @CsvSource({
    "last28, 2026-10-27, 2026-11-23",
    "last1, 2026-11-23, 2026-11-23",
    "today, 2026-11-23, 2026-11-23",
    "yesterday, 2026-11-22, 2026-11-22",
    "2026-11-02, 2026-11-02, 2026-11-02",
    "2026-W47, 2026-11-16, 2026-11-22",
    "2026-W53, 2026-12-28, 2027-01-03",
    "2026-W01, 2025-12-29, 2026-01-04",
    "2024-02, 2024-02-01, 2024-02-29",
    "2026, 2026-01-01, 2026-12-31",
    "2026-10-27..2026-11-23, 2026-10-27, 2026-11-23"
  })
  void readsEveryFormOfAPeriod(String key, LocalDate from, LocalDate to) {
    Span span = Span.parse(key, TODAY).orElseThrow();
    assertThat(span.from()).isEqualTo(from);
    assertThat(span.to()).isEqualTo(to);
    assertThat(span.key()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "tomorrow",
        "2026-02-30",
        "2025-W53",
        "2026-W00",
        "2026-13",
        "0000",
        "9999",
        "2026-11-23..2026-11-01",
        "1990-01-01..2020-01-01",
        "..",
        "2026-11-01..",
        "last99999",
        "2026-11-01...2026-11-02",
        "last",
        "-1"
      })
  void refusesWhatIsNoPeriod(String key) {
    assertThat(Span.parse(key, TODAY)).isEmpty();
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll @StringLength(max = 40) String text) {
    assertThat(Span.parse(text, TODAY).map(span -> span.from().isAfter(span.to())).orElse(false))
        .isFalse();
  }

  @Property
  void thePeriodBeforeKeepsWeekdaysAndEndsEarlier(
      @ForAll @IntRange(max = 3_000) int start, @ForAll @IntRange(max = 400) int more) {
    LocalDate from = LocalDate.of(2020, 1, 1).plusDays(start);
    Span span = Span.of(from, from.plusDays(more), TODAY);
    Span before = span.before();
    assertThat(before.days()).isEqualTo(span.days());
    assertThat(before.from().getDayOfWeek()).isEqualTo(span.from().getDayOfWeek());
    assertThat(before.to()).isBefore(span.from());
  }

  @Test
  void movesByItsOwnLengthAndMonthsByMonths() {
    Span month = Span.parse("2026-11", TODAY).orElseThrow();
    assertThat(month.moved(-1).key()).isEqualTo("2026-10");
    assertThat(Span.parse("2026", TODAY).orElseThrow().moved(-1).key()).isEqualTo("2025");
    assertThat(Span.parse("last28", TODAY).orElseThrow().moved(-1).key())
        .isEqualTo("2026-09-29..2026-10-26");
    assertThat(Span.parse("today", TODAY).orElseThrow().moved(-1).key()).isEqualTo("2026-11-22");
  }

  @Test
  void isWrittenForPeople() {
    assertThat(Span.parse("last28", TODAY).orElseThrow().label()).isEqualTo("27 Oct – 23 Nov 2026");
    assertThat(Span.parse("today", TODAY).orElseThrow().label())
        .isEqualTo("Today, Mon 23 Nov 2026");
    assertThat(Span.parse("2026-11", TODAY).orElseThrow().label()).isEqualTo("1 – 30 Nov 2026");
    assertThat(Span.parse("2026-W53", TODAY).orElseThrow().label())
        .isEqualTo("28 Dec 2026 – 3 Jan 2027");
    assertThat(Days.full(LocalDate.of(2026, 9, 1))).isEqualTo("Tue 1 Sep 2026");
  }

  @Test
  void grainFollowsTheLength() {
    assertThat(Grain.fitting(1)).isEqualTo(Grain.HOUR);
    assertThat(Grain.fitting(92)).isEqualTo(Grain.DAY);
    assertThat(Grain.fitting(93)).isEqualTo(Grain.WEEK);
    assertThat(Grain.fitting(732)).isEqualTo(Grain.MONTH);
  }
}

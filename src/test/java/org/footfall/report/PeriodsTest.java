package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.footfall.time.ZoneHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 3, 15);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          day   | 2024-02-29            | false | 2024-02-29
          day   | today                 | false | 2024-03-15
          day   | now                   | false | 2024-03-15
          day   | yesterday             | false | 2024-03-14
          day   | yesterdaySameTime     | false | 2024-03-14
          day   | tomorrow              | false | 2024-03-16
          week  | 2024-03-03            | false | 2024-02-26,2024-03-03
          week  | lastWeek              | false | 2024-03-04,2024-03-10
          month | last-month            | false | 2024-02
          year  | lastYear              | false | 2023
          range | 2024-01-30,2024-02-02 | false | 2024-01-30,2024-02-02
          range | last3                 | false | 2024-03-13,2024-03-15
          range | previous3             | false | 2024-03-12,2024-03-14
          range | 2024-01-30,today      | false | 2024-01-30,2024-03-15
          day   | last2                 | true  | 2024-03-14 2024-03-15
          day   | previous2             | true  | 2024-03-13 2024-03-14
          month | last3                 | true  | 2024-01 2024-02 2024-03
          month | previous2             | true  | 2024-01 2024-02
          year  | last1                 | true  | 2024
          week  | 2024-03-10,2024-03-12 | true  | 2024-03-04,2024-03-10 2024-03-11,2024-03-17
          day   | 2024-2-28,2024-3-1    | true  | 2024-02-28 2024-02-29 2024-03-01
          """)
  void readsDatesAsClientsWriteThem(String kind, String date, boolean several, String labels)
      throws UnreadablePeriod {
    Periods periods = Periods.parse(kind, date, TODAY);
    assertThat(periods.several()).isEqualTo(several);
    assertThat(periods.list()).extracting(Period::label).containsExactly(labels.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hour", "DAY", "", "days", "../day"})
  void refusesOtherKinds(String kind) {
    assertThatThrownBy(() -> Periods.parse(kind, "today", TODAY))
        .isInstanceOfSatisfying(
            UnreadablePeriod.class,
            e -> assertThat(e.fault()).isEqualTo(UnreadablePeriod.Fault.KIND));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "notadate",
        "2024-02-30",
        "2024-13-01",
        "1980-01-01",
        "9999-01-01",
        "2024-03-02,2024-03-01",
        "2024-03-01,",
        ",",
        "last",
        "lastx",
        "-1",
        "2024-03-01,2024-03-02,2024-03-03"
      })
  void refusesWhatIsNoDate(String date) {
    assertThatThrownBy(() -> Periods.parse("day", date, TODAY))
        .isInstanceOfSatisfying(
            UnreadablePeriod.class,
            e -> assertThat(e.fault()).isEqualTo(UnreadablePeriod.Fault.DATE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"last99999", "previous999999", "1992-01-01,2024-01-01"})
  void refusesMorePeriodsThanAnybodyReads(String date) {
    assertThatThrownBy(() -> Periods.parse("day", date, TODAY))
        .isInstanceOfSatisfying(
            UnreadablePeriod.class,
            e -> assertThat(e.fault()).isEqualTo(UnreadablePeriod.Fault.TOO_MANY));
  }

  @Property
  void periodsOfAKindFollowEachOtherWithoutGapOrOverlap(
      @ForAll @IntRange(min = 0, max = 20_000) int day, @ForAll Period.Kind kind) {
    Period period = Period.of(kind, LocalDate.of(2000, 1, 1).plusDays(day));
    assertThat(period.plus(1).from()).isEqualTo(period.to().plusDays(1));
    assertThat(period.plus(-1).to()).isEqualTo(period.from().minusDays(1));
    assertThat(period.plus(7).plus(-7)).isEqualTo(period);
    assertThat(Period.of(kind, period.from()).from()).isEqualTo(period.from());
  }

  @Test
  void weeksBeginOnMondayAcrossTheYear() {
    assertThat(Period.of(Period.Kind.WEEK, LocalDate.of(2025, 1, 1)))
        .isEqualTo(
            new Period(Period.Kind.WEEK, LocalDate.of(2024, 12, 30), LocalDate.of(2025, 1, 5)));
  }

  @Test
  void todayIsTheSitesOwnDay() throws UnreadablePeriod {
    Instant now = Instant.parse("2024-03-31T22:30:00Z");
    for (String[] expected :
        List.of(
            new String[] {"Europe/Berlin", "2024-04-01"}, // the day summer time began
            new String[] {"America/New_York", "2024-03-31"},
            new String[] {"Pacific/Auckland", "2024-04-01"})) {
      LocalDate today = ZoneHistory.of(ZoneId.of(expected[0])).dayOf(now);
      assertThat(Periods.parse("day", "today", today).list().get(0).label()).isEqualTo(expected[1]);
    }
  }

  /** Whatever is written: periods within the limit, or a refusal. */
  @Property(tries = 2000)
  void readsOrRefusesWhateverIsWritten(
      @ForAll("kinds") String kind, @ForAll("dates") String dates) {
    try {
      Periods periods = Periods.parse(kind, dates, LocalDate.of(2024, 2, 29));
      assertThat(periods.list()).isNotEmpty().hasSizeLessThanOrEqualTo(Periods.MOST);
    } catch (UnreadablePeriod e) {
      assertThat(e.fault()).isNotNull();
    }
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.of("day", "week", "month", "year", "range", "DAY", "", "hour");
  }

  @Provide
  Arbitrary<String> dates() {
    Arbitrary<String> part =
        Arbitraries.oneOf(
            Arbitraries.of(
                "today", "last", "previous", "last5", "lastYear", "yesterdaySameTime", ",", "-"),
            Arbitraries.integers().between(-1, 99999).map(String::valueOf),
            Arbitraries.of("2024-02-29", "2023-02-29", "0000-00-00", "9999-12-31", "1991-08-06"),
            Arbitraries.strings().ofMaxLength(3));
    return part.list().ofMinSize(0).ofMaxSize(4).map(parts -> String.join("", parts));
  }
}

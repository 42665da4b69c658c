package org.footfall.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The periods a client asked for with a word for the kind and a text for the dates.
 *
 * <p>The text is one date, {@code lastN} or {@code previousN} (N periods with or before the current
 * one), or two dates joined by a comma. Several dates give one period each, except with {@code
 * range}, which is always one.
 *
 * @param several whether the answer is a list, even if of one
 */
public record Periods(List<Period> list, boolean several) {
  /** Ten years of days. */
  static final int MOST = 3660;

  /** The Web's first day; nothing was measured before. */
  private static final LocalDate FIRST = LocalDate.of(1991, 8, 6);

  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern COUNTED = Pattern.compile("(last|previous)(\\d{1,6})");
  private static final Map<String, UnaryOperator<LocalDate>> WORDS =
      Map.of(
          "now", today -> today,
          "today", today -> today,
          "tomorrow", today -> today.plusDays(1),
          "yesterday", today -> today.minusDays(1),
          "yesterdaysametime", today -> today.minusDays(1),
          "lastweek", today -> today.minusWeeks(1),
          "last-week", today -> today.minusWeeks(1),
          "lastmonth", today -> today.minusMonths(1),
          "last-month", today -> today.minusMonths(1),
          "lastyear", today -> today.minusYears(1));

  public Periods {
    list = List.copyOf(list);
  }

  /**
   * Reads a kind ({@code day}, {@code week}, {@code month}, {@code year}, {@code range}) and a date
   * text.
   *
   * @param today the site's current day
   */
  public static Periods parse(String kind, String dates, LocalDate today) throws UnreadablePeriod {
    Period.Kind asked = kind(kind);
    String text = dates.trim();
    Matcher counted = COUNTED.matcher(text.toLowerCase(Locale.ROOT));
    if (counted.matches()) {
      return counted(
          asked, counted.group(1).equals("last"), Long.parseLong(counted.group(2)), today, text);
    }
    int comma = text.indexOf(',');
    if (comma < 0) {
      return new Periods(List.of(Period.of(asked, date(text, today))), false);
    }
    LocalDate from = date(text.substring(0, comma), today);
    LocalDate to = date(text.substring(comma + 1), today);
    if (to.isBefore(from)) {
      throw new UnreadablePeriod(UnreadablePeriod.Fault.DATE, text);
    }
    return asked == Period.Kind.RANGE
        ? new Periods(List.of(Period.range(from, to)), false)
        : spanning(asked, from, to, text);
  }

  private static Period.Kind kind(String text) throws UnreadablePeriod {
    for (Period.Kind kind : Period.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
        return kind;
      }
    }
    throw new UnreadablePeriod(UnreadablePeriod.Fault.KIND, text);
  }

  private static Periods counted(
      Period.Kind kind, boolean withCurrent, long asked, LocalDate today, String text)
      throws UnreadablePeriod {
    long count = Math.max(1, asked);
    if (count > MOST) {
      throw new UnreadablePeriod(UnreadablePeriod.Fault.TOO_MANY, text);
    }
    LocalDate end = withCurrent ? today : today.minusDays(1);
    if (kind == Period.Kind.RANGE) {
      return new Periods(List.of(Period.range(end.minusDays(count - 1), end)), false);
    }
    Period last = Period.of(kind, today).plus(withCurrent ? 0 : -1);
    List<Period> list = new ArrayList<>();
    for (long back = count - 1; back >= 0; back--) {
      list.add(last.plus(-back));
    }
    return new Periods(list, true);
  }

  private static Periods spanning(Period.Kind kind, LocalDate from, LocalDate to, String text)
      throws UnreadablePeriod {
    List<Period> list = new ArrayList<>();
    for (Period next = Period.of(kind, from); !next.from().isAfter(to); next = next.plus(1)) {
      if (list.size() == MOST) {
        throw new UnreadablePeriod(UnreadablePeriod.Fault.TOO_MANY, text);
      }
      list.add(next);
    }
    return new Periods(list, true);
  }

  private static LocalDate date(String text, LocalDate today) throws UnreadablePeriod {
    String trimmed = text.trim();
    UnaryOperator<LocalDate> word = WORDS.get(trimmed.toLowerCase(Locale.ROOT));
    if (word != null) {
      return word.apply(today);
    }
    Matcher matcher = DATE.matcher(trimmed);
    if (matcher.matches()) {
      try {
        LocalDate date =
            LocalDate.of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
          return date;
        }
      } catch (DateTimeException e) {
        throw new UnreadablePeriod(UnreadablePeriod.Fault.DATE, text);
      }
    }
    throw new UnreadablePeriod(UnreadablePeriod.Fault.DATE, text);
  }
}

package org.footfall.tracking;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/**
 * When a hit happened, by what the client says: seconds since 1970, a date with or without a time
 * (UTC unless it names an offset), {@code now}, {@code today}, {@code yesterday}, or an HTTP date.
 * What cannot be read, lies in the future or more than 20 years back counts as now.
 */
final class HitTime {
  private static final long OLDEST_SECONDS = 20L * 365 * 86_400;
  private static final int LONGEST = 40;

  private HitTime() {}

  /**
   * The time the client means.
   *
   * @param given {@code cdt}, or empty
   * @param offset {@code cdo}: how many seconds earlier
   */
  static Instant of(String given, long offset, Instant now) {
    if (given.isEmpty() && offset == 0) {
      return now;
    }
    OptionalLong parsed =
        given.isEmpty() ? OptionalLong.of(now.getEpochSecond()) : parse(given, now);
    if (parsed.isEmpty() || Math.abs(offset) > OLDEST_SECONDS) {
      return now;
    }
    long seconds = parsed.getAsLong() - Math.abs(offset);
    long today = now.getEpochSecond();
    return seconds >= today || seconds <= today - OLDEST_SECONDS
        ? now
        : Instant.ofEpochSecond(seconds);
  }

  private static OptionalLong parse(String text, Instant now) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST) {
      return OptionalLong.empty();
    }
    try {
      return switch (stripped) {
        case "now" -> OptionalLong.of(now.getEpochSecond());
        case "today" -> OptionalLong.of(now.truncatedTo(ChronoUnit.DAYS).getEpochSecond());
        case "yesterday" ->
            OptionalLong.of(
                now.truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS).getEpochSecond());
        default -> written(stripped);
      };
    } catch (DateTimeException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong written(String text) {
    String digits = text.startsWith("@") ? text.substring(1) : text;
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    if (!whole.isEmpty() && allDigits(whole) && allDigits(digits.substring(point + 1))) {
      return whole.length() > 12 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(whole));
    }
    return Character.isLetter(text.charAt(0)) ? httpDate(text) : date(text);
  }

  private static OptionalLong httpDate(String text) {
    try {
      OffsetDateTime at = OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return OptionalLong.of(at.toEpochSecond());
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }

  /** {@code 2026-03-10}, {@code 2026/03/10 12:30}, {@code 2026-03-10T12:30:15.5+01:00}. */
  private static OptionalLong date(String text) {
    if (text.length() < 10 || (text.charAt(4) != '-' && text.charAt(4) != '/')) {
      return OptionalLong.empty();
    }
    LocalDate day =
        LocalDate.of(
                Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(5, 7)), 1)
            .plusDays(Integer.parseInt(text.substring(8, 10)) - 1L);
    String rest = text.substring(10).strip();
    if (rest.startsWith("T") || rest.startsWith("t")) {
      rest = rest.substring(1);
    }
    if (rest.isEmpty()) {
      return OptionalLong.of(day.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
    }
    int end = 0;
    while (end < rest.length() && "0123456789:.".indexOf(rest.charAt(end)) >= 0) {
      end++;
    }
    LocalTime time = LocalTime.parse(rest.substring(0, end));
    String zone = rest.substring(end).strip();
    ZoneOffset offset =
        zone.isEmpty() || zone.equals("UTC") || zone.equals("GMT")
            ? ZoneOffset.UTC
            : ZoneOffset.of(zone);
    return OptionalLong.of(day.atTime(time).toEpochSecond(offset));
  }

  private static boolean allDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}

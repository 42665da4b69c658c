package org.footfall.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.footfall.report.Ratio;

/** How what is worked out is spelled. */
enum NumberStyle {
  /** Shares as plain quotients. */
  RAW,
  /** Shares as percentages, all else plain: what clients get that do not ask. */
  PERCENTAGES,
  /** Times in words, too. */
  PRETTY,

  /** Times as {@code 00:12:30}. */
  CLOCK;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static NumberStyle of(ApiParameters parameters) {
    return switch (parameters.text("format_metrics", "bc")) {
      case "0" -> RAW;
      case "1", "all", "true" -> PRETTY;
      case "clock" -> CLOCK;
      default -> PERCENTAGES;
    };
  }

  Object spell(Ratio.Unit unit, BigDecimal value) {
    if (this != RAW && unit == Ratio.Unit.FINE_SHARE) {
      BigDecimal percent = value.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP);
      return percent.signum() == 0 ? "0%" : percent.stripTrailingZeros().toPlainString() + "%";
    }
    if (this != RAW && unit == Ratio.Unit.SHARE) {
      return value.multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP).toPlainString() + "%";
    }
    if (this == CLOCK && unit == Ratio.Unit.SECONDS) {
      return clock(value.longValue());
    }
    if (this == PRETTY && (unit == Ratio.Unit.CENTISECONDS || unit == Ratio.Unit.MILLISECONDS)) {
      return plain(value) + "s";
    }
    return this == PRETTY && unit == Ratio.Unit.SECONDS ? time(value.longValue()) : plain(value);
  }

  static Object plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() <= 0 ? (Object) stripped.longValueExact() : stripped;
  }

  /** The least or most time something took, with the digits it has in a Matomo's database. */
  static Object timing(BigDecimal seconds) {
    return seconds.setScale(4, RoundingMode.UNNECESSARY).toPlainString();
  }

  private static String clock(long seconds) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  static String time(long seconds) {
    long minutes = seconds / 60;
    long hours = minutes / 60;
    long days = hours / 24;
    if (days > 0) {
      return days + " days " + hours % 24 + " hours";
    }
    if (hours > 0) {
      return hours + " hours " + minutes % 60 + " min";
    }
    return minutes > 0 ? minutes + " min " + seconds % 60 + "s" : seconds + "s";
  }
}

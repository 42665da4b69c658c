package org.footfall.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** Amounts of a currency. */
final class MoneyText {
  private static final int MILLIONTHS = 6;

  private MoneyText() {}

  /** {@code $}, or the code where there is none. */
  static String symbol(String currency) {
    return Currency.getAvailableCurrencies().stream()
        .filter(each -> each.getCurrencyCode().equals(currency))
        .map(each -> each.getSymbol(Locale.US))
        .findFirst()
        .orElse(currency);
  }

  /** {@code $2,510.11}, {@code $2,000}. */
  static String of(String currency, long millionths) {
    BigDecimal amount = decimal(millionths).setScale(2, RoundingMode.HALF_UP);
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    return symbol(currency) + String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", amount);
  }

  /** A number of the log that is kept in millionths. */
  static Object number(long millionths) {
    return NumberStyle.plain(decimal(millionths));
  }

  static BigDecimal decimal(long millionths) {
    return BigDecimal.valueOf(millionths, MILLIONTHS);
  }
}

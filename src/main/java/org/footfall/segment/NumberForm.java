package org.footfall.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.footfall.segment.Values.Unfit;

/** How numbers of the log are written in a segment. */
enum NumberForm {
  WHOLE("a number."),
  /** The log has degrees times 1,000,000. */
  DEGREES("a number of degrees."),
  /** The log has amounts times 1,000,000. */
  AMOUNT("an amount."),
  /** Days since 1970. */
  DATE("a date like 2026-12-31."),
  /** 64 bits that name something and have no order. */
  NAME("16 hexadecimal digits.");

  private static final int MILLIONTH_DIGITS = 6;
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,9})?");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{16}");

  private final String wish;

  NumberForm(String wish) {
    this.wish = wish;
  }

  boolean isOrdered() {
    return this != NAME;
  }

  /** The end of a sentence that says what a value must be. */
  String wish() {
    return wish;
  }

  /** The number in the log's measure; perhaps between two that the log could have. */
  BigDecimal read(String value) throws Unfit {
    String text = value.strip();
    switch (this) {
      case WHOLE, DEGREES, AMOUNT -> {
        if (NUMBER.matcher(text).matches()) {
          BigDecimal number = new BigDecimal(text);
          return this == WHOLE ? number : number.movePointRight(MILLIONTH_DIGITS);
        }
      }
      case DATE -> {
        try {
          return BigDecimal.valueOf(LocalDate.parse(text).toEpochDay());
        } catch (DateTimeParseException e) {
          throw new Unfit(wish);
        }
      }
      case NAME -> {
        if (HEX.matcher(text).matches()) {
          return BigDecimal.valueOf(HexFormat.fromHexDigitsToLong(text));
        }
      }
    }
    throw new Unfit(wish);
  }

  String spell(long number) {
    return switch (this) {
      case WHOLE -> Long.toString(number);
      case DEGREES, AMOUNT ->
          BigDecimal.valueOf(number, MILLIONTH_DIGITS).stripTrailingZeros().toPlainString();
      case DATE -> LocalDate.ofEpochDay(number).toString();
      case NAME -> HexFormat.of().toHexDigits(number);
    };
  }
}

package org.footfall.api;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Keeps rows in one of whose columns an expression is found. */
record RowMatch(String column, Pattern pattern) {
  private static final int LONGEST = 500;

  /**
   * @param suffix of the two parameters' names
   */
  static Optional<RowMatch> of(ApiParameters parameters, String suffix) throws ApiException {
    String name = "filter_pattern" + suffix;
    Optional<String> text = parameters.text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().length() > LONGEST) {
      throw ApiException.of(
          400, "The parameter '" + name + "' has at most " + LONGEST + " characters.");
    }
    try {
      Pattern pattern =
          Pattern.compile(text.get(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      return Optional.of(new RowMatch(parameters.text("filter_column" + suffix, "label"), pattern));
    } catch (PatternSyntaxException | StackOverflowError e) { // the second: it nests too deep
      throw ApiException.of(400, "The parameter '" + name + "' is not a regular expression.");
    }
  }

  /**
   * @throws Limited.TooSlow when that takes too many steps
   */
  boolean matches(Item item, Limited.Looks looks) {
    return Limited.finds(pattern, text(item), looks);
  }

  private String text(Item item) {
    return switch (column) {
      case "label" -> item.name();
      case "url" -> item.row().key();
      default -> RowNumbers.text(item.row(), column);
    };
  }
}

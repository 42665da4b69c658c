package org.footfall.api;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How a client wants a table cut and shown: the generic filters' parameters.
 *
 * @param pattern keeps rows whose {@code patternColumn} it is found in
 * @param limit how many rows at most; negative for all
 * @param truncate rows beyond this many become one; negative for never
 * @param label names of rows from the top down to the wanted one
 */
record TableOptions(
    boolean flat,
    boolean expanded,
    Optional<Integer> idSubtable,
    List<String> label,
    String patternColumn,
    Optional<Pattern> pattern,
    Optional<String> sortColumn,
    boolean ascending,
    int truncate,
    int offset,
    int limit,
    ColumnChoice columns,
    NumberStyle numbers) {

  private static final int USUAL_LIMIT = 100;
  private static final int LONGEST_PATTERN = 500;

  static TableOptions of(ApiParameters parameters) throws ApiException {
    boolean generic = !parameters.flag("disable_generic_filters");
    int idSubtable = parameters.number("idSubtable", -1);
    return new TableOptions(
        parameters.flag("flat"),
        parameters.flag("expanded"),
        idSubtable < 0 ? Optional.empty() : Optional.of(idSubtable),
        label(parameters),
        parameters.text("filter_column", "label"),
        generic ? pattern(parameters) : Optional.empty(),
        generic ? parameters.text("filter_sort_column") : Optional.empty(),
        parameters.text("filter_sort_order", "desc").equalsIgnoreCase("asc"),
        generic ? parameters.number("filter_truncate", -1) : -1,
        generic ? Math.max(0, parameters.number("filter_offset", 0)) : 0,
        generic ? parameters.number("filter_limit", USUAL_LIMIT) : -1,
        ColumnChoice.of(parameters),
        NumberStyle.of(parameters));
  }

  private static List<String> label(ApiParameters parameters) {
    Optional<String> label = parameters.text("label");
    if (label.isEmpty()) {
      return List.of();
    }
    return Pattern.compile(">")
        .splitAsStream(label.get())
        .map(String::trim)
        .map(part -> part.startsWith("@") ? part.substring(1) : part)
        .map(FormData::decode)
        .toList();
  }

  private static Optional<Pattern> pattern(ApiParameters parameters) throws ApiException {
    Optional<String> text = parameters.text("filter_pattern");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().length() > LONGEST_PATTERN) {
      throw ApiException.of(
          400, "The parameter 'filter_pattern' has at most " + LONGEST_PATTERN + " characters.");
    }
    try {
      return Optional.of(
          Pattern.compile(text.get(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    } catch (PatternSyntaxException e) {
      throw ApiException.of(400, "The parameter 'filter_pattern' is not a regular expression.");
    }
  }
}

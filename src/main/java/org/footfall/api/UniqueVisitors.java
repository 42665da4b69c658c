package org.footfall.api;

import java.util.List;
import org.footfall.report.Period;

/**
 * Whose unique visitors a client wants. Matomo's clients expect those of a row to be added up: of
 * the days of a longer period, and of all that the row sums up, so that who came twice counts
 * twice. With {@code uniqueVisitors=exact} everybody counts once in a row, and periods of any
 * length have the columns that a day has.
 */
final class UniqueVisitors {
  private static final String NAME = "uniqueVisitors";
  private static final String EXACT = "exact";

  private UniqueVisitors() {}

  /** Refuses what nobody knows. */
  static void check(ApiParameters parameters) throws ApiException {
    if (!parameters.list(NAME).isEmpty() && !areExact(parameters)) {
      throw ApiException.of(
          400, "The parameter '" + NAME + "' can only be '" + EXACT + "', or be left out.");
    }
  }

  static boolean areExact(ApiParameters parameters) {
    return parameters.list(NAME).equals(List.of(EXACT));
  }

  /** The kind of period whose columns are told. */
  static Period.Kind toldAs(Period.Kind kind, ApiParameters parameters) {
    return areExact(parameters) ? Period.Kind.DAY : kind;
  }
}

package org.footfall.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a client wants a table cut and shown: the generic filters' parameters.
 *
 * @param aggregates whether a flat table shows the rows above the last ones, too
 * @param depth how many levels are shown at most
 * @param labels names of rows from the top down to a wanted one; several for several rows
 * @param match keeps rows by a column
 * @param matchBelow as {@code match}, also for what lies below a row
 * @param sortColumn by which rows are sorted; the report's own order when empty
 */
record TableOptions(
    boolean flat,
    boolean aggregates,
    boolean expanded,
    int depth,
    Optional<Integer> idSubtable,
    List<List<String>> labels,
    Optional<RowMatch> match,
    Optional<RowMatch> matchBelow,
    Optional<LowPopulation> lowPopulation,
    Optional<String> sortColumn,
    boolean ascending,
    TableCut cut,
    LineStyle style) {
  private static final int DEEPEST = 100;
  private static final int MOST_LABELS = 200;
  private static final Pattern BELOW = Pattern.compile(">");

  static TableOptions of(ApiParameters parameters) throws ApiException {
    boolean generic = !parameters.flag("disable_generic_filters");
    int idSubtable = parameters.number("idSubtable", -1);
    Optional<RowMatch> matchBelow =
        generic ? RowMatch.of(parameters, "_recursive") : Optional.empty();
    return new TableOptions(
        parameters.flag("flat"),
        parameters.flag("include_aggregate_rows"),
        parameters.flag("expanded") || matchBelow.isPresent(),
        depth(parameters),
        idSubtable < 0 ? Optional.empty() : Optional.of(idSubtable),
        labels(parameters),
        generic ? RowMatch.of(parameters, "") : Optional.empty(),
        matchBelow,
        generic ? LowPopulation.of(parameters) : Optional.empty(),
        generic ? parameters.text("filter_sort_column") : Optional.empty(),
        parameters.text("filter_sort_order", "desc").equalsIgnoreCase("asc"),
        TableCut.of(parameters),
        LineStyle.of(parameters));
  }

  private static int depth(ApiParameters parameters) throws ApiException {
    if (parameters.text("depth", "false").equals("false")) {
      return DEEPEST;
    }
    return Math.max(1, Math.min(DEEPEST, parameters.number("depth", DEEPEST)));
  }

  private static List<List<String>> labels(ApiParameters parameters) throws ApiException {
    List<String> texts = new ArrayList<>();
    parameters.text("label").ifPresent(texts::add);
    if (texts.isEmpty() && parameters.has("label")) {
      texts.addAll(parameters.list("label"));
    }
    if (texts.size() > MOST_LABELS) {
      throw ApiException.of(400, "A request names at most " + MOST_LABELS + " labels.");
    }
    return texts.stream().map(TableOptions::path).filter(path -> !path.isEmpty()).toList();
  }

  /** A leading {@code @} only says that a name is a page's, which is found as it is. */
  private static List<String> path(String label) {
    return BELOW
        .splitAsStream(label)
        .map(String::trim)
        .map(part -> part.startsWith("@") ? part.substring(1) : part)
        .map(part -> FormData.decode(part).trim())
        .filter(part -> !part.isEmpty())
        .toList();
  }
}

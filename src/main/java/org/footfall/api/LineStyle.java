package org.footfall.api;

import java.util.Map;
import java.util.Optional;

/**
 * How a line is shown.
 *
 * @param added which columns a client wants besides the report's own
 * @param goal whose columns are added; all goals when empty
 * @param dimension the id of the site's own dimension that is asked for; empty for none
 * @param bare without what is known of a row beside its counts
 * @param dimensionColumns whether each dimension of a flat row is a column
 * @param subtableIds whether the numbers are told by which rows below can be asked for
 * @param titled whether columns are called what people read for them
 * @param exactUniques whether unique counts are exact in every period and then go by their plain
 *     names
 * @param raw whether numbers are told that only serve to work out others
 */
record LineStyle(
    ColumnChoice columns,
    NumberStyle numbers,
    Added added,
    Optional<String> goal,
    String dimension,
    boolean bare,
    boolean dimensionColumns,
    boolean subtableIds,
    boolean titled,
    boolean exactUniques,
    boolean raw) {
  private static final String PROCESSED = "filter_add_columns_when_show_all_columns";

  /** Columns besides the report's own. */
  enum Added {
    NONE,
    PROCESSED,
    /** As {@link #PROCESSED}, and rows stay that nobody visited. */
    PROCESSED_OF_ALL,
    GOALS
  }

  static LineStyle of(ApiParameters parameters) {
    Added added = Added.NONE;
    if (!parameters.flag("disable_generic_filters")) {
      if (parameters.flag("filter_update_columns_when_show_all_goals")
          || parameters.flag("filter_show_goal_columns_process_goals")) {
        added = Added.GOALS;
      } else if (parameters.text(PROCESSED).isPresent()) {
        added = parameters.flag(PROCESSED) ? Added.PROCESSED : Added.PROCESSED_OF_ALL;
      }
    }
    return new LineStyle(
        ColumnChoice.of(parameters),
        NumberStyle.of(parameters),
        added,
        parameters.text("idGoal").filter(text -> !text.equals("0")),
        parameters.text("idDimension", "").trim(),
        parameters.flag("disable_queued_filters"),
        parameters.flag("show_dimensions"),
        !parameters.flag("hideIdSubDatable"),
        parameters.flag("translateColumnNames"),
        UniqueVisitors.areExact(parameters),
        parameters.flag("showRawMetrics"));
  }

  /** The columns a client wants, under the names it wants. */
  Map<String, Object> finish(Map<String, Object> all) {
    Map<String, Object> wanted = columns.apply(all);
    return titled ? ColumnTitles.named(wanted) : wanted;
  }
}

package org.footfall.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.footfall.report.Dimension;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Ratio;
import org.footfall.report.Report;
import org.footfall.report.Row;
import org.footfall.site.Site;

/** Draws rows of one report and period as lines of names and values. */
final class LineDrawing {
  private static final String LOAD_TIME = "avg_page_load_time";

  private final Report report;
  private final Period.Kind kind;
  private final Site site;
  private final TableOptions options;
  private final LineStyle style;
  private final List<Integer> goals;
  private final UnaryOperator<String> networkHome;
  private final GoalColumns goalColumns;

  /**
   * @param networkHome a social network's host by its name, or empty
   * @param goals the numbers of the goals that have columns of their own
   * @param totals the conversions of the whole period, by goal
   */
  LineDrawing(
      Report report,
      Period.Kind kind,
      Site site,
      TableOptions options,
      UnaryOperator<String> networkHome,
      List<Integer> goals,
      SortedMap<Integer, Row> totals) {
    this.report = report;
    this.kind = kind;
    this.site = site;
    this.options = options;
    this.networkHome = networkHome;
    this.style = options.style();
    this.goals = goals;
    this.goalColumns = GoalColumns.of(report, totals, style.numbers());
  }

  /** The one line of a report of totals. */
  Map<String, Object> totals(Row row) {
    return style.finish(new Totals(row, kind, style.numbers()).of(report));
  }

  /**
   * @param below the lines under it, if asked for; null otherwise
   */
  Answer.Line line(Item item, boolean onTop, Answer.Table below) {
    Row row = item.row();
    Integer id = row.subtable().isEmpty() || !style.subtableIds() ? null : SubtableIds.of(row);
    Map<String, Object> metadata = row.isSummary() || style.bare() ? Map.of() : metadata(item);
    return new Answer.Line(style.finish(columns(item, onTop)), metadata, id, below);
  }

  private Map<String, Object> columns(Item item, boolean onTop) {
    Row row = item.row();
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("label", item.label());
    if (options.flat() && style.dimensionColumns() && !row.isSummary()) {
      addDimensions(columns, item);
    }
    boolean plain = kind == Period.Kind.DAY || report.sumsUniques();
    List<Metric> metrics = isOfConversionsAlone(row) ? List.of(Metric.VISITS) : report.metrics();
    for (Metric metric : metrics) {
      if (row.has(metric) && (plain || metric.join() != Metric.Join.UNIQUE)) {
        columns.put(MatomoNames.of(metric), RowNumbers.plain(row, metric));
      }
    }
    for (Metric metric : metrics) {
      if (row.has(metric) && !plain && metric.join() == Metric.Join.UNIQUE) {
        columns.put(MatomoNames.SUM_DAILY + MatomoNames.of(metric), row.value(metric));
      }
    }
    goalColumns.addTo(columns, row, onTop && isOnTop(item));
    if (report.ofPages() && onTop) {
      columns.put(LOAD_TIME, 0); // page timings are not measured yet; clients expect the column
    }
    if (style.added() != LineStyle.Added.NONE) {
      addProcessed(columns, row);
    }
    addRatios(columns, row);
    return columns;
  }

  private void addProcessed(Map<String, Object> columns, Row row) {
    put(columns, Ratio.CONVERSION_RATE, row);
    put(columns, Ratio.ACTIONS_PER_VISIT, row);
    put(columns, Ratio.SECONDS_PER_VISIT, row);
    put(columns, Ratio.BOUNCE_RATE, row);
    if (style.added() == LineStyle.Added.GOALS) {
      goalColumns.addWanted(columns, row, goals);
    }
  }

  /** Rows that are always there have been summed up of whole days' ones. */
  private boolean isOfConversionsAlone(Row row) {
    return goalColumns.isAll(row) && (kind == Period.Kind.DAY || !report.hasConstantRows());
  }

  /** Whether the row is not lifted out of another one. */
  private boolean isOnTop(Item item) {
    return !options.flat()
        || (item.above().isEmpty() && item.name().indexOf('/', 1) < 0)
        || !report.hasSubtables();
  }

  private void put(Map<String, Object> columns, Ratio ratio, Row row) {
    columns.put(MatomoNames.of(ratio), style.numbers().spell(ratio.unit(), ratio.of(row)));
  }

  private void addRatios(Map<String, Object> columns, Row row) {
    for (Ratio ratio : report.ratios()) {
      put(columns, ratio, row);
    }
  }

  private Map<String, Object> metadata(Item item) {
    Row row = item.row();
    Dimension dimension = row.dimension();
    Map<String, Object> metadata = new LinkedHashMap<>();
    if (options.flat() && dimension == Dimension.WEBSITE_PAGE) {
      metadata.put("url", row.key());
    }
    dimension
        .keyName()
        .filter(name -> name.equals("url"))
        .ifPresent(name -> metadata.put(name, row.key()));
    if (dimension == Dimension.SOCIAL_NETWORK) {
      String home = networkHome.apply(row.key());
      if (!home.isEmpty()) {
        metadata.put("url", home);
      }
    }
    if (options.flat() && !style.dimensionColumns()) {
      addDimensions(metadata, item);
    }
    dimension.segment().ifPresent(segment -> metadata.put("segment", segment + segmentValue(row)));
    dimension
        .keyName()
        .filter(name -> !name.equals("url"))
        .ifPresent(name -> metadata.put(name, Integer.parseInt(row.key())));
    if (report.dimension() == Dimension.REFERRER) {
      metadata.put("referer_type", channel(dimension));
    }
    return metadata;
  }

  /** The number of the channel that a name of this kind belongs to. */
  private static int channel(Dimension dimension) {
    return switch (dimension) {
      case KEYWORD -> 2;
      case WEBSITE -> 3;
      case CAMPAIGN -> 6;
      case SOCIAL_NETWORK -> 7;
      default -> throw new IllegalArgumentException(dimension + " is no name of a channel");
    };
  }

  private void addDimensions(Map<String, Object> metadata, Item item) {
    Dimension last = item.row().dimension();
    if (report.ofPages()) {
      metadata.put(Flattening.columnName(report, last), item.name());
      return;
    }
    List<Row> above = item.above();
    for (Row parent : above) {
      metadata.put(Flattening.columnName(report, parent.dimension()), parent.label());
    }
    if (!above.isEmpty()) {
      metadata.put(Flattening.columnName(report, last), Flattening.name(item.row()));
    }
  }

  private String segmentValue(Row row) {
    String value = row.dimension().segmentValue(row.key());
    return switch (row.dimension()) {
      case PAGE_FOLDER ->
          twice(PhpText.htmlEscape(site.mainUrl() + "/" + value).replace("&amp;", "&"));
      case PAGE_URL, ENTRY_PAGE_URL, EXIT_PAGE_URL ->
          twice(PhpText.htmlEscape(value).replace("&amp;", "&"));
      case PAGE_TITLE, ENTRY_PAGE_TITLE, EXIT_PAGE_TITLE -> twice(PhpText.htmlEscape(value));
      default -> PhpText.urlEncode(value);
    };
  }

  private static String twice(String value) {
    return PhpText.urlEncode(PhpText.urlEncode(value));
  }
}

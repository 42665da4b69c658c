package org.footfall.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final UnaryOperator<String> networkHome;

  /**
   * @param networkHome a social network's host by its name, or empty
   */
  LineDrawing(
      Report report,
      Period.Kind kind,
      Site site,
      TableOptions options,
      UnaryOperator<String> networkHome) {
    this.report = report;
    this.kind = kind;
    this.site = site;
    this.options = options;
    this.networkHome = networkHome;
  }

  /** The one line of a report of totals. */
  Map<String, Object> totals(Row row) {
    Map<String, Object> columns = new LinkedHashMap<>();
    boolean exact = kind != Period.Kind.YEAR && kind != Period.Kind.RANGE;
    for (Metric metric : report.metrics()) {
      if (exact || metric.join() != Metric.Join.UNIQUE) {
        columns.put(MatomoNames.of(metric), row.value(metric));
      }
    }
    addRatios(columns, row);
    return options.columns().apply(columns);
  }

  /**
   * @param below the lines under it, if asked for; null otherwise
   */
  Answer.Line line(Item item, boolean onTop, Answer.Table below) {
    Row row = item.row();
    Integer id = row.subtable().isEmpty() ? null : SubtableIds.of(row);
    Map<String, Object> metadata = row.isSummary() ? Map.of() : metadata(item);
    return new Answer.Line(options.columns().apply(columns(item, onTop)), metadata, id, below);
  }

  private Map<String, Object> columns(Item item, boolean onTop) {
    Row row = item.row();
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("label", item.label());
    boolean plain = kind == Period.Kind.DAY || report.sumsUniques();
    for (Metric metric : report.metrics()) {
      if (row.has(metric) && (plain || metric.join() != Metric.Join.UNIQUE)) {
        columns.put(MatomoNames.of(metric), row.value(metric));
      }
    }
    for (Metric metric : report.metrics()) {
      if (row.has(metric) && !plain && metric.join() == Metric.Join.UNIQUE) {
        columns.put(MatomoNames.SUM_DAILY + MatomoNames.of(metric), row.value(metric));
      }
    }
    if (report.ofPages() && onTop) {
      columns.put(LOAD_TIME, 0); // page timings are not measured yet; clients expect the column
    }
    addRatios(columns, row);
    return columns;
  }

  private void addRatios(Map<String, Object> columns, Row row) {
    for (Ratio ratio : report.ratios()) {
      columns.put(MatomoNames.of(ratio), options.numbers().spell(ratio.unit(), ratio.of(row)));
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
    if (options.flat()) {
      addDimensions(metadata, item);
    }
    dimension.segment().ifPresent(segment -> metadata.put("segment", segment + segmentValue(row)));
    dimension
        .keyName()
        .filter(name -> !name.equals("url"))
        .ifPresent(name -> metadata.put(name, Integer.parseInt(row.key())));
    return metadata;
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

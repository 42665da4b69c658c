package org.footfall.api;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.footfall.report.Dimension;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Ratio;
import org.footfall.report.Report;
import org.footfall.report.Row;
import org.footfall.site.Site;

/** Draws rows of one report and period as lines of names and values. */
final class LineDrawing {
  private final Report report;
  private final Period.Kind kind;
  private final Site site;
  private final TableOptions options;
  private final LineStyle style;
  private final List<Integer> goals;
  private final BiFunction<Dimension, String, String> homes;
  private final GoalColumns goalColumns;

  /** Timings that the table does not tell. */
  private Set<Metric> idle = EnumSet.noneOf(Metric.class);

  /** Timings that every row tells. */
  private Set<Metric> timed = EnumSet.noneOf(Metric.class);

  /**
   * @param homes where a network or engine is at home, or empty
   * @param goals the numbers of the goals that have columns of their own
   * @param totals the conversions of the whole period, by goal
   */
  LineDrawing(
      Report report,
      Period.Kind kind,
      Site site,
      TableOptions options,
      BiFunction<Dimension, String, String> homes,
      List<Integer> goals,
      SortedMap<Integer, Row> totals) {
    this.report = report;
    this.kind = kind;
    this.site = site;
    this.options = options;
    this.homes = homes;
    this.style = options.style();
    this.goals = goals;
    this.goalColumns = GoalColumns.of(report, totals, style.numbers());
  }

  /**
   * Looks which timings took time in any row of the first level: all rows tell these, no others.
   */
  LineDrawing over(List<Item> items) {
    for (Ratio ratio : report.ratios()) {
      if (ratio.ofLoading()) {
        boolean any = items.stream().anyMatch(item -> ratio.of(item.row()).signum() > 0);
        (any ? timed : idle).addAll(ratio.measured());
      }
    }
    return this;
  }

  /** The one line of a report of totals. */
  Map<String, Object> totals(Row row) {
    return style.finish(Totals.of(row, kind, style).of(report));
  }

  /**
   * @param parent the row under which it stands; null for one of the first level
   * @param below the lines under it, if asked for; null otherwise
   */
  Answer.Line line(Item item, Row parent, Answer.Table below) {
    boolean onTop = parent == null;
    Row row = item.row();
    Integer id = row.subtable().isEmpty() || !style.subtableIds() ? null : SubtableIds.of(row);
    Map<String, Object> metadata =
        row.isSummary() || style.bare() ? Map.of() : metadata(item, parent);
    return new Answer.Line(style.finish(columns(item, onTop)), metadata, id, below);
  }

  /**
   * The line of a row that was asked for by itself: without timings, and nothing to select it by.
   */
  Answer.Line alone(Item item) {
    report.ratios().forEach(ratio -> idle.addAll(ratio.measured()));
    Map<String, Object> columns = columns(item, true);
    columns.remove(MatomoNames.of(Ratio.LOAD_SECONDS));
    Map<String, Object> metadata = metadata(item, null);
    metadata.remove("segment");
    return new Answer.Line(style.finish(columns), metadata, null, null);
  }

  private Map<String, Object> columns(Item item, boolean onTop) {
    Row row = item.row();
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("label", label(item, onTop));
    if (options.flat() && style.dimensionColumns() && !row.isSummary()) {
      addDimensions(columns, item);
    }
    boolean plain = kind == Period.Kind.DAY || report.sumsUniques() || style.exactUniques();
    boolean conversionsAlone = isOfConversionsAlone(row);
    List<Metric> metrics = conversionsAlone ? List.of(Metric.VISITS) : report.metrics();
    for (Metric metric : metrics) {
      boolean told = (tells(row, metric) || timed.contains(metric)) && !idle.contains(metric);
      if (told && style.raw()) {
        addTimeOf(columns, metric, row);
      }
      if (told && (plain || metric.join() != Metric.Join.UNIQUE)) {
        columns.put(MatomoNames.of(metric), number(row, metric));
      }
    }
    if (!isBelowReferrer(item, onTop)) {
      goalColumns.addTo(columns, row, onTop && isOnTop(item));
    }
    if (conversionsAlone) {
      toEnd(columns, MatomoNames.of(Metric.VISITS));
    }
    for (Metric metric : metrics) {
      if (row.has(metric) && !plain && metric.join() == Metric.Join.UNIQUE) {
        columns.put(MatomoNames.SUM_DAILY + MatomoNames.of(metric), row.value(metric));
      }
    }
    toEnd(columns, MatomoNames.of(Metric.ABANDONED_CARTS));
    addLoading(columns, row, onTop);
    if (style.added() != LineStyle.Added.NONE) {
      addProcessed(columns, row);
    }
    addRatios(columns, row);
    return columns;
  }

  /** Keywords below their engine are told as they are, also where there is none. */
  private static String label(Item item, boolean onTop) {
    boolean plain = !onTop && item.row().dimension() == Dimension.KEYWORD_OF_ENGINE;
    return plain ? item.row().key() : item.label();
  }

  /** Whether a row tells a number under its plain name. */
  private boolean tells(Row row, Metric metric) {
    if (metric == Metric.UNIQUE_VISITORS && report.does(Report.Habit.HIDES_DAILY_UNIQUES)) {
      return style.exactUniques() && row.has(metric);
    }
    if (metric == Metric.USERS && report.does(Report.Habit.HIDES_NO_USERS)) {
      return row.value(metric) > 0;
    }
    return report.does(Report.Habit.TELLS_ALL) || row.has(metric);
  }

  /** Carts are orders by another name, and what gets one goes behind all else. */
  private static void toEnd(Map<String, Object> columns, String name) {
    Object value = columns.remove(name);
    if (value != null) {
      columns.put(name, value);
    }
  }

  private Object number(Row row, Metric metric) {
    if (metric.isCount()) {
      long value = row.value(metric);
      boolean asText =
          kind == Period.Kind.DAY && row.isAsCounted(metric) && report.texts().contains(metric);
      return asText ? (Object) Long.toString(value) : value;
    }
    Object otherwise = report.does(Report.Habit.TELLS_ALL) ? 0 : null;
    return row.number(metric)
        .map(number -> metric.isTiming() ? NumberStyle.timing(number) : NumberStyle.plain(number))
        .orElse(otherwise);
  }

  /** Before how often a part of loading was measured, how long it took each time together. */
  private void addTimeOf(Map<String, Object> columns, Metric metric, Row row) {
    for (Ratio ratio : report.ratios()) {
      List<Metric> measured = ratio.ofLoading() ? ratio.measured() : List.of();
      if (!measured.isEmpty() && measured.get(0) == metric) {
        Metric time = measured.get(1);
        columns.put(MatomoNames.of(time), number(row, time));
      }
    }
  }

  /** How long a page took to load, in parts as far as they were measured, and all together. */
  private void addLoading(Map<String, Object> columns, Row row, boolean onTop) {
    for (Ratio ratio : report.ratios()) {
      if (onTop && ratio == Ratio.LOAD_SECONDS && style.numbers() != NumberStyle.PRETTY) {
        columns.put(MatomoNames.of(ratio), BinarySum.of(Ratio.loading(row)));
      } else if (onTop && (ratio == Ratio.LOAD_SECONDS || shown(ratio))) {
        put(columns, ratio, row);
      }
    }
  }

  private boolean shown(Ratio ratio) {
    return ratio.ofLoading() && timed.containsAll(ratio.measured());
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

  /** Conversions are told of channels with what is in them, and of others without. */
  private boolean isBelowReferrer(Item item, boolean onTop) {
    boolean below = !onTop || !item.above().isEmpty() || options.idSubtable().isPresent();
    return below && report.dimension().ofSenders();
  }

  /** Whether the row is not lifted out of another one. */
  private boolean isOnTop(Item item) {
    return !options.flat()
        || !report.ofPages()
        || (item.above().isEmpty() && item.name().indexOf('/', 1) < 0)
        || !report.hasSubtables();
  }

  private void put(Map<String, Object> columns, Ratio ratio, Row row) {
    columns.put(MatomoNames.of(ratio), style.numbers().spell(ratio.unit(), ratio.of(row)));
  }

  private void addRatios(Map<String, Object> columns, Row row) {
    for (Ratio ratio : report.ratios()) {
      if (ratio != Ratio.LOAD_SECONDS && !ratio.ofLoading()) {
        put(columns, ratio, row);
      }
    }
  }

  private Map<String, Object> metadata(Item item, Row parent) {
    Row row = item.row();
    Dimension dimension = row.dimension();
    Map<String, Object> metadata = new LinkedHashMap<>(RowFacts.of(row));
    if (options.flat() && dimension == Dimension.WEBSITE_PAGE) {
      metadata.put("url", row.key());
    }
    dimension
        .keyName()
        .filter(name -> name.equals("url"))
        .ifPresent(
            name ->
                metadata.put(
                    name, report.ofPages() ? PageAddress.shown(site, row.key()) : row.key()));
    String home = homes.apply(dimension, row.key());
    if (!home.isEmpty()) {
      metadata.put("url", home);
    }
    if (options.flat() && !style.dimensionColumns()) {
      addDimensions(metadata, item);
    }
    selecting(item, parent == null)
        .ifPresent(
            one ->
                metadata.put("segment", one.dimension().segment().orElse("") + segmentValue(one)));
    if (dimension == Dimension.SEARCH_ENGINE) {
      toEnd(metadata, "url");
    }
    dimension
        .keyName()
        .filter(name -> !name.equals("url"))
        .ifPresent(name -> metadata.put(name, Integer.parseInt(row.key())));
    if (dimension == Dimension.VARIABLE_NAME) {
      metadata.put("slots", row.slots().stream().map(LineDrawing::slot).toList());
    }
    if (report.dimension() == Dimension.CUSTOM_DIMENSION) {
      addOwn(metadata, row, flattenedUnder(item, parent));
    }
    if (report.dimension() == Dimension.REFERRER) {
      metadata.put("referer_type", channel(dimension));
    }
    return metadata;
  }

  /** {@code visit 1} as clients read it. */
  private static Map<String, Object> slot(String slot) {
    int blank = slot.indexOf(' ');
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("scope", slot.substring(0, blank));
    told.put("index", Integer.parseInt(slot.substring(blank + 1)));
    return told;
  }

  private static Row flattenedUnder(Item item, Row parent) {
    return item.above().isEmpty() ? parent : item.above().get(item.above().size() - 1);
  }

  /**
   * How the visits of a site's own dimension are selected: by the dimension's id. What lies below
   * an empty value, or 0, selects nothing.
   */
  private void addOwn(Map<String, Object> metadata, Row row, Row parent) {
    String name = "dimension" + style.dimension() + "==";
    if (row.dimension() == Dimension.CUSTOM_DIMENSION) {
      metadata.put("segment", name + PhpText.urlEncode(row.key()));
    } else if (parent != null && !parent.key().matches("0?")) {
      String url = PhpText.urlEncode(row.key());
      metadata.put("segment", name + PhpText.urlEncode(parent.key()) + ";actionUrl=$" + url);
      metadata.put("url", url);
    }
  }

  /** The row whose visits are selected for a line; a page after a search has its folder's. */
  private Optional<Row> selecting(Item item, boolean onTop) {
    List<Row> above = item.above();
    boolean below = !onTop || !above.isEmpty() || options.idSubtable().isPresent();
    if (below && report.does(Report.Habit.PLAIN_BELOW)) {
      return Optional.empty();
    }
    boolean after = item.row().dimension() == Dimension.DESTINATION_PAGE && !above.isEmpty();
    Row row = after ? above.get(above.size() - 1) : item.row();
    return row.dimension().selects(row.key()) ? Optional.of(row) : Optional.empty();
  }

  /** The number of the channel that a name of this kind belongs to. */
  private static int channel(Dimension dimension) {
    return switch (dimension) {
      case KEYWORD -> 2;
      case WEBSITE -> 3;
      case CAMPAIGN -> 6;
      case SOCIAL_NETWORK -> 7;
      case AI_ASSISTANT -> 8;
      default -> throw new IllegalArgumentException(dimension + " is no name of a channel");
    };
  }

  private void addDimensions(Map<String, Object> metadata, Item item) {
    Dimension last = item.row().dimension();
    if (report.ofPages() || (last.ofPaths() && !item.above().isEmpty())) {
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
      case PAGE_TITLE, ENTRY_PAGE_TITLE, EXIT_PAGE_TITLE, DOWNLOAD_URL, CLICKED_URL ->
          twice(PhpText.htmlEscape(value));
      case SEARCH_KEYWORD,
          SEARCH_CATEGORY,
          EVENT_CATEGORY,
          EVENT_ACTION,
          EVENT_NAME,
          CONTENT_NAME,
          CONTENT_PIECE ->
          PhpText.urlEncode(PhpText.htmlEscape(value));
      default -> PhpText.urlEncode(value);
    };
  }

  private static String twice(String value) {
    return PhpText.urlEncode(PhpText.urlEncode(value));
  }
}

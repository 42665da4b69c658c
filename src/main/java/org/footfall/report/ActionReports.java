package org.footfall.report;

import static org.footfall.report.Metric.ACTIONS;
import static org.footfall.report.Metric.EVENTS;
import static org.footfall.report.Metric.EVENTS_WITH_VALUE;
import static org.footfall.report.Metric.EVENT_VALUES;
import static org.footfall.report.Metric.EXIT_VISITS;
import static org.footfall.report.Metric.GREATEST_EVENT_VALUE;
import static org.footfall.report.Metric.HITS;
import static org.footfall.report.Metric.HITS_AFTER_SEARCH;
import static org.footfall.report.Metric.IMPRESSIONS;
import static org.footfall.report.Metric.INTERACTIONS;
import static org.footfall.report.Metric.LEAST_EVENT_VALUE;
import static org.footfall.report.Metric.PAGE_SECONDS;
import static org.footfall.report.Metric.UNIQUE_VISITORS;
import static org.footfall.report.Metric.VISITS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.footfall.visitlog.Columns;

/** Reports over what visitors did, and what is told of all pages. */
final class ActionReports {
  private static final List<Metric> SHOWN_OF_PAGES = shownOfPages();

  static final Report DOWNLOADS =
      addresses("getDownloads", "Downloads", Source.DOWNLOAD, Dimension.DOWNLOAD_URL);

  static final Report OUTLINKS =
      addresses("getOutlinks", "Outlinks", Source.OUTLINK, Dimension.CLICKED_URL);

  static final Report SEARCHES = searches("getSiteSearchKeywords", "Site Search Keywords", false);

  static final Report SEARCHES_IN_VAIN =
      searches("getSiteSearchNoResultKeywords", "Search Keywords with No Results", true);

  static final Report SEARCH_CATEGORIES =
      Report.named("Actions", "getSiteSearchCategories", "Search Categories")
          .about(Subject.SITE_SEARCH)
          .calls(VISITS, "Searches")
          .calls(Ratio.CATEGORY_SEARCHES_PER_VISIT, "Search Results pages")
          .from(
              Source.SEARCH_CATEGORY,
              new Levels(key -> !key.get(0).isEmpty(), Level.of(0, Dimension.SEARCH_CATEGORY)))
          .rows(Dimension.SEARCH_CATEGORY)
          .metrics(List.of(VISITS, UNIQUE_VISITORS, ACTIONS))
          .ratios(Ratio.CATEGORY_SEARCHES_PER_VISIT)
          .shows(List.of(VISITS), Ratio.CATEGORY_SEARCHES_PER_VISIT)
          .sortedBy(VISITS)
          .habit(Report.Habit.HIDES_DAILY_UNIQUES)
          .build();

  static final Report PAGES_AFTER_SEARCH =
      pageCounts(
              "getPageUrlsFollowingSiteSearch",
              "Pages Following a Site Search",
              Dimension.DESTINATION_PAGE)
          .about(Subject.SITE_SEARCH)
          .related("getPageTitlesFollowingSiteSearch")
          .from(Source.PAGE_URL, new PageTree(Dimension.DESTINATION_PAGE))
          .sortedBy(HITS_AFTER_SEARCH)
          .needing(HITS_AFTER_SEARCH)
          .shows(List.of(HITS_AFTER_SEARCH, HITS))
          .build();

  static final Report TITLES_AFTER_SEARCH =
      pageCounts(
              "getPageTitlesFollowingSiteSearch",
              "Page Titles Following a Site Search",
              Dimension.DESTINATION_PAGE)
          .about(Subject.SITE_SEARCH)
          .related("getPageUrlsFollowingSiteSearch")
          .from(Source.PAGE_TITLE, new TitleList(Dimension.NONE))
          .sortedBy(HITS_AFTER_SEARCH)
          .needing(HITS_AFTER_SEARCH)
          .shows(List.of(HITS_AFTER_SEARCH, HITS))
          .build();

  static final Report PAGE_TIMINGS =
      Report.named("PagePerformance", "get", "Performance Overview")
          .about(Subject.PERFORMANCE)
          .from(Source.PAGE_TIMINGS, new Totals())
          .ratios(
              Ratio.ALL_NETWORK_SECONDS,
              Ratio.ALL_SERVER_SECONDS,
              Ratio.ALL_TRANSFER_SECONDS,
              Ratio.ALL_DOM_PROCESSING_SECONDS,
              Ratio.ALL_DOM_COMPLETION_SECONDS,
              Ratio.ALL_ON_LOAD_SECONDS,
              Ratio.ALL_LOAD_SECONDS)
          .trait(Report.Trait.TOTALS)
          .build();

  static final Report BANDWIDTH =
      Report.named("Bandwidth", "get", "Bandwidth")
          .about(Subject.ACTIONS)
          .from(Source.BANDWIDTH, new Totals())
          .metrics(Source.BANDWIDTH.layout().metrics())
          .trait(Report.Trait.TOTALS)
          .build();

  private static final Level EVENT_CATEGORY = Level.of(0, Dimension.EVENT_CATEGORY);
  private static final Level EVENT_ACTION = Level.of(1, Dimension.EVENT_ACTION);
  private static final Level EVENT_NAME =
      Level.of(2, Dimension.EVENT_NAME)
          .labelled(name -> name.isEmpty() ? "Event Name not defined" : name);
  private static final Level EVENT_NAME_BELOW = EVENT_NAME.whereNamed();

  static final Report EVENT_CATEGORIES =
      events("getCategory", "Event Categories", EVENT_CATEGORY.over(EVENT_ACTION))
          .below("getActionFromCategoryId")
          .or(
              "eventName",
              events("getCategory", "Event Categories", EVENT_CATEGORY.over(EVENT_NAME_BELOW))
                  .below("getNameFromCategoryId")
                  .build())
          .build();

  static final Report EVENT_ACTIONS =
      events("getAction", "Event Actions", EVENT_ACTION.over(EVENT_NAME_BELOW))
          .below("getNameFromActionId")
          .or(
              "eventCategory",
              events("getAction", "Event Actions", EVENT_ACTION.over(EVENT_CATEGORY))
                  .below("getCategoryFromActionId")
                  .build())
          .build();

  static final Report EVENT_NAMES =
      events("getName", "Event Names", EVENT_NAME.over(EVENT_ACTION))
          .below("getActionFromNameId")
          .or(
              "eventCategory",
              events("getName", "Event Names", EVENT_NAME.over(EVENT_CATEGORY))
                  .below("getCategoryFromNameId")
                  .build())
          .build();

  private static final Level CONTENT_NAME =
      Level.of(0, Dimension.CONTENT_NAME)
          .labelled(name -> name.isEmpty() ? "Content Name not defined" : name);
  private static final Level CONTENT_PIECE =
      Level.of(1, Dimension.CONTENT_PIECE)
          .labelled(piece -> piece.isEmpty() ? "Content Piece not defined" : piece);

  static final Report CONTENT_NAMES =
      contents("getContentNames", "Content Name", CONTENT_NAME.over(CONTENT_PIECE));

  static final Report CONTENT_PIECES =
      contents("getContentPieces", "Content Piece", CONTENT_PIECE.over(CONTENT_NAME));

  static final Report VARIABLES =
      Report.named("CustomVariables", "getCustomVariables", "Custom Variables")
          .about(Subject.VARIABLES)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .from(Source.VARIABLE, new VariableList())
          .rows(Dimension.VARIABLE_NAME)
          .metrics(
              List.of(
                  VISITS,
                  UNIQUE_VISITORS,
                  ACTIONS,
                  Metric.USERS,
                  Metric.MAX_ACTIONS,
                  Metric.VISIT_SECONDS,
                  Metric.BOUNCES,
                  Metric.CONVERTED_VISITS))
          .texts(SqlSums.OF_VISITS)
          .sortedBy(ACTIONS)
          .below("getCustomVariablesValuesFromNameId")
          .habit(Report.Habit.HIDES_DAILY_UNIQUES)
          .habit(Report.Habit.PLAIN_BELOW)
          .build();

  /** By slot: the site's own dimensions, which go by one name. */
  private static final List<Report> DIMENSIONS_OF_VISITS =
      IntStream.rangeClosed(1, Columns.VISIT_DIMENSIONS.size())
          .mapToObj(ActionReports::dimensionOfVisits)
          .toList();

  private static final List<Report> DIMENSIONS_OF_ACTIONS =
      IntStream.rangeClosed(1, Columns.DIMENSIONS.size())
          .mapToObj(ActionReports::dimensionOfActions)
          .toList();

  static final List<Report> ALL =
      List.of(
          DOWNLOADS,
          OUTLINKS,
          SEARCHES,
          SEARCHES_IN_VAIN,
          SEARCH_CATEGORIES,
          PAGES_AFTER_SEARCH,
          TITLES_AFTER_SEARCH,
          PAGE_TIMINGS,
          BANDWIDTH,
          EVENT_CATEGORIES,
          EVENT_ACTIONS,
          EVENT_NAMES,
          CONTENT_NAMES,
          CONTENT_PIECES,
          VARIABLES);

  private ActionReports() {}

  /** The report on one of a site's own dimensions. */
  static Report dimension(boolean ofActions, int slot) {
    return (ofActions ? DIMENSIONS_OF_ACTIONS : DIMENSIONS_OF_VISITS).get(slot - 1);
  }

  private static Report.Builder dimension(Source source, int slot, Level level) {
    return Report.named("CustomDimensions", "getCustomDimension", "Custom Dimension")
        .habit(Report.Habit.LEADS_TO_GOALS)
        .from(source, Levels.where(0, DimensionPass.key(slot), level))
        .rows(Dimension.CUSTOM_DIMENSION)
        .sortedBy(VISITS);
  }

  private static Level ownValues() {
    return Level.of(1, Dimension.CUSTOM_DIMENSION)
        .labelled(value -> value.isEmpty() ? VariableList.NO_VALUE : value);
  }

  private static Report dimensionOfVisits(int slot) {
    return dimension(Source.DIMENSION_OF_VISIT, slot, ownValues())
        .metrics(
            List.of(
                UNIQUE_VISITORS,
                VISITS,
                ACTIONS,
                Metric.USERS,
                Metric.MAX_ACTIONS,
                Metric.VISIT_SECONDS,
                Metric.BOUNCES,
                Metric.CONVERTED_VISITS))
        .texts(SqlSums.OF_MANY_VISITS)
        .ratios(Ratio.SECONDS_PER_VISIT, Ratio.BOUNCE_RATE, Ratio.ACTIONS_PER_VISIT)
        .about(Subject.VISIT_DIMENSIONS)
        .habit(Report.Habit.HIDES_NO_USERS)
        .build();
  }

  private static Report dimensionOfActions(int slot) {
    Level urls =
        Level.of(2, Dimension.CUSTOM_DIMENSION_URL)
            .labelled(url -> url.isEmpty() ? PagePath.UNKNOWN : url);
    return dimension(Source.DIMENSION_OF_ACTION, slot, ownValues().over(urls))
        .metrics(DimensionPass.LAYOUT.metrics())
        .ratios(Ratio.SECONDS_PER_DIMENSION_HIT, Ratio.BOUNCE_RATE, Ratio.EXIT_RATE)
        .about(Subject.ACTION_DIMENSIONS)
        .shows(
            List.of(VISITS, HITS),
            Ratio.SECONDS_PER_DIMENSION_HIT,
            Ratio.BOUNCE_RATE,
            Ratio.EXIT_RATE)
        .habit(Report.Habit.TELLS_ALL)
        .build();
  }

  /** What happened on a page comes before what visits began and ended with. */
  private static List<Metric> shownOfPages() {
    List<Metric> shown = new ArrayList<>();
    List<Metric> all = Source.PAGE_URL.layout().metrics();
    int ends = all.indexOf(Metric.ENTRY_UNIQUE_VISITORS);
    int loading = all.indexOf(HITS_AFTER_SEARCH);
    shown.addAll(all.subList(0, ends));
    shown.addAll(all.subList(loading, all.size()));
    shown.addAll(all.subList(ends, loading));
    shown.removeAll(Measures.sums());
    return List.copyOf(shown);
  }

  /** All that is told of pages. */
  static Report.Builder pageCounts(String action, String title, Dimension dimension) {
    return Report.named("Actions", action, title)
        .rows(dimension)
        .metrics(SHOWN_OF_PAGES)
        .texts(SqlSums.OF_PAGES)
        .ratios(
            Ratio.NETWORK_SECONDS,
            Ratio.SERVER_SECONDS,
            Ratio.TRANSFER_SECONDS,
            Ratio.DOM_PROCESSING_SECONDS,
            Ratio.DOM_COMPLETION_SECONDS,
            Ratio.ON_LOAD_SECONDS,
            Ratio.LOAD_SECONDS,
            Ratio.SECONDS_PER_HIT,
            Ratio.ENTRY_BOUNCE_RATE,
            Ratio.EXIT_RATE)
        .shows(
            List.of(HITS, VISITS), Ratio.SECONDS_PER_HIT, Ratio.ENTRY_BOUNCE_RATE, Ratio.EXIT_RATE);
  }

  private static Report addresses(String action, String title, Source source, Dimension dimension) {
    boolean downloads = source == Source.DOWNLOAD;
    return Report.named("Actions", action, title)
        .from(source, new HostTree(dimension))
        .rows(dimension)
        .metrics(List.of(VISITS, UNIQUE_VISITORS, HITS, PAGE_SECONDS))
        .about(downloads ? Subject.DOWNLOADS : Subject.OUTLINKS)
        .shows(List.of(VISITS, HITS))
        .calls(VISITS, downloads ? "Unique Downloads" : "Unique Clicks")
        .calls(HITS, downloads ? "Downloads" : "Clicks")
        .sortedBy(VISITS)
        .build();
  }

  private static Report searches(String action, String title, boolean inVain) {
    return Report.named("Actions", action, title)
        .from(Source.SEARCH_KEYWORD, new SearchList(inVain))
        .rows(Dimension.SEARCH_KEYWORD)
        .metrics(List.of(VISITS, HITS, PAGE_SECONDS, EXIT_VISITS))
        .texts(SqlSums.OF_PAGES)
        .ratios(
            Ratio.SEARCHES_PER_VISIT,
            Ratio.SECONDS_PER_HIT,
            Ratio.ENTRY_BOUNCE_RATE,
            Ratio.EXIT_RATE)
        .about(Subject.SITE_SEARCH)
        .shows(
            List.of(VISITS),
            inVain
                ? new Ratio[] {Ratio.EXIT_RATE}
                : new Ratio[] {Ratio.SEARCHES_PER_VISIT, Ratio.EXIT_RATE})
        .calls(VISITS, "Searches")
        .calls(Ratio.SEARCHES_PER_VISIT, "Search Results pages")
        .calls(Ratio.EXIT_RATE, "% Search Exits")
        .sortedBy(VISITS)
        .build();
  }

  private static Report.Builder events(String action, String title, Level level) {
    return Report.named("Events", action, title)
        .about(Subject.EVENTS)
        .from(Source.EVENT, Levels.all(level))
        .rows(level.dimension())
        .metrics(
            List.of(
                UNIQUE_VISITORS,
                VISITS,
                EVENTS,
                EVENTS_WITH_VALUE,
                EVENT_VALUES,
                LEAST_EVENT_VALUE,
                GREATEST_EVENT_VALUE))
        .texts(SqlSums.OF_EVENTS)
        .ratios(Ratio.VALUE_PER_EVENT)
        .shows(
            List.of(
                EVENTS, EVENT_VALUES, LEAST_EVENT_VALUE, GREATEST_EVENT_VALUE, EVENTS_WITH_VALUE),
            Ratio.VALUE_PER_EVENT)
        .sortedBy(VISITS)
        .habit(Report.Habit.PLAIN_BELOW);
  }

  private static Report contents(String action, String title, Level level) {
    return Report.named("Contents", action, title)
        .about(Subject.CONTENTS)
        .from(Source.CONTENT, Levels.all(level))
        .rows(level.dimension())
        .metrics(List.of(UNIQUE_VISITORS, VISITS, IMPRESSIONS, INTERACTIONS))
        .texts(SqlSums.OF_CONTENTS)
        .ratios(Ratio.INTERACTION_RATE)
        .shows(List.of(IMPRESSIONS, INTERACTIONS), Ratio.INTERACTION_RATE)
        .sortedBy(VISITS)
        .habit(Report.Habit.PLAIN_BELOW)
        .habit(Report.Habit.NEVER_EXPANDED)
        .build();
  }
}

package org.footfall.report;

import static org.footfall.report.Metric.ACTIONS;
import static org.footfall.report.Metric.BOUNCES;
import static org.footfall.report.Metric.CONVERTED_VISITS;
import static org.footfall.report.Metric.ENTRY_VISITS;
import static org.footfall.report.Metric.EXIT_VISITS;
import static org.footfall.report.Metric.MAX_ACTIONS;
import static org.footfall.report.Metric.UNIQUE_VISITORS;
import static org.footfall.report.Metric.USERS;
import static org.footfall.report.Metric.VISITS;
import static org.footfall.report.Metric.VISIT_SECONDS;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** All reports there are. A new report is one more declaration here, and nothing elsewhere. */
public final class ReportCatalogue {
  public static final Report VISITS_SUMMARY =
      summary("VisitsSummary", "get", "Visits Summary", Source.DAY);

  /** The summary of visits by new visitors; a part of other reports, and none of its own. */
  public static final Report NEW_VISITS =
      summary("VisitFrequency", "new", "New visitors", Source.NEW_VISITS);

  /** As {@link #NEW_VISITS}, by visitors who had come before. */
  public static final Report RETURNING_VISITS =
      summary("VisitFrequency", "returning", "Returning visitors", Source.RETURNING_VISITS);

  public static final Report ACTIONS_SUMMARY =
      Report.named("Actions", "get", "Actions - Main metrics")
          .about(Subject.ACTIONS)
          .from(Source.ACTION, new ActionTotals())
          .metrics(Source.ACTION.layout().metrics())
          .trait(Report.Trait.TOTALS)
          .build();

  public static final Report PAGE_URLS =
      pages("getPageUrls", "Page URLs", Dimension.PAGE_URL)
          .about(Subject.PAGES)
          .sortedBy(VISITS)
          .related("getEntryPageUrls", "getExitPageUrls")
          .habit(Report.Habit.LEADS_TO_GOALS)
          .build();

  public static final Report ENTRY_PAGE_URLS =
      pages("getEntryPageUrls", "Entry pages", Dimension.ENTRY_PAGE_URL)
          .about(Subject.ENTRY_PAGES)
          .sortedBy(ENTRY_VISITS)
          .needing(ENTRY_VISITS)
          .shows(List.of(ENTRY_VISITS, Metric.ENTRY_BOUNCES), Ratio.ENTRY_BOUNCE_RATE)
          .related("getEntryPageTitles")
          .habit(Report.Habit.LEADS_TO_GOALS)
          .build();

  public static final Report EXIT_PAGE_URLS =
      pages("getExitPageUrls", "Exit pages", Dimension.EXIT_PAGE_URL)
          .about(Subject.EXIT_PAGES)
          .sortedBy(EXIT_VISITS)
          .needing(EXIT_VISITS)
          .shows(List.of(EXIT_VISITS, VISITS), Ratio.EXIT_RATE)
          .related("getExitPageTitles")
          .build();

  public static final Report PAGE_TITLES =
      titles("getPageTitles", "Page titles", Dimension.PAGE_TITLE)
          .about(Subject.PAGE_TITLES)
          .sortedBy(VISITS)
          .related("getEntryPageTitles", "getExitPageTitles")
          .habit(Report.Habit.LEADS_TO_GOALS)
          .build();

  public static final Report ENTRY_PAGE_TITLES =
      titles("getEntryPageTitles", "Entry page titles", Dimension.ENTRY_PAGE_TITLE)
          .about(Subject.ENTRY_PAGES)
          .sortedBy(ENTRY_VISITS)
          .needing(ENTRY_VISITS)
          .shows(List.of(ENTRY_VISITS, Metric.ENTRY_BOUNCES), Ratio.ENTRY_BOUNCE_RATE)
          .related("getPageTitles", "getEntryPageUrls")
          .habit(Report.Habit.LEADS_TO_GOALS)
          .build();

  public static final Report EXIT_PAGE_TITLES =
      titles("getExitPageTitles", "Exit page titles", Dimension.EXIT_PAGE_TITLE)
          .about(Subject.EXIT_PAGES)
          .sortedBy(EXIT_VISITS)
          .needing(EXIT_VISITS)
          .shows(List.of(EXIT_VISITS, VISITS), Ratio.EXIT_RATE)
          .related("getPageTitles", "getExitPageUrls")
          .build();

  private static final Levels CHANNELS =
      Levels.all(
          Level.of(ReferrerKey.TYPE, Dimension.REFERRER_TYPE)
              .labelled(ReferrerType::label)
              .over(
                  Map.of(
                      ReferrerType.SEARCH.key(),
                      Level.of(ReferrerKey.KEYWORD, Dimension.KEYWORD)
                          .labelled(ReferrerReports::keyword),
                      ReferrerType.WEBSITE.key(),
                      Level.of(ReferrerKey.NAME, Dimension.WEBSITE),
                      ReferrerType.CAMPAIGN.key(),
                      Level.of(ReferrerKey.NAME, Dimension.CAMPAIGN),
                      ReferrerType.SOCIAL.key(),
                      Level.of(ReferrerKey.NAME, Dimension.SOCIAL_NETWORK),
                      ReferrerType.AI_ASSISTANT.key(),
                      Level.of(ReferrerKey.NAME, Dimension.AI_ASSISTANT))));

  public static final Report REFERRERS_SUMMARY =
      Report.named("Referrers", "get", "Referrers Overview")
          .about(Subject.REFERRERS)
          .from(Source.REFERRER, new ReferrerTotals())
          .metrics(ReferrerTotals.LAYOUT.metrics().subList(0, ReferrerTotals.LAYOUT.size() - 1))
          .ratios(
              Ratio.DIRECT_SHARE,
              Ratio.SEARCH_ENGINE_SHARE,
              Ratio.CAMPAIGN_SHARE,
              Ratio.SOCIAL_NETWORK_SHARE,
              Ratio.WEBSITE_SHARE,
              Ratio.AI_ASSISTANT_SHARE)
          .trait(Report.Trait.TOTALS)
          .build();

  public static final Report REFERRER_TYPES =
      Report.named("Referrers", "getReferrerType", "Channel Type")
          .about(Subject.CHANNELS)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .habit(Report.Habit.TOLD_AS_FIXED)
          .from(Source.REFERRER, CHANNELS)
          .rows(Dimension.REFERRER_TYPE)
          .metrics(Source.REFERRER.layout().metrics())
          .sortedBy(VISITS)
          .trait(Report.Trait.KEEPS_ORDER_BELOW)
          .build();

  public static final Report REFERRERS =
      Report.named("Referrers", "getAll", "All Channels")
          .about(Subject.CHANNELS)
          .from(Source.REFERRER, new ReferrerList(CHANNELS))
          .rows(Dimension.REFERRER)
          .metrics(Source.REFERRER.layout().metrics())
          .sortedBy(VISITS)
          .build();

  public static final Report WEBSITES =
      Report.named("Referrers", "getWebsites", "Websites")
          .about(Subject.WEBSITES)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .from(
              Source.REFERRER,
              Levels.where(
                  ReferrerKey.TYPE,
                  ReferrerType.WEBSITE.key(),
                  Level.of(ReferrerKey.NAME, Dimension.WEBSITE)
                      .over(Level.of(ReferrerKey.ADDRESS, Dimension.WEBSITE_PAGE).whereVisited())))
          .rows(Dimension.WEBSITE)
          .metrics(Source.REFERRER.layout().metrics())
          .sortedBy(VISITS)
          .below("getUrlsFromWebsiteId")
          .build();

  public static final Report LOCAL_HOURS =
      hours("getVisitInformationPerLocalTime", "Visits per local time")
          .related("getByDayOfWeek")
          .from(Source.LOCAL_HOUR, hourly(Dimension.LOCAL_HOUR))
          .rows(Dimension.LOCAL_HOUR)
          .build();

  public static final Report SERVER_HOURS =
      hours("getVisitInformationPerServerTime", "Visits per server time")
          .habit(Report.Habit.LEADS_TO_GOALS)
          .from(Source.HOUR, hourly(Dimension.HOUR))
          .rows(Dimension.HOUR)
          .build();

  public static final Report WEEKDAYS =
      Report.named("VisitTime", "getByDayOfWeek", "Visits by Day of Week")
          .about(Subject.TIMES)
          .related("getVisitInformationPerLocalTime")
          .from(
              Source.DAY,
              new ConstantRows(
                  Dimension.WEEKDAY,
                  IntStream.rangeClosed(1, 7).mapToObj(Integer::toString).toList(),
                  ReportCatalogue::weekday,
                  true))
          .rows(Dimension.WEEKDAY)
          .metrics(
              List.of(
                  VISITS,
                  UNIQUE_VISITORS,
                  ACTIONS,
                  USERS,
                  VISIT_SECONDS,
                  BOUNCES,
                  CONVERTED_VISITS))
          .trait(Report.Trait.SUMS_UNIQUES)
          .build();

  /** How long pages took to load. */
  public static final Report PAGE_TIMINGS = ActionReports.PAGE_TIMINGS;

  public static final Report COUNTRIES = VisitReports.COUNTRIES;

  /** In the order they are listed for people. */
  public static final List<Report> ALL =
      listed(
          VISITS_SUMMARY,
          ACTIONS_SUMMARY,
          PAGE_URLS,
          ENTRY_PAGE_URLS,
          EXIT_PAGE_URLS,
          PAGE_TITLES,
          ENTRY_PAGE_TITLES,
          EXIT_PAGE_TITLES,
          REFERRERS_SUMMARY,
          REFERRER_TYPES,
          REFERRERS,
          WEBSITES,
          LOCAL_HOURS,
          SERVER_HOURS,
          WEEKDAYS);

  private static final Map<String, Report> BY_ID = new LinkedHashMap<>();

  static {
    for (Report report : ALL) {
      BY_ID.put(report.id(), report);
    }
  }

  private ReportCatalogue() {}

  private static List<Report> listed(Report... reports) {
    List<Report> all = new ArrayList<>(List.of(reports));
    all.addAll(ActionReports.ALL);
    all.addAll(VisitReports.ALL);
    all.addAll(ReferrerReports.ALL);
    all.addAll(CampaignReports.ALL);
    all.addAll(GoalReports.ALL);
    return List.copyOf(all);
  }

  /**
   * The report on one of a site's own dimensions, which all go by the same name.
   *
   * @param ofActions whether it is one of actions, and not of visits
   * @param slot from 1 on
   */
  public static Report customDimension(boolean ofActions, int slot) {
    return ActionReports.dimension(ofActions, slot);
  }

  /** The report clients call {@code Module.action}. */
  public static Optional<Report> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  private static Report.Builder pages(String action, String title, Dimension dimension) {
    return page(action, title, dimension).from(Source.PAGE_URL, new PageTree(dimension));
  }

  private static Report.Builder titles(String action, String title, Dimension dimension) {
    return page(action, title, dimension).from(Source.PAGE_TITLE, new TitleList(dimension));
  }

  private static Report.Builder page(String action, String title, Dimension dimension) {
    return ActionReports.pageCounts(action, title, dimension)
        .calls(VISITS, "Unique Pageviews")
        .trait(Report.Trait.PAGES);
  }

  private static Report summary(String module, String action, String title, Source source) {
    return Report.named(module, action, title)
        .from(source, new Totals())
        .metrics(
            List.of(
                UNIQUE_VISITORS,
                USERS,
                VISITS,
                ACTIONS,
                CONVERTED_VISITS,
                BOUNCES,
                VISIT_SECONDS,
                MAX_ACTIONS))
        .ratios(Ratio.BOUNCE_RATE, Ratio.ACTIONS_PER_VISIT, Ratio.SECONDS_PER_VISIT)
        .about(Subject.VISITS)
        .shows(
            List.of(UNIQUE_VISITORS, VISITS, USERS, ACTIONS, MAX_ACTIONS),
            Ratio.BOUNCE_RATE,
            Ratio.ACTIONS_PER_VISIT,
            Ratio.SECONDS_PER_VISIT)
        .calls(Ratio.SECONDS_PER_VISIT, "Avg. Visit Duration (in seconds)")
        .trait(Report.Trait.TOTALS)
        .build();
  }

  private static Report.Builder hours(String action, String title) {
    return Report.named("VisitTime", action, title)
        .about(Subject.TIMES)
        .metrics(Source.HOUR.layout().metrics())
        .texts(SqlSums.OF_VISITS);
  }

  private static ConstantRows hourly(Dimension dimension) {
    return new ConstantRows(
        dimension,
        IntStream.range(0, 24).mapToObj(hour -> String.format(Locale.ROOT, "%02d", hour)).toList(),
        key -> key,
        false);
  }

  private static String weekday(String key) {
    return DayOfWeek.of(Integer.parseInt(key)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}

package org.footfall.api;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.footfall.account.Right;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Periods;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.insight.Change;
import org.footfall.report.insight.Change.Sort;
import org.footfall.report.insight.Counted;
import org.footfall.report.insight.Insights;
import org.footfall.report.insight.Insights.Order;
import org.footfall.report.insight.Threshold;
import org.footfall.site.Site;

/** {@code Insights.*}: which rows of a report changed, and which of them stand out. */
final class InsightMethods {
  private static final int BAD_REQUEST = 400;
  private static final int LONGEST_AGO = 1_000;

  /** The reports of an overview. */
  private static final List<String> OVERVIEW =
      List.of(
          "Actions.getPageUrls",
          "Actions.getPageTitles",
          "Actions.getDownloads",
          "Referrers.getWebsites",
          "Referrers.getCampaigns",
          "UserCountry.getCountry");

  private final SiteAccess access;
  private final PeriodAnswers periods;
  private final ReportTables tables;

  InsightMethods(SiteAccess access, PeriodAnswers periods, ReportTables tables) {
    this.access = access;
    this.periods = periods;
    this.tables = tables;
  }

  void addTo(ApiMethods methods) {
    methods.add("Insights.canGenerateInsights", this::canGenerate);
    methods.add("Insights.getInsights", this::insights);
    methods.add("Insights.getMoversAndShakers", this::movers);
    methods.add(
        "Insights.getInsightsOverview",
        call -> overview(call, new Wanted(allOf(1), 25, -25, 3, 3, Order.DIFFERENCE, 1)));
    methods.add(
        "Insights.getMoversAndShakersOverview",
        call -> overview(call, new Wanted(Map.of(), 0, 0, 4, 4, Order.DIFFERENCE, 1)));
  }

  /**
   * What of the changes is asked for.
   *
   * @param impact what is asked of a change; nothing where it has to stand out from all visits
   * @param ago how many periods lie between the two that are compared
   */
  private record Wanted(
      Map<Sort, Double> impact,
      double growth,
      double decline,
      int most,
      int mostDeclining,
      Order order,
      int ago) {}

  /** One and the same site's period, compared with one before. */
  private record Question(ApiCall call, Site site, Period now, Period before, Wanted wanted) {}

  private static Map<Sort, Double> allOf(double percent) {
    Map<Sort, Double> impact = new EnumMap<>(Sort.class);
    for (Sort sort : Sort.values()) {
      impact.put(sort, percent);
    }
    return impact;
  }

  private Answer insights(ApiCall call) throws ApiException {
    ApiParameters asked = call.parameters();
    double impact = asked.decimal("minImpactPercent", 2);
    double growth = Math.abs(asked.decimal("minGrowthPercent", 20));
    Map<Sort, Double> impacts = allOf(impact);
    switch (asked.text("filterBy", "")) {
      case "" -> {}
      case "movers" -> impacts.keySet().retainAll(Set.of(Sort.MOVED));
      case "new" -> impacts.keySet().retainAll(Set.of(Sort.NEW));
      case "disappeared" -> impacts.keySet().retainAll(Set.of(Sort.GONE));
      default ->
          throw ApiException.of(
              BAD_REQUEST, "The parameter 'filterBy' is 'movers', 'new' or 'disappeared'.");
    }
    return one(
        call,
        new Wanted(
            impacts,
            growth,
            -growth,
            asked.number("limitIncreaser", 5),
            asked.number("limitDecreaser", 5),
            order(asked),
            ago(asked)));
  }

  private Answer movers(ApiCall call) throws ApiException {
    ApiParameters asked = call.parameters();
    return one(
        call,
        new Wanted(
            Map.of(),
            0,
            0,
            asked.number("limitIncreaser", 4),
            asked.number("limitDecreaser", 4),
            Order.DIFFERENCE,
            ago(asked)));
  }

  private static Order order(ApiParameters asked) throws ApiException {
    return switch (asked.text("orderBy", "absolute")) {
      case "absolute", "importance" -> Order.DIFFERENCE;
      case "relative" -> Order.GROWTH;
      default ->
          throw ApiException.of(
              BAD_REQUEST, "The parameter 'orderBy' is 'absolute', 'relative' or 'importance'.");
    };
  }

  private static int ago(ApiParameters asked) throws ApiException {
    int ago = Math.abs(asked.number("comparedToXPeriods", 1));
    if (ago > LONGEST_AGO) {
      throw ApiException.of(
          BAD_REQUEST, "The parameter 'comparedToXPeriods' goes to " + LONGEST_AGO + ".");
    }
    return ago;
  }

  private Answer one(ApiCall call, Wanted wanted) throws ApiException {
    Report report = report(call.parameters().required("reportUniqueId"));
    return periods.answer(
        call,
        (site, list, alone) -> {
          List<Answer> answers = new ArrayList<>();
          for (Period period : list) {
            Period before = period.plus(-wanted.ago());
            answers.add(changes(report, new Question(call, site, period, before, wanted)));
          }
          return answers;
        });
  }

  private Answer overview(ApiCall call, Wanted wanted) throws ApiException {
    return periods.answer(
        call,
        (site, list, alone) -> {
          List<Answer> answers = new ArrayList<>();
          for (Period period : list) {
            Question question =
                new Question(call, site, period, period.plus(-wanted.ago()), wanted);
            Map<String, Answer> byReport = new LinkedHashMap<>();
            for (String id : OVERVIEW) {
              Report report = ReportCatalogue.find(id).orElseThrow();
              byReport.put(report.title(), changes(report, question));
            }
            answers.add(new Answer.Keyed("reportName", byReport));
          }
          return answers;
        });
  }

  /** {@code Actions_getPageUrls}: as metadata of reports call them. */
  private static Report report(String uniqueId) throws ApiException {
    Optional<Report> found =
        ReportCatalogue.find(uniqueId.replaceFirst("_", "."))
            .filter(report -> report.metrics().contains(Metric.VISITS) && !report.ofTotals());
    return found.orElseThrow(
        () ->
            ApiException.of(
                BAD_REQUEST, "There is no report '" + uniqueId + "' whose rows have visits."));
  }

  private Answer changes(Report report, Question question) throws ApiException {
    List<Period> both = List.of(question.before(), question.now());
    List<DataTable> visits =
        tables.read(ReportCatalogue.VISITS_SUMMARY, question.site(), both, question.call());
    List<DataTable> rows = tables.read(report, question.site(), both, question.call());
    List<Counted> before = counted(report, question.call(), rows.get(0));
    List<Counted> now = counted(report, question.call(), rows.get(1));
    long allNow = all(visits.get(1), now);
    Threshold outstanding = Threshold.standingOut(all(visits.get(0), before), allNow);
    Wanted wanted = question.wanted();
    boolean plain = !wanted.impact().isEmpty();
    Threshold threshold =
        plain ? new Threshold(wanted.impact(), wanted.growth(), wanted.decline()) : outstanding;
    Insights insights = new Insights(before, now);
    List<Change> told =
        insights.of(threshold, allNow, wanted.order(), wanted.most(), wanted.mostDeclining());
    // Those that stand out are as many at most as are told at all, or three.
    int most = Math.max(told.size(), 3);
    Set<Change> standing = Set.copyOf(insights.of(outstanding, allNow, wanted.order(), most, most));
    return Answer.Table.of(
        told.stream().map(change -> line(change, plain, standing.contains(change))).toList());
  }

  /** Rows as the report shows them, all of them. */
  private static List<Counted> counted(Report report, ApiCall call, DataTable table)
      throws ApiException {
    ApiParameters all = new ApiParameters(Map.of("filter_limit", "-1"));
    TableFilters filters = new TableFilters(report, TableOptions.of(all), call.budget().looks());
    return filters.top(table).stream()
        .map(item -> new Counted(item.label(), item.row().value(Metric.VISITS)))
        .toList();
  }

  /** All visits; of a report on few of them, these few. */
  private static long all(DataTable visits, List<Counted> rows) {
    long all = ReportTables.totals(visits).value(Metric.VISITS);
    long counted = rows.stream().mapToLong(Counted::visits).sum();
    return counted * 2 < all ? counted : all;
  }

  private static Map<String, Object> line(Change change, boolean plain, boolean standsOut) {
    String growth = change.growth().stripTrailingZeros().toPlainString();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("label", change.label());
    line.put("nb_visits", change.sort() == Sort.GONE ? change.before() : change.now());
    line.put("growth_percent", growth + "%");
    line.put("growth_percent_numeric", growth);
    line.put("grown", change.difference() > 0);
    line.put("value_old", change.before());
    line.put("value_new", change.now());
    line.put("difference", change.difference());
    line.put("importance", Math.abs(change.difference()));
    line.put("isDisappeared", change.sort() == Sort.GONE);
    line.put("isNew", change.sort() == Sort.NEW);
    line.put("isMover", change.sort() == Sort.MOVED);
    if (plain) {
      line.put("isMoverAndShaker", standsOut);
    }
    return line;
  }

  /** Whether a period has one before it to be compared with. */
  private Answer canGenerate(ApiCall call) throws ApiException {
    call.requireAnyView();
    Site site =
        call.parameters().has("idSite")
            ? access.one(call, Right.VIEW)
            : access.with(call, Right.VIEW).stream().findFirst().orElse(null);
    boolean can = false;
    if (site != null) {
      try {
        Periods asked = periods.periods(call.parameters(), site);
        can = !asked.several() && asked.list().get(0).kind() != Period.Kind.RANGE;
      } catch (ApiException e) {
        can = false; // what is no period has none before it
      }
    }
    return new Answer.Value(can);
  }
}

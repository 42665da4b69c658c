package org.footfall.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.footfall.account.Right;
import org.footfall.report.DataTable;
import org.footfall.report.Period;
import org.footfall.report.Periods;
import org.footfall.report.ReportCatalogue;
import org.footfall.site.Site;

/** {@code MultiSites.*}: sites side by side, each with what has changed since the period before. */
final class SitesMethods {
  private final SiteAccess access;
  private final PeriodAnswers periods;
  private final ReportTables tables;
  private final Clock clock;

  SitesMethods(SiteAccess access, PeriodAnswers periods, ReportTables tables, Clock clock) {
    this.access = access;
    this.periods = periods;
    this.tables = tables;
    this.clock = clock;
  }

  void addTo(ApiMethods methods) {
    methods.add("MultiSites.getAll", this::all);
    methods.add("MultiSites.getOne", this::one);
  }

  private Answer all(ApiCall call) throws ApiException {
    ApiParameters parameters = call.parameters();
    parameters.required("period");
    parameters.required("date");
    PeriodAnswers.refuseWhatIsToCome(parameters);
    call.requireAnyView();
    SegmentChoice.check(call);
    SiteOrder order = SiteOrder.of(parameters);
    String pattern = parameters.text("pattern", "").toLowerCase(Locale.ROOT);
    List<Site> sites =
        access.with(call, Right.VIEW).stream().filter(site -> matches(site, pattern)).toList();
    if (sites.isEmpty()) {
      return Answer.Table.EMPTY;
    }
    SiteLine drawing = new SiteLine(parameters, clock.instant());
    Map<String, List<Answer.Line>> byDate = new LinkedHashMap<>();
    boolean several = false;
    for (Site site : sites) {
      Periods asked = periods.periods(parameters, site);
      several = asked.several();
      List<Answer.Line> lines = lines(call, site, asked, drawing);
      for (int i = 0; i < lines.size(); i++) {
        byDate
            .computeIfAbsent(asked.list().get(i).label(), key -> new ArrayList<>())
            .add(lines.get(i));
      }
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    // As recorded: sites without visits are listed for those who want all columns only.
    boolean everySite = parameters.flag("enhanced");
    byDate.forEach(
        (date, lines) ->
            answers.put(
                date,
                order.table(
                    everySite ? lines : lines.stream().filter(SitesMethods::isVisited).toList())));
    return several ? new Answer.Keyed("date", answers) : answers.values().iterator().next();
  }

  private Answer one(ApiCall call) throws ApiException {
    return periods.answer(
        call,
        (site, list, alone) -> {
          SiteLine drawing = new SiteLine(call.parameters(), clock.instant());
          return lines(call, site, new Periods(list, list.size() > 1), drawing).stream()
              .<Answer>map(
                  line -> {
                    Map<String, Object> columns = new LinkedHashMap<>(line.columns());
                    columns.remove("label");
                    return new Answer.One(columns);
                  })
              .toList();
        });
  }

  private static boolean isVisited(Answer.Line line) {
    return !Long.valueOf(0).equals(line.columns().get("nb_visits"));
  }

  private static boolean matches(Site site, String pattern) {
    return pattern.isEmpty()
        || site.name().toLowerCase(Locale.ROOT).contains(pattern)
        || site.group().toLowerCase(Locale.ROOT).contains(pattern)
        || site.urls().stream().anyMatch(url -> url.toLowerCase(Locale.ROOT).contains(pattern));
  }

  /** A line for each period; of one period alone, with the period before it. */
  private List<Answer.Line> lines(ApiCall call, Site site, Periods asked, SiteLine drawing)
      throws ApiException {
    List<Period> wanted = new ArrayList<>(asked.list());
    if (!asked.several()) {
      wanted.add(asked.list().get(0).plus(-1));
    }
    List<DataTable> visits = tables.read(ReportCatalogue.VISITS_SUMMARY, site, wanted, call);
    List<DataTable> actions = tables.read(ReportCatalogue.ACTIONS_SUMMARY, site, wanted, call);
    List<SiteLine.Numbers> numbers = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      numbers.add(
          new SiteLine.Numbers(
              wanted.get(i),
              site.ecommerce(),
              ReportTables.totals(visits.get(i)),
              ReportTables.totals(actions.get(i))));
    }
    if (!asked.several()) {
      return List.of(drawing.compared(site, numbers.get(0), numbers.get(1)));
    }
    return numbers.stream().map(each -> drawing.plain(site, each)).toList();
  }
}

package org.footfall.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footfall.account.Right;
import org.footfall.report.Period;
import org.footfall.report.Periods;
import org.footfall.report.Subject;
import org.footfall.site.Site;

/**
 * {@code API.getProcessedReport}: a report with all that is needed to show it. It asks the report's
 * own method, so that whatever that method can be asked for can be asked for here.
 */
final class ProcessedMethod {
  private static final String USERS = "nb_users";

  private final ApiMethods methods;
  private final SiteAccess access;
  private final PeriodAnswers periods;
  private final ReportCards cards;
  private final Clock clock;

  ProcessedMethod(
      ApiMethods methods,
      SiteAccess access,
      PeriodAnswers periods,
      ReportCards cards,
      Clock clock) {
    this.methods = methods;
    this.access = access;
    this.periods = periods;
    this.cards = cards;
    this.clock = clock;
  }

  void addTo() {
    methods.add("API.getProcessedReport", this::answer);
  }

  private Answer answer(ApiCall call) throws ApiException {
    long began = clock.millis();
    ApiParameters parameters = call.parameters();
    Site site = access.one(call, Right.VIEW);
    ReportCard card = cards.find(site, parameters);
    Periods asked = periods.periods(parameters, site);
    Period.Kind kind = UniqueVisitors.toldAs(asked.list().get(0).kind(), parameters);
    List<Answer> answers = ReportData.each(methods.answer(shown(call, card)), asked);

    ColumnChoice choice = ColumnChoice.of(parameters);
    Map<String, Object> titled = new LinkedHashMap<>(card.titled(kind));
    Map<String, Object> columns = choice.apply(new LinkedHashMap<>(titled));
    columns.keySet().removeAll(unmet(card, answers));
    Set<String> left = new HashSet<>(titled.keySet());
    left.removeAll(columns.keySet());

    ReportData data = data(card, columns.keySet(), parameters, site);
    List<Answer> counts = new ArrayList<>();
    List<Answer> metadata = new ArrayList<>();
    for (Answer each : answers) {
      counts.add(data.counts(each));
      metadata.add(data.metadata(each));
    }
    List<Answer> totals = totals(call, card, asked);

    Map<String, Object> all = new LinkedHashMap<>();
    all.put("website", site.name());
    all.put("prettyDate", PeriodText.full(whole(asked)));
    all.put("metadata", card.fields(kind, left, !parameters.flag("hideMetricsDoc")));
    all.put("columns", columns);
    all.put("reportData", joined(counts, asked));
    all.put("reportMetadata", joined(metadata, asked));
    all.put("reportTotal", joined(totals, asked));
    if (parameters.text("showTimer", "1").equals("1")) {
      all.put("timerMillis", Long.toString(clock.millis() - began));
    }
    return new Answer.One(all);
  }

  private static Period whole(Periods asked) {
    List<Period> list = asked.list();
    return asked.several()
        ? Period.range(list.get(0).from(), list.get(list.size() - 1).to())
        : list.get(0);
  }

  private static Answer joined(List<Answer> answers, Periods asked) {
    return asked.several() ? ReportData.keyed(answers, asked.list()) : answers.get(0);
  }

  /** The question to the report's own method. */
  private static ApiCall shown(ApiCall call, ReportCard card) {
    Map<String, String> own = new LinkedHashMap<>(card.parameters());
    own.put("format_metrics", isUsual(call.parameters()) ? "clock" : format(call.parameters()));
    own.put("translateColumnNames", "0");
    own.put("expanded", "0");
    if (card.subject() == Subject.ALL_SITES) {
      own.put("enhanced", "1");
    }
    if (card.ties().visits()) {
      own.put("filter_add_columns_when_show_all_columns", "0");
    }
    return asking(call, card, new ApiParameters(own).over(call.parameters()));
  }

  private static String format(ApiParameters parameters) {
    return parameters.text("format_metrics", "bc");
  }

  private static boolean isUsual(ApiParameters parameters) {
    return format(parameters).equals("bc");
  }

  private static ApiCall asking(ApiCall call, ReportCard card, ApiParameters parameters) {
    return call.asking(card.method(), parameters);
  }

  /** What no row has, or everybody has nothing of. */
  private static Set<String> unmet(ReportCard card, List<Answer> answers) {
    Set<String> unmet = new HashSet<>();
    Set<String> met = ReportData.met(answers);
    for (CardColumn column : card.measured(Period.Kind.DAY)) {
      boolean sometimes = column.known() == CardColumn.Known.SOMETIMES;
      if (sometimes && !met.isEmpty() && !met.contains(column.name())) {
        unmet.add(column.name());
      }
    }
    boolean noUsers =
        answers.stream()
            .allMatch(
                answer ->
                    !(answer instanceof Answer.One one)
                        || Long.valueOf(0).equals(one.values().get(USERS)));
    if (card.ofTotals() && noUsers) {
      unmet.add(USERS);
    }
    return unmet;
  }

  private static ReportData data(
      ReportCard card, Set<String> columns, ApiParameters parameters, Site site) {
    Map<String, String> types = new LinkedHashMap<>();
    columns.forEach(name -> types.put(name, CardColumn.of(name).type()));
    boolean plain = format(parameters).equals("0") || card.subject() == Subject.ALL_SITES;
    return new ReportData(types, plain ? "" : site.currency(), parameters.flag("showRawMetrics"));
  }

  /** For each period, the sums of all rows of the first level, whichever of them are shown. */
  private List<Answer> totals(ApiCall call, ReportCard card, Periods asked) throws ApiException {
    if (card.ofTotals()) {
      return Collections.nCopies(asked.list().size(), Answer.Table.EMPTY);
    }
    Map<String, String> own = new LinkedHashMap<>(card.parameters());
    for (String name :
        List.of(
            "idSite",
            "period",
            "date",
            "segment",
            "idGoal",
            "idDimension",
            "idSubtable",
            "abandonedCarts",
            "secondaryDimension")) {
      call.parameters().text(name).ifPresent(value -> own.putIfAbsent(name, value));
    }
    own.put("disable_generic_filters", "1");
    own.put("disable_queued_filters", "1");
    own.put("filter_limit", "-1");
    own.put("showRawMetrics", "1");
    List<Answer> totals = new ArrayList<>();
    Answer answer = methods.answer(asking(call, card, new ApiParameters(own)));
    for (Answer each : ReportData.each(answer, asked)) {
      Map<String, Object> sums = ReportSum.of(each, card.ties().visits());
      totals.add(sums.isEmpty() ? Answer.Table.EMPTY : new Answer.One(sums));
    }
    return totals;
  }
}

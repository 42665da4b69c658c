package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.footfall.account.Right;
import org.footfall.report.Period;
import org.footfall.report.Periods;
import org.footfall.site.Site;

/**
 * {@code API.getRowEvolution}: how a row of a report did in each of several periods; of one row all
 * columns, of several rows one column, in which they can be compared.
 */
final class RowEvolutionMethod {
  private static final Pattern COMMA = Pattern.compile(",");
  private static final int MOST_ROWS = 100;

  private final ApiMethods methods;
  private final SiteAccess access;
  private final PeriodAnswers periods;
  private final ReportCards cards;

  RowEvolutionMethod(
      ApiMethods methods, SiteAccess access, PeriodAnswers periods, ReportCards cards) {
    this.methods = methods;
    this.access = access;
    this.periods = periods;
    this.cards = cards;
  }

  void addTo() {
    methods.add("API.getRowEvolution", this::answer);
  }

  private Answer answer(ApiCall call) throws ApiException {
    ApiParameters parameters = inDays(call.parameters());
    Site site = access.one(call, Right.VIEW);
    ReportCard card = cards.find(site, parameters);
    Periods asked = periods.periods(parameters, site);
    if (!asked.several()) {
      throw ApiException.of(
          "Row evolutions can not be processed with this combination of 'date' and 'period'"
              + " parameters.");
    }
    List<String> dates = asked.list().stream().map(Period::label).toList();
    Question question =
        new Question(
            call,
            parameters,
            card,
            columns(
                card, UniqueVisitors.toldAs(asked.list().get(0).kind(), parameters), parameters),
            dates);
    List<RowSeries> rows = rows(question);
    return new Answer.One(rows.size() == 1 ? one(question, rows.get(0)) : several(question, rows));
  }

  /**
   * What is asked.
   *
   * @param columns the columns a row is followed in, with their titles
   * @param dates the labels of the periods
   */
  private record Question(
      ApiCall call,
      ApiParameters parameters,
      ReportCard card,
      Map<String, String> columns,
      List<String> dates) {}

  /** A range is followed day by day. */
  private static ApiParameters inDays(ApiParameters parameters) {
    return parameters.text("period", "").equals("range")
        ? new ApiParameters(Map.of("period", "day")).over(parameters)
        : parameters;
  }

  private static Map<String, String> columns(
      ReportCard card, Period.Kind kind, ApiParameters parameters) {
    Map<String, String> columns = new LinkedHashMap<>();
    String goal = goal(parameters);
    if (goal.isEmpty()) {
      card.measured(kind).forEach(column -> columns.put(column.name(), column.title()));
      return columns;
    }
    for (String name :
        List.of("conversion_rate", "nb_conversions", "revenue_per_visit", "revenue")) {
      columns.put("goal_" + goal + "_" + name, ColumnTitles.of(name));
    }
    return columns;
  }

  /** The goal whose columns are wanted, or empty. */
  private static String goal(ApiParameters parameters) {
    String goal = parameters.text("showGoalMetricsForGoal", "");
    return goal.matches("\\d{1,9}|ecommerceOrder|ecommerceAbandonedCart") ? goal : "";
  }

  private List<RowSeries> rows(Question question) throws ApiException {
    List<String> labels = labels(question.parameters());
    List<RowSeries> rows = new ArrayList<>();
    if (labels.isEmpty() || question.card().ofTotals()) {
      Answer.Keyed all = lines(question, "");
      if (all.answers().values().stream().anyMatch(Answer.One.class::isInstance)) {
        return List.of(RowSeries.first(question.card().name(), all));
      }
      for (String label : met(all, question.parameters())) {
        rows.add(RowSeries.named(label, all));
      }
      return rows;
    }
    for (String label : labels) {
      question.call().budget().checkTime();
      rows.add(RowSeries.first(label, lines(question, label)));
    }
    return rows;
  }

  /** The labels asked for, by commas or one by one; a comma of a label is encoded twice. */
  private static List<String> labels(ApiParameters parameters) throws ApiException {
    Set<String> labels = new LinkedHashSet<>();
    if (parameters.text("label").isPresent()) {
      COMMA
          .splitAsStream(parameters.text("label", ""))
          .filter(label -> !label.isBlank())
          .forEach(labels::add);
    } else if (parameters.has("label")) {
      labels.addAll(parameters.list("label"));
    }
    if (labels.size() > MOST_ROWS) {
      throw ApiException.of(400, "At most " + MOST_ROWS + " rows are followed at once.");
    }
    return List.copyOf(labels);
  }

  /** All labels of all periods, or as many as are wanted. */
  private static Set<String> met(Answer.Keyed answer, ApiParameters parameters)
      throws ApiException {
    int wanted = parameters.number("filter_limit", MOST_ROWS);
    long most = wanted < 0 ? MOST_ROWS : Math.min(wanted, MOST_ROWS);
    Set<String> labels = new LinkedHashSet<>();
    for (Answer each : answer.answers().values()) {
      if (each instanceof Answer.Table table) {
        for (Answer.Line line : table.lines()) {
          if (labels.size() < most) {
            labels.add(String.valueOf(line.columns().get("label")));
          }
        }
      }
    }
    return labels;
  }

  /** The report's own method's answer for each period. */
  private Answer.Keyed lines(Question question, String label) throws ApiException {
    ReportCard card = question.card();
    Map<String, String> own = new LinkedHashMap<>(card.parameters());
    own.put("label", label);
    own.put("filter_limit", "-1");
    own.put("expanded", "0");
    own.put("translateColumnNames", "0");
    String goal = goal(question.parameters());
    if (!goal.isEmpty()) {
      own.put("filter_update_columns_when_show_all_goals", "1");
      own.put("idGoal", goal);
    } else if (card.ties().visits()) {
      own.put("filter_add_columns_when_show_all_columns", "1");
    }
    ApiParameters parameters = new ApiParameters(own).over(question.parameters().without("label"));
    ApiCall call = question.call();
    Answer answer = methods.answer(call.asking(card.method(), parameters));
    // Where nothing is found at all there is nothing for each period, either.
    return answer instanceof Answer.Keyed keyed ? keyed : new Answer.Keyed("date", Map.of());
  }

  private static Map<String, Object> one(Question question, RowSeries row) {
    Map<String, Answer> data = new LinkedHashMap<>();
    row.lines()
        .forEach((date, columns) -> data.put(date, table(kept(columns, question.columns()))));
    Map<String, Object> metrics = new LinkedHashMap<>();
    question
        .columns()
        .forEach((name, title) -> metrics.put(name, Change.of(row.values(name)).named(title)));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("metrics", metrics);
    metadata.put("dimension", question.card().dimension());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("label", row.shown(isAddress(question)));
    all.put("reportData", new Answer.Keyed("date", data));
    all.put("metadata", metadata);
    return all;
  }

  private static Map<String, Object> several(Question question, List<RowSeries> rows) {
    ApiParameters parameters = question.parameters();
    Map<String, String> columns = question.columns();
    String wanted = parameters.text("column", "");
    String column = columns.containsKey(wanted) ? wanted : columns.keySet().iterator().next();
    boolean titled = !parameters.text("legendAppendMetric", "1").matches("0|false");
    Map<String, Map<String, Object>> lines = new LinkedHashMap<>();
    question.dates().forEach(date -> lines.put(date, new LinkedHashMap<>()));
    Map<String, Object> metrics = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      RowSeries row = rows.get(i);
      String name = column + "_" + i;
      row.lines()
          .forEach(
              (date, values) -> {
                if (!values.isEmpty()) {
                  Object number = NumberStyle.plain(RowSeries.number(values.get(column)));
                  lines.get(date).put(name, number);
                }
              });
      String title =
          row.shown(isAddress(question)) + (titled ? " (" + columns.get(column) + ")" : "");
      metrics.put(name, Change.of(row.values(column)).named(title));
    }
    Map<String, Answer> data = new LinkedHashMap<>();
    lines.forEach((date, line) -> data.put(date, table(line)));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("metrics", metrics);
    metadata.put("dimension", question.card().dimension());
    metadata.put("columns", columns);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("column", column);
    all.put("reportData", new Answer.Keyed("date", data));
    all.put("metadata", metadata);
    return all;
  }

  private static Answer.Table table(Map<String, Object> line) {
    return line.isEmpty() ? Answer.Table.EMPTY : Answer.Table.of(List.of(line));
  }

  private static Map<String, Object> kept(Map<String, Object> columns, Map<String, String> wanted) {
    Map<String, Object> kept = new LinkedHashMap<>(columns);
    kept.keySet().retainAll(wanted.keySet());
    return kept;
  }

  /** Whether rows are called by their addresses, where they have one. */
  private static boolean isAddress(Question question) {
    boolean absolute = !question.parameters().text("labelUseAbsoluteUrl", "1").matches("0|false");
    return absolute
        && (question.card().module().equals("Actions")
            || question.card().method().equals("Referrers.getWebsites"));
  }
}

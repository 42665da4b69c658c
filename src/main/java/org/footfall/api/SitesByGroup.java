package org.footfall.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code MultiSites.getAllWithGroups}: what the page with all sites shows. It asks {@code getAll},
 * puts the sites of each group below a line of their sums, which takes its place among the others,
 * and tells the sums of all.
 */
final class SitesByGroup {
  /** What is summed up: columns, with what they were in the period before, and the change. */
  private static final List<Summed> SUMMED =
      List.of(
          new Summed("nb_visits", "previous_nb_visits", "visits_evolution"),
          new Summed("nb_actions", "previous_nb_actions", "actions_evolution"),
          new Summed("nb_pageviews", "previous_Actions_nb_pageviews", "pageviews_evolution"),
          new Summed("revenue", "previous_Goal_revenue", "revenue_evolution"));

  private record Summed(String column, String previous, String change) {}

  private final ApiMethods methods;

  SitesByGroup(ApiMethods methods) {
    this.methods = methods;
  }

  void addTo() {
    methods.add("MultiSites.getAllWithGroups", this::answer);
  }

  private Answer answer(ApiCall call) throws ApiException {
    ApiParameters parameters = call.parameters();
    SiteOrder order = SiteOrder.of(parameters);
    int offset = Math.max(0, parameters.number("filter_offset", 0));
    int limit = parameters.number("filter_limit", 0);
    ApiParameters everything =
        new ApiParameters(Map.of("enhanced", "1", "filter_limit", "-1", "filter_offset", "0"))
            .over(parameters.without("showColumns").without("hideColumns"));
    Answer all = methods.answer(call.asking("MultiSites.getAll", everything));
    if (!(all instanceof Answer.Table table)) {
      throw ApiException.of(400, "Sites are put together by group for one period only.");
    }
    List<Answer.Line> sites = new ArrayList<>();
    table.lines().forEach(sites::add);
    List<Map<String, Object>> lines = lines(order, sites);
    int from = Math.min(offset, lines.size());
    int to = limit > 0 ? (int) Math.min(lines.size(), (long) from + limit) : lines.size();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("numSites", sites.size());
    answer.put("totals", sums(sites));
    answer.put(
        "lastDate",
        sites.isEmpty() ? "" : sites.get(0).metadata().getOrDefault("previousRange", ""));
    answer.put("sites", Answer.Table.of(lines.subList(from, to)));
    return new Answer.One(answer);
  }

  /** Groups and sites without one in the order that is asked for, each group before its sites. */
  private static List<Map<String, Object>> lines(SiteOrder order, List<Answer.Line> sites) {
    Map<String, List<Answer.Line>> groups = new LinkedHashMap<>();
    List<Answer.Line> top = new ArrayList<>();
    for (Answer.Line site : sites) {
      String group = String.valueOf(site.metadata().getOrDefault("group", ""));
      if (group.isEmpty()) {
        top.add(site);
      } else {
        groups.computeIfAbsent(group, key -> new ArrayList<>()).add(site);
      }
    }
    groups.forEach((name, members) -> top.add(group(name, members)));
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Answer.Line line : order.sorted(top)) {
      lines.add(flat(line));
      if (line.metadata().containsKey("isGroup")) {
        groups.get(line.columns().get("label")).forEach(site -> lines.add(flat(site)));
      }
    }
    return lines;
  }

  private static Answer.Line group(String name, List<Answer.Line> members) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("label", name);
    columns.putAll(sums(members));
    BigDecimal ratio = number(members.get(0).metadata(), "ratio");
    for (Summed one : SUMMED) {
      long now = millionths(members, Answer.Line::columns, one.column());
      long before = millionths(members, Answer.Line::metadata, one.previous());
      columns.put(one.change(), Evolution.of(now, before, ratio).percent());
    }
    return new Answer.Line(columns, Map.of("isGroup", 1), null, null);
  }

  private static Map<String, Object> flat(Answer.Line line) {
    Map<String, Object> flat = new LinkedHashMap<>(line.columns());
    flat.putAll(line.metadata());
    return flat;
  }

  private static Map<String, Object> sums(List<Answer.Line> sites) {
    Map<String, Object> sums = new LinkedHashMap<>();
    for (Summed one : SUMMED) {
      sums.put(one.column(), NumberStyle.plain(sum(sites, Answer.Line::columns, one.column())));
    }
    return sums;
  }

  private static long millionths(
      List<Answer.Line> sites, Function<Answer.Line, Map<String, Object>> part, String name) {
    return sum(sites, part, name).movePointRight(6).longValue();
  }

  private static BigDecimal sum(
      List<Answer.Line> sites, Function<Answer.Line, Map<String, Object>> part, String name) {
    return sites.stream()
        .map(site -> number(part.apply(site), name))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal number(Map<String, Object> values, String name) {
    return new BigDecimal(String.valueOf(values.getOrDefault(name, 0)));
  }
}

package org.footfall.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.footfall.account.Right;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.Row;
import org.footfall.site.Site;
import org.footfall.visitlog.Columns;

/** {@code CustomVariables.*}: which slots a site uses, and for what. */
final class VariableMethods {
  private static final Report VARIABLES =
      ReportCatalogue.find("CustomVariables.getCustomVariables").orElseThrow();

  private final SiteAccess access;
  private final ReportTables tables;
  private final Clock clock;

  VariableMethods(SiteAccess access, ReportTables tables, Clock clock) {
    this.access = access;
    this.tables = tables;
    this.clock = clock;
  }

  void addTo(ApiMethods methods) {
    methods.add("CustomVariables.getUsagesOfSlots", this::usages);
  }

  /** A name that was told in several slots counts in each of these with all of it. */
  private Answer usages(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.VIEW);
    LocalDate today = site.zones().dayOf(clock.instant());
    LocalDate first = site.zones().dayOf(site.createdAt());
    Period ever = Period.range(first.isAfter(today) ? today : first, today);
    Map<String, List<Row>> bySlot = new TreeMap<>();
    for (Row row : tables.read(VARIABLES, site, List.of(ever), call).get(0).rows()) {
      row.slots().forEach(slot -> bySlot.computeIfAbsent(slot, s -> new ArrayList<>()).add(row));
    }
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int index = 1; index <= Columns.VISIT_VARIABLES.size() / 2; index++) {
      for (String scope : List.of("visit", "page")) {
        lines.add(slot(scope, index, bySlot.getOrDefault(scope + " " + index, List.of())));
      }
    }
    return Answer.Table.of(lines);
  }

  private static Map<String, Object> slot(String scope, int index, List<Row> rows) {
    List<Map<String, Object>> usages = new ArrayList<>();
    for (Row row : rows) {
      Map<String, Object> usage = new LinkedHashMap<>();
      usage.put("name", row.label());
      usage.put("nb_visits", row.value(Metric.VISITS));
      usage.put("nb_actions", row.value(Metric.ACTIONS));
      usages.add(usage);
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("scope", scope);
    line.put("index", index);
    line.put("nb_actions", rows.stream().mapToLong(row -> row.value(Metric.ACTIONS)).sum());
    line.put("nb_visits", rows.stream().mapToLong(row -> row.value(Metric.VISITS)).sum());
    line.put("usages", usages);
    return line;
  }
}

package org.footfall.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.footfall.report.DataTable;
import org.footfall.report.PageSearch;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.Row;
import org.footfall.site.GoalStore;

/** What reports tell of one page, title, download or outlink. */
final class PageMethods {
  private final PeriodAnswers periods;
  private final ReportTables tables;
  private final PeriodConversions conversions;

  PageMethods(PeriodAnswers periods, ReportTables tables, GoalStore goals) {
    this.periods = periods;
    this.tables = tables;
    this.conversions = new PeriodConversions(tables, goals);
  }

  /** Finds a row by what a client names. */
  @FunctionalInterface
  private interface Search {
    Optional<Row> in(DataTable table, String named);
  }

  void addTo(ApiMethods methods) {
    add(methods, "getPageUrl", "pageUrl", "getPageUrls", PageSearch::page);
    add(methods, "getPageTitle", "pageName", "getPageTitles", PageSearch::key);
    add(methods, "getDownload", "downloadUrl", "getDownloads", PageSearch::key);
    add(methods, "getOutlink", "outlinkUrl", "getOutlinks", PageSearch::key);
  }

  private void add(
      ApiMethods methods, String action, String parameter, String within, Search search) {
    Report report = ReportCatalogue.find("Actions." + within).orElseThrow();
    methods.add(
        "Actions." + action,
        call -> {
          // Clients send what reports of theirs said, which is escaped for HTML.
          String named = PhpText.htmlUnescape(call.parameters().required(parameter));
          return answer(report, call, table -> search.in(table, named));
        });
  }

  private Answer answer(Report report, ApiCall call, Function<DataTable, Optional<Row>> choice)
      throws ApiException {
    return periods.answer(
        call,
        (site, list, alone) -> {
          TableOptions options = TableOptions.of(call.parameters());
          List<DataTable> read = tables.wanted(report, site, list, call, false);
          List<SortedMap<Integer, Row>> converted = conversions.of(report, site, list, call);
          List<Answer> answers = new ArrayList<>();
          for (int i = 0; i < list.size(); i++) {
            Optional<Row> found = choice.apply(read.get(i));
            LineDrawing lines =
                new LineDrawing(
                    report,
                    list.get(i).kind(),
                    site,
                    options,
                    (dimension, name) -> "",
                    List.of(),
                    converted.get(i));
            answers.add(
                found.isEmpty()
                    ? Answer.Table.EMPTY
                    : new Answer.Table(List.of(lines.alone(Item.of(found.get()))), false));
          }
          return answers;
        });
  }
}

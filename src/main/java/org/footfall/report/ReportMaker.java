package org.footfall.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes the tables of one query from counts. */
final class ReportMaker {
  private final Counting counting;
  private final Report report;

  ReportMaker(Counting counting, Report report) {
    this.counting = counting;
    this.report = report;
  }

  List<DataTable> tables(List<Period> periods) throws ReportRefused {
    if (periods.isEmpty()) {
      return List.of();
    }
    LocalDate from = periods.get(0).from();
    LocalDate to = periods.get(0).to();
    for (Period period : periods) {
      from = period.from().isBefore(from) ? period.from() : from;
      to = period.to().isAfter(to) ? period.to() : to;
    }
    Versions versions = counting.versions(from, to);
    List<DataTable> tables = new ArrayList<>(periods.size());
    for (Period period : periods) {
      tables.add(table(versions.within(period.from(), period.to())));
    }
    return tables;
  }

  private DataTable table(Versions versions) throws ReportRefused {
    Source source = report.source();
    Groups groups = (Groups) counting.of(source, versions);
    if (groups.size() == 0) {
      return DataTable.EMPTY;
    }
    DataTable table = report.shape().rows(groups);
    if (!source.ofTotals() || !report.ofTotals() || versions.days().size() == 1) {
      return table;
    }
    Who who = (Who) counting.of(source.who(), versions);
    return Totals.exact(table, groups, who.visitors(), who.users().length);
  }
}

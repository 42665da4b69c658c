package org.footfall.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the tables of one query from counts. */
final class ReportMaker {
  private final Counting counting;
  private final CountCache cache;
  private final Report report;
  private final boolean flat;
  private final boolean exact;

  private final Presentation presentation;

  ReportMaker(Counting counting, CountCache cache, ReportQuery query, Presentation presentation) {
    this.presentation = presentation;
    this.counting = counting;
    this.cache = cache;
    this.report = query.report();
    this.flat = query.flat();
    this.exact = query.exact() && query.report().hasUniques();
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
    if (versions.isEmpty()) {
      return DataTable.EMPTY;
    }
    CountCache.TableKey key =
        new CountCache.TableKey(
            report,
            flat,
            exact
                ? counting.exactKey(report.source(), versions)
                : counting.key(report.source(), versions));
    DataTable known = cache.table(key);
    if (known == null) {
      Groups groups = exact ? exactly(versions) : (Groups) counting.of(report.source(), versions);
      known = make(groups, versions);
      if (counting.isComplete(versions)) {
        cache.put(key, known, groups);
      }
    }
    return known;
  }

  private Groups exactly(Versions versions) throws ReportRefused {
    Groups known = (Groups) cache.get(counting.exactKey(report.source(), versions));
    return known == null ? counting.exact(report.source(), versions) : known;
  }

  private DataTable make(Groups groups, Versions versions) throws ReportRefused {
    if (groups.size() == 0) {
      return DataTable.EMPTY;
    }
    Optional<DataTable> list = flat ? report.shape().flat(groups) : Optional.empty();
    if (list.isPresent()) {
      return list.get();
    }
    Source source = report.source();
    boolean assistants = source != Source.REFERRER || presentation.assistantsApart();
    DataTable table =
        report.shape().rows(assistants ? groups : AssistantSites.among(groups), presentation);
    if (!source.ofTotals() || !report.ofTotals() || versions.days().size() == 1) {
      return table;
    }
    Who who = (Who) counting.of(source.who(), versions);
    return Totals.exact(table, groups, who.visitors(), who.users().length);
  }
}

package org.footfall.report;

import java.util.Set;
import org.footfall.codec.TextList;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/** Counts a part's {@link Occurrences}: how many, in how many visits, of how many visitors. */
final class OccurrencePass {
  static final Set<Column> VISIT_COLUMNS =
      Set.of(Columns.VISIT_ID, Columns.VISITOR_ORDINAL, Columns.VISITOR_ID);

  private final PartRows rows;
  private final Occurrences what;
  private final GroupBuilder groups;
  private final VisitKey.Grouping grouping;
  private final Measures measures;
  private final int visitsAt;
  private final int uniqueVisitorsAt;
  private final int countAt;
  private final int apartAt;

  OccurrencePass(PartRows rows, Source source, ZoneHistory zones) {
    MetricLayout layout = source.layout();
    this.rows = rows;
    this.what = source.occurrences();
    this.groups = new GroupBuilder(layout, rows.people());
    NumberColumn noted = what.noted() == null ? null : rows.actions().number(what.noted());
    this.grouping = new VisitKey.Grouping(source.keys(), rows.actions(), zones, groups, noted);
    this.measures = new Measures(what.measures(), rows.actions(), layout, groups);
    this.visitsAt = layout.place(Metric.VISITS);
    this.uniqueVisitorsAt = layout.place(Metric.UNIQUE_VISITORS);
    this.countAt = layout.place(what.count());
    this.apartAt = layout.place(what.apartCount());
  }

  Groups count() {
    NumberColumn kinds = rows.actions().number(Columns.KIND);
    TextColumn apart = what.apart() == null ? null : rows.actions().text(what.apart());
    TextList words = apart == null ? null : apart.texts();
    LastSeen visits = new LastSeen();
    LastSeen visitors = new LastSeen();
    Strays strays = rows.strays();
    for (int i = 0; i < rows.size(); i++) {
      int visit = rows.row(i);
      for (int row = rows.firstAction(visit); row < rows.endOfActions(visit); row++) {
        if (kinds.get(row) != what.kind()) {
          continue;
        }
        int group = grouping.group(row);
        if (words != null && words.length(apart.code(row)) > 0) {
          groups.add(group, apartAt, 1);
          continue;
        }
        groups.add(group, countAt, 1);
        measures.add(group, row);
        if (visits.isFirst(group, i)) {
          groups.add(group, visitsAt, 1);
        }
        if (!strays.has(row) && visitors.isFirst(group, rows.visitor(visit))) {
          groups.addPerson(group, uniqueVisitorsAt, rows.person(visit));
        }
      }
    }
    strays.count(
        row -> {
          boolean counts =
              kinds.get(row) == what.kind()
                  && (words == null || words.length(apart.code(row)) == 0);
          return counts ? grouping.group(row) : -1;
        },
        (group, person) -> groups.addPerson(group, uniqueVisitorsAt, person));
    return groups.build();
  }
}

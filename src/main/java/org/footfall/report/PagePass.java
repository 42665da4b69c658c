package org.footfall.report;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.footfall.codec.TextList;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/**
 * Counts a part's page views, or its searches. What a page view tells belongs to its page, but for
 * the time before it, which was spent on the page before; what a visit tells belongs to its first
 * or last page.
 */
final class PagePass {
  private static final long EVENT = 10;

  private final PartRows rows;
  private final GroupBuilder groups;
  private final IdentityHashMap<TextList, int[]> groupOfCodes = new IdentityHashMap<>();
  private final PageColumns pages;
  private final Measures measures;
  private final MetricLayout goalLayout;
  private final int hitsAt;
  private final int hitsAfterSearchAt;
  private final int visitsAt;
  private final int uniqueVisitorsAt;
  private final int pageSecondsAt;
  private final int entryVisitsAt;
  private final int entryActionsAt;
  private final int entrySecondsAt;
  private final int entryBouncesAt;
  private final int entryUniqueVisitorsAt;
  private final int exitVisitsAt;
  private final int exitUniqueVisitorsAt;

  PagePass(PartRows rows, Source source) {
    this.rows = rows;
    this.groups = new GroupBuilder(source.layout(), rows.people());
    this.pages = source.pages();
    this.goalLayout = source.goalLayout();
    MetricLayout layout = source.layout();
    this.measures = new Measures(pages.measures(), rows.actions(), layout, groups);
    this.hitsAfterSearchAt = layout.place(Metric.HITS_AFTER_SEARCH);
    this.hitsAt = layout.place(Metric.HITS);
    this.visitsAt = layout.place(Metric.VISITS);
    this.uniqueVisitorsAt = layout.place(Metric.UNIQUE_VISITORS);
    this.pageSecondsAt = layout.place(Metric.PAGE_SECONDS);
    this.entryVisitsAt = layout.place(Metric.ENTRY_VISITS);
    this.entryActionsAt = layout.place(Metric.ENTRY_ACTIONS);
    this.entrySecondsAt = layout.place(Metric.ENTRY_SECONDS);
    this.entryBouncesAt = layout.place(Metric.ENTRY_BOUNCES);
    this.entryUniqueVisitorsAt = layout.place(Metric.ENTRY_UNIQUE_VISITORS);
    this.exitVisitsAt = layout.place(Metric.EXIT_VISITS);
    this.exitUniqueVisitorsAt = layout.place(Metric.EXIT_UNIQUE_VISITORS);
  }

  /** The columns of visits that counting a source needs. */
  static Set<Column> visitColumns(Source source) {
    Set<Column> columns = new LinkedHashSet<>();
    columns.addAll(
        List.of(
            Columns.VISIT_ID,
            Columns.VISITOR_ORDINAL,
            Columns.VISITOR_ID,
            Columns.ACTIONS,
            Columns.TOTAL_SECONDS));
    PageColumns pages = source.pages();
    columns.add(pages.exit());
    if (pages.entry() != null) {
      columns.add(pages.entry());
    }
    if (pages.prefix() != null) {
      columns.addAll(List.of(pages.entryPrefix(), pages.exitPrefix()));
    }
    return columns;
  }

  /** The columns of actions that counting a source needs. */
  static Set<Column> actionColumns(Source source) {
    Set<Column> columns = new LinkedHashSet<>();
    columns.addAll(
        List.of(
            Columns.ACTION_VISIT_ID,
            Columns.KIND,
            Columns.SECONDS_BEFORE,
            Columns.PREVIOUS_SEARCH));
    PageColumns pages = source.pages();
    columns.addAll(Measures.columns(pages.measures()));
    columns.addAll(List.of(pages.name(), pages.previous()));
    if (pages.prefix() != null) {
      columns.addAll(List.of(pages.prefix(), pages.previousPrefix()));
    }
    return columns;
  }

  Groups count() {
    countPageViews();
    countTime();
    if (pages.entry() != null) {
      countEntries();
      countConversions();
    }
    countExits();
    return groups.build();
  }

  private void countConversions() {
    if (rows.conversions().size() > 0) {
      Names names = new Names(rows.actions(), pages.name(), pages.prefix());
      Names entries = new Names(rows.visits(), pages.entry(), pages.entryPrefix());
      new PageConversions(rows, groups, goalLayout)
          .count(
              view -> names.named(view) ? names.group(view) : -1,
              visit -> entries.named(visit) ? entries.group(visit) : -1);
    }
  }

  private void countPageViews() {
    Names names = new Names(rows.actions(), pages.name(), pages.prefix());
    NumberColumn kinds = rows.actions().number(Columns.KIND);
    TextColumn searches = rows.actions().text(Columns.PREVIOUS_SEARCH);
    LastSeen visits = new LastSeen();
    LastSeen visitors = new LastSeen();
    Strays strays = rows.strays();
    for (int i = 0; i < rows.size(); i++) {
      int visit = rows.row(i);
      for (int row = rows.firstAction(visit); row < rows.endOfActions(visit); row++) {
        if (pages.counts(kinds.get(row), names.named(row))) {
          int page = names.group(row);
          groups.add(page, hitsAt, 1);
          measures.add(page, row);
          if (hitsAfterSearchAt >= 0 && searches.texts().length(searches.code(row)) > 0) {
            groups.add(page, hitsAfterSearchAt, 1);
          }
          if (visits.isFirst(page, i)) {
            groups.add(page, visitsAt, 1);
          }
          if (!strays.has(row) && visitors.isFirst(page, rows.visitor(visit))) {
            groups.addPerson(page, uniqueVisitorsAt, rows.person(visit));
          }
        }
      }
    }
    strays.count(
        row -> pages.counts(kinds.get(row), names.named(row)) ? names.group(row) : -1,
        (page, person) -> groups.addPerson(page, uniqueVisitorsAt, person));
  }

  /** What passed before an event counts for no page. */
  private void countTime() {
    NumberColumn kinds = rows.actions().number(Columns.KIND);
    Names names = new Names(rows.actions(), pages.previous(), pages.previousPrefix());
    NumberColumn seconds = rows.actions().number(Columns.SECONDS_BEFORE);
    for (int i = 0; i < rows.size(); i++) {
      int visit = rows.row(i);
      for (int row = rows.firstAction(visit); row < rows.endOfActions(visit); row++) {
        if (seconds.get(row) > 0 && kinds.get(row) != EVENT && names.named(row)) {
          groups.add(names.group(row), pageSecondsAt, seconds.get(row));
        }
      }
    }
  }

  private void countEntries() {
    Names entries = new Names(rows.visits(), pages.entry(), pages.entryPrefix());
    NumberColumn counts = rows.visits().number(Columns.ACTIONS);
    NumberColumn seconds = rows.visits().number(Columns.TOTAL_SECONDS);
    LastSeen entered = new LastSeen();
    for (int i = 0; i < rows.size(); i++) {
      int visit = rows.row(i);
      if (entries.named(visit)) {
        int page = entries.group(visit);
        groups.add(page, entryVisitsAt, 1);
        groups.add(page, entryActionsAt, counts.get(visit));
        groups.add(page, entrySecondsAt, seconds.get(visit));
        groups.add(page, entryBouncesAt, counts.get(visit) <= 1 ? 1 : 0);
        if (entered.isFirst(page, rows.visitor(visit))) {
          groups.addPerson(page, entryUniqueVisitorsAt, rows.person(visit));
        }
      }
    }
  }

  private void countExits() {
    Names exits = new Names(rows.visits(), pages.exit(), pages.exitPrefix());
    LastSeen left = new LastSeen();
    for (int i = 0; i < rows.size(); i++) {
      int visit = rows.row(i);
      if (exits.named(visit)) {
        int page = exits.group(visit);
        groups.add(page, exitVisitsAt, 1);
        if (left.isFirst(page, rows.visitor(visit))) {
          groups.addPerson(page, exitUniqueVisitorsAt, rows.person(visit));
        }
      }
    }
  }

  private static int[] unknown(TextList texts) {
    int[] groups = new int[texts.size()];
    Arrays.fill(groups, -1);
    return groups;
  }

  /** A column that names pages; each distinct name is looked up once for all that share them. */
  private final class Names {
    private final TextColumn names;
    private final TextList texts;
    private final NumberColumn prefixes;
    private final int[] groupOfCode;

    Names(LogTable table, Column name, Column prefix) {
      this.names = table.text(name);
      this.texts = names.texts();
      this.prefixes = prefix == null ? null : table.number(prefix);
      this.groupOfCode = groupOfCodes.computeIfAbsent(texts, PagePass::unknown);
    }

    boolean named(int row) {
      return texts.length(names.code(row)) > 0;
    }

    int group(int row) {
      int code = names.code(row);
      if (groupOfCode[code] < 0) {
        int note = prefixes == null ? 0 : (int) prefixes.get(row);
        groupOfCode[code] = groups.group(texts.bytes(), texts.start(code), texts.end(code), note);
      }
      return groupOfCode[code];
    }
  }
}

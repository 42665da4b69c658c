package org.footfall.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/**
 * Counts a day's page views. What a page view tells belongs to its page, but for the time before
 * it, which was spent on the page before; what a visit tells belongs to its first or last page.
 */
final class PagePass {
  private static final long PAGE_VIEW = 1;
  private static final String[] PROTOCOLS = {"http://", "http://www.", "https://", "https://www."};
  private static final Set<Column> OF_VISITS = new LinkedHashSet<>();
  private static final Set<Column> OF_ACTIONS = new LinkedHashSet<>();

  static {
    OF_VISITS.addAll(List.of(Columns.VISIT_ID, Columns.ACTIONS, Columns.TOTAL_SECONDS));
    OF_VISITS.addAll(Visitors.COLUMNS);
    OF_ACTIONS.addAll(List.of(Columns.ACTION_VISIT_ID, Columns.KIND, Columns.SECONDS_BEFORE));
    OF_ACTIONS.addAll(ActionPass.COLUMNS);
    for (Source source : Source.values()) {
      if (source.ofPages()) {
        PageColumns pages = source.pages();
        OF_VISITS.addAll(List.of(pages.entry(), pages.exit()));
        OF_ACTIONS.addAll(List.of(pages.name(), pages.previous()));
        if (pages.prefix() != null) {
          OF_VISITS.addAll(List.of(pages.entryPrefix(), pages.exitPrefix()));
          OF_ACTIONS.addAll(List.of(pages.prefix(), pages.previousPrefix()));
        }
      }
    }
  }

  private final LogTable visits;
  private final LogTable actions;
  private final Visitors visitors;
  private final int[] visitOfAction;

  private PagePass(LogTable visits, LogTable actions) {
    this.visits = visits;
    this.actions = actions;
    this.visitors = new Visitors(visits, row -> true);
    this.visitOfAction = visitOfAction(visits, actions);
  }

  static DayFacts run(LogSnapshot log, int site, LocalDate day) {
    PagePass pass =
        new PagePass(log.visits(site, day, OF_VISITS), log.actions(site, day, OF_ACTIONS));
    Map<Source, Groups> counted = new EnumMap<>(Source.class);
    for (Source source : Source.values()) {
      if (source.ofPages()) {
        GroupBuilder groups = new GroupBuilder(source.layout());
        pass.countPageViews(source.pages(), groups);
        pass.countTime(source.pages(), groups);
        pass.countEnds(source.pages(), groups);
        counted.put(source, groups.build());
      }
    }
    GroupBuilder kinds = new GroupBuilder(Source.ACTION.layout());
    new ActionPass(pass.actions).count(kinds);
    counted.put(Source.ACTION, kinds.build());
    return new DayFacts(counted, Map.of());
  }

  private static int[] visitOfAction(LogTable visits, LogTable actions) {
    NumberColumn visitIds = visits.number(Columns.VISIT_ID);
    LongIntMap rows = new LongIntMap();
    for (int row = 0; row < visits.rows(); row++) {
      rows.add(visitIds.get(row));
    }
    NumberColumn ids = actions.number(Columns.ACTION_VISIT_ID);
    int[] found = new int[actions.rows()];
    for (int row = 0; row < found.length; row++) {
      found[row] = rows.find(ids.get(row));
    }
    return found;
  }

  private void countPageViews(PageColumns pages, GroupBuilder groups) {
    Names names = new Names(actions, pages.name(), pages.prefix(), groups);
    NumberColumn kinds = actions.number(Columns.KIND);
    int[] lastVisit = new int[16];
    Arrays.fill(lastVisit, -1);
    for (int row = 0; row < actions.rows(); row++) {
      int visit = visitOfAction[row];
      if (kinds.get(row) != PAGE_VIEW || visit < 0) {
        continue;
      }
      int page = names.group(row);
      groups.count(page, Metric.HITS, 1);
      if (page >= lastVisit.length) {
        int length = lastVisit.length;
        lastVisit = Arrays.copyOf(lastVisit, Math.max(page + 1, length * 2));
        Arrays.fill(lastVisit, length, lastVisit.length, -1);
      }
      if (lastVisit[page] != visit) {
        lastVisit[page] = visit;
        groups.count(page, Metric.VISITS, 1);
        groups.seen(page, Metric.UNIQUE_VISITORS, visitors.of(visit));
      }
    }
  }

  private void countTime(PageColumns pages, GroupBuilder groups) {
    Names names = new Names(actions, pages.previous(), pages.previousPrefix(), groups);
    NumberColumn seconds = actions.number(Columns.SECONDS_BEFORE);
    for (int row = 0; row < actions.rows(); row++) {
      if (seconds.get(row) > 0 && names.named(row)) {
        groups.count(names.group(row), Metric.PAGE_SECONDS, seconds.get(row));
      }
    }
  }

  private void countEnds(PageColumns pages, GroupBuilder groups) {
    Names entries = new Names(visits, pages.entry(), pages.entryPrefix(), groups);
    Names exits = new Names(visits, pages.exit(), pages.exitPrefix(), groups);
    NumberColumn counts = visits.number(Columns.ACTIONS);
    NumberColumn seconds = visits.number(Columns.TOTAL_SECONDS);
    for (int row = 0; row < visits.rows(); row++) {
      if (entries.named(row)) {
        int page = entries.group(row);
        groups.count(page, Metric.ENTRY_VISITS, 1);
        groups.count(page, Metric.ENTRY_ACTIONS, counts.get(row));
        groups.count(page, Metric.ENTRY_SECONDS, seconds.get(row));
        groups.count(page, Metric.ENTRY_BOUNCES, counts.get(row) <= 1 ? 1 : 0);
        groups.seen(page, Metric.ENTRY_UNIQUE_VISITORS, visitors.of(row));
      }
      if (exits.named(row)) {
        int page = exits.group(row);
        groups.count(page, Metric.EXIT_VISITS, 1);
        groups.seen(page, Metric.EXIT_UNIQUE_VISITORS, visitors.of(row));
      }
    }
  }

  /** A column that names pages; each distinct name is looked up once. */
  private static final class Names {
    private final TextColumn names;
    private final NumberColumn prefixes;
    private final GroupBuilder groups;
    private final int[] groupOfCode;

    Names(LogTable table, Column name, Column prefix, GroupBuilder groups) {
      this.names = table.text(name);
      this.prefixes = prefix == null ? null : table.number(prefix);
      this.groups = groups;
      this.groupOfCode = new int[names.codes()];
      Arrays.fill(groupOfCode, -1);
    }

    boolean named(int row) {
      return !names.get(row).isEmpty();
    }

    int group(int row) {
      int code = names.code(row);
      if (groupOfCode[code] < 0) {
        String name = names.value(code);
        groupOfCode[code] = groups.group(List.of(name), note(name, row));
      }
      return groupOfCode[code];
    }

    private String note(String name, int row) {
      if (prefixes == null || name.isEmpty()) {
        return name;
      }
      long prefix = prefixes.get(row);
      return prefix >= 0 && prefix < PROTOCOLS.length ? PROTOCOLS[(int) prefix] + name : name;
    }
  }
}

package org.footfall.report.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.footfall.report.Period;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportLimits;
import org.footfall.report.flow.FlowQuery.Naming;
import org.footfall.report.live.ActionCode;
import org.footfall.report.live.LiveLog;
import org.footfall.report.live.LiveQuery;
import org.footfall.report.live.LoggedRow;
import org.footfall.report.live.LoggedVisit;
import org.footfall.segment.Segment;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.Site;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.testing.TestClock;
import org.footfall.testing.TestDatabase;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogWriter;
import org.footfall.visitlog.RandomLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways through pages of random visits are those that plain walking along each visit finds. */
class FlowLogIT {
  private static final Period ALL =
      Period.range(RandomLog.FIRST, RandomLog.FIRST.plusDays(RandomLog.DAYS));

  private final Database database = TestDatabase.fresh();
  private Site site;
  private ReportEngine engine;
  private FlowLog flows;
  private List<LoggedVisit> visits;

  @BeforeEach
  void open() throws Exception {
    SiteStore sites =
        new SiteStore(
            database, new TestClock(Instant.parse("2026-05-09T00:00:00Z")), new LocalChanges());
    for (int i = 0; i < RandomLog.SITES; i++) {
      sites.add(NewSite.website("Site", "https://a.example", ZoneId.of("UTC"), Instant.EPOCH));
    }
    site = sites.all().get(0);
    RandomLog log = new RandomLog(3);
    for (int batch = 0; batch < 15; batch++) {
      LogBatch next = log.next(150);
      database.write(connection -> new LogWriter().write(connection, next));
    }
    LogReader reader = new LogReader(database, 4 << 20);
    engine = new ReportEngine(reader::snapshot, ReportLimits.DEFAULT);
    flows = new FlowLog(engine);
    visits =
        new LiveLog(engine)
            .visits(
                new LiveQuery(
                    List.of(new LiveQuery.Scope(site, ALL.from(), ALL.to(), Segment.ALL)),
                    0,
                    true,
                    0,
                    100_000,
                    LiveQuery.Detail.ACTIONS));
  }

  @AfterEach
  void close() {
    engine.close();
    database.close();
  }

  @Test
  void ofEveryPageAndSegment() throws Exception {
    for (String definition : List.of("", "countryCode==fr", "pageUrl=@p1")) {
      Segment segment = Segment.parse(definition);
      Set<Long> selected = selected(definition);
      for (int page = 0; page < 30; page++) {
        for (Naming naming : Naming.values()) {
          String name =
              naming == Naming.TITLE ? "Title of example.org/p" + page : RandomLog.address(1, page);
          PageFlow flow = flows.of(new FlowQuery(site, ALL, segment, naming, name));
          Walk walk = new Walk(naming, name);
          visits.stream()
              .filter(visit -> selected.contains(visit.row().number(Columns.VISIT_ID)))
              .forEach(walk::along);
          assertThat(spelled(flow)).as(definition + " " + name).isEqualTo(walk.found);
          assertThat(flow.views()).isPositive();
        }
      }
    }
  }

  @Test
  void aPageThatNobodySawHasNoWays() throws Exception {
    PageFlow flow =
        flows.of(new FlowQuery(site, ALL, Segment.ALL, Naming.ADDRESS, "example.org/none"));
    assertThat(spelled(flow)).isEqualTo(Map.of("views", 0L, "loops", 0L));
    assertThat(flow.exits()).isZero();
  }

  private Set<Long> selected(String definition) {
    Predicate<LoggedVisit> selects =
        switch (definition) {
          case "countryCode==fr" -> visit -> visit.row().text(Columns.COUNTRY).equals("fr");
          case "pageUrl=@p1" ->
              visit ->
                  visit.actions().stream()
                      .anyMatch(
                          row ->
                              row.number(Columns.KIND) == ActionCode.PAGE_VIEW
                                  && row.text(Columns.URL).contains("p1"));
          default -> visit -> true;
        };
    Set<Long> ids = new HashSet<>();
    visits.stream().filter(selects).forEach(v -> ids.add(v.row().number(Columns.VISIT_ID)));
    return ids;
  }

  private static Map<String, Long> spelled(PageFlow flow) {
    Map<String, Long> all = new TreeMap<>();
    all.put("views", flow.views());
    all.put("loops", flow.loops());
    for (Way way : Way.values()) {
      flow.steps(way).forEach(step -> all.put(way + " " + step.name(), step.count()));
    }
    flow.origins().forEach(origin -> all.put(origin.type() + " " + origin.name(), origin.visits()));
    return all;
  }

  /** Walks along visits and notes what lies next to one page. */
  private static final class Walk {
    final Map<String, Long> found = new TreeMap<>(Map.of("views", 0L, "loops", 0L));
    private final boolean byTitle;
    private final String page;

    Walk(Naming naming, String page) {
      this.byTitle = naming == Naming.TITLE;
      this.page = page;
    }

    void along(LoggedVisit visit) {
      if (visit.row().text(byTitle ? Columns.ENTRY_TITLE : Columns.ENTRY_URL).equals(page)) {
        long type = visit.row().number(Columns.REFERRER_TYPE);
        String name = visit.row().text(type == 3 ? Columns.REFERRER_URL : Columns.REFERRER_NAME);
        String keyword = visit.row().text(Columns.REFERRER_KEYWORD);
        note(type + " " + (type == 6 ? (name + " " + keyword).trim() : name));
      }
      LoggedRow before = null;
      int sights = 0;
      List<LoggedRow> rows =
          visit.actions().stream()
              .sorted(Comparator.comparingLong(row -> row.number(Columns.POSITION)))
              .toList();
      for (LoggedRow row : rows) {
        long kind = row.number(Columns.KIND);
        step(before, row, (int) kind, sights);
        if (kind == ActionCode.PAGE_VIEW || kind == ActionCode.SEARCH) {
          sights++;
          boolean named = !byTitle || !row.text(Columns.TITLE).isEmpty();
          before = named ? row : before;
        }
      }
    }

    private void step(LoggedRow before, LoggedRow row, int kind, int sights) {
      String open = before == null ? "" : name(before);
      boolean here = kind == ActionCode.PAGE_VIEW && name(row).equals(page);
      if (here) {
        note("views");
        if (open.equals(page)) {
          note("loops");
        } else if (!open.isEmpty()) {
          note(Way.FROM_PAGE + " " + open);
        } else if (before != null && sights > 1 && isSearch(before)) {
          note(Way.FROM_SEARCH + " " + before.text(Columns.TITLE));
        }
      } else if (open.equals(page)) {
        String title = row.text(Columns.TITLE);
        String url = row.text(Columns.URL);
        switch (kind) {
          case ActionCode.PAGE_VIEW -> note(Way.TO_PAGE + " " + name(row));
          case ActionCode.SEARCH -> note(Way.TO_SEARCH + " " + title);
          case ActionCode.OUTLINK -> note(Way.TO_OUTLINK + " " + url);
          case ActionCode.DOWNLOAD -> note(Way.TO_DOWNLOAD + " " + url);
          default -> {}
        }
      }
    }

    private static boolean isSearch(LoggedRow row) {
      return row.number(Columns.KIND) == ActionCode.SEARCH;
    }

    /** What a page is called; a search has an address only in random logs. */
    private String name(LoggedRow row) {
      if (byTitle) {
        return isSearch(row) ? "" : row.text(Columns.TITLE);
      }
      return row.text(Columns.URL);
    }

    private void note(String what) {
      if (!what.endsWith(" ") || what.matches("\\d .*")) {
        found.merge(what, 1L, Long::sum);
      }
    }
  }
}

package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.segment.Segment;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.Test;

class StraysTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
  private static final ReportLimits LIMITS =
      new ReportLimits(1, 4, Duration.ofSeconds(20), 1000, 1 << 20);

  private final MemoryLog log = new MemoryLog();
  private final Map<Integer, Integer> positions = new HashMap<>();
  private LocalDate today = DAY;

  private void visit(int id, int visitor) {
    log.visit(
        today, Map.of(Columns.VISIT_ID, id, Columns.VISITOR_ORDINAL, visitor, Columns.ACTIONS, 2));
  }

  private void page(int visit, String url, int visitorBefore) {
    Map<Column, Object> row = new HashMap<>();
    row.put(Columns.ACTION_VISIT_ID, visit);
    row.put(Columns.POSITION, positions.merge(visit, 1, Integer::sum));
    row.put(Columns.KIND, 1);
    row.put(Columns.URL, url);
    row.put(Columns.VISITOR_BEFORE, visitorBefore);
    log.action(today, row);
  }

  /** Visits and unique visitors of each page. */
  private Map<String, String> pages() throws ReportRefused {
    return pages(false);
  }

  private Map<String, String> pages(boolean exact) throws ReportRefused {
    try (ReportEngine engine = new ReportEngine(log, LIMITS)) {
      ReportQuery query =
          new ReportQuery(
              ReportCatalogue.PAGE_URLS,
              ReportEngineTest.site(),
              List.of(Period.range(DAY, today)),
              Segment.ALL,
              false,
              exact);
      Map<String, String> told = new HashMap<>();
      for (Row row : engine.table(query).rows()) {
        told.put(row.label(), row.value(Metric.VISITS) + "/" + row.value(Metric.UNIQUE_VISITORS));
      }
      return told;
    }
  }

  @Test
  void actionsAreOfWhoWasThereThen() throws ReportRefused {
    visit(1, 8);
    page(1, "x.org/a", 0);
    page(1, "x.org/b", 0);
    page(1, "x.org/a", 7);
    page(1, "x.org/c", 0);
    assertThat(pages()).isEqualTo(Map.of("/a", "1/2", "/b", "1/1", "/c", "1/1"));
  }

  @Test
  void whoComesAndGoesCountsOnce() throws ReportRefused {
    visit(1, 8);
    page(1, "x.org/a", 0);
    page(1, "x.org/a", 7);
    page(1, "x.org/a", 8);
    page(1, "x.org/a", 7);
    page(1, "x.org/a", 9);
    assertThat(pages()).isEqualTo(Map.of("/a", "1/3"));
  }

  @Test
  void aStrayWhoHasVisitsCountsOnce() throws ReportRefused {
    visit(1, 7);
    page(1, "x.org/a", 0);
    visit(2, 8);
    page(2, "x.org/a", 0);
    page(2, "x.org/b", 0);
    page(2, "x.org/c", 7);
    visit(3, 9);
    page(3, "x.org/c", 0);
    visit(4, 7);
    page(4, "x.org/c", 0);
    assertThat(pages()).isEqualTo(Map.of("/a", "2/1", "/b", "1/1", "/c", "3/3"));
  }

  @Test
  void overSeveralDaysAStrayIsWhoItIsOnTheOthers() throws ReportRefused {
    visit(1, 8);
    page(1, "x.org/a", 0);
    page(1, "x.org/b", 7);
    today = DAY.plusDays(1);
    visit(2, 7);
    page(2, "x.org/a", 0);
    visit(3, 9);
    page(3, "x.org/a", 0);
    page(3, "x.org/c", 7);
    assertThat(pages()).isEqualTo(Map.of("/a", "3/2", "/b", "1/1", "/c", "1/1"));
    assertThat(pages(true)).isEqualTo(Map.of("/a", "3/1", "/b", "1/1", "/c", "1/1"));
  }

  /** As many as a part has rows: what is held grows with them alone, and so does the time. */
  @Test
  void aHundredThousandVisitsMayBeHandedOver() throws ReportRefused {
    int visits = 100_000;
    for (int i = 1; i <= visits; i++) {
      visit(i, 2 * i);
      page(i, "x.org/a", 0);
      page(i, "x.org/b", 2 * i + 1);
    }
    assertThat(pages()).isEqualTo(Map.of("/a", visits + "/" + visits, "/b", visits + "/" + visits));
    assertThat(pages(true))
        .isEqualTo(Map.of("/a", visits + "/" + visits, "/b", visits + "/" + visits));
  }
}

package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.codec.Told;
import org.footfall.segment.Segment;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.Test;

class BandwidthTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
  private static final ReportLimits LIMITS =
      new ReportLimits(1, 4, Duration.ofSeconds(20), 1000, 1 << 20);

  private final MemoryLog log = new MemoryLog();

  @Test
  void pagesAndDownloadsAndAllElseAreAddedUp() throws Exception {
    visit(MONDAY, 1, "fr");
    action(MONDAY, 1, 1, 500);
    action(MONDAY, 1, 1, 0);
    action(MONDAY, 1, 3, 4_000_000_000L);
    action(MONDAY, 1, 10, 7);
    visit(MONDAY.plusDays(1), 2, "de");
    action(MONDAY.plusDays(1), 2, 1, 20);
    action(MONDAY.plusDays(1), 2, 1, -1);
    visit(MONDAY.plusDays(2), 3, "de");
    action(MONDAY.plusDays(2), 3, 1, -1);
    assertThat(bytes(Period.of(Period.Kind.MONTH, MONDAY), ""))
        .isEqualTo("4000000527, pages 520, downloads 4000000000");
    assertThat(bytes(Period.of(Period.Kind.MONTH, MONDAY), "countryCode==de"))
        .isEqualTo("20, pages 20, downloads 0");
    assertThat(bytes(Period.of(Period.Kind.DAY, MONDAY.plusDays(2)), "")).isEqualTo("nothing");
  }

  private String bytes(Period period, String segment) throws Exception {
    Report report = ReportCatalogue.find("Bandwidth.get").orElseThrow();
    try (ReportEngine engine = new ReportEngine(log, LIMITS)) {
      DataTable table =
          engine
              .tables(
                  new ReportQuery(
                      report, ReportEngineTest.site(), List.of(period), Segment.parse(segment)))
              .get(0);
      if (table.isEmpty()) {
        return "nothing";
      }
      Row row = table.rows().get(0);
      return "%d, pages %d, downloads %d"
          .formatted(
              row.value(Metric.BYTES),
              row.value(Metric.PAGE_BYTES),
              row.value(Metric.DOWNLOAD_BYTES));
    }
  }

  private void visit(LocalDate day, int id, String country) {
    log.visit(day, Map.of(Columns.VISIT_ID, id, Columns.ACTIONS, 1, Columns.COUNTRY, country));
  }

  /**
   * @param bytes negative where nobody told
   */
  private void action(LocalDate day, int visit, int kind, long bytes) {
    Map<Column, Object> row = new HashMap<>();
    row.put(Columns.ACTION_VISIT_ID, visit);
    row.put(Columns.KIND, kind);
    row.put(Columns.URL, "h/a");
    if (bytes >= 0) {
      row.put(Columns.BANDWIDTH, Told.number(bytes));
    }
    log.action(day, row);
  }
}

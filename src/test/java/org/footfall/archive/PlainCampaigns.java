package org.footfall.archive;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Row;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;

/**
 * Counts visits by what campaigns' addresses say in the most obvious way: under {@code getName:
 * spring > shoes - c1} how many visits and how many visitors of each day there were.
 */
final class PlainCampaigns {
  private static final int CAMPAIGN = 6;

  private final Map<String, long[]> counts = new TreeMap<>();

  PlainCampaigns(
      LogSnapshot log, int site, LocalDate from, LocalDate to, Predicate<String> countries) {
    for (LocalDate day : log.days(site, from, to).keySet()) {
      count(
          log.visits(
              site,
              day,
              List.of(
                  Columns.VISITOR_ORDINAL,
                  Columns.VISITOR_ID,
                  Columns.COUNTRY,
                  Columns.REFERRER_TYPE,
                  Columns.REFERRER_NAME,
                  Columns.REFERRER_KEYWORD,
                  Columns.CAMPAIGN_SOURCE,
                  Columns.CAMPAIGN_MEDIUM,
                  Columns.CAMPAIGN_CONTENT,
                  Columns.CAMPAIGN_ID,
                  Columns.CAMPAIGN_GROUP,
                  Columns.CAMPAIGN_PLACEMENT)),
          countries);
    }
  }

  private void count(LogTable visits, Predicate<String> countries) {
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < visits.rows(); row++) {
      if (visits.number(Columns.REFERRER_TYPE).get(row) != CAMPAIGN
          || !countries.test(visits.text(Columns.COUNTRY).get(row))) {
        continue;
      }
      long ordinal = visits.number(Columns.VISITOR_ORDINAL).get(row);
      String visitor =
          ordinal > 0 ? "v" + ordinal : "/" + visits.number(Columns.VISITOR_ID).get(row);
      String name = text(visits, Columns.REFERRER_NAME, row);
      String keyword = text(visits, Columns.REFERRER_KEYWORD, row);
      String source = text(visits, Columns.CAMPAIGN_SOURCE, row);
      String medium = text(visits, Columns.CAMPAIGN_MEDIUM, row);
      String content = text(visits, Columns.CAMPAIGN_CONTENT, row);
      add(seen, visitor, "getName", name, joined(keyword, content));
      add(seen, visitor, "getKeyword", keyword, "");
      add(seen, visitor, "getSource", source, "");
      add(seen, visitor, "getMedium", medium, "");
      add(seen, visitor, "getContent", content, "");
      add(seen, visitor, "getId", text(visits, Columns.CAMPAIGN_ID, row), "");
      add(seen, visitor, "getGroup", text(visits, Columns.CAMPAIGN_GROUP, row), "");
      add(seen, visitor, "getPlacement", text(visits, Columns.CAMPAIGN_PLACEMENT, row), "");
      add(seen, visitor, "getSourceMedium", joined(source, medium), name);
    }
  }

  private static String text(LogTable visits, Column column, int row) {
    return visits.text(column).get(row);
  }

  private static String joined(String one, String other) {
    return one.isEmpty() ? other : other.isEmpty() ? one : one + " - " + other;
  }

  private void add(Set<String> seen, String visitor, String report, String said, String below) {
    if (said.isEmpty()) {
      return;
    }
    add(seen, visitor, report + ": " + said);
    if (!below.isEmpty()) {
      add(seen, visitor, report + ": " + said + " > " + below);
    }
  }

  private void add(Set<String> seen, String visitor, String what) {
    long[] sums = counts.computeIfAbsent(what, key -> new long[2]);
    sums[0]++;
    sums[1] += seen.add(visitor + " " + what) ? 1 : 0;
  }

  /** What was counted, each in one text. */
  Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    counts.forEach((what, sums) -> all.put(what, text(sums[0], sums[1])));
    return all;
  }

  /** The same of what a report tells. */
  static void read(String report, DataTable table, Map<String, String> all) {
    for (Row row : table.rows()) {
      String what = report + (report.contains(":") ? " > " : ": ") + row.label();
      all.put(what, text(row.value(Metric.VISITS), row.value(Metric.UNIQUE_VISITORS)));
      row.subtable().ifPresent(below -> read(what, below, all));
    }
  }

  private static String text(long visits, long visitors) {
    return visits + " visits, " + visitors + " daily visitors";
  }
}

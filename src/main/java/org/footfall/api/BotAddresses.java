package org.footfall.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.footfall.ingest.BotRequests.Answered;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Row;

/** Lines about the addresses that crawlers fetched. */
final class BotAddresses {
  private BotAddresses() {}

  /** What one side likes better. */
  enum Side {
    CHATBOTS,
    PEOPLE
  }

  /** Whether the last part of a path has an ending, and not one of pages. */
  static boolean isDocument(String url) {
    String path = url.replaceFirst("[?#].*$", "");
    int slash = path.lastIndexOf('/');
    return slash >= 0
        && path.substring(slash)
            .matches("(?i).*\\.(pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|rtf|epub|zip)");
  }

  static String withoutProtocol(String url) {
    return url.replaceFirst("^https?://(www\\.)?", "");
  }

  /** What is told of an address, as against all of them. */
  interface Columns {
    Map<String, Object> of(Answered one, Answered all);
  }

  /**
   * A line for each address.
   *
   * @param column the number by which they are sorted
   */
  static List<Answer.Line> of(
      List<Answered> rows, Predicate<Answered> which, Columns columns, String column) {
    Map<String, Answered> byUrl = new TreeMap<>();
    Answered all = new Answered("", "", 0, 0, 0, 0);
    for (Answered one : rows) {
      if (!one.url().isEmpty() && which.test(one)) {
        byUrl.merge(one.url(), one, BotAddresses::plus);
        all = plus(all, one);
      }
    }
    List<Answer.Line> lines = new ArrayList<>();
    for (Answered one : byUrl.values()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("label", one.url());
      line.putAll(columns.of(one, all));
      lines.add(new Answer.Line(line, Map.of(), null, null));
    }
    lines.sort(byNumber(column));
    return lines;
  }

  private static Answered plus(Answered one, Answered other) {
    return new Answered(
        one.bot(),
        one.url(),
        one.requests() + other.requests(),
        one.bytes() + other.bytes(),
        one.missing() + other.missing(),
        one.failed() + other.failed());
  }

  static Map<String, Object> content(Answered one, Answered all) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("requests", one.requests());
    columns.put("sum_response_size", one.bytes());
    columns.put("page_not_found_404_requests", one.missing());
    columns.put("server_error_5xx_requests", one.failed());
    columns.put("requests_percent_of_total", share(one.requests(), all.requests()));
    putShares(columns, one, all);
    if (one.bytes() > 0) {
      columns.put("avg_response_size", one.bytes() / one.requests());
    }
    return columns;
  }

  static Map<String, Object> broken(Answered one, Answered all) {
    long total = all.missing() + all.failed();
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("total_broken_requests", one.missing() + one.failed());
    columns.put("page_not_found_404_requests", one.missing());
    columns.put("server_error_5xx_requests", one.failed());
    columns.put(
        "total_broken_requests_percent_of_total", share(one.missing() + one.failed(), total));
    putShares(columns, one, all);
    return columns;
  }

  private static void putShares(Map<String, Object> columns, Answered one, Answered all) {
    columns.put("server_error_5xx_requests_percent_of_total", share(one.failed(), all.failed()));
    columns.put(
        "page_not_found_404_requests_percent_of_total", share(one.missing(), all.missing()));
  }

  private static String share(long part, long whole) {
    return NumberStyle.plain(
            BigDecimal.valueOf(whole == 0 ? 0 : Math.round(1000.0 * part / whole), 1))
        + "%";
  }

  /**
   * Pages that one side likes better than the other: by how much larger a page's share of all that
   * is fetched is than its share of what people see.
   *
   * @param pages what people saw
   */
  static List<Answer.Line> favoured(List<Answered> rows, DataTable pages, Side side) {
    Map<String, Long> fetched = new TreeMap<>();
    rows.stream()
        .filter(one -> !one.url().isEmpty() && !isDocument(one.url()))
        .forEach(one -> fetched.merge(one.url(), one.requests(), Long::sum));
    Map<String, Long> seen = new TreeMap<>();
    collect(pages, seen);
    double ofFetched = Math.max(1, fetched.values().stream().mapToLong(Long::longValue).sum());
    double ofSeen = Math.max(1, seen.values().stream().mapToLong(Long::longValue).sum());
    Set<String> urls = new HashSet<>(fetched.keySet());
    urls.addAll(seen.keySet());
    List<Answer.Line> lines = new ArrayList<>();
    for (String url : urls.stream().sorted().toList()) {
      long requests = fetched.getOrDefault(url, 0L);
      long views = seen.getOrDefault(url, 0L);
      double more = (side == Side.CHATBOTS ? 1 : -1) * (requests / ofFetched - views / ofSeen);
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("label", url);
      line.put("ai_chatbot_requests", requests);
      line.put("unique_human_pageviews", views);
      line.put("discrepancy_score", Math.round(Math.max(0, more) * 10_000) / 100.0);
      lines.add(new Answer.Line(line, Map.of(), null, null));
    }
    lines.sort(byNumber("discrepancy_score"));
    return lines;
  }

  private static void collect(DataTable pages, Map<String, Long> seen) {
    for (Row row : pages.rows()) {
      if (row.subtable().isPresent()) {
        collect(row.subtable().get(), seen);
      } else {
        seen.merge(withoutProtocol(row.key()), row.value(Metric.VISITS), Long::sum);
      }
    }
  }

  static Comparator<Answer.Line> byNumber(String column) {
    return Comparator.comparingDouble(
            (Answer.Line line) -> ((Number) line.columns().get(column)).doubleValue())
        .reversed();
  }
}

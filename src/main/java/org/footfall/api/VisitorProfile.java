package org.footfall.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.footfall.codec.Told;
import org.footfall.report.live.ActionCode;
import org.footfall.report.live.LoggedRow;
import org.footfall.report.live.LoggedVisit;
import org.footfall.report.live.Purchases;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/** All that one visitor did, summed up over visits. */
final class VisitorProfile {
  /** So many of the visits are told one by one. */
  private static final int VISITS_TOLD = 10;

  private static final int PAGES_TOLD = 100;

  private final LiveSite site;
  private final List<LoggedVisit> visits;
  private final List<Map<String, Object>> fields;
  private final Map<Integer, Long> kinds = new HashMap<>();
  private final Map<String, Long> pages = new LinkedHashMap<>();
  private final Map<String, Long> searches = new LinkedHashMap<>();
  private final TreeMap<Long, Long> goals = new TreeMap<>();
  private long loadMillis;
  private long timedViews;

  /**
   * @param visits the latest first, one at least
   * @param fields of each as clients read it
   */
  VisitorProfile(LiveSite site, List<LoggedVisit> visits, List<Map<String, Object>> fields) {
    this.site = site;
    this.visits = visits;
    this.fields = fields;
    visits.forEach(visit -> visit.actions().forEach(this::count));
  }

  private void count(LoggedRow row) {
    int kind = (int) row.number(Columns.KIND);
    kinds.merge(kind, 1L, Long::sum);
    switch (kind) {
      case ActionCode.PAGE_VIEW -> countView(row);
      case ActionCode.SEARCH -> searches.merge(row.text(Columns.TITLE), 1L, Long::sum);
      case ActionCode.CONVERSION -> {
        long goal = row.number(Columns.GOAL) - ActionCode.GOAL_SHIFT;
        if (goal > 0) {
          goals.merge(goal, 1L, Long::sum);
        }
      }
      default -> {}
    }
  }

  private void countView(LoggedRow row) {
    String url = ActionFields.url(row);
    if (url != null) {
      pages.merge(url, 1L, Long::sum);
    }
    long millis = 0;
    for (Column column : Columns.TIMES) {
      millis += Told.value(row.number(column));
    }
    if (millis > 0) {
      loadMillis += millis;
      timedViews++;
    }
  }

  private long kind(int kind) {
    return kinds.getOrDefault(kind, 0L);
  }

  private long sum(ToLongFunction<LoggedRow> number) {
    return visits.stream().map(LoggedVisit::row).mapToLong(number).sum();
  }

  /**
   * The profile.
   *
   * @param first the fields of the visitor's first visit
   * @param more whether there are more visits than these
   */
  Map<String, Object> of(Map<String, Object> first, boolean more, LocalDate today) {
    Map<String, Object> latest = fields.get(0);
    long seconds = sum(row -> row.number(Columns.TOTAL_SECONDS));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("totalVisits", visits.size());
    all.put("totalVisitDuration", seconds);
    all.put("totalActions", sum(row -> row.number(Columns.ACTIONS)));
    all.put("totalEvents", kind(ActionCode.EVENT));
    all.put("totalOutlinks", kind(ActionCode.OUTLINK));
    all.put("totalDownloads", kind(ActionCode.DOWNLOAD));
    all.put("totalSearches", kind(ActionCode.SEARCH));
    all.put("totalPageViews", kind(ActionCode.PAGE_VIEW));
    all.put("totalUniquePageViews", pages.size());
    all.put("totalRevisitedPages", pages.values().stream().filter(count -> count > 1).count());
    all.put("totalPageViewsWithTiming", timedViews);
    all.put("searches", counted(searches, "keyword", "searches"));
    all.put("hasLatLong", fields.stream().anyMatch(visit -> visit.get("latitude") != null));
    putGoals(all);
    putPurchases(all);
    all.put("totalVisitDurationPretty", NumberStyle.time(seconds));
    if (timedViews > 0) {
      all.put("averagePageLoadTime", Math.round(loadMillis / 10.0 / timedViews) / 100.0);
    }
    all.put("firstVisit", summary(first, "firstActionTimestamp", today));
    all.put("lastVisit", summary(latest, "lastActionTimestamp", today));
    all.put("visitsAggregated", visits.size());
    all.put("hasMoreVisits", more ? 1 : 0);
    all.put("visitorId", latest.get("visitorId"));
    all.put("userId", latest.get("userId"));
    all.put("visitedPages", visitedPages());
    all.put("devices", devices());
    all.put("browsers", byOneName("browserName", "browserIcon"));
    all.put("countries", countries());
    all.put("continents", continents());
    all.put("lastVisits", List.copyOf(fields.subList(0, Math.min(VISITS_TOLD, fields.size()))));
    return all;
  }

  private void putGoals(Map<String, Object> all) {
    all.put("totalGoalConversions", goals.values().stream().mapToLong(Long::longValue).sum());
    Map<String, Object> byGoal = new LinkedHashMap<>();
    goals.forEach((goal, count) -> byGoal.put("idgoal=" + goal, count));
    all.put("totalConversionsByGoal", byGoal);
  }

  private void putPurchases(Map<String, Object> all) {
    if (visits.get(0).purchases().isPresent()) {
      Purchases bought = visits.get(0).purchases().get();
      all.put("totalEcommerceRevenue", MoneyText.number(bought.revenue()));
      all.put("totalEcommerceConversions", bought.orders());
      all.put("totalEcommerceItems", bought.items());
      all.put("totalAbandonedCartsRevenue", MoneyText.number(bought.cartRevenue()));
      all.put("totalAbandonedCarts", bought.carts());
      all.put("totalAbandonedCartsItems", bought.cartItems());
    }
  }

  private Map<String, Object> summary(Map<String, Object> visit, String moment, LocalDate today) {
    LocalDate day = site.clock((Long) visit.get(moment)).toLocalDate();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("date", day.toString());
    summary.put("prettyDate", visit.get("serverDatePrettyFirstAction"));
    summary.put("daysAgo", ChronoUnit.DAYS.between(day, today));
    summary.put("referrerType", visit.get("referrerType"));
    summary.put("referrerUrl", Objects.requireNonNullElse(visit.get("referrerUrl"), ""));
    String name = (String) visit.get("referrerName");
    summary.put("referralSummary", name.isEmpty() ? visit.get("referrerTypeName") : name);
    return summary;
  }

  private static List<Map<String, Object>> counted(
      Map<String, Long> counts, String name, String number) {
    return mostFirst(counts).stream()
        .map(
            entry -> {
              Map<String, Object> line = new LinkedHashMap<>();
              line.put(name, entry.getKey());
              line.put(number, entry.getValue());
              return line;
            })
        .toList();
  }

  private static List<Map.Entry<String, Long>> mostFirst(Map<String, Long> counts) {
    List<Map.Entry<String, Long>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    return sorted;
  }

  private List<Map<String, Object>> visitedPages() {
    List<Map<String, Object>> lines = counted(pages, "label", "count");
    return List.copyOf(lines.subList(0, Math.min(PAGES_TOLD, lines.size())));
  }

  private Map<String, Long> byText(String field) {
    Map<String, Long> counts = new LinkedHashMap<>();
    fields.forEach(
        visit ->
            counts.merge(
                Objects.requireNonNullElse(visit.get(field), "").toString(), 1L, Long::sum));
    return counts;
  }

  /** What stands beside a text in a visit that has it. */
  private Object beside(String field, String text, String other) {
    return fields.stream()
        .filter(visit -> text.equals(visit.get(field)))
        .findFirst()
        .map(visit -> visit.get(other))
        .orElse(null);
  }

  private List<Map<String, Object>> byOneName(String field, String icon) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Map.Entry<String, Long> entry : mostFirst(byText(field))) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("name", entry.getKey());
      line.put("count", entry.getValue());
      line.put("icon", beside(field, entry.getKey(), icon));
      lines.add(line);
    }
    return lines;
  }

  private List<Map<String, Object>> devices() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Map.Entry<String, Long> type : mostFirst(byText("deviceType"))) {
      Map<String, Long> names = new LinkedHashMap<>();
      fields.stream()
          .filter(visit -> type.getKey().equals(visit.get("deviceType")))
          .forEach(
              visit ->
                  names.merge(
                      visit.get("deviceBrand") + " " + visit.get("deviceModel"), 1L, Long::sum));
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("type", type.getKey());
      line.put("count", type.getValue());
      line.put("icon", beside("deviceType", type.getKey(), "deviceTypeIcon"));
      line.put("devices", counted(names, "name", "count"));
      lines.add(line);
    }
    return lines;
  }

  private List<Map<String, Object>> countries() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Map.Entry<String, Long> country : mostFirst(byText("countryCode"))) {
      Set<Object> cities = new HashSet<>();
      fields.stream()
          .filter(visit -> country.getKey().equals(visit.get("countryCode")))
          .filter(visit -> visit.get("city") != null)
          .forEach(visit -> cities.add(visit.get("city")));
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("country", country.getKey());
      line.put("nb_visits", country.getValue());
      line.put("flag", beside("countryCode", country.getKey(), "countryFlag"));
      line.put("prettyName", beside("countryCode", country.getKey(), "country"));
      if (!cities.isEmpty()) {
        line.put("cities", cities.stream().map(Object::toString).sorted().toList());
      }
      lines.add(line);
    }
    return lines;
  }

  private List<Map<String, Object>> continents() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Map.Entry<String, Long> continent : mostFirst(byText("continentCode"))) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("continent", continent.getKey());
      line.put("nb_visits", continent.getValue());
      line.put("prettyName", beside("continentCode", continent.getKey(), "continent"));
      lines.add(line);
    }
    return lines;
  }
}

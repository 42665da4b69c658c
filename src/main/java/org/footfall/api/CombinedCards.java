package org.footfall.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.footfall.report.Metric;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.Subject;

/** Reports that a method puts together of several of the catalogue. */
final class CombinedCards {
  private static final List<String> OF_SITES =
      List.of(
          "nb_visits",
          "nb_actions",
          "nb_pageviews",
          "revenue",
          "nb_conversions",
          "orders",
          "ecommerce_revenue");
  private static final List<String> OF_VISITORS =
      List.of("nb_visits", "nb_actions", "nb_uniq_visitors", "nb_users", "max_actions");
  private static final List<String> RATIOS_OF_VISITORS =
      List.of("avg_time_on_site", "nb_actions_per_visit", "bounce_rate");

  private static final ReportCard FREQUENCY =
      totals(
          "VisitFrequency",
          "Returning Visits",
          Subject.ENGAGEMENT,
          byVisitor(OF_VISITORS),
          byVisitor(RATIOS_OF_VISITORS));

  private static final ReportCard GOALS =
      totals(
          "Goals",
          "Goals",
          Subject.GOALS,
          columns("nb_conversions", "nb_visits_converted", "revenue"),
          columns("conversion_rate"));

  static final List<ReportCard> ALL =
      List.of(
          sites("getAll", "All Websites dashboard"),
          sites("getOne", "Single Website dashboard"),
          FREQUENCY,
          GOALS,
          overview());

  private CombinedCards() {}

  /** What is told of one goal, of orders or of carts. */
  static ReportCard ofGoal(String id, String name) {
    List<CardColumn> metrics = GOALS.metrics();
    List<CardColumn> ratios = GOALS.ratios();
    if (id.equals("ecommerceOrder")) {
      metrics =
          Stream.of(
                  Stream.of(CardColumn.of("nb_conversions", name)),
                  columns("nb_visits_converted", "conversion_rate", "revenue").stream(),
                  columns("revenue_subtotal", "revenue_tax", "revenue_shipping").stream(),
                  columns("revenue_discount").stream(),
                  Stream.of(CardColumn.of("items", "Purchased Products")))
              .flatMap(columns -> columns)
              .toList();
      ratios = columns("avg_order_revenue");
    } else if (id.equals("ecommerceAbandonedCart")) {
      metrics =
          List.of(
              CardColumn.of("nb_conversions", name),
              CardColumn.of("conversion_rate"),
              CardColumn.of("revenue", "Revenue left in cart"),
              CardColumn.of("items", "Products left in cart"));
      ratios = columns("avg_order_revenue");
    }
    return new ReportCard(
        "Goals",
        "get",
        Map.of("idGoal", id),
        id.matches("[1-9]\\d*") ? "Goal " + name : name,
        id.startsWith("ecommerce") ? Subject.SHOP : Subject.GOALS,
        "",
        metrics,
        ratios,
        ReportTies.NONE);
  }

  private static ReportCard sites(String action, String name) {
    List<CardColumn> evolutions = new ArrayList<>();
    for (String column : OF_SITES) {
      String counted = column.replaceFirst("^nb_(?!conversions)", "");
      evolutions.add(CardColumn.of(counted + "_evolution"));
    }
    return new ReportCard(
        "MultiSites",
        action,
        Map.of(),
        name,
        Subject.ALL_SITES,
        "Website",
        columns(OF_SITES.toArray(String[]::new)),
        evolutions,
        ReportTies.NONE);
  }

  /** Of every report of totals what people see first. */
  private static ReportCard overview() {
    List<CardColumn> metrics = new ArrayList<>();
    List<CardColumn> ratios = new ArrayList<>();
    for (Report report :
        List.of(ReportCatalogue.ACTIONS_SUMMARY, ReportCatalogue.REFERRERS_SUMMARY)) {
      add(report, metrics, ratios);
    }
    metrics.addAll(GOALS.metrics());
    ratios.addAll(GOALS.ratios());
    add(ReportCatalogue.VISITS_SUMMARY, metrics, ratios);
    metrics.addAll(FREQUENCY.metrics());
    ratios.addAll(FREQUENCY.ratios());
    add(ReportCatalogue.PAGE_TIMINGS, metrics, ratios);
    return totals("API", "Main metrics", Subject.EVERYTHING, metrics, ratios);
  }

  private static void add(Report report, List<CardColumn> metrics, List<CardColumn> ratios) {
    for (Metric metric : report.shown()) {
      if (!metric.optional()) {
        metrics.add(CardColumn.of(report, metric));
      }
    }
    report.shownRatios().forEach(ratio -> ratios.add(CardColumn.of(report, ratio)));
  }

  private static ReportCard totals(
      String module,
      String name,
      Subject subject,
      List<CardColumn> metrics,
      List<CardColumn> ratios) {
    return new ReportCard(
        module, "get", Map.of(), name, subject, "", metrics, ratios, ReportTies.NONE);
  }

  private static List<CardColumn> byVisitor(List<String> names) {
    return Stream.of("_returning", "_new")
        .flatMap(who -> names.stream().map(name -> ofVisitor(name, who)))
        .toList();
  }

  private static CardColumn ofVisitor(String name, String who) {
    boolean unique = name.equals("nb_uniq_visitors") || name.equals("nb_users");
    String column = name + who;
    return new CardColumn(
        column,
        ColumnTitles.of(column),
        unique ? CardColumn.Known.UNIQUE : CardColumn.Known.ALWAYS);
  }

  private static List<CardColumn> columns(String... names) {
    return Stream.of(names).map(CardColumn::of).toList();
  }
}

package org.footfall.report;

import java.util.List;

/** Reports of conversions, and of what is sold. Of {@link ReportCatalogue#ALL} the last ones. */
public final class GoalReports {
  /** Of the goals a client chooses; see {@link Row#goals()}. */
  public static final Report DAYS_TO_CONVERSION =
      Report.named("Goals", "getDaysToConversion", "Days to Conversion")
          .about(Subject.GOALS)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .from(
              Source.DAYS_TO_CONVERSION,
              new GoalRanges(
                  Dimension.DAYS_TO_CONVERSION,
                  List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 15, 31, 61, 121, 365),
                  " day",
                  " days"))
          .rows(Dimension.DAYS_TO_CONVERSION)
          .metrics(List.of(Metric.CONVERSIONS))
          .build();

  /** As {@link #DAYS_TO_CONVERSION}. */
  public static final Report VISITS_TO_CONVERSION =
      Report.named("Goals", "getVisitsUntilConversion", "Visits to Conversion")
          .about(Subject.GOALS)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .from(
              Source.VISITS_TO_CONVERSION,
              new GoalRanges(
                  Dimension.VISITS_TO_CONVERSION,
                  List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 26, 51, 101),
                  " visit",
                  " visits"))
          .rows(Dimension.VISITS_TO_CONVERSION)
          .metrics(List.of(Metric.CONVERSIONS))
          .build();

  public static final Report ITEM_SKUS =
      items("getItemsSku", "Product SKU", Source.ITEM_SKU, Dimension.PRODUCT_SKU, false);
  public static final Report ITEM_NAMES =
      items("getItemsName", "Product Name", Source.ITEM_NAME, Dimension.PRODUCT_NAME, false);
  public static final Report ITEM_CATEGORIES =
      items(
          "getItemsCategory",
          "Product Category",
          Source.ITEM_CATEGORY,
          Dimension.PRODUCT_CATEGORY,
          false);

  private static final List<Report> OF_CARTS =
      List.of(
          items(
              "getItemsSkuOfCarts", "SKUs in carts", Source.ITEM_SKU, Dimension.PRODUCT_SKU, true),
          items(
              "getItemsNameOfCarts",
              "Products in carts",
              Source.ITEM_NAME,
              Dimension.PRODUCT_NAME,
              true),
          items(
              "getItemsCategoryOfCarts",
              "Categories in carts",
              Source.ITEM_CATEGORY,
              Dimension.PRODUCT_CATEGORY,
              true));

  static final List<Report> ALL =
      List.of(DAYS_TO_CONVERSION, VISITS_TO_CONVERSION, ITEM_SKUS, ITEM_NAMES, ITEM_CATEGORIES);

  private GoalReports() {}

  /** What was left in carts, where the report is of what was ordered; else the report itself. */
  public static Report ofCarts(Report report) {
    return OF_CARTS.stream()
        .filter(carts -> carts.source() == report.source())
        .findFirst()
        .orElse(report);
  }

  private static Report items(
      String action, String title, Source source, Dimension dimension, boolean carts) {
    return Report.named("Goals", action, title)
        .from(source, new ItemList(dimension, carts))
        .rows(dimension)
        .metrics(ItemList.metrics(carts))
        .ratios(
            Ratio.AVERAGE_PRICE,
            carts ? Ratio.QUANTITY_PER_CART : Ratio.QUANTITY_PER_ORDER,
            carts ? Ratio.CARTS_PER_VISIT : Ratio.ORDERS_PER_VISIT)
        .about(Subject.PRODUCTS)
        .shows(
            List.of(
                Metric.REVENUE,
                Metric.QUANTITY,
                carts ? Metric.ABANDONED_CARTS : Metric.ORDERS,
                Metric.VISITS),
            Ratio.AVERAGE_PRICE,
            carts ? Ratio.QUANTITY_PER_CART : Ratio.QUANTITY_PER_ORDER,
            carts ? Ratio.CARTS_PER_VISIT : Ratio.ORDERS_PER_VISIT)
        .calls(Metric.REVENUE, "Product Revenue")
        .calls(Metric.ORDERS, "Unique Purchases")
        .calls(Ratio.ORDERS_PER_VISIT, "Product Conversion Rate")
        .sortedBy(Metric.REVENUE)
        .build();
  }
}

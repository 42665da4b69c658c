package org.footfall.segment;

import static org.footfall.segment.SegmentDimension.dimension;
import static org.footfall.segment.SegmentDimension.metric;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.footfall.codec.Told;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.NumberColumn;

/** Goals met, and what visits order, leave in carts and look at in a shop, one line each. */
final class ShopDimensions {
  private static final long PAGE_VIEW = 1;
  private static final long CONVERSION = SegmentDimension.CONVERSION;
  private static final int CART = 1;
  private static final int ORDER = 2;

  private static final int SKU = 0;
  private static final int NAME = 1;
  private static final int PRICE = 2;
  private static final int CATEGORIES = 4;

  private static final String VISITORS = "Visitors";
  private static final String SHOP = "Ecommerce";
  private static final String AMOUNT = "9.99, 100, …";
  private static final Column ITEMS = Columns.ITEMS;
  private static final Values STATUS =
      WordValues.of(
          Columns.BUYER,
          0,
          "none",
          1,
          "ordered",
          2,
          "abandonedCart",
          3,
          "orderedThenAbandonedCart");
  private static final Values GOALS =
      new ListValues(Columns.GOALS_MET, text -> List.of(text.split(",", -1)), NumberForm.WHOLE);

  static final List<SegmentDimension> ALL =
      List.of(
          dimension("visitConvertedGoalId", "Goal met, by number", VISITORS, "1, 2, …", GOALS),
          goalNames(Map.of()),
          dimension(
              "visitEcommerceStatus",
              "What the visit bought in the end",
              VISITORS,
              "none, ordered, abandonedCart, orderedThenAbandonedCart",
              STATUS),
          metric("orderId", "Order ID", SHOP, "A-10023", TextValues.of(Columns.ORDER_ID))
              .of(CONVERSION),
          metric("revenueOrder", "Order's revenue", SHOP, AMOUNT, revenue(ORDER)).of(CONVERSION),
          metric("revenueAbandonedCart", "Revenue left in a cart", SHOP, AMOUNT, revenue(CART))
              .of(CONVERSION),
          dimension("productSku", "Product's SKU", SHOP, "A-1", item(SKU)).of(CONVERSION),
          dimension("productName", "Product", SHOP, "Garden%20chair", item(NAME)).of(CONVERSION),
          dimension(
                  "productCategory",
                  "Product's category",
                  SHOP,
                  "Garden",
                  ListValues.fieldsFrom(ITEMS, CATEGORIES))
              .of(CONVERSION),
          metric(
                  "productPrice",
                  "Product's price",
                  SHOP,
                  AMOUNT,
                  ListValues.field(ITEMS, PRICE, NumberForm.AMOUNT))
              .of(CONVERSION),
          dimension(
                  "productViewSku",
                  "Viewed product's SKU",
                  SHOP,
                  "A-1",
                  TextValues.of(Columns.PRODUCT_SKU))
              .of(PAGE_VIEW),
          dimension(
                  "productViewName",
                  "Viewed product",
                  SHOP,
                  "Garden%20chair",
                  TextValues.of(Columns.PRODUCT_NAME))
              .of(PAGE_VIEW),
          dimension(
                  "productViewCategory",
                  "Viewed product's category",
                  SHOP,
                  "Garden",
                  new ListValues(Columns.PRODUCT_CATEGORIES, text -> text.lines().toList(), null))
              .of(PAGE_VIEW)
              .unionOf(
                  List.of(
                      "productViewCategory1",
                      "productViewCategory2",
                      "productViewCategory3",
                      "productViewCategory4",
                      "productViewCategory5")),
          viewedCategory(1),
          viewedCategory(2),
          viewedCategory(3),
          viewedCategory(4),
          viewedCategory(5),
          metric("productViewPrice", "Viewed product's price", SHOP, AMOUNT, viewedPrice())
              .of(PAGE_VIEW));

  private ShopDimensions() {}

  /**
   * Goals met by their names, which several goals may share.
   *
   * @param names by number
   */
  static SegmentDimension goalNames(Map<Integer, String> names) {
    Map<String, String> byNumber = new TreeMap<>();
    names.forEach((number, name) -> byNumber.put(number.toString(), name));
    return dimension(
            "visitConvertedGoalName",
            "Goal met",
            VISITORS,
            "Newsletter",
            new ListValues(
                Columns.GOALS_MET,
                text ->
                    Stream.of(text.split(",", -1))
                        .map(number -> byNumber.getOrDefault(number, ""))
                        .toList(),
                null))
        .restingOn(byNumber.toString());
  }

  private static Values item(int field) {
    return ListValues.field(ITEMS, field, null);
  }

  private static Values revenue(int goal) {
    return new NumberValues(
        Set.of(Columns.REVENUE, Columns.GOAL),
        NumberForm.AMOUNT,
        (table, clock) -> {
          NumberColumn revenues = table.number(Columns.REVENUE);
          NumberColumn goals = table.number(Columns.GOAL);
          return row -> goals.get(row) == goal ? revenues.get(row) : NumberValues.ABSENT;
        });
  }

  private static SegmentDimension viewedCategory(int number) {
    Values values =
        new ListValues(
            Columns.PRODUCT_CATEGORIES,
            text -> text.lines().skip(number - 1L).limit(1).toList(),
            null);
    return dimension(
            "productViewCategory" + number,
            "Viewed product's category " + number,
            SHOP,
            "Garden",
            values)
        .of(PAGE_VIEW);
  }

  private static Values viewedPrice() {
    return NumberValues.of(
        Columns.PRODUCT_PRICE,
        NumberForm.AMOUNT,
        (price, clock) -> Told.isThere(price) ? Told.value(price) : NumberValues.ABSENT);
  }
}

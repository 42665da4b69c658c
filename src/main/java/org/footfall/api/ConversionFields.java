package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.footfall.report.live.ActionCode;
import org.footfall.report.live.LoggedRow;
import org.footfall.report.live.LoggedVisit;
import org.footfall.report.live.OrderItem;
import org.footfall.site.CustomDimension;
import org.footfall.site.Goal;
import org.footfall.visitlog.Columns;

/** Goals met, orders and carts among what happened in a visit. */
final class ConversionFields {
  private final LiveSite site;
  private final LoggedVisit visit;
  private final Map<Long, String> pageViewIds;

  ConversionFields(LiveSite site, LoggedVisit visit) {
    this.site = site;
    this.visit = visit;
    this.pageViewIds =
        visit.actions().stream()
            .collect(
                Collectors.toMap(
                    row -> row.number(Columns.POSITION),
                    row -> row.text(Columns.PAGE_VIEW_ID),
                    (first, second) -> first));
  }

  /** How many goals were met, each as often as it was. */
  static int goals(LiveSite site, LoggedVisit visit) {
    int met = 0;
    for (LoggedRow row : visit.actions()) {
      boolean conversion = row.number(Columns.KIND) == ActionCode.CONVERSION;
      met += conversion && site.goals().containsKey(goal(row)) ? 1 : 0;
    }
    return met;
  }

  private static int goal(LoggedRow row) {
    return (int) (row.number(Columns.GOAL) - ActionCode.GOAL_SHIFT);
  }

  /** A conversion; nothing for one of a goal that was deleted. */
  Optional<Map<String, Object>> of(LoggedRow row) {
    long code = row.number(Columns.GOAL);
    if (code == ActionCode.ORDER || code == ActionCode.CART) {
      return Optional.of(purchase(row, code == ActionCode.ORDER));
    }
    return Optional.ofNullable(site.goals().get(goal(row))).map(goal -> met(goal, row));
  }

  private Map<String, Object> met(Goal goal, LoggedRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    long revenue = row.number(Columns.REVENUE);
    long by = row.number(Columns.CONVERTING_POSITION);
    String url = ActionFields.url(row);
    fields.put("type", "goal");
    fields.put("goalName", goal.wish().name());
    fields.put("goalId", goal.id());
    fields.put("idpageview", by == 0 ? null : pageViewIds.getOrDefault(by - 1, ""));
    fields.put("revenue", MoneyText.number(revenue));
    fields.put(
        "goalPageId",
        by == 0 ? null : ActionFields.id(row.number(Columns.ACTION_VISIT_ID), by - 1));
    fields.put("serverTimePretty", site.moment(row.number(Columns.TIME)));
    fields.put("url", url == null ? "" : url);
    putReferrer(row, fields);
    String name = goal.wish().name();
    ActionFields.shown(
        "goal",
        "Goal conversion",
        revenue == 0 ? name : name + " (" + site.money(revenue) + " revenue)",
        fields::put);
    fields.put("timestamp", row.number(Columns.TIME));
    for (CustomDimension each : site.dimensions(CustomDimension.Scope.ACTION)) {
      fields.put("dimension" + each.id(), null);
    }
    return fields;
  }

  private Map<String, Object> purchase(LoggedRow row, boolean order) {
    Map<String, Object> fields = new LinkedHashMap<>();
    List<OrderItem> items = OrderItem.list(row.text(Columns.ITEMS));
    long pieces = OrderItem.pieces(items);
    String id = row.text(Columns.ORDER_ID);
    fields.put("type", order ? "ecommerceOrder" : "ecommerceAbandonedCart");
    if (order) {
      fields.put("orderId", id);
    }
    fields.put("revenue", MoneyText.number(row.number(Columns.REVENUE)));
    if (order) {
      fields.put("revenueSubTotal", MoneyText.number(row.number(Columns.SUBTOTAL)));
      fields.put("revenueTax", MoneyText.number(row.number(Columns.TAX)));
      fields.put("revenueShipping", MoneyText.number(row.number(Columns.SHIPPING)));
      fields.put("revenueDiscount", MoneyText.number(row.number(Columns.DISCOUNT)));
    }
    fields.put("items", pieces);
    fields.put("serverTimePretty", site.moment(row.number(Columns.TIME)));
    fields.put("idpageview", null);
    putReferrer(row, fields);
    List<Map<String, Object>> details = new ArrayList<>();
    items.forEach(item -> details.add(item(item)));
    fields.put("itemDetails", details);
    String names = items.stream().map(OrderItem::name).collect(Collectors.joining(", "));
    ActionFields.shown(
        order ? "ecommerceOrder" : "ecommerceAbandonedCart",
        order ? "Ordered (" + id + ")" : "Abandoned Cart",
        site.money(row.number(Columns.REVENUE)) + " revenue - " + pieces + " items: " + names + ")",
        fields::put);
    fields.put("timestamp", row.number(Columns.TIME));
    return fields;
  }

  private static Map<String, Object> item(OrderItem item) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("itemSKU", item.sku());
    fields.put("itemName", item.name());
    fields.put("itemCategory", item.categories().isEmpty() ? null : item.categories().get(0));
    fields.put("price", MoneyText.number(item.price()));
    fields.put("quantity", item.quantity());
    fields.put("categories", item.categories());
    return fields;
  }

  /** Where it came from: told with the conversion, else where the visit came from. */
  private void putReferrer(LoggedRow row, Map<String, Object> fields) {
    LoggedRow visited = visit.row();
    long own = row.number(Columns.CONVERSION_REFERRER_TYPE);
    long type = own == 0 ? visited.number(Columns.REFERRER_TYPE) : own;
    String name =
        own == 0 ? visited.text(Columns.REFERRER_NAME) : row.text(Columns.CONVERSION_REFERRER_NAME);
    String keyword =
        own == 0
            ? visited.text(Columns.REFERRER_KEYWORD)
            : row.text(Columns.CONVERSION_REFERRER_KEYWORD);
    fields.put("referrerType", VisitNames.referrerWord(type));
    fields.put("referrerName", VisitFields.orNull(name));
    fields.put("referrerKeyword", VisitFields.orNull(keyword));
  }
}

package org.footfall.report.live;

import org.footfall.visitlog.Columns;

/**
 * What somebody has ordered and has left in carts.
 *
 * @param revenue in millionths
 * @param items pieces
 */
public record Purchases(
    int orders, long revenue, long items, int carts, long cartRevenue, long cartItems) {
  public static final Purchases NOTHING = new Purchases(0, 0, 0, 0, 0, 0);

  static Purchases of(LoggedRow conversion) {
    long goal = conversion.number(Columns.GOAL);
    long revenue = conversion.number(Columns.REVENUE);
    long items = OrderItem.pieces(OrderItem.list(conversion.text(Columns.ITEMS)));
    if (goal == ActionCode.ORDER) {
      return new Purchases(1, revenue, items, 0, 0, 0);
    }
    return goal == ActionCode.CART ? new Purchases(0, 0, 0, 1, revenue, items) : NOTHING;
  }

  Purchases plus(Purchases other) {
    return new Purchases(
        orders + other.orders,
        revenue + other.revenue,
        items + other.items,
        carts + other.carts,
        cartRevenue + other.cartRevenue,
        cartItems + other.cartItems);
  }
}

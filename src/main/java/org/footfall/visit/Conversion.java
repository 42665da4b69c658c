package org.footfall.visit;

import org.footfall.enrich.referrer.Referrer;

/**
 * A goal met, an order, or a cart.
 *
 * @param goal its number; {@link #ORDER}, {@link #CART}
 * @param position of its row in the visit; a cart's row is told again whenever the cart changes
 * @param revenue in millionths
 * @param action the position of the action that met the goal; −1 when it was told by itself
 * @param order null for a goal
 * @param referrer where it came from; null when that is where the visit came from
 * @param dimensions the visit's custom dimensions as they were then
 * @param variables the visit's custom variables as they were then
 */
public record Conversion(
    int goal,
    int position,
    long revenue,
    int action,
    Detail.Order order,
    Referrer referrer,
    Slots dimensions,
    Slots variables) {
  public static final int ORDER = 0;
  public static final int CART = -1;
}

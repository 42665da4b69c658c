package org.footfall.visit;

import java.util.List;

/** What only some kinds of requests tell. Amounts are millionths. */
public sealed interface Detail {
  Detail NONE = new None();

  record None() implements Detail {}

  /**
   * Of a site search.
   *
   * @param category empty when it was not told
   * @param count how much was found, as the log stores it; 0 when it was not told
   */
  record Search(String category, long count) implements Detail {}

  /**
   * Of an event.
   *
   * @param value as the log stores it; 0 when it was not told
   */
  record Event(String category, String action, long value) implements Detail {}

  /**
   * Of a content.
   *
   * @param interaction empty when it was only shown
   */
  record Content(String name, String piece, String target, String interaction) implements Detail {}

  /**
   * What a page view shows of a shop.
   *
   * @param price as the log stores it; 0 when it was not told
   */
  record Product(String sku, String name, List<String> categories, long price) implements Detail {}

  /**
   * A goal that the site's script has seen met.
   *
   * @param goal its number
   * @param revenue what it brought
   */
  record Goal(int goal, long revenue) implements Detail {}

  /**
   * An order; without an id a cart.
   *
   * @param items as the log stores them, see {@link Items}
   */
  record Order(
      String id, long revenue, long subtotal, long tax, long shipping, long discount, String items)
      implements Detail {

    boolean isCart() {
      return id.isEmpty();
    }
  }
}

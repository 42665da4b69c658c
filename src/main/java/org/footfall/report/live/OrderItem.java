package org.footfall.report.live;

import java.util.Arrays;
import java.util.List;

/**
 * An item of an order or a cart.
 *
 * @param price in millionths
 */
public record OrderItem(
    String sku, String name, long price, long quantity, List<String> categories) {
  private static final int CATEGORIES = 4;

  public OrderItem {
    categories = List.copyOf(categories);
  }

  /** The items of a row, a line each; none of a line that lacks something. */
  public static List<OrderItem> list(String lines) {
    return lines.isEmpty()
        ? List.of()
        : lines
            .lines()
            .map(line -> line.split("\t", -1))
            .filter(fields -> fields.length >= CATEGORIES)
            .map(OrderItem::of)
            .toList();
  }

  private static OrderItem of(String[] fields) {
    return new OrderItem(
        fields[0],
        fields[1],
        Long.parseLong(fields[2]),
        Long.parseLong(fields[3]),
        Arrays.asList(fields).subList(CATEGORIES, fields.length));
  }

  /** How many pieces they are. */
  public static long pieces(List<OrderItem> items) {
    return items.stream().mapToLong(OrderItem::quantity).sum();
  }
}

package org.footfall.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Something in an order or a cart, as a line of {@link org.footfall.visitlog.Columns#ITEMS} tells.
 *
 * @param price of one, in hundredths
 */
record Item(String sku, String name, long price, long quantity, List<String> categories) {
  private static final int FIELDS = 4;

  static List<Item> all(String lines) {
    List<Item> items = new ArrayList<>();
    if (!lines.isEmpty()) {
      for (String line : lines.split("\n", -1)) {
        String[] fields = line.split("\t", -1);
        if (fields.length >= FIELDS) {
          items.add(
              new Item(
                  fields[0],
                  fields[1],
                  Amounts.cents(number(fields[2])),
                  number(fields[3]),
                  List.copyOf(Arrays.asList(fields).subList(FIELDS, fields.length))));
        }
      }
    }
    return items;
  }

  static long quantity(String lines) {
    return all(lines).stream().mapToLong(Item::quantity).sum();
  }

  private static long number(String text) {
    return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}

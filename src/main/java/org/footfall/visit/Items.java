package org.footfall.visit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in an order or a cart: a line for each item, its fields with tabs between: SKU, name,
 * price in millionths, quantity, categories. Clients send a JSON list of {@code [sku, name,
 * category or list of categories, price, quantity]}. Of an SKU that comes twice the latter counts;
 * one without an SKU is none.
 */
final class Items {
  private static final int MOST_ITEMS = 500;
  private static final int MOST_CATEGORIES = 5;
  private static final int LONGEST = 255;

  private Items() {}

  static String of(String json) {
    JsonNode list = Json.read(json);
    if (!list.isArray()) {
      return "";
    }
    Map<String, String> lines = new LinkedHashMap<>();
    for (JsonNode item : list) {
      String sku = Texts.clean(item.path(0).asText(), LONGEST);
      if (item.isArray() && !sku.isEmpty() && lines.size() < MOST_ITEMS) {
        lines.put(sku, line(sku, item));
      }
    }
    return String.join("\n", lines.values());
  }

  private static String line(String sku, JsonNode item) {
    StringBuilder line = new StringBuilder(sku);
    line.append('\t').append(Texts.clean(item.path(1).asText(), LONGEST));
    line.append('\t').append(Money.cents(item.path(3).asText()));
    line.append('\t').append(quantity(item.path(4)));
    for (String category : categories(item.path(2))) {
      line.append('\t').append(category);
    }
    return line.toString();
  }

  private static long quantity(JsonNode told) {
    double quantity = Numbers.decimal(told.asText(), 1);
    return (long) Math.max(0, Math.min(1_000_000_000, quantity));
  }

  /** Of one category, or of a list of at most five. */
  static List<String> categories(JsonNode told) {
    List<String> categories = new ArrayList<>();
    if (!told.isArray()) {
      add(categories, told);
      return categories;
    }
    for (int i = 0; i < told.size() && categories.size() < MOST_CATEGORIES; i++) {
      add(categories, told.get(i));
    }
    return categories;
  }

  private static void add(List<String> categories, JsonNode told) {
    String category = Texts.clean(told.asText(), LONGEST);
    boolean nothing = category.isEmpty() || category.equals("0");
    if (!told.isNull() && !nothing) {
      categories.add(category);
    }
  }
}

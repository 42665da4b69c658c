package org.footfall.report;

import java.util.List;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/** What items are counted by. */
enum ItemField {
  SKU,
  NAME,
  CATEGORY;

  /** The column of page views that show something of the shop. */
  Column viewed() {
    return switch (this) {
      case SKU -> Columns.PRODUCT_SKU;
      case NAME -> Columns.PRODUCT_NAME;
      case CATEGORY -> Columns.PRODUCT_CATEGORIES;
    };
  }

  /** An item's values; an empty one where it has none. */
  List<String> of(Item item) {
    return switch (this) {
      case SKU -> List.of(item.sku());
      case NAME -> List.of(item.name());
      case CATEGORY -> item.categories().isEmpty() ? List.of("") : item.categories();
    };
  }

  /**
   * What a page view shows.
   *
   * @param text of {@link #viewed}
   * @param isProduct whether it shows a product, and not only a category's page
   */
  List<String> of(String text, boolean isProduct) {
    if (text.isEmpty()) {
      return this == CATEGORY && isProduct ? List.of("") : List.of();
    }
    return this == CATEGORY ? List.of(text.split("\n", -1)) : List.of(text);
  }
}

package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.footfall.codec.TextList;
import org.footfall.codec.Told;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/**
 * Counts what a part's visits looked at in a shop, ordered, and left in carts. Within an order
 * everything counts as often as it is there, but the order once. As Matomo has it, a product's
 * first category and its second count apart: who saw a category as the one and as the other counts
 * twice.
 */
final class ItemPass {
  static final Set<Column> VISIT_COLUMNS =
      Set.of(
          Columns.VISIT_ID,
          Columns.VISITOR_ORDINAL,
          Columns.VISITOR_ID,
          Columns.CONVERTED,
          Columns.BUYER);
  static final Set<Column> ACTION_COLUMNS =
      Set.of(
          Columns.ACTION_VISIT_ID,
          Columns.KIND,
          Columns.PRODUCT_SKU,
          Columns.PRODUCT_NAME,
          Columns.PRODUCT_CATEGORIES,
          Columns.PRODUCT_PRICE,
          Columns.GOAL,
          Columns.ITEMS);

  private static final MetricLayout LAYOUT = Source.ITEM_SKU.layout();
  private static final int SLOTS = 5;
  private static final int CART = 1;
  private static final int ORDER = 2;

  private final PartRows rows;
  private final ItemField field;
  private final GroupBuilder groups;

  ItemPass(PartRows rows, Source source) {
    this.rows = rows;
    this.groups = new GroupBuilder(LAYOUT, rows.people());
    this.field = source.item();
  }

  Groups count() {
    countViews();
    countSales();
    return groups.build();
  }

  private void countViews() {
    LogTable actions = rows.actions();
    Texts skus = new Texts(actions.text(Columns.PRODUCT_SKU));
    Texts names = new Texts(actions.text(Columns.PRODUCT_NAME));
    Texts texts = new Texts(actions.text(field.viewed()));
    if (skus.never() && names.never() && texts.never()) {
      return;
    }
    NumberColumn prices = actions.number(Columns.PRODUCT_PRICE);
    LastSeen visits = new LastSeen();
    LastSeen visitors = new LastSeen();
    for (int place = 0; place < rows.size(); place++) {
      int visit = rows.row(place);
      for (int row = rows.firstAction(visit); row < rows.endOfActions(visit); row++) {
        boolean isProduct = skus.is(row) || names.is(row);
        if (!isProduct && !texts.is(row)) {
          continue;
        }
        int slot = 0;
        for (String key : field.of(texts.column.get(row), isProduct)) {
          int group = groups.group(key.getBytes(StandardCharsets.UTF_8));
          int inSlot = group * SLOTS + slot++ % SLOTS;
          add(group, Metric.ACTIONS, 1);
          if (visits.isFirst(inSlot, place)) {
            add(group, Metric.VISITS, 1);
          }
          if (visitors.isFirst(inSlot, rows.visitor(visit))) {
            groups.addPerson(group, LAYOUT.place(Metric.UNIQUE_VISITORS), rows.person(visit));
          }
          if (Told.isThere(prices.get(row))) {
            add(group, Metric.PRICED_VIEWS, 1);
            add(group, Metric.VIEW_PRICES, Amounts.cents(Told.value(prices.get(row))));
          }
        }
      }
    }
  }

  /** A column of texts of which most rows have none. */
  private static final class Texts {
    final TextColumn column;
    private final TextList texts;

    Texts(TextColumn column) {
      this.column = column;
      this.texts = column.texts();
    }

    boolean never() {
      return texts.bytes().length == 0;
    }

    boolean is(int row) {
      return texts.length(column.code(row)) > 0;
    }
  }

  private void countSales() {
    Conversions conversions = rows.conversions();
    for (int i = 0; i < conversions.size(); i++) {
      int row = conversions.row(i);
      long goal = rows.actions().number(Columns.GOAL).get(row);
      if (goal == ORDER || goal == CART) {
        count(Item.all(rows.actions().text(Columns.ITEMS).get(row)), goal == ORDER);
      }
    }
  }

  private void count(List<Item> items, boolean ordered) {
    Set<Integer> inIt = new HashSet<>();
    for (Item item : items) {
      int slot = 0;
      for (String key : field.of(item)) {
        int group = groups.group(key.getBytes(StandardCharsets.UTF_8));
        if (inIt.add(group * SLOTS + slot++ % SLOTS)) {
          add(group, ordered ? Metric.ORDERS : Metric.ABANDONED_CARTS, 1);
        }
        add(
            group,
            ordered ? Metric.REVENUE : Metric.CART_REVENUE,
            Amounts.times(item.price(), item.quantity()));
        add(group, ordered ? Metric.QUANTITY : Metric.CART_QUANTITY, item.quantity());
        add(group, ordered ? Metric.PRICES : Metric.CART_PRICES, item.price());
      }
    }
  }

  private void add(int group, Metric metric, long amount) {
    groups.add(group, LAYOUT.place(metric), amount);
  }
}

package org.footfall.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What was ordered or looked at in a shop, a row each; or what was left in carts, or looked at.
 *
 * @param carts whether carts are told of, and not orders
 */
record ItemList(Dimension dimension, boolean carts) implements Shape {
  private static final List<Metric> VIEWED =
      List.of(Metric.VISITS, Metric.UNIQUE_VISITORS, Metric.ACTIONS);

  static List<Metric> metrics(boolean carts) {
    return List.of(
        Metric.REVENUE,
        Metric.QUANTITY,
        carts ? Metric.ABANDONED_CARTS : Metric.ORDERS,
        Metric.VISITS,
        Metric.UNIQUE_VISITORS,
        Metric.ACTIONS);
  }

  @Override
  public DataTable rows(Groups groups) {
    List<Metric> all = new ArrayList<>(metrics(carts));
    all.add(Metric.PRICES);
    all.add(Metric.PRICED);
    MetricLayout layout = new MetricLayout(all);
    Metric times = carts ? Metric.ABANDONED_CARTS : Metric.ORDERS;
    List<Row> rows = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      boolean sold = groups.value(group, times) > 0;
      boolean viewed = groups.value(group, Metric.VISITS) > 0;
      if (!sold && !viewed) {
        continue;
      }
      long[] values = new long[layout.size()];
      for (int place = 0; place < values.length; place++) {
        Metric metric = layout.metric(place);
        boolean known = VIEWED.contains(metric) ? viewed : sold;
        values[place] = known ? groups.value(group, stored(metric)) : Row.UNKNOWN;
      }
      // Of what nobody bought, the price is what visitors saw.
      values[layout.place(Metric.PRICES)] =
          groups.value(group, sold ? stored(Metric.PRICES) : Metric.VIEW_PRICES);
      values[layout.place(Metric.PRICED)] = groups.value(group, sold ? times : Metric.PRICED_VIEWS);
      String key = groups.text(group);
      String label = key.isEmpty() ? dimension.title() + " not defined" : key;
      rows.add(
          new Row(label, label, label, dimension, layout, values, null, false).over(groups, group));
    }
    return new DataTable(rows);
  }

  private Metric stored(Metric metric) {
    if (!carts) {
      return metric;
    }
    return switch (metric) {
      case REVENUE -> Metric.CART_REVENUE;
      case QUANTITY -> Metric.CART_QUANTITY;
      case PRICES -> Metric.CART_PRICES;
      default -> metric;
    };
  }
}

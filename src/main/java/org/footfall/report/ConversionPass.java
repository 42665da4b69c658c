package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.footfall.codec.ByteSink;
import org.footfall.codec.TextList;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/**
 * Counts a part's conversions by what its visits are counted by, and by goal. A conversion belongs
 * to its visit's group unless it knows something of its own: when it happened, where it came from.
 */
final class ConversionPass {
  private static final List<Column> AMOUNTS =
      List.of(Columns.REVENUE, Columns.SUBTOTAL, Columns.TAX, Columns.SHIPPING, Columns.DISCOUNT);
  private static final List<Metric> METRICS =
      List.of(Metric.REVENUE, Metric.SUBTOTAL, Metric.TAX, Metric.SHIPPING, Metric.DISCOUNT);

  private final PartRows rows;
  private final Source source;

  ConversionPass(PartRows rows, Source source) {
    this.rows = rows;
    this.source = source;
  }

  /** Counts under keys of their own, of visits that have not been counted. */
  void count(GroupBuilder groups, ZoneHistory zones) {
    if (rows.conversions().size() > 0) {
      VisitKey.Grouping grouping =
          new VisitKey.Grouping(source.keys(), rows.visits(), zones, groups, null);
      count(groups, (visit, conversion) -> grouping.group(visit));
    }
  }

  /**
   * Counts besides visits.
   *
   * @param groupOf each visit's group; less than 0 for one that is not counted
   */
  void count(GroupBuilder groups, int[] groupOf, ZoneHistory zones) {
    if (rows.conversions().size() > 0) {
      List<VisitKey.ConversionReader> parts = parts(zones);
      count(
          groups,
          parts.isEmpty()
              ? (visit, conversion) -> groupOf[visit]
              : (visit, conversion) -> groups.group(key(parts, visit, conversion)));
    }
  }

  private interface Grouper {
    int group(int visit, int conversion);
  }

  /**
   * Counts by what conversions themselves know of how things were then.
   *
   * @param groupOf each visit's group, to which those belong that do not know
   */
  void count(GroupBuilder groups, int[] groupOf, CustomGrouper grouper) {
    if (rows.conversions().size() > 0) {
      CustomThen then = new CustomThen(rows.actions());
      count(
          groups,
          (visit, conversion) ->
              then.isTold(conversion) ? grouper.group(then, conversion) : groupOf[visit]);
    }
  }

  /** Finds a conversion's group by what a site told of its own; less than 0 for none. */
  interface CustomGrouper {
    int group(CustomThen then, int conversion);
  }

  private void count(GroupBuilder groups, Grouper grouper) {
    MetricLayout layout = source.goalLayout();
    Conversions conversions = rows.conversions();
    LogTable actions = rows.actions();
    NumberColumn goals = actions.number(Columns.GOAL);
    List<NumberColumn> amounts = AMOUNTS.stream().map(actions::number).toList();
    TextColumn items = actions.text(Columns.ITEMS);
    TextList itemTexts = items.texts();
    LastSeen visits = new LastSeen();
    for (int i = 0; i < conversions.size(); i++) {
      int row = conversions.row(i);
      int group = grouper.group(rows.row(conversions.place(i)), row);
      if (group < 0) {
        continue;
      }
      int place = groups.goalGroup(layout, group, goals.get(row));
      GroupBuilder counted = groups.goals();
      counted.add(place, layout.place(Metric.CONVERSIONS), 1);
      if (visits.isFirst(place, conversions.place(i))) {
        counted.add(place, layout.place(Metric.CONVERTED_VISITS), 1);
      }
      for (int amount = 0; amount < METRICS.size(); amount++) {
        counted.add(
            place, layout.place(METRICS.get(amount)), Amounts.cents(amounts.get(amount).get(row)));
      }
      if (itemTexts.length(items.code(row)) > 0) {
        counted.add(place, layout.place(Metric.ITEMS), Item.quantity(items.get(row)));
      }
    }
  }

  /** What reads the keys of conversions; empty where each is its visit's. */
  private List<VisitKey.ConversionReader> parts(ZoneHistory zones) {
    List<VisitKey.ConversionReader> parts = new ArrayList<>();
    boolean own = false;
    for (VisitKey key : source.keys()) {
      VisitKey.ConversionReader part = key.openConversions(rows.visits(), rows.actions(), zones);
      own |= part != null;
      if (part == null) {
        VisitKey.Reader ofVisit = key.open(rows.visits(), zones);
        parts.add((visit, conversion) -> ofVisit.text(visit));
      } else {
        parts.add(part);
      }
    }
    return own ? parts : List.of();
  }

  private static byte[] key(List<VisitKey.ConversionReader> parts, int visit, int conversion) {
    ByteSink key = new ByteSink();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        key.put(Groups.BETWEEN);
      }
      key.put(parts.get(i).text(visit, conversion).getBytes(StandardCharsets.UTF_8));
    }
    return key.toBytes();
  }
}

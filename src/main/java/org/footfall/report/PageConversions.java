package org.footfall.report;

import java.util.function.IntUnaryOperator;
import org.footfall.codec.Numbers;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.NumberColumn;

/**
 * Counts conversions under the pages that led to them.
 *
 * <p>A conversion counts for every page view of its visit that was not after it: as a whole, and as
 * its part when all these page views share it. So a page that was seen twice has it twice. And it
 * counts for the page that the visit began with, but for a cart.
 *
 * <p>Two of the numbers clients expect are rates of a day, which in longer periods, and in folders,
 * are summed up like all others; they are worked out when a day's parts have been joined.
 */
final class PageConversions {
  private static final int CART = 1;
  private static final long PAGE_VIEW = 1;
  private static final long PARTS = 10_000;
  private static final long CENTS_TO_PARTS = 100;
  private static final long THOUSAND = 1_000;

  private final PartRows rows;
  private final GroupBuilder groups;
  private final MetricLayout layout;

  PageConversions(PartRows rows, GroupBuilder groups, MetricLayout layout) {
    this.rows = rows;
    this.groups = groups;
    this.layout = layout;
  }

  /**
   * @param pages the group of a page view's row; less than 0 for one without a name
   * @param entries the group that a visit's row began with; less than 0 for none
   */
  void count(IntUnaryOperator pages, IntUnaryOperator entries) {
    Conversions conversions = rows.conversions();
    if (conversions.size() == 0) {
      return;
    }
    NumberColumn goals = rows.actions().number(Columns.GOAL);
    NumberColumn revenues = rows.actions().number(Columns.REVENUE);
    for (int i = 0; i < conversions.size(); i++) {
      int conversion = conversions.row(i);
      int visit = rows.row(conversions.place(i));
      long goal = goals.get(conversion);
      long revenue = Amounts.cents(revenues.get(conversion));
      countPages(visit, conversion, revenue, pages);
      int entry = entries.applyAsInt(visit);
      if (goal != CART && entry >= 0) {
        int place = groups.goalGroup(layout, entry, goal);
        add(place, Metric.ENTRY_CONVERSIONS, 1);
        add(place, Metric.ENTRY_REVENUE, revenue);
      }
    }
  }

  private void countPages(int visit, int conversion, long revenue, IntUnaryOperator pages) {
    NumberColumn kinds = rows.actions().number(Columns.KIND);
    NumberColumn times = rows.actions().number(Columns.TIME);
    long goal = rows.actions().number(Columns.GOAL).get(conversion);
    long time = times.get(conversion);
    long before =
        goal == CART ? 0 : rows.actions().number(Columns.INTERACTION_POSITION).get(conversion);
    for (int row = rows.firstAction(visit); row < rows.endOfActions(visit); row++) {
      int page = kinds.get(row) == PAGE_VIEW && times.get(row) <= time ? pages.applyAsInt(row) : -1;
      if (page < 0) {
        continue;
      }
      int place = groups.goalGroup(layout, page, goal);
      add(place, Metric.CONVERSIONS, 1);
      add(place, Metric.REVENUE, revenue);
      if (before > 0) {
        add(place, Metric.CONVERSION_PARTS, rounded(PARTS, before));
        add(place, Metric.REVENUE_PARTS, rounded(revenue * CENTS_TO_PARTS, before));
        groups.goals().raise(place, layout.place(Metric.MOST_PAGES_BEFORE), before);
      }
    }
  }

  private void add(int place, Metric metric, long amount) {
    groups.goals().add(place, layout.place(metric), amount);
  }

  private static long rounded(long of, long by) {
    return Math.floorDiv(of + by / 2, by);
  }

  /** The counts of a whole day's parts with what is worked out from them. */
  static Groups ofDay(Groups day) {
    Groups goals = day.goals();
    if (goals == null) {
      return day;
    }
    int size = goals.size();
    long[] pagesBefore = new long[size];
    long[] revenueParts = new long[size];
    long[] rates = new long[size];
    long[] revenues = new long[size];
    for (int group = 0; group < day.size(); group++) {
      long entries = day.value(group, Metric.ENTRY_VISITS);
      for (int at = GoalRows.first(day, group); GoalRows.isOf(day, group, at); at++) {
        pagesBefore[at] = goals.value(at, Metric.MOST_PAGES_BEFORE);
        revenueParts[at] = rounded(goals.value(at, Metric.REVENUE_PARTS), 100) * 100;
        if (entries > 0) {
          rates[at] = rounded(goals.value(at, Metric.ENTRY_CONVERSIONS) * THOUSAND, entries);
          revenues[at] = rounded(goals.value(at, Metric.ENTRY_REVENUE) * 10, entries);
        }
      }
    }
    return day.withGoals(
        goals
            .with(Metric.PAGES_BEFORE, Numbers.of(pagesBefore))
            .with(Metric.REVENUE_PARTS, Numbers.of(revenueParts))
            .with(Metric.ENTRY_CONVERSION_RATE, Numbers.of(rates))
            .with(Metric.REVENUE_PER_ENTRY, Numbers.of(revenues)));
  }
}

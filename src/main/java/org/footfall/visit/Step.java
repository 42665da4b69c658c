package org.footfall.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.footfall.enrich.referrer.Referrer;
import org.footfall.site.Goal;

/**
 * What a hit does to the visit that it was taken into.
 *
 * <p>Page views and searches move where the visitor is; everything else happens on the page that is
 * open. A visit's entry page is its first page view, whatever came before but a search; its entry
 * title is that of a page view or nothing; a page without a title leaves the one before it open. A
 * cart has one row in its visit, and the order that follows takes that row over.
 */
final class Step {
  private static final int ORDERED = 1;
  private static final int CART = 2;
  private static final int ORDERED_AND_CART = 3;
  private static final int MINUTE = 60;

  private final Directory directory;
  private final Hit hit;
  private final Visit visit;
  private final boolean begins;
  private final List<Conversion> conversions = new ArrayList<>(0);

  /**
   * @param begins whether the visit begins with this hit
   */
  Step(Directory directory, Hit hit, Visit visit, boolean begins) {
    this.directory = directory;
    this.hit = hit;
    this.visit = visit;
    this.begins = begins;
  }

  /**
   * @param visitorBefore the ordinal of the visitor whose visit it was before; 0 if the same
   */
  Outcome take(int secondsBefore, int visitorBefore) {
    Deed deed = hit.deed();
    visit.dimensions = hit.custom().visit().over(visit.dimensions);
    visit.variables = hit.custom().visitVariables().over(visit.variables);
    int position = -1;
    if (deed.kind().isAction()) {
      position = visit.rows++;
      count(deed);
    }
    convert(deed, position);
    int late = deed.tellsLateTimings() ? visit.rows++ : -1;
    return new Outcome(
        visit,
        position,
        secondsBefore,
        visit.interactions,
        visitorBefore,
        conversions.isEmpty() ? List.of() : conversions,
        late);
  }

  private void count(Deed deed) {
    ActionKind kind = deed.kind();
    visit.actions += kind.counts() ? 1 : 0;
    visit.events += kind == ActionKind.EVENT ? 1 : 0;
    if (!kind.isInteraction()) {
      return;
    }
    boolean search = kind == ActionKind.SEARCH;
    if (visit.interactions == 0 && !search) {
      visit.fixedChanged |= !deed.url().equals(visit.entryUrl);
      visit.entryUrl = deed.url();
      visit.entryTitle = begins ? deed.name() : visit.entryTitle;
    }
    visit.interactions++;
    visit.searches += search ? 1 : 0;
    visit.exitUrl = deed.url();
    if (begins || !deed.name().isEmpty()) {
      visit.exitTitle = search ? "" : deed.name();
      visit.exitSearch = search ? deed.name() : "";
    }
  }

  private void convert(Deed deed, int position) {
    if (deed.detail() instanceof Detail.Order order) {
      if (order.isCart()) {
        changeCart(order);
      } else {
        order(order);
      }
      return;
    }
    boolean met = false;
    for (Goals.Met goal : hit.goals().met()) {
      met |= meet(goal, position);
    }
    if (deed.kind() != ActionKind.PING) {
      for (Goal goal : hit.goals().ofVisit()) {
        met |= isMet(goal) && meet(GoalRules.met(goal, GoalRules.usualRevenue(goal)), position);
      }
    }
    if (met) {
      // As Matomo has it, so that the sums of visits' lengths are the same.
      lengthen(deed.detail() instanceof Detail.Goal byHand ? byHand.goal() + 2 : 1);
      visit.converted = true;
    }
  }

  private boolean isMet(Goal goal) {
    double least = Numbers.decimal(goal.wish().pattern(), Double.MAX_VALUE);
    return switch (goal.wish().subject()) {
      case VISIT_DURATION -> visit.totalSeconds > least * MINUTE;
      case VISIT_TOTAL_ACTIONS -> visit.actions > least;
      case VISIT_TOTAL_PAGEVIEWS -> visit.interactions - visit.searches > least;
      default -> false;
    };
  }

  /** Whether the hit meets it, be it again. */
  private boolean meet(Goals.Met goal, int position) {
    TreeSet<Integer> before = new TreeSet<>();
    if (!visit.goalsMet.isEmpty()) {
      for (String number : visit.goalsMet.split(",", -1)) {
        before.add(Integer.valueOf(number));
      }
    }
    if (before.add(goal.goal()) || goal.severalPerVisit()) {
      conversions.add(conversion(goal.goal(), visit.rows++, goal.revenue(), position, null));
      visit.goalsMet = String.join(",", before.stream().map(String::valueOf).toList());
    }
    return true;
  }

  private void changeCart(Detail.Order cart) {
    if (visit.cart < 0) {
      visit.cart = visit.rows++;
    }
    conversions.add(conversion(Conversion.CART, visit.cart, cart.revenue(), -1, cart));
    visit.buyer =
        visit.buyer == ORDERED || visit.buyer == ORDERED_AND_CART ? ORDERED_AND_CART : CART;
  }

  /** An order that was told before changes the visit, but is no order again. */
  private void order(Detail.Order order) {
    visit.buyer = ORDERED;
    visit.converted = true;
    visit.secondsSinceOrder = 1;
    visit.fixedChanged = true;
    if (begins) {
      visit.returning = 2;
    }
    directory
        .visitor(hit.site(), visit.visitorId)
        .filter(known -> known.lastOrder() < visit.firstAction)
        .ifPresent(known -> directory.remember(hit.site(), visit.visitorId, ordered(known)));
    lengthen(2);
    if (directory.isNewOrder(hit.site(), order.id())) {
      int row = visit.cart >= 0 ? visit.cart : visit.rows++;
      visit.cart = -1;
      conversions.add(conversion(Conversion.ORDER, row, order.revenue(), -1, order));
    }
  }

  private Conversion conversion(int goal, int row, long revenue, int action, Detail.Order order) {
    return new Conversion(
        goal, row, revenue, action, order, attributed(), visit.dimensions, visit.variables);
  }

  /** Where the conversion came from; null when that is where the visit came from. */
  private Referrer attributed() {
    Referrer from = hit.attribution().apply(visit.referrer);
    return from.equals(visit.referrer) ? null : from;
  }

  private Visitor ordered(Visitor known) {
    return new Visitor(
        known.ordinal(), known.firstVisit(), known.lastVisit(), known.visits(), visit.firstAction);
  }

  private void lengthen(int seconds) {
    if (!begins || visit.visitCount > 1) {
      visit.totalSeconds += seconds;
    }
  }
}

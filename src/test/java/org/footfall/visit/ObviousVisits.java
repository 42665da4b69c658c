package org.footfall.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The visit rules as one would tell them: a list of all visits, looked through from end to end for
 * each hit. For hits of one site and day that come in the order of time.
 */
final class ObviousVisits {
  final List<One> visits = new ArrayList<>();
  private final Set<String> orders = new TreeSet<>();

  /** A hit: who, on what device, when, what. */
  record Act(
      long second,
      long cookie,
      int device,
      ActionKind kind,
      String name,
      Detail detail,
      List<Goals.Met> goals) {}

  static final class One {
    long visitor;
    int device;
    long first;
    long last;
    long seconds;
    int actions;
    int pages;
    int searches;
    int events;
    String entry = "";
    String exit = "";
    String exitSearch = "";
    final List<Integer> conversions = new ArrayList<>();
    final Set<Integer> goals = new TreeSet<>();
    boolean cart;
    boolean ordered;
    boolean known;
  }

  void take(Act act) {
    One visit = find(act);
    boolean ended = visit == null || visit.last <= act.second() - 1_800;
    if (ended && act.kind() == ActionKind.PING) {
      return;
    }
    boolean begins = ended;
    if (begins) {
      One fresh = new One();
      fresh.first = act.second();
      fresh.device = act.device();
      fresh.known = visit != null || anyOf(act.cookie());
      // A device that lost its cookie stays who it was.
      fresh.visitor =
          visit != null ? visit.visitor : act.cookie() != 0 ? act.cookie() : -fresh.hashCode();
      visits.add(fresh);
      visit = fresh;
    } else {
      visit.visitor = act.cookie() != 0 ? act.cookie() : visit.visitor;
      visit.seconds = 1 + act.second() - visit.first;
    }
    if (act.kind() != ActionKind.PING) {
      visit.last = act.second();
    }
    count(visit, act);
    convert(visit, act, begins);
  }

  private boolean anyOf(long cookie) {
    return cookie != 0 && visits.stream().anyMatch(visit -> visit.visitor == cookie);
  }

  private One find(Act act) {
    Comparator<One> latest = Comparator.comparingLong(visit -> visit.last);
    if (act.cookie() != 0 && anyOf(act.cookie())) {
      return visits.stream()
          .filter(visit -> visit.visitor == act.cookie())
          .reduce((a, b) -> latest.compare(a, b) <= 0 ? b : a)
          .orElseThrow();
    }
    return visits.stream()
        .filter(visit -> visit.device == act.device() && visit.last >= act.second() - 1_800)
        .reduce((a, b) -> latest.compare(a, b) <= 0 ? b : a)
        .orElse(null);
  }

  private static void count(One visit, Act act) {
    switch (act.kind()) {
      case PAGE_VIEW -> {
        if (visit.pages + visit.searches == 0) {
          visit.entry = act.name();
        }
        visit.pages++;
        visit.actions++;
        visit.exit = act.name();
        visit.exitSearch = "";
      }
      case SEARCH -> {
        visit.searches++;
        visit.actions++;
        visit.exit = "";
        visit.exitSearch = act.name();
      }
      case EVENT -> {
        visit.events++;
        visit.actions++;
      }
      case DOWNLOAD, OUTLINK -> visit.actions++;
      default -> {
        // Contents, goals, orders and pings are no actions.
      }
    }
  }

  private void convert(One visit, Act act, boolean begins) {
    int longer = 0;
    if (act.detail() instanceof Detail.Order order) {
      if (order.id().isEmpty()) {
        visit.cart = true;
        if (!visit.conversions.contains(Conversion.CART)) {
          visit.conversions.add(Conversion.CART);
        }
      } else {
        longer = 2;
        visit.ordered = true;
        visit.cart = false;
        if (orders.add(order.id())) {
          visit.conversions.remove(Integer.valueOf(Conversion.CART));
          visit.conversions.add(Conversion.ORDER);
        }
      }
    }
    for (Goals.Met goal : act.goals()) {
      longer = 1;
      if (visit.goals.add(goal.goal()) || goal.severalPerVisit()) {
        visit.conversions.add(goal.goal());
      }
    }
    if (!begins || visit.known) {
      visit.seconds += longer;
    }
  }
}

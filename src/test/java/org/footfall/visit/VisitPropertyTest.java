package org.footfall.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever visitors do, the rules make of it what {@link ObviousVisits} does. */
class VisitPropertyTest {
  private static final Instant MORNING = Instant.parse("2026-03-10T06:00:00Z");

  /** What is done, without when. */
  private record Wish(int pause, long cookie, int device, int what) {}

  @Provide
  Arbitrary<List<Wish>> wishes() {
    Arbitrary<Integer> pauses = Arbitraries.of(0, 1, 60, 1_799, 1_800, 2_000);
    Arbitrary<Wish> wish =
        Combinators.combine(
                pauses,
                Arbitraries.of(0L, 7L, 8L),
                Arbitraries.integers().between(1, 2),
                Arbitraries.integers().between(0, 13))
            .as(Wish::new);
    return wish.list().ofMaxSize(25);
  }

  @Property(tries = 1_000)
  void visitsAreWhatTheObviousRulesSay(@ForAll("wishes") List<Wish> wishes) {
    TestHits hits = new TestHits();
    ObviousVisits obvious = new ObviousVisits();
    long second = MORNING.getEpochSecond();
    int number = 0;
    for (Wish wish : wishes) {
      second += wish.pause();
      ObviousVisits.Act act = act(second, wish, number++);
      obvious.take(act);
      TestHits.Next next =
          hits.at(Instant.ofEpochSecond(second).toString()).device(act.device()).page(act.name());
      if (act.cookie() != 0) {
        next.cookie(act.cookie());
      }
      if (act.kind() != ActionKind.PAGE_VIEW) {
        next.deed(act.kind(), act.name(), act.detail());
      }
      next.goals(new Goals(act.goals(), List.of())).hit();
    }
    assertThat(hits.visits().stream().map(visit -> told(hits, visit)).toList())
        .isEqualTo(obvious.visits.stream().map(VisitPropertyTest::told).toList());
  }

  private static ObviousVisits.Act act(long second, Wish wish, int number) {
    ActionKind kind = ActionKind.PAGE_VIEW;
    Detail detail = Detail.NONE;
    List<Goals.Met> goals = List.of();
    switch (wish.what()) {
      case 0, 1 -> kind = ActionKind.EVENT;
      case 2 -> kind = ActionKind.SEARCH;
      case 3 -> kind = ActionKind.DOWNLOAD;
      case 4 -> kind = ActionKind.OUTLINK;
      case 5 -> kind = ActionKind.CONTENT;
      case 6 -> kind = ActionKind.PING;
      case 7 -> {
        kind = ActionKind.ECOMMERCE;
        detail = new Detail.Order("", 1, 0, 0, 0, 0, "");
      }
      case 8 -> {
        kind = ActionKind.ECOMMERCE;
        detail = new Detail.Order("order" + number / 4, 1, 0, 0, 0, 0, "");
      }
      case 9 -> goals = List.of(new Goals.Met(4, false, 0));
      case 10 -> goals = List.of(new Goals.Met(4, false, 0), new Goals.Met(5, true, 0));
      default -> {
        // A plain page.
      }
    }
    return new ObviousVisits.Act(
        second, wish.cookie(), wish.device(), kind, "name" + number, detail, goals);
  }

  private static String told(ObviousVisits.One visit) {
    int buyer = visit.ordered ? (visit.cart ? 3 : 1) : visit.cart ? 2 : 0;
    List<Integer> conversions = new ArrayList<>(visit.conversions);
    conversions.sort(null);
    return "%d-%d %ds a%d p%d s%d e%d %s>%s/%s buyer %d goals %s conversions %s"
        .formatted(
            visit.first,
            visit.last,
            visit.seconds,
            visit.actions,
            visit.pages,
            visit.searches,
            visit.events,
            visit.entry,
            visit.exit,
            visit.exitSearch,
            buyer,
            visit.goals.toString().replaceAll("[\\[\\] ]", ""),
            conversions);
  }

  private static String told(TestHits hits, Visit visit) {
    return "%d-%d %ds a%d p%d s%d e%d %s>%s/%s buyer %d goals %s conversions %s"
        .formatted(
            visit.firstAction,
            visit.lastAction,
            visit.totalSeconds,
            visit.actions,
            visit.interactions - visit.searches,
            visit.searches,
            visit.events,
            visit.entryUrl.text().replace("example.org/", ""),
            visit.exitTitle,
            visit.exitSearch,
            visit.buyer,
            visit.goalsMet,
            conversions(hits, visit));
  }

  /** The latest of each row counts. */
  private static List<Integer> conversions(TestHits hits, Visit visit) {
    Map<Integer, Integer> byRow = new TreeMap<>();
    for (Outcome outcome : hits.outcomes()) {
      if (outcome.visit() == visit) {
        outcome.conversions().forEach(one -> byRow.put(one.position(), one.goal()));
      }
    }
    return byRow.values().stream().sorted().toList();
  }
}

package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeopleTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 28);

  /** Few or many, in one group or several, moved into others or not. */
  @Test
  void crowdsAreSets() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(12);
      int people = 1 + random.nextInt(900);
      CrowdBuilder builder = new CrowdBuilder();
      List<Set<Integer>> sets =
          Stream.generate(() -> (Set<Integer>) new HashSet<Integer>()).limit(size).toList();
      for (int i = random.nextInt(6_000); i > 0; i--) {
        int group = random.nextInt(size);
        int person = random.nextInt(people) - people / 2;
        builder.add(group, person);
        sets.get(group).add(person);
      }
      Crowds crowds = builder.build();
      int[] some = IntStream.range(0, size).filter(group -> group % 3 != 1).toArray();
      assertThat(crowds.count(some)).isEqualTo(union(sets, some));
      int[] to = IntStream.range(0, size).map(group -> group / 2).toArray();
      boolean usedUp = round % 2 == 0;
      Crowds moved = crowds.moved(to, usedUp);
      assertThat(crowds.count(some)).isEqualTo(usedUp ? 0 : union(sets, some));
      for (int target = 0; target <= size / 2; target++) {
        int wanted = target;
        int[] members = IntStream.range(0, size).filter(group -> to[group] == wanted).toArray();
        assertThat(moved.count(target)).isEqualTo(union(sets, members));
      }
    }
  }

  private static long union(List<Set<Integer>> sets, int[] members) {
    Set<Integer> all = new HashSet<>();
    for (int member : members) {
      all.addAll(sets.get(member));
    }
    return all.size();
  }

  @Test
  void whoHasNoOrdinalIsSomebodyElseEachDay() {
    People people = new People(Source.COUNTRY, 1_000);
    people.begin(DAY);
    int known = people.visitor(7, 70);
    int stranger = people.visitor(0, 7);
    int other = people.visitor(0, 8);
    assertThat(Set.of(known, stranger, other)).hasSize(3);
    people.begin(DAY); // a part was damaged, and the day is counted once more
    assertThat(people.visitor(0, 7)).isEqualTo(stranger);
    people.begin(DAY.plusDays(1));
    assertThat(people.visitor(7, 70)).isEqualTo(known);
    assertThat(people.visitor(0, 7)).isNotIn(known, stranger, other);
  }

  @Test
  void theyMayNotTakeMoreMemoryThanRowsMay() throws Exception {
    People people = new People(Source.COUNTRY, 1_000);
    people.check();
    for (int person = 0; person < 1 << 18; person++) {
      people.add(Metric.UNIQUE_VISITORS, person % 5_000, person);
    }
    assertThatThrownBy(people::check)
        .isInstanceOf(ReportRefused.class)
        .hasMessageContaining("Ask for a shorter period")
        .hasMessageContaining("report.max_rows");
  }
}

package org.footfall.report;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.NumberColumn;

/**
 * The actions of a part that another visitor did than the one whose visit they are in.
 *
 * <p>A visit belongs to the id that was shown last: who logs in takes the actions before along, and
 * so does a second id on the same device. As visits those are one; but as Matomo has it, unique
 * visitors of actions are counted by the ids that were shown when they happened. Passes leave
 * strays out where they ask who was counted last, and have them counted here in the end: once a
 * visitor and group, unless the visitor was in the group by visits that are the visitor's own. That
 * is looked for in the part alone; a stray whose own visits are in another part of a very large day
 * may count twice.
 */
final class Strays {
  private final PartRows rows;
  private final BitSet all = new BitSet();
  private final Map<Long, BitSet> byVisitor = new HashMap<>();

  Strays(PartRows rows) {
    this.rows = rows;
    NumberColumn before = rows.actions().number(Columns.VISITOR_BEFORE);
    for (int place = 0; place < rows.size(); place++) {
      int visit = rows.row(place);
      long owner = 0;
      for (int row = rows.endOfActions(visit) - 1; row >= rows.firstAction(visit); row--) {
        if (owner != 0 && !rows.isOf(visit, owner)) {
          all.set(row);
          byVisitor.computeIfAbsent(owner, key -> new BitSet()).set(row);
        }
        owner = before.get(row) == 0 ? owner : before.get(row);
      }
    }
  }

  boolean has(int action) {
    return all.get(action);
  }

  /**
   * Tells each group once for each visitor who is in it by strays alone.
   *
   * @param groupOf the group of an action; less than 0 for one that is not counted
   */
  void count(IntUnaryOperator groupOf, Counted counted) {
    People people = rows.people();
    byVisitor.forEach(
        (visitor, strays) -> {
          Set<Integer> groups = ownGroups(visitor, groupOf);
          int person = people == null ? 0 : people.visitor(visitor, 0);
          strays.stream()
              .map(groupOf)
              .filter(group -> group >= 0 && groups.add(group))
              .forEach(group -> counted.add(group, person));
        });
  }

  /** Counts somebody in a group. */
  interface Counted {
    /**
     * @param person as {@link PartRows#person}
     */
    void add(int group, int person);
  }

  private Set<Integer> ownGroups(long visitor, IntUnaryOperator groupOf) {
    Set<Integer> groups = new HashSet<>();
    int end = rows.endOf(visitor);
    for (int place = rows.firstOf(visitor); place < end; place++) {
      int visit = rows.row(place);
      for (int row = rows.firstAction(visit); row < rows.endOfActions(visit); row++) {
        if (!all.get(row)) {
          groups.add(groupOf.applyAsInt(row));
        }
      }
    }
    return groups;
  }
}

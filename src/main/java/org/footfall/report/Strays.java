package org.footfall.report;

import java.util.Arrays;
import java.util.BitSet;
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
 * may count twice. Of products ({@link ItemPass}) the visitors are those whose visits they are in.
 */
final class Strays {
  private final PartRows rows;
  private final BitSet all = new BitSet();

  /** Those who did them, numbered. */
  private final LongIntMap owners = new LongIntMap();

  private long[] ordinals = new long[16];

  /** The actions, those of each owner together. */
  private final int[] actions;

  /** Where the actions of each owner begin, and in the end how many there are. */
  private final int[] starts;

  Strays(PartRows rows) {
    this.rows = rows;
    int[] found = new int[16];
    int[] ownerOf = new int[16];
    int count = 0;
    NumberColumn before = rows.actions().number(Columns.VISITOR_BEFORE);
    for (int place = 0; place < rows.size(); place++) {
      int visit = rows.row(place);
      long owner = 0;
      for (int row = rows.endOfActions(visit) - 1; row >= rows.firstAction(visit); row--) {
        if (owner != 0 && !rows.isOf(visit, owner)) {
          if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
            ownerOf = Arrays.copyOf(ownerOf, count * 2);
          }
          all.set(row);
          found[count] = row;
          ownerOf[count++] = number(owner);
        }
        owner = before.get(row) == 0 ? owner : before.get(row);
      }
    }
    this.starts = new int[owners.size() + 1];
    this.actions = byOwner(found, ownerOf, count);
  }

  private int number(long owner) {
    int number = owners.add(owner);
    if (number >= ordinals.length) {
      ordinals = Arrays.copyOf(ordinals, number * 2);
    }
    ordinals[number] = owner;
    return number;
  }

  /** A counting sort. */
  private int[] byOwner(int[] found, int[] ownerOf, int count) {
    for (int i = 0; i < count; i++) {
      starts[ownerOf[i] + 1]++;
    }
    for (int owner = 0; owner < owners.size(); owner++) {
      starts[owner + 1] += starts[owner];
    }
    int[] next = starts.clone();
    int[] sorted = new int[count];
    for (int i = 0; i < count; i++) {
      sorted[next[ownerOf[i]]++] = found[i];
    }
    return sorted;
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
    LastSeen seen = new LastSeen();
    for (int owner = 0; owner < owners.size(); owner++) {
      int person = people == null ? 0 : people.visitor(ordinals[owner], 0);
      seeOwn(owner, groupOf, seen);
      for (int i = starts[owner]; i < starts[owner + 1]; i++) {
        int group = groupOf.applyAsInt(actions[i]);
        if (group >= 0 && seen.isFirst(group, owner)) {
          counted.add(group, person);
        }
      }
    }
  }

  /** Marks the groups in which the owner is by visits that are the owner's own. */
  private void seeOwn(int owner, IntUnaryOperator groupOf, LastSeen seen) {
    int end = rows.endOf(ordinals[owner]);
    for (int place = rows.firstOf(ordinals[owner]); place < end; place++) {
      int visit = rows.row(place);
      for (int row = rows.firstAction(visit); row < rows.endOfActions(visit); row++) {
        int group = all.get(row) ? -1 : groupOf.applyAsInt(row);
        if (group >= 0) {
          boolean unused = seen.isFirst(group, owner);
        }
      }
    }
  }

  /** Counts somebody in a group. */
  interface Counted {
    /**
     * @param person as {@link PartRows#person}
     */
    void add(int group, int person);
  }
}

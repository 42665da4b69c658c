package org.footfall.visit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Visits by a key, those of a key in the order of their last actions. Nearly all keys have one
 * visit; those with more keep a tree, so that a key which thousands share is no slower than others.
 * A visit must be taken out before its last action or its key changes, and put back after.
 */
final class VisitIndex {
  private static final Comparator<Visit> BY_LAST_ACTION =
      Comparator.<Visit>comparingLong(visit -> visit.lastAction)
          .thenComparingLong(visit -> visit.id);

  private final LongMap<Visit> single = new LongMap<>();
  private final Map<Long, TreeSet<Visit>> several = new HashMap<>();

  void add(long key, Visit visit) {
    TreeSet<Visit> tree = several.isEmpty() ? null : several.get(key);
    if (tree != null) {
      tree.add(visit);
      return;
    }
    Visit other = single.get(key);
    if (other == null) {
      single.put(key, visit);
      return;
    }
    single.remove(key);
    TreeSet<Visit> both = new TreeSet<>(BY_LAST_ACTION);
    both.add(other);
    both.add(visit);
    several.put(key, both);
  }

  void remove(long key, Visit visit) {
    TreeSet<Visit> tree = several.isEmpty() ? null : several.get(key);
    if (tree == null) {
      single.remove(key);
      return;
    }
    tree.remove(visit);
    if (tree.isEmpty()) {
      several.remove(key);
    }
  }

  /** The key's visit of the latest last action that is not after a time, or null. */
  Visit latest(long key, long notAfter) {
    TreeSet<Visit> tree = several.isEmpty() ? null : several.get(key);
    if (tree != null) {
      Visit probe = new Visit(Long.MAX_VALUE);
      probe.lastAction = notAfter;
      return tree.floor(probe);
    }
    Visit visit = single.get(key);
    return visit == null || visit.lastAction > notAfter ? null : visit;
  }

  /** Whether the key has a visit whose last action is after a time. */
  boolean hasAfter(long key, long time) {
    TreeSet<Visit> tree = several.isEmpty() ? null : several.get(key);
    Visit last = tree == null ? single.get(key) : tree.last();
    return last != null && last.lastAction > time;
  }

  /** Whether a lone visit has the key: then its last action may change where it is. */
  boolean isSingle(long key) {
    return several.isEmpty() || !several.containsKey(key);
  }
}

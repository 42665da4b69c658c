package org.footfall.visit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The visits of one site and day that a hit may still meet, by visitor and by device.
 *
 * <p>A visit never spans days, so a hit needs the visits of its own day and no others. Of a day
 * that goes on, visits which ended long ago are dropped; {@link #since} remembers from when on it
 * is complete. A hit that looks further back makes its owner load the day and {@link #complete} it.
 */
public final class DayState {
  private final LongMap<Visit> byId = new LongMap<>();
  private final VisitIndex byVisitor = new VisitIndex();

  /** Visits of nobody in particular, by device. */
  private final VisitIndex anonymous = new VisitIndex();

  /** Visits of users with a name, by device, and by device and name. */
  private final VisitIndex named = new VisitIndex();

  private final VisitIndex byUser = new VisitIndex();
  private long since;
  private int kept;

  /**
   * @param visits all visits of the day so far whose last action is at or after a time
   * @param since that time; the smallest number when they are all the visits there are
   */
  public DayState(Collection<Visit> visits, long since) {
    this.since = since;
    visits.forEach(this::add);
    kept = byId.size();
  }

  /** Every visit is here whose last action is at or after this time. */
  public long since() {
    return since;
  }

  public int size() {
    return byId.size();
  }

  /** Adds the day's other visits; those that are here already are newer and stay. */
  public void complete(Collection<Visit> all) {
    for (Visit visit : all) {
      if (byId.get(visit.id) == null) {
        add(visit);
      }
    }
    since = Long.MIN_VALUE;
  }

  /**
   * Drops visits whose last action is before a time, when that is worth the work: when the day has
   * doubled since the last time, whether by new visits or since a late hit made it whole.
   */
  public void tidy(long time) {
    if (byId.size() >= 2 * kept + 1_000) {
      dropBefore(time);
    }
  }

  /** Drops visits whose last action is before a time. */
  public void dropBefore(long time) {
    if (time <= since) {
      return;
    }
    List<Visit> old = new ArrayList<>();
    byId.forEach(
        visit -> {
          if (visit.lastAction < time) {
            old.add(visit);
          }
        });
    for (Visit visit : old) {
      byId.remove(visit.id);
      removeFromIndexes(visit);
    }
    since = time;
    kept = byId.size();
  }

  /** The visitor as the day's latest visit tells, if the visitor was here. */
  public Optional<Visitor> latestOf(long visitorId) {
    return Optional.ofNullable(byVisitor.latest(visitorId, Long.MAX_VALUE)).map(Visit::visitor);
  }

  /** Whether a hit at this time would go on with a visit that the visitor has here. */
  public boolean isOpen(long visitorId, long time) {
    Visit visit = byVisitor.latest(visitorId, time + VisitMatcher.VISIT_SECONDS);
    return visit != null && visit.lastAction > time - VisitMatcher.VISIT_SECONDS;
  }

  Visit ofVisitor(long visitorId, long notAfter) {
    return byVisitor.latest(visitorId, notAfter);
  }

  boolean hasAfter(long visitorId, long time) {
    return byVisitor.hasAfter(visitorId, time);
  }

  /**
   * The device's latest visit whose last action lies between two times, both included, or null. A
   * hit of a named user meets only visits of nobody in particular and the user's own.
   */
  Visit ofDevice(long configId, String userId, long from, long to) {
    Visit first = anonymous.latest(configId, to);
    Visit second =
        userId.isEmpty()
            ? named.latest(configId, to)
            : byUser.latest(userKey(configId, userId), to);
    Visit later = later(first, second);
    return later == null || later.lastAction < from ? null : later;
  }

  private static Visit later(Visit a, Visit b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    if (a.lastAction != b.lastAction) {
      return a.lastAction > b.lastAction ? a : b;
    }
    return a.id > b.id ? a : b;
  }

  void add(Visit visit) {
    byId.put(visit.id, visit);
    addToIndexes(visit);
  }

  /** Changes what a visit is found by. */
  void change(Visit visit, Consumer<Visit> change) {
    removeFromIndexes(visit);
    change.accept(visit);
    addToIndexes(visit);
  }

  /** Moves a visit's last action. */
  void extend(Visit visit, long lastAction) {
    if (byVisitor.isSingle(visit.visitorId)
        && visit.userId.isEmpty()
        && anonymous.isSingle(visit.configId)) {
      visit.lastAction = lastAction;
    } else {
      change(visit, moved -> moved.lastAction = lastAction);
    }
  }

  private void addToIndexes(Visit visit) {
    byVisitor.add(visit.visitorId, visit);
    if (visit.userId.isEmpty()) {
      anonymous.add(visit.configId, visit);
    } else {
      named.add(visit.configId, visit);
      byUser.add(userKey(visit.configId, visit.userId), visit);
    }
  }

  private void removeFromIndexes(Visit visit) {
    byVisitor.remove(visit.visitorId, visit);
    if (visit.userId.isEmpty()) {
      anonymous.remove(visit.configId, visit);
    } else {
      named.remove(visit.configId, visit);
      byUser.remove(userKey(visit.configId, visit.userId), visit);
    }
  }

  private static long userKey(long configId, String userId) {
    return ConfigId.mix(configId ^ Identity.ofUser(userId));
  }
}

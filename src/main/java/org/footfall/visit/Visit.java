package org.footfall.visit;

import org.footfall.enrich.referrer.Referrer;

/**
 * A visit as it stands. Changed by {@link VisitMatcher} only, in one thread; numbers are counted,
 * times are unix seconds. All of it is in the log, so that a visit can be taken up again after a
 * restart.
 */
public final class Visit {
  /** 0 new, 1 returning, 2 returning and has ordered before. */
  int returning;

  long id;
  long visitorId;
  int visitorOrdinal;
  long configId;
  String userId = "";
  long firstAction;
  long lastAction;
  long totalSeconds;
  int actions;
  int interactions;
  int searches;
  int events;
  PageUrl entryUrl = PageUrl.NONE;
  String entryTitle = "";
  PageUrl exitUrl = PageUrl.NONE;
  String exitTitle = "";
  int visitCount;
  long secondsSinceFirst;
  long secondsSinceLast;

  /** One more than the seconds since the visitor's last order; 0 when there was none. */
  long secondsSinceOrder;

  Referrer referrer = Referrer.DIRECT;
  Traits traits;
  boolean converted;

  /** Whether something changed that is told only once. */
  boolean fixedChanged;

  Visit(long id) {
    this.id = id;
  }

  public long id() {
    return id;
  }

  public long visitorId() {
    return visitorId;
  }

  public int visitorOrdinal() {
    return visitorOrdinal;
  }

  public long configId() {
    return configId;
  }

  public String userId() {
    return userId;
  }

  public long firstAction() {
    return firstAction;
  }

  public long lastAction() {
    return lastAction;
  }

  public long totalSeconds() {
    return totalSeconds;
  }

  public int actions() {
    return actions;
  }

  public int interactions() {
    return interactions;
  }

  public int searches() {
    return searches;
  }

  public int events() {
    return events;
  }

  public PageUrl entryUrl() {
    return entryUrl;
  }

  public String entryTitle() {
    return entryTitle;
  }

  public PageUrl exitUrl() {
    return exitUrl;
  }

  public String exitTitle() {
    return exitTitle;
  }

  public int returning() {
    return returning;
  }

  public int visitCount() {
    return visitCount;
  }

  public long secondsSinceFirst() {
    return secondsSinceFirst;
  }

  public long secondsSinceLast() {
    return secondsSinceLast;
  }

  public long secondsSinceOrder() {
    return secondsSinceOrder;
  }

  public Referrer referrer() {
    return referrer;
  }

  public Traits traits() {
    return traits;
  }

  public boolean converted() {
    return converted;
  }
}

package org.footfall.visit;

import org.footfall.enrich.referrer.Referrer;
import org.footfall.site.SiteId;

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

  /** The keyword, when the last page was a search. */
  String exitSearch = "";

  /** Rows of actions, conversions and late timings so far. */
  int rows;

  /** 0 nothing, 1 ordered, 2 left a cart behind, 3 ordered and left a cart behind. */
  int buyer;

  /** The numbers of the goals met, in rising order with commas between. */
  String goalsMet = "";

  /** The place of the cart's row, or −1. */
  int cart = -1;

  Slots dimensions = Slots.NONE;
  Slots variables = Slots.NONE;

  /** Whether its owner took it over and was not known before. */
  boolean ofNewcomer;

  /** Whether something changed of what is told only once. */
  boolean fixedChanged;

  Visit(long id) {
    this.id = id;
  }

  /**
   * Whose a visit is.
   *
   * @param newcomer whether it took the visit over and was not known before
   */
  public record Owner(
      long visitorId, int visitorOrdinal, long configId, String userId, boolean newcomer) {}

  /** How a visit went. */
  public record Course(
      long firstAction,
      long lastAction,
      long totalSeconds,
      int actions,
      int interactions,
      int searches,
      int events,
      boolean converted) {}

  /**
   * What a visit has brought.
   *
   * @param rows of actions, conversions and late timings so far
   * @param buyer 0 nothing, 1 ordered, 2 left a cart behind, 3 ordered and left a cart behind
   * @param goalsMet their numbers in rising order with commas between
   * @param cart the place of the cart's row, or −1
   */
  public record Harvest(int rows, int buyer, String goalsMet, int cart) {}

  /** Which visit of its visitor it is. */
  public record Occasion(
      int returning,
      int visitCount,
      long secondsSinceFirst,
      long secondsSinceLast,
      long secondsSinceOrder) {}

  /** A page by address and title. */
  public record Page(PageUrl url, String title) {}

  /** A visit as it was stored. */
  public static Visit restore(
      long id,
      Owner owner,
      Course course,
      Occasion occasion,
      Page entry,
      Page exit,
      String exitSearch,
      Harvest harvest,
      Referrer referrer,
      Traits traits,
      Slots dimensions,
      Slots variables) {
    Visit visit = new Visit(id);
    visit.visitorId = owner.visitorId();
    visit.visitorOrdinal = owner.visitorOrdinal();
    visit.configId = owner.configId();
    visit.userId = owner.userId();
    visit.ofNewcomer = owner.newcomer();
    visit.firstAction = course.firstAction();
    visit.lastAction = course.lastAction();
    visit.totalSeconds = course.totalSeconds();
    visit.actions = course.actions();
    visit.interactions = course.interactions();
    visit.searches = course.searches();
    visit.events = course.events();
    visit.converted = course.converted();
    visit.returning = occasion.returning();
    visit.visitCount = occasion.visitCount();
    visit.secondsSinceFirst = occasion.secondsSinceFirst();
    visit.secondsSinceLast = occasion.secondsSinceLast();
    visit.secondsSinceOrder = occasion.secondsSinceOrder();
    visit.entryUrl = entry.url();
    visit.entryTitle = entry.title();
    visit.exitUrl = exit.url();
    visit.exitTitle = exit.title();
    visit.exitSearch = exitSearch;
    visit.rows = harvest.rows();
    visit.buyer = harvest.buyer();
    visit.goalsMet = harvest.goalsMet();
    visit.cart = harvest.cart();
    visit.referrer = referrer;
    visit.traits = traits;
    visit.dimensions = dimensions;
    visit.variables = variables;
    return visit;
  }

  public long id() {
    return id;
  }

  public Owner owner() {
    return new Owner(visitorId, visitorOrdinal, configId, userId, ofNewcomer);
  }

  /** Whether the visitor showed nothing by which anybody could be recognised. */
  public boolean isOfStranger(SiteId site) {
    return visitorId == Beginning.strangerId(site, id);
  }

  public Course course() {
    return new Course(
        firstAction, lastAction, totalSeconds, actions, interactions, searches, events, converted);
  }

  public Occasion occasion() {
    return new Occasion(
        returning, visitCount, secondsSinceFirst, secondsSinceLast, secondsSinceOrder);
  }

  public Page entry() {
    return new Page(entryUrl, entryTitle);
  }

  public Page exit() {
    return new Page(exitUrl, exitTitle);
  }

  /** The keyword, when the last page was a search; else empty. */
  public String exitSearch() {
    return exitSearch;
  }

  public Harvest harvest() {
    return new Harvest(rows, buyer, goalsMet, cart);
  }

  public Slots dimensions() {
    return dimensions;
  }

  public Slots variables() {
    return variables;
  }

  public Referrer referrer() {
    return referrer;
  }

  public Traits traits() {
    return traits;
  }

  /** Whether it must be told whole: what stays the same in a visit has not been stored as it is. */
  public boolean mustBeToldWhole() {
    return fixedChanged;
  }

  /** It has been stored as it is now. */
  public void wasTold() {
    fixedChanged = false;
  }

  /** Its visitor as this visit tells. */
  public Visitor visitor() {
    return new Visitor(
        visitorOrdinal,
        firstAction - secondsSinceFirst,
        firstAction,
        visitCount,
        secondsSinceOrder == 0 ? 0 : firstAction - (secondsSinceOrder - 1));
  }
}

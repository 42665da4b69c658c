package org.footfall.visit;

import java.util.Optional;
import org.footfall.site.SiteId;

/**
 * Whose a new visit is, and which visit of that visitor it is.
 *
 * <p>What came before is told by the visitor's own record, which is right for hits that come in
 * order. A hit that belongs before the visitor's latest visit counts from the visit before it: that
 * one is looked for in the day, then in earlier days.
 */
final class Beginning {
  private final Directory directory;
  private final Hit hit;
  private final DayState day;
  private final Visit found;

  /**
   * @param found the visit that the hit would have gone on with, or null
   */
  Beginning(Directory directory, Hit hit, DayState day, Visit found) {
    this.directory = directory;
    this.hit = hit;
    this.day = day;
    this.found = found;
  }

  void tell(Visit visit) {
    Identity who = hit.identity();
    boolean foundsVisitor = found != null && !who.named();
    if (!foundsVisitor && !who.isKnown()) {
      beStranger(visit);
      return;
    }
    long id = foundsVisitor ? found.visitorId : who.visitorId();
    Optional<Visitor> known = directory.visitor(hit.site(), id);
    visit.visitorId = id;
    if (known.isPresent()) {
      beKnown(visit, known.get());
    } else if (foundsVisitor) {
      visit.visitorOrdinal = found.visitorOrdinal;
      follow(visit, found.visitor());
    } else {
      visit.visitorOrdinal = directory.nextVisitorOrdinal(hit.site());
      visit.visitCount = 1;
      directory.remember(hit.site(), id, visit.visitor());
    }
  }

  /** Nobody to be recognised again: an id of its own, made of what makes the visit unique. */
  private void beStranger(Visit visit) {
    visit.visitorId = strangerId(hit.site(), visit.id);
    visit.visitorOrdinal = directory.nextVisitorOrdinal(hit.site());
    visit.visitCount = 1;
  }

  static long strangerId(SiteId site, long visitId) {
    long id = ConfigId.mix(ConfigId.mix(site.value()) ^ ConfigId.mix(visitId));
    return id == 0 ? 1 : id;
  }

  private void beKnown(Visit visit, Visitor known) {
    visit.visitorOrdinal = known.ordinal();
    boolean late =
        hit.time() < known.lastVisit()
            || day.hasAfter(visit.visitorId, hit.time() + VisitMatcher.VISIT_SECONDS);
    if (!late) {
      follow(visit, known);
      directory.remember(
          hit.site(),
          visit.visitorId,
          new Visitor(
              known.ordinal(),
              known.firstVisit(),
              visit.firstAction,
              visit.visitCount,
              known.lastOrder()));
      return;
    }
    visit.visitCount = 1;
    before(visit, known).ifPresent(earlier -> follow(visit, earlier));
    if (visit.firstAction < known.firstVisit()) {
      directory.remember(
          hit.site(),
          visit.visitorId,
          new Visitor(
              known.ordinal(),
              visit.firstAction,
              known.lastVisit(),
              known.visits(),
              known.lastOrder()));
    }
  }

  private Optional<Visitor> before(Visit visit, Visitor known) {
    long latest = hit.time() + VisitMatcher.VISIT_SECONDS;
    if (latest < known.firstVisit()) {
      return Optional.empty();
    }
    DayState whole = directory.day(hit.site(), hit.day(), Long.MIN_VALUE);
    Visit earlier = whole.ofVisitor(visit.visitorId, latest);
    return earlier == null
        ? directory.visitorBefore(hit.site(), visit.visitorId, known, hit.day())
        : Optional.of(earlier.visitor());
  }

  /** A customer is who ordered before the visit before this one began, or orders with this hit. */
  private static void follow(Visit visit, Visitor before) {
    boolean ordered = before.lastOrder() > 0 && before.lastOrder() < before.lastVisit();
    visit.returning = ordered ? 2 : 1;
    visit.visitCount = before.visits() + 1;
    visit.secondsSinceFirst = Math.max(0, visit.firstAction - before.firstVisit());
    visit.secondsSinceLast = Math.max(0, visit.firstAction - before.lastVisit());
    visit.secondsSinceOrder =
        before.lastOrder() > 0 ? 1 + Math.max(0, visit.firstAction - before.lastOrder()) : 0;
  }
}

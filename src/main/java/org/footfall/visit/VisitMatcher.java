package org.footfall.visit;

import java.util.Optional;
import org.footfall.enrich.referrer.Referrer;
import org.footfall.enrich.referrer.ReferrerType;

/**
 * The rules by which hits become visits.
 *
 * <p>A hit goes on with the visitor's latest visit; where the visitor id was never seen, or there
 * is none, with the device's, which from then on is that id's. Looked at are visits that ended at
 * most half an hour after the hit, so that a hit which comes late joins what it belongs to. A new
 * visit begins when there is none to go on with, when its last action is half an hour ago or more,
 * when the site's day is another one, when the client asks for it, when the hit names another
 * campaign than a visit that came from somewhere, or when the visit is full.
 *
 * <p>Hits are taken in the order they arrive. The result depends on that order within a site and on
 * nothing else: not on how hits are cut into batches, and not on other sites. Not for several
 * threads.
 */
public final class VisitMatcher {
  /** A visit is over when nothing happens for so long. */
  public static final int VISIT_SECONDS = 1_800;

  static final int MAX_ACTIONS = 10_000;

  /** Contents, conversions and timings are no actions, and have an end as well. */
  static final int MAX_ROWS = 20_000;

  private final Directory directory;
  private final VisitChoices choices;

  public VisitMatcher(Directory directory, VisitChoices choices) {
    this.directory = directory;
    this.choices = choices;
  }

  /** Takes one hit into its visit. A ping begins none. */
  public Outcome match(Hit hit) {
    DayState day = directory.day(hit.site(), hit.day(), hit.time() - VISIT_SECONDS);
    Visit found = find(hit, day);
    boolean over = found == null || isOver(found, hit);
    if (over && hit.kind() == ActionKind.PING) {
      return Outcome.NOTHING;
    }
    return over ? begin(hit, day, found) : goOn(hit, day, found);
  }

  private Visit find(Hit hit, DayState day) {
    Identity who = hit.identity();
    long latest = hit.time() + VISIT_SECONDS;
    if (who.isKnown()) {
      Visit own = day.ofVisitor(who.visitorId(), latest);
      if (own != null || who.alone() || wasSeenBefore(hit)) {
        return own;
      }
    }
    return day.ofDevice(hit.configId(), who.userId(), hit.time() - VISIT_SECONDS, latest);
  }

  private boolean wasSeenBefore(Hit hit) {
    return directory
        .visitor(hit.site(), hit.identity().visitorId())
        .filter(visitor -> visitor.firstVisit() <= hit.time() + VISIT_SECONDS)
        .isPresent();
  }

  private boolean isOver(Visit visit, Hit hit) {
    return hit.forcesVisit()
        || visit.lastAction <= hit.time() - VISIT_SECONDS
        || isOfOther(visit, hit.identity())
        || (choices.newOnWebsite() && namesOtherWebsite(hit.referrer(), visit.referrer))
        || namesOtherCampaign(hit.referrer(), visit.referrer)
        || visit.actions >= MAX_ACTIONS
        || visit.rows >= MAX_ROWS;
  }

  /** Where the user id makes the visitor id, another user's hit has not found the visit. */
  private static boolean isOfOther(Visit visit, Identity who) {
    return !who.named()
        && !who.userId().isEmpty()
        && !visit.userId.isEmpty()
        && !visit.userId.equals(who.userId());
  }

  private static boolean namesOtherWebsite(Referrer now, Referrer before) {
    return now.type() == ReferrerType.WEBSITE && !now.name().equals(before.name());
  }

  /** A direct visit has no campaign yet: it takes this one and goes on. */
  private static boolean namesOtherCampaign(Referrer now, Referrer before) {
    return now.type() == ReferrerType.CAMPAIGN
        && before.type() != ReferrerType.DIRECT
        && (before.type() != ReferrerType.CAMPAIGN
            || !now.name().equals(before.name())
            || !now.keyword().equals(before.keyword()));
  }

  private Outcome begin(Hit hit, DayState day, Visit found) {
    Visit visit = new Visit(directory.nextVisitId(hit.site()));
    visit.configId = hit.configId();
    visit.userId = hit.identity().userId();
    visit.firstAction = hit.time();
    visit.lastAction = hit.time();
    visit.referrer = hit.referrer();
    visit.traits = hit.traits();
    visit.fixedChanged = true;
    new Beginning(directory, hit, day, found).tell(visit);
    Outcome outcome = new Step(directory, hit, visit, true).take(0, 0);
    day.add(visit);
    return outcome;
  }

  private Outcome goOn(Hit hit, DayState day, Visit visit) {
    Identity who = hit.identity();
    int ordinal = visit.visitorOrdinal;
    if (who.isKnown() && visit.visitorId != who.visitorId()) {
      handOver(hit, day, visit);
    } else if (!who.userId().isEmpty() && !visit.userId.equals(who.userId())) {
      day.change(visit, named -> named.userId = who.userId());
      visit.fixedChanged = true;
    }
    if (visit.referrer.type() == ReferrerType.DIRECT
        && hit.referrer().type() != ReferrerType.DIRECT) {
      visit.referrer = hit.referrer();
      visit.fixedChanged = true;
    }
    if (hit.tellsPlace()) {
      visit.traits = visit.traits.at(hit.traits());
      visit.fixedChanged = true;
    }
    long before = hit.time() - visit.lastAction;
    if (before > 0 && hit.kind() != ActionKind.PING) {
      day.extend(visit, hit.time());
    }
    // By the hit that came last, even if one that came before it is later.
    visit.totalSeconds = Math.max(0, 1 + hit.time() - visit.firstAction);
    int lasted = (int) Math.max(0, Math.min(before, VISIT_SECONDS));
    int visitorBefore = visit.visitorOrdinal == ordinal ? 0 : ordinal;
    return new Step(directory, hit, visit, false).take(lasted, visitorBefore);
  }

  /**
   * The visitor logs in during a visit, or shows another id on the same device: from now on the
   * visit is that one's.
   */
  private void handOver(Hit hit, DayState day, Visit visit) {
    Identity who = hit.identity();
    takeFrom(hit, visit);
    Optional<Visitor> known = directory.visitor(hit.site(), who.visitorId());
    int ordinal =
        known.map(Visitor::ordinal).orElseGet(() -> directory.nextVisitorOrdinal(hit.site()));
    day.change(
        visit,
        taken -> {
          taken.visitorId = who.visitorId();
          taken.visitorOrdinal = ordinal;
          taken.userId = who.userId().isEmpty() ? taken.userId : who.userId();
          taken.ofNewcomer = known.isEmpty();
          taken.fixedChanged = true;
        });
    Visitor asVisited = visit.visitor();
    directory.remember(
        hit.site(), who.visitorId(), known.map(later -> from(later, asVisited)).orElse(asVisited));
  }

  private static Visitor from(Visitor later, Visitor earlier) {
    return new Visitor(
        later.ordinal(),
        Math.min(later.firstVisit(), earlier.firstVisit()),
        later.lastVisit(),
        later.visits(),
        later.lastOrder());
  }

  /** The visitor whose visit it was so far was not here then. */
  private void takeFrom(Hit hit, Visit visit) {
    Optional<Visitor> known = directory.visitor(hit.site(), visit.visitorId);
    if (known.isEmpty() || known.get().lastVisit() != visit.firstAction) {
      return;
    }
    Visitor before = known.get();
    if (visit.ofNewcomer || before.visits() <= 1) {
      directory.forget(hit.site(), visit.visitorId);
    } else {
      directory.remember(
          hit.site(),
          visit.visitorId,
          new Visitor(
              before.ordinal(),
              before.firstVisit(),
              visit.firstAction - visit.secondsSinceLast,
              before.visits() - 1,
              before.lastOrder()));
    }
  }
}

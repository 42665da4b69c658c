package org.footfall.ingest;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.footfall.enrich.device.Devices;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.enrich.referrer.Referrer;
import org.footfall.ingest.TransferStore.Progress;
import org.footfall.queue.QueuedHit;
import org.footfall.site.SiteStores;
import org.footfall.store.Database;
import org.footfall.tracking.DryRun;
import org.footfall.tracking.Trace;
import org.footfall.tracking.TrackingRequest;
import org.footfall.tracking.TrackingRequestCodec;
import org.footfall.visit.Conversion;
import org.footfall.visit.Hit;
import org.footfall.visit.Identity;
import org.footfall.visit.Outcome;
import org.footfall.visit.Visit;
import org.footfall.visit.VisitChoices;
import org.footfall.visit.VisitMatcher;
import org.footfall.visitlog.LogReader;

/**
 * The transfer of one hit as if it were the next: the same steps over the log as it stands, on a
 * state of its own that is read for it and then forgotten. Nothing is written, and hits that wait
 * in the queue are not seen. One thread at a time.
 */
public final class DryTransfer implements DryRun {
  private final SiteCatalogue sites;
  private final TransferStore store;
  private final List<TransferStep.Each> steps;
  private final ShardStates states;
  private final VisitChoices choices;

  public DryTransfer(
      Database database,
      SiteStores stores,
      LogReader log,
      Devices devices,
      KnownReferrers referrers,
      VisitChoices choices,
      Clock clock) {
    TextPool texts = new TextPool();
    this.sites = new SiteCatalogue(database, stores, clock);
    this.store = new TransferStore(database, clock);
    this.steps = TransferSteps.ofEach(sites, texts, devices, referrers, choices);
    this.choices = choices;
    this.states =
        new ShardStates(store, new VisitorStore(database), new OrderStore(database), log, texts);
  }

  @Override
  public synchronized void run(TrackingRequest request, Trace trace) {
    sites.refresh();
    byte[] payload = TrackingRequestCodec.encode(request);
    Draft draft = new Draft(new QueuedHit(0, "", 0, payload), request.receivedAt());
    for (TransferStep.Each step : steps) {
      if (draft.goesOn()) {
        TransferSteps.take(step, draft);
        trace.tell(step.name(), () -> draft.goesOn() ? "goes on" : ended(draft));
      }
    }
    if (draft.goesOn()) {
      describe(draft.hit, trace);
      match(draft.hit, trace);
    }
  }

  private static String ended(Draft draft) {
    String reason = draft.failure.isEmpty() ? draft.fate.reason() : draft.failure;
    return draft.fate.name() + ", " + reason;
  }

  private static void describe(Hit hit, Trace trace) {
    trace.tell("action", () -> hit.kind().title());
    trace.tell("referrer found", () -> text(hit.referrer()));
    trace.tell("visitor", () -> text(hit.identity()));
    trace.tell("day", () -> hit.day().toString());
  }

  private void match(Hit hit, Trace trace) {
    ShardState state = states.of(0, new Progress(0, 0, Map.of()));
    long nextVisit = store.counter(hit.site()).nextVisit();
    Outcome outcome = new VisitMatcher(state, choices).match(hit);
    Visit visit = outcome.visit();
    trace.tell(
        "match visit",
        () -> {
          if (visit == null) {
            return "none to go on with, and it begins none";
          }
          return visit.id() >= nextVisit
              ? "begins a visit"
              : "goes on with visit "
                  + visit.id()
                  + ", now of "
                  + visit.course().actions()
                  + " actions in "
                  + visit.course().totalSeconds()
                  + " s";
        });
    trace.tell("conversions", () -> text(outcome.conversions()));
  }

  private static String text(Referrer referrer) {
    return (referrer.type().name().toLowerCase(java.util.Locale.ROOT)
            + " "
            + referrer.name()
            + " "
            + referrer.keyword())
        .strip();
  }

  private static String text(Identity who) {
    if (who.isKnown()) {
      return "%016x%s".formatted(who.visitorId(), who.userId().isEmpty() ? "" : " of a user id");
    }
    return who.refused() ? "its id names nobody; told by its device" : "told by its device";
  }

  private static String text(List<Conversion> conversions) {
    return Optional.of(
            conversions.stream()
                .map(
                    conversion ->
                        switch (conversion.goal()) {
                          case Conversion.ORDER -> "an order";
                          case Conversion.CART -> "a cart";
                          default -> "goal " + conversion.goal();
                        })
                .collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty())
        .orElse("none");
  }
}

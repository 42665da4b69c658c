package org.footfall.ingest;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.queue.QueuedHit;
import org.footfall.site.CustomDimension;
import org.footfall.site.CustomDimension.Extraction;
import org.footfall.site.CustomDimension.Origin;
import org.footfall.site.CustomDimension.Scope;
import org.footfall.site.Goal;
import org.footfall.site.InstanceSettings;
import org.footfall.site.Site;
import org.footfall.tracking.TrackingRequest;
import org.footfall.tracking.TrackingRequestCodec;
import org.footfall.visit.Hit;
import org.footfall.visit.MemoryDirectory;
import org.footfall.visit.Outcome;
import org.footfall.visit.SiteRules;
import org.footfall.visit.Visit;
import org.footfall.visit.VisitChoices;
import org.footfall.visit.VisitMatcher;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.Segments;

/**
 * The transfer of one request's hits without a database: the steps and the visit rules as they are,
 * into rows that are stored and read again. Whatever goes wrong is thrown.
 */
public final class FuzzedTransfer {
  private static final List<TransferStep.Each> STEPS =
      TransferSteps.ofEach(
              null, new TextPool(), TransferRig.DEVICES, KnownReferrers.load(), VisitChoices.USUAL)
          .stream()
          .filter(step -> !(step instanceof DecodeStep))
          .toList();

  private final Site site;
  private final SiteRules rules;

  public FuzzedTransfer(Site site, InstanceSettings settings) {
    this.site = site;
    this.rules =
        new SiteRules(
            site,
            settings,
            List.of(
                goal(1, Goal.Subject.MANUALLY, Goal.PatternKind.NONE, ""),
                goal(2, Goal.Subject.URL, Goal.PatternKind.REGEX, "(a|b)*c"),
                goal(3, Goal.Subject.EVENT_ACTION, Goal.PatternKind.CONTAINS, "a")),
            List.of(
                dimension(1, Scope.VISIT),
                dimension(2, Scope.ACTION, new Extraction(Origin.URLPARAM, "p")),
                dimension(3, Scope.ACTION, new Extraction(Origin.ACTION_NAME, "^(\\w+):"))));
  }

  /** How many rows the log reads of them. */
  public int rows(List<TrackingRequest> requests) {
    MemoryDirectory directory = new MemoryDirectory();
    VisitMatcher matcher = new VisitMatcher(directory, VisitChoices.USUAL);
    LogBatch batch = new LogBatch(0, 1);
    CartRows carts = new CartRows();
    Map<Visit, Hit> touched = new HashMap<>();
    for (TrackingRequest request : requests) {
      Draft draft = draft(request);
      if (draft.goesOn()) {
        Outcome outcome = matcher.match(draft.hit);
        directory.note(draft.hit, outcome);
        if (outcome.visit() != null) {
          MatchStep.tell(draft.hit, outcome, batch, carts);
          touched.put(outcome.visit(), draft.hit);
        }
      }
    }
    carts.tell(batch);
    touched.forEach(
        (visit, hit) ->
            VisitRows.tell(visit, hit.site(), batch.visit(hit.site().value(), hit.day())));
    return batch.isEmpty() ? 0 : Segments.rowsOf(batch);
  }

  private Draft draft(TrackingRequest request) {
    byte[] payload = TrackingRequestCodec.encode(request);
    Draft draft = new Draft(new QueuedHit(0, "", 0, payload), request.receivedAt());
    draft.request = TrackingRequestCodec.decode(payload);
    draft.rules = request.site().equals(site.id()) ? rules : null;
    for (TransferStep.Each step : STEPS) {
      if (draft.goesOn()) {
        step.take(draft);
      }
    }
    return draft;
  }

  private Goal goal(int id, Goal.Subject subject, Goal.PatternKind kind, String pattern) {
    return new Goal(
        site.id(),
        id,
        new Goal.Wish("goal", "", subject, pattern, kind, false, false, BigDecimal.ONE, true),
        false);
  }

  private CustomDimension dimension(int id, Scope scope, Extraction... from) {
    return new CustomDimension(site.id(), id, "d" + id, scope, id, true, List.of(from), true);
  }
}

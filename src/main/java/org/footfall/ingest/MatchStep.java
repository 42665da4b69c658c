package org.footfall.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.footfall.site.SiteId;
import org.footfall.visit.Conversion;
import org.footfall.visit.Hit;
import org.footfall.visit.Outcome;
import org.footfall.visit.Visit;
import org.footfall.visit.VisitChoices;
import org.footfall.visit.VisitMatcher;
import org.footfall.visitlog.LogBatch;
import org.footfall.visitlog.RowAppender;

/**
 * Takes the hits into their visits, in order, and tells the log what came of it: a row for each
 * action and conversion, and one for each visit that changed, however many hits changed it.
 */
final class MatchStep implements TransferStep.Whole {
  private static final Fate NO_VISIT = new Fate("excluded", "ping_without_visit");

  private final VisitChoices choices;

  MatchStep(VisitChoices choices) {
    this.choices = choices;
  }

  @Override
  public String name() {
    return "match visit";
  }

  @Override
  public void take(TransferBatch batch) {
    List<Hit> hits = new ArrayList<>(batch.drafts.size());
    for (Draft draft : batch.drafts) {
      if (draft.goesOn()) {
        hits.add(draft.hit);
      }
    }
    batch.shard.recognise(hits);
    VisitMatcher matcher = new VisitMatcher(batch.shard, choices);
    CartRows carts = new CartRows();
    for (Draft draft : batch.drafts) {
      if (draft.goesOn()) {
        take(batch, draft, matcher.match(draft.hit), carts);
      }
    }
    carts.tell(batch.rows);
    for (Map.Entry<Visit, Hit> entry : batch.shard.touched().entrySet()) {
      Visit visit = entry.getKey();
      SiteId site = entry.getValue().site();
      LocalDate day = entry.getValue().day();
      RowAppender row =
          visit.mustBeToldWhole()
              ? batch.rows.visit(site.value(), day)
              : batch.rows.visitGrowth(site.value(), day);
      VisitRows.tell(visit, site, row);
    }
  }

  private static void take(TransferBatch batch, Draft draft, Outcome outcome, CartRows carts) {
    Hit hit = draft.hit;
    if (outcome.visit() == null) {
      draft.fate = NO_VISIT;
      return;
    }
    batch.shard.note(hit, outcome.visit());
    tell(hit, outcome, batch.rows, carts);
  }

  /** What became of a hit, but for its visit's row. */
  static void tell(Hit hit, Outcome outcome, LogBatch rows, CartRows carts) {
    int site = hit.site().value();
    if (outcome.position() >= 0) {
      ActionRows.tell(hit, outcome, rows.action(site, hit.day()));
    }
    if (outcome.lateTimings() >= 0) {
      ActionRows.tellTimings(hit, outcome, rows.action(site, hit.day()));
    }
    for (Conversion conversion : outcome.conversions()) {
      if (conversion.order() == null) {
        ActionRows.tell(hit, outcome, conversion, rows.action(site, hit.day()));
      } else {
        carts.put(hit, outcome, conversion);
      }
    }
  }
}

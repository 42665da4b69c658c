package org.footfall.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.footfall.visit.Hit;
import org.footfall.visit.Outcome;
import org.footfall.visit.Visit;
import org.footfall.visit.VisitMatcher;
import org.footfall.visitlog.RowAppender;

/**
 * Takes the hits into their visits, in order, and tells the log what came of it: a row for each
 * action and one for each visit that changed, however many hits changed it.
 */
final class MatchStep implements TransferStep.Whole {
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
    VisitMatcher matcher = new VisitMatcher(batch.shard);
    for (Hit hit : hits) {
      Outcome outcome = matcher.match(hit);
      batch.shard.note(hit, outcome.visit());
      VisitRows.tell(hit, outcome, batch.rows.action(hit.site().value(), hit.day()));
    }
    for (Map.Entry<Visit, Hit> entry : batch.shard.touched().entrySet()) {
      Visit visit = entry.getKey();
      int site = entry.getValue().site().value();
      LocalDate day = entry.getValue().day();
      RowAppender row =
          visit.mustBeToldWhole() ? batch.rows.visit(site, day) : batch.rows.visitGrowth(site, day);
      VisitRows.tell(visit, row);
    }
  }
}

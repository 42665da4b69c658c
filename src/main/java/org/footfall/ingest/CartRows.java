package org.footfall.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.footfall.visit.Conversion;
import org.footfall.visit.Hit;
import org.footfall.visit.Outcome;
import org.footfall.visit.Visit;
import org.footfall.visitlog.LogBatch;

/**
 * The orders and carts of a batch. A row is told once in a batch: of a cart that changed several
 * times what it was last, be it an order by then.
 */
final class CartRows {
  private final Map<Row, Told> rows = new LinkedHashMap<>();

  private record Row(Visit visit, int position) {}

  private record Told(Hit hit, Outcome outcome, Conversion conversion) {}

  void put(Hit hit, Outcome outcome, Conversion conversion) {
    rows.put(new Row(outcome.visit(), conversion.position()), new Told(hit, outcome, conversion));
  }

  void tell(LogBatch batch) {
    for (Told told : rows.values()) {
      ActionRows.tell(
          told.hit,
          told.outcome,
          told.conversion,
          batch.action(told.hit.site().value(), told.hit.day()));
    }
  }
}

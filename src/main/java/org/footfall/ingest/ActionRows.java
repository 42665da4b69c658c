package org.footfall.ingest;

import java.util.List;
import java.util.StringJoiner;
import org.footfall.visit.ActionKind;
import org.footfall.visit.Conversion;
import org.footfall.visit.Deed;
import org.footfall.visit.Detail;
import org.footfall.visit.Hit;
import org.footfall.visit.Outcome;
import org.footfall.visit.Slots;
import org.footfall.visit.Timings;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.RowAppender;

/** What happened in visits as rows of the log's actions. */
final class ActionRows {

  /** Goals are stored two higher, so that nothing is 0. */
  private static final int GOAL_SHIFT = 2;

  private ActionRows() {}

  /** An action. */
  static void tell(Hit hit, Outcome outcome, RowAppender row) {
    Deed deed = hit.deed();
    happened(hit, outcome, outcome.position(), deed.kind().code(), row);
    row.set(Columns.TITLE, deed.name())
        .set(Columns.PAGE_VIEW_ID, deed.pageViewId())
        .set(Columns.SECONDS_BEFORE, outcome.secondsBefore())
        .set(Columns.BANDWIDTH, deed.bandwidth());
    if (deed.kind() == ActionKind.PAGE_VIEW) {
      tell(deed.timings(), row);
    }
    tell(deed.detail(), row);
    tell(hit.custom().action(), Columns.DIMENSIONS, row);
    row.set(Columns.EMPTY_DIMENSIONS, hit.custom().action().emptyPlaces())
        .set(Columns.VISITOR_BEFORE, outcome.visitorBefore());
    tell(hit.custom().actionVariables(), Columns.VARIABLES, row);
  }

  /** Timings of a page view that was told before. */
  static void tellTimings(Hit hit, Outcome outcome, RowAppender row) {
    happened(hit, outcome, outcome.lateTimings(), ActionKind.LATE_TIMINGS_CODE, row);
    row.set(Columns.PAGE_VIEW_ID, hit.deed().pageViewId());
    tell(hit.deed().timings(), row);
  }

  /** A conversion. */
  static void tell(Hit hit, Outcome outcome, Conversion conversion, RowAppender row) {
    happened(hit, outcome, conversion.position(), ActionKind.CONVERSION_CODE, row);
    row.set(Columns.GOAL, conversion.goal() + (long) GOAL_SHIFT)
        .set(Columns.REVENUE, conversion.revenue())
        .set(Columns.CONVERTING_POSITION, conversion.action() + 1L)
        .set(Columns.CUSTOM_THEN, custom(conversion));
    if (conversion.referrer() != null) {
      row.set(Columns.CONVERSION_REFERRER_TYPE, conversion.referrer().type().code())
          .set(Columns.CONVERSION_REFERRER_NAME, conversion.referrer().name())
          .set(Columns.CONVERSION_REFERRER_KEYWORD, conversion.referrer().keyword());
    }
    Detail.Order order = conversion.order();
    if (order != null) {
      row.set(Columns.ORDER_ID, order.id())
          .set(Columns.SUBTOTAL, order.subtotal())
          .set(Columns.TAX, order.tax())
          .set(Columns.SHIPPING, order.shipping())
          .set(Columns.DISCOUNT, order.discount())
          .set(Columns.ITEMS, order.items());
    }
  }

  private static String custom(Conversion conversion) {
    StringJoiner lines = new StringJoiner("\n").setEmptyValue("-");
    lines(conversion.dimensions(), 'd', lines);
    lines(conversion.variables(), 'v', lines);
    return lines.toString();
  }

  private static void lines(Slots slots, char kind, StringJoiner lines) {
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i) != null) {
        lines.add(kind + Integer.toString(i + 1) + "\t" + slots.get(i));
      }
    }
  }

  private static void happened(Hit hit, Outcome outcome, int position, int kind, RowAppender row) {
    row.set(Columns.ACTION_VISIT_ID, outcome.visit().id())
        .set(Columns.POSITION, position)
        .set(Columns.TIME, hit.time())
        .set(Columns.KIND, kind)
        .set(Columns.URL, hit.deed().url().text())
        .set(Columns.URL_PREFIX, hit.deed().url().prefix())
        .set(Columns.INTERACTION_POSITION, outcome.interactionPosition());
  }

  private static void tell(Timings timings, RowAppender row) {
    for (int i = 0; !timings.isEmpty() && i < Columns.TIMES.size(); i++) {
      row.set(Columns.TIMES.get(i), timings.get(i));
    }
  }

  static void tell(Slots slots, List<Column> columns, RowAppender row) {
    for (int i = 0; i < slots.size(); i++) {
      String value = slots.get(i);
      if (value != null && !value.isEmpty()) {
        row.set(columns.get(i), value);
      }
    }
  }

  private static void tell(Detail detail, RowAppender row) {
    if (detail instanceof Detail.Search search) {
      row.set(Columns.SEARCH_CATEGORY, search.category()).set(Columns.SEARCH_COUNT, search.count());
    } else if (detail instanceof Detail.Event event) {
      row.set(Columns.EVENT_CATEGORY, event.category())
          .set(Columns.EVENT_ACTION, event.action())
          .set(Columns.EVENT_VALUE, event.value());
    } else if (detail instanceof Detail.Content content) {
      row.set(Columns.CONTENT_NAME, content.name())
          .set(Columns.CONTENT_PIECE, content.piece())
          .set(Columns.CONTENT_TARGET, content.target())
          .set(Columns.CONTENT_INTERACTION, content.interaction());
    } else if (detail instanceof Detail.Product product) {
      row.set(Columns.PRODUCT_SKU, product.sku())
          .set(Columns.PRODUCT_NAME, product.name())
          .set(Columns.PRODUCT_CATEGORIES, String.join("\n", product.categories()))
          .set(Columns.PRODUCT_PRICE, product.price());
    }
  }
}

package org.footfall.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.footfall.codec.Told;
import org.footfall.report.live.ActionCode;
import org.footfall.report.live.LoggedRow;
import org.footfall.report.live.LoggedVisit;
import org.footfall.report.live.TimeSpent;
import org.footfall.site.CustomDimension;
import org.footfall.visit.PageUrl;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/** What happened in a visit as clients read it, in the order of time. */
final class ActionFields {
  private static final String IMAGES = "plugins/Morpheus/images/";

  private final LiveSite site;
  private final LoggedVisit visit;
  private final Map<String, LoggedRow> lateTimings = new HashMap<>();
  private final ConversionFields conversions;

  ActionFields(LiveSite site, LoggedVisit visit) {
    this.site = site;
    this.visit = visit;
    this.conversions = new ConversionFields(site, visit);
    for (LoggedRow row : visit.actions()) {
      if (row.number(Columns.KIND) == ActionCode.LATE_TIMINGS) {
        lateTimings.put(row.text(Columns.PAGE_VIEW_ID), row);
      }
    }
  }

  /**
   * What a row is to clients. Of an outlink or a download without an address nothing is known: that
   * is an action, as a page without address and title is.
   */
  private static long kind(LoggedRow row) {
    long kind = row.number(Columns.KIND);
    boolean leadsSomewhere = kind == ActionCode.OUTLINK || kind == ActionCode.DOWNLOAD;
    return leadsSomewhere && row.text(Columns.URL).isEmpty() ? ActionCode.PAGE_VIEW : kind;
  }

  List<Map<String, Object>> all() {
    List<Map<String, Object>> all = new ArrayList<>();
    long[] seconds = TimeSpent.of(visit.row(), visit.actions());
    for (int i = 0; i < seconds.length; i++) {
      LoggedRow row = visit.actions().get(i);
      long kind = kind(row);
      if (kind == ActionCode.CONVERSION) {
        conversions.of(row).ifPresent(all::add);
      } else if (kind < ActionCode.CONVERSION) {
        all.add(action(row, kind, seconds[i]));
      }
    }
    return all;
  }

  private Map<String, Object> action(LoggedRow row, long kind, long seconds) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", type(kind));
    String url = url(row);
    String shown = url == null ? null : PageAddress.shown(site.site(), url);
    fields.put("url", shown);
    if (kind == ActionCode.PAGE_VIEW) {
      fields.put("pageTitle", VisitFields.orNull(row.text(Columns.TITLE)));
    } else if (kind != ActionCode.SEARCH && kind != ActionCode.EVENT) {
      fields.put("pageTitle", null);
    }
    fields.put("pageIdAction", idOf(url));
    fields.put("idpageview", row.text(Columns.PAGE_VIEW_ID));
    fields.put("serverTimePretty", site.moment(row.number(Columns.TIME)));
    fields.put("pageId", id(row.number(Columns.ACTION_VISIT_ID), row.number(Columns.POSITION)));
    if (kind == ActionCode.PAGE_VIEW) {
      putPage(row, seconds, fields);
    }
    put(row, kind, fields);
    long position = row.number(Columns.INTERACTION_POSITION);
    fields.put("pageviewPosition", position == 0 ? null : position);
    boolean named = kind == ActionCode.EVENT && !(url == null && row.text(Columns.TITLE).isEmpty());
    if (named) {
      fields.put("timestamp", row.number(Columns.TIME));
    }
    shown(row, kind, shown, fields::put);
    fields.putIfAbsent("timestamp", row.number(Columns.TIME));
    if (kind == ActionCode.EVENT) {
      putEvent(row, fields);
    }
    CustomFields.putVariables(row, Columns.VARIABLES, "Page", fields);
    for (CustomDimension each : site.dimensions(CustomDimension.Scope.ACTION)) {
      CustomFields.putDimension(each, row, Columns.DIMENSIONS, Columns.EMPTY_DIMENSIONS, fields);
    }
    return fields;
  }

  private static Object type(long kind) {
    return switch ((int) kind) {
      case ActionCode.PAGE_VIEW -> "action";
      case ActionCode.OUTLINK -> "outlink";
      case ActionCode.DOWNLOAD -> "download";
      case ActionCode.SEARCH -> "search";
      case ActionCode.EVENT -> "event";
      default -> kind;
    };
  }

  /** The whole address; null when there is none. */
  static String url(LoggedRow row) {
    int prefix = (int) row.number(Columns.URL_PREFIX);
    return VisitFields.orNull(new PageUrl(prefix, row.text(Columns.URL)).toString());
  }

  /** A number for what has none of its own, the same for the same address. */
  private static Object idOf(String url) {
    return url == null ? null : (Object) Integer.toUnsignedLong(url.hashCode());
  }

  /** A number for an action of a site. */
  static long id(long visit, long position) {
    return (visit << 20) | position;
  }

  private void putPage(LoggedRow row, long seconds, Map<String, Object> fields) {
    long price = row.number(Columns.PRODUCT_PRICE);
    if (Told.isThere(price)) {
      fields.put("productViewPrice", MoneyText.number(Told.value(price)));
    }
    putThere("productViewName", row.text(Columns.PRODUCT_NAME), fields);
    putThere("productViewSku", row.text(Columns.PRODUCT_SKU), fields);
    if (!row.text(Columns.PRODUCT_CATEGORIES).isEmpty()) {
      fields.put("productViewCategories", row.text(Columns.PRODUCT_CATEGORIES).lines().toList());
    }
    long loading = loading(row);
    if (loading > 0) {
      fields.put("pageLoadTime", loadTime(loading));
    }
    if (TimeSpent.isPage(row)) {
      fields.put("timeSpent", seconds);
      fields.put("timeSpentPretty", NumberStyle.time(seconds));
    }
    if (loading > 0) {
      fields.put("pageLoadTimeMilliseconds", loading);
    }
  }

  /** Milliseconds until the page was there, with those told later. */
  private long loading(LoggedRow row) {
    LoggedRow late = lateTimings.get(row.text(Columns.PAGE_VIEW_ID));
    long sum = 0;
    for (Column time : Columns.TIMES) {
      long told = late == null ? Told.NOTHING : late.number(time);
      sum += Told.value(Told.isThere(told) ? told : row.number(time));
    }
    return sum;
  }

  /** {@code 2.31s}, {@code 1 min 5.2s}. */
  private static String loadTime(long milliseconds) {
    BigDecimal seconds =
        BigDecimal.valueOf(milliseconds % 60_000, 3)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    long minutes = milliseconds / 60_000;
    return (minutes == 0 ? "" : minutes + " min ") + seconds.toPlainString() + "s";
  }

  private static void put(LoggedRow row, long kind, Map<String, Object> fields) {
    if (kind == ActionCode.SEARCH) {
      long count = row.number(Columns.SEARCH_COUNT);
      fields.put("siteSearchKeyword", row.text(Columns.TITLE));
      fields.put("siteSearchCategory", row.text(Columns.SEARCH_CATEGORY));
      fields.put("siteSearchCount", Told.isThere(count) ? Told.value(count) : null);
    } else if (kind == ActionCode.EVENT) {
      fields.put("eventCategory", row.text(Columns.EVENT_CATEGORY));
      fields.put("eventAction", row.text(Columns.EVENT_ACTION));
    } else if (kind == ActionCode.CONTENT) {
      fields.put("contentName", VisitFields.orNull(row.text(Columns.CONTENT_NAME)));
      fields.put("contentPiece", VisitFields.orNull(row.text(Columns.CONTENT_PIECE)));
      fields.put("contentTarget", VisitFields.orNull(row.text(Columns.CONTENT_TARGET)));
      fields.put("contentInteraction", VisitFields.orNull(row.text(Columns.CONTENT_INTERACTION)));
    }
  }

  private static void putEvent(LoggedRow row, Map<String, Object> fields) {
    putThere("eventName", row.text(Columns.TITLE), fields);
    long value = row.number(Columns.EVENT_VALUE);
    if (Told.isThere(value)) {
      fields.put("eventValue", MoneyText.number(Told.value(value)));
    }
  }

  /** How a person is shown it: image, title and a line below. */
  private static void shown(LoggedRow row, long kind, String url, BiConsumer<String, Object> put) {
    switch ((int) kind) {
      case ActionCode.PAGE_VIEW -> {
        put.accept("title", VisitFields.orNull(row.text(Columns.TITLE)));
        put.accept("subtitle", url);
        put.accept("icon", "");
        put.accept("iconSVG", IMAGES + "action.svg");
      }
      case ActionCode.OUTLINK -> shown("link", "Outlink", url, put);
      case ActionCode.DOWNLOAD -> shown("download", "Download", url, put);
      case ActionCode.SEARCH -> shown("search", "Site Search", search(row), put);
      case ActionCode.EVENT ->
          shown(
              "event",
              "Event",
              "Category: \"%s', Action: \"%s\""
                  .formatted(row.text(Columns.EVENT_CATEGORY), row.text(Columns.EVENT_ACTION)),
              put);
      case ActionCode.CONTENT -> {
        String interaction = row.text(Columns.CONTENT_INTERACTION);
        String piece = row.text(Columns.CONTENT_PIECE);
        String name = row.text(Columns.CONTENT_NAME);
        shown(
            interaction.isEmpty() ? "contentimpression" : "contentinteraction",
            interaction.isEmpty()
                ? "Content Impression"
                : "Content Interaction (" + interaction + ")",
            piece.isEmpty() ? name : name + " - " + piece,
            put);
      }
      default -> {
        // Nobody knows what it is.
      }
    }
  }

  private static String search(LoggedRow row) {
    String category = row.text(Columns.SEARCH_CATEGORY);
    long count = row.number(Columns.SEARCH_COUNT);
    return row.text(Columns.TITLE)
        + (category.isEmpty() ? "" : " - Search Category: " + category)
        + (Told.isThere(count) ? " - Search Results Count: " + Told.value(count) : "");
  }

  static void shown(String image, String title, String subtitle, BiConsumer<String, Object> put) {
    put.accept("icon", IMAGES + image + ".png");
    put.accept("iconSVG", IMAGES + image + ".svg");
    put.accept("title", title);
    put.accept("subtitle", subtitle);
  }

  private static void putThere(String name, String text, Map<String, Object> fields) {
    if (!text.isEmpty()) {
      fields.put(name, text);
    }
  }
}

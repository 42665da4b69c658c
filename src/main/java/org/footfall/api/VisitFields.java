package org.footfall.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.footfall.privacy.IpText;
import org.footfall.report.live.LoggedRow;
import org.footfall.report.live.LoggedVisit;
import org.footfall.report.live.Purchases;
import org.footfall.site.CustomDimension;
import org.footfall.visitlog.Columns;

/** A visit as clients read it. */
final class VisitFields {
  /** So many things that happened in a visit are shown; the first ones. */
  static final int MOST_ACTIONS = 500;

  private static final long DAY = 86_400;
  private static final String IMAGES = "plugins/Morpheus/images/";
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LONG_DATE =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final LiveSite site;
  private final LoggedVisit visit;
  private final LoggedRow row;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private VisitFields(LiveSite site, LoggedVisit visit) {
    this.site = site;
    this.visit = visit;
    this.row = visit.row();
  }

  /**
   * All fields of a visit.
   *
   * @param withActions whether what happened in it is told
   */
  static Map<String, Object> of(
      LiveSite site, LoggedVisit visit, VisitNames names, boolean withActions) {
    VisitFields all = new VisitFields(site, visit);
    all.putIdentity();
    all.putActions(withActions);
    all.putTimes();
    all.putVisitor();
    all.putCourse();
    names.putReferrer(all.row, all.fields);
    names.putLanguage(all.row, all.fields);
    names.putDevice(all.row, all.fields);
    all.putPurchases();
    all.fields.put("events", all.row.number(Columns.EVENTS));
    names.putPlace(all.row, all.fields);
    all.putLast();
    names.putPlugins(all.row, all.fields);
    all.putOwnValues();
    return all.fields;
  }

  private void putIdentity() {
    fields.put("idSite", site.site().id().value());
    fields.put("idVisit", row.number(Columns.VISIT_ID));
    fields.put("visitIp", IpText.of(row.bytes(Columns.ADDRESS)));
    fields.put("visitorId", String.format("%016x", row.number(Columns.VISITOR_ID)));
    fields.put("fingerprint", String.format("%016x", row.number(Columns.CONFIG_ID)));
  }

  private void putActions(boolean withActions) {
    List<Map<String, Object>> details =
        withActions ? new ActionFields(site, visit).all() : List.of();
    int kept = Math.min(MOST_ACTIONS, details.size());
    fields.put("actionDetails", details.subList(0, kept));
    if (kept < details.size()) {
      fields.put("truncatedActionsCount", details.size() - kept);
    }
    fields.put("goalConversions", ConversionFields.goals(site, visit));
    fields.put("siteCurrency", site.site().currency());
    fields.put("siteCurrencySymbol", MoneyText.symbol(site.site().currency()));
  }

  private void putTimes() {
    long first = row.number(Columns.FIRST_ACTION_TIME);
    long last = row.number(Columns.LAST_ACTION_TIME);
    String utc = UTC_TIME.format(Instant.ofEpochSecond(last));
    fields.put("serverDate", utc.substring(0, 10));
    fields.put("visitServerHour", Long.toString(Math.floorMod(last, DAY) / 3600));
    fields.put("lastActionTimestamp", last);
    fields.put("lastActionDateTime", utc);
    fields.put("siteName", site.site().name());
    fields.put("serverTimestamp", last);
    fields.put("firstActionTimestamp", first);
    fields.put("serverTimePretty", TIME.format(site.clock(last)));
    fields.put("serverDatePretty", LONG_DATE.format(site.clock(last)));
    fields.put("serverDatePrettyFirstAction", LONG_DATE.format(site.clock(first)));
    fields.put("serverTimePrettyFirstAction", TIME.format(site.clock(first)));
  }

  private void putVisitor() {
    long returning = row.number(Columns.RETURNING);
    boolean converted = row.number(Columns.CONVERTED) != 0;
    int buyer = (int) row.number(Columns.BUYER);
    fields.put("userId", orNull(row.text(Columns.USER_ID)));
    fields.put(
        "visitorType", returning == 2 ? "returningCustomer" : returning == 1 ? "returning" : "new");
    fields.put(
        "visitorTypeIcon", returning == 0 ? null : "plugins/Live/images/returningVisitor.png");
    fields.put("visitConverted", converted ? 1 : 0);
    fields.put("visitConvertedIcon", converted ? IMAGES + "goal.svg" : null);
    fields.put("visitCount", row.number(Columns.VISIT_COUNT));
    fields.put(
        "visitEcommerceStatus",
        switch (buyer) {
          case 1 -> "ordered";
          case 2 -> "abandonedCart";
          case 3 -> "orderedThenAbandonedCart";
          default -> "none";
        });
    fields.put(
        "visitEcommerceStatusIcon",
        switch (buyer) {
          case 1, 3 -> IMAGES + "ecommerceOrder.svg";
          case 2 -> IMAGES + "ecommerceAbandonedCart.svg";
          default -> null;
        });
    putSince("FirstVisit", row.number(Columns.SECONDS_SINCE_FIRST), true);
    long order = row.number(Columns.SECONDS_SINCE_ORDER);
    putSince("LastEcommerceOrder", Math.max(0, order - 1), order > 0);
  }

  private void putSince(String what, long seconds, boolean told) {
    fields.put("daysSince" + what, seconds / DAY);
    fields.put("secondsSince" + what, told ? seconds : null);
  }

  private void putCourse() {
    long seconds = row.number(Columns.TOTAL_SECONDS);
    fields.put("visitDuration", seconds);
    fields.put("visitDurationPretty", NumberStyle.time(seconds));
    fields.put("searches", row.number(Columns.SEARCHES));
    fields.put("actions", row.number(Columns.ACTIONS));
    fields.put("interactions", row.number(Columns.INTERACTIONS));
  }

  private void putPurchases() {
    if (visit.purchases().isPresent()) {
      Purchases bought = visit.purchases().get();
      fields.put("totalEcommerceRevenue", MoneyText.number(bought.revenue()));
      fields.put("totalEcommerceConversions", bought.orders());
      fields.put("totalEcommerceItems", bought.items());
      fields.put("totalAbandonedCartsRevenue", MoneyText.number(bought.cartRevenue()));
      fields.put("totalAbandonedCarts", bought.carts());
      fields.put("totalAbandonedCartsItems", bought.cartItems());
    }
  }

  private void putLast() {
    long clock = row.number(Columns.LOCAL_TIME);
    fields.put(
        "visitLocalTime",
        String.format(Locale.ROOT, "%02d:%02d:%02d", clock / 3600, clock / 60 % 60, clock % 60));
    fields.put("visitLocalHour", Long.toString(clock / 3600));
    putSince("LastVisit", row.number(Columns.SECONDS_SINCE_LAST), true);
    String resolution = row.text(Columns.RESOLUTION);
    fields.put("resolution", resolution.isEmpty() ? "unknown" : resolution);
  }

  private void putOwnValues() {
    CustomFields.putVariables(row, Columns.VISIT_VARIABLES, "", fields);
    for (CustomDimension each : site.dimensions(CustomDimension.Scope.VISIT)) {
      CustomFields.putDimension(
          each, row, Columns.VISIT_DIMENSIONS, Columns.EMPTY_VISIT_DIMENSIONS, fields);
    }
  }

  static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}

package org.footfall.ingest;

import java.util.ArrayList;
import java.util.List;
import org.footfall.enrich.referrer.Campaign;
import org.footfall.enrich.referrer.Referrer;
import org.footfall.enrich.referrer.ReferrerType;
import org.footfall.site.SiteId;
import org.footfall.visit.DeviceTraits;
import org.footfall.visit.PageUrl;
import org.footfall.visit.Slots;
import org.footfall.visit.Traits;
import org.footfall.visit.Visit;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Column.Table;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.RowAppender;

/** Visits as rows of the log, and back. */
final class VisitRows {
  /** All columns of a visit. */
  static final List<Column> COLUMNS =
      Columns.of(Table.VISIT).stream()
          .filter(column -> column.coding() != Column.Coding.DERIVED)
          .toList();

  private VisitRows() {}

  static void tell(Visit visit, SiteId site, RowAppender row) {
    Visit.Course course = visit.course();
    row.set(Columns.VISIT_ID, visit.id())
        .set(Columns.LAST_ACTION_TIME, course.lastAction())
        .set(Columns.TOTAL_SECONDS, course.totalSeconds())
        .set(Columns.ACTIONS, course.actions())
        .set(Columns.INTERACTIONS, course.interactions())
        .set(Columns.SEARCHES, course.searches())
        .set(Columns.EVENTS, course.events())
        .set(Columns.CONVERTED, course.converted() ? 1 : 0)
        .set(Columns.EXIT_URL, visit.exit().url().text())
        .set(Columns.EXIT_URL_PREFIX, visit.exit().url().prefix())
        .set(Columns.EXIT_TITLE, visit.exit().title())
        .set(Columns.EXIT_SEARCH, visit.exitSearch());
    Visit.Harvest harvest = visit.harvest();
    row.set(Columns.ROWS, harvest.rows())
        .set(Columns.BUYER, harvest.buyer())
        .set(Columns.GOALS_MET, harvest.goalsMet())
        .set(Columns.CART_POSITION, harvest.cart() + 1L);
    ActionRows.tell(visit.dimensions(), Columns.VISIT_DIMENSIONS, row);
    row.set(Columns.EMPTY_VISIT_DIMENSIONS, visit.dimensions().emptyPlaces());
    ActionRows.tell(visit.variables(), Columns.VISIT_VARIABLES, row);
    if (visit.mustBeToldWhole()) {
      tellFixed(visit, row);
      row.set(Columns.STRANGER, visit.isOfStranger(site) ? 1 : 0);
    }
  }

  private static void tellFixed(Visit visit, RowAppender row) {
    Visit.Owner owner = visit.owner();
    Visit.Occasion occasion = visit.occasion();
    row.set(Columns.VISITOR_ORDINAL, owner.visitorOrdinal())
        .set(Columns.VISITOR_ID, owner.visitorId())
        .set(Columns.CONFIG_ID, owner.configId())
        .set(Columns.USER_ID, owner.userId())
        .set(Columns.NEWCOMER, owner.newcomer() ? 1 : 0)
        .set(Columns.FIRST_ACTION_TIME, visit.course().firstAction())
        .set(Columns.ENTRY_URL, visit.entry().url().text())
        .set(Columns.ENTRY_URL_PREFIX, visit.entry().url().prefix())
        .set(Columns.ENTRY_TITLE, visit.entry().title())
        .set(Columns.RETURNING, occasion.returning())
        .set(Columns.VISIT_COUNT, occasion.visitCount())
        .set(Columns.SECONDS_SINCE_FIRST, occasion.secondsSinceFirst())
        .set(Columns.SECONDS_SINCE_LAST, occasion.secondsSinceLast())
        .set(Columns.SECONDS_SINCE_ORDER, occasion.secondsSinceOrder())
        .set(Columns.REFERRER_TYPE, visit.referrer().type().code())
        .set(Columns.REFERRER_NAME, visit.referrer().name())
        .set(Columns.REFERRER_KEYWORD, visit.referrer().keyword())
        .set(Columns.REFERRER_URL, visit.referrer().url());
    Campaign campaign = visit.referrer().campaign();
    row.set(Columns.CAMPAIGN_SOURCE, campaign.source())
        .set(Columns.CAMPAIGN_MEDIUM, campaign.medium())
        .set(Columns.CAMPAIGN_CONTENT, campaign.content())
        .set(Columns.CAMPAIGN_ID, campaign.id())
        .set(Columns.CAMPAIGN_GROUP, campaign.group())
        .set(Columns.CAMPAIGN_PLACEMENT, campaign.placement());
    Traits traits = visit.traits();
    row.set(Columns.COUNTRY, traits.country())
        .set(Columns.REGION, traits.region())
        .set(Columns.CITY, traits.city())
        .set(Columns.LATITUDE, traits.latitude())
        .set(Columns.LONGITUDE, traits.longitude())
        .set(Columns.ADDRESS, traits.address())
        .set(Columns.LANGUAGE, traits.language())
        .set(Columns.LOCAL_TIME, traits.localTime())
        .set(Columns.RESOLUTION, traits.resolution())
        .set(Columns.PLUGINS, traits.plugins())
        .set(Columns.USER_AGENT, traits.userAgent())
        .set(Columns.PROVIDER, traits.provider());
    DeviceTraits device = traits.device();
    row.set(Columns.OS, device.os())
        .set(Columns.OS_VERSION, device.osVersion())
        .set(Columns.BROWSER, device.browser())
        .set(Columns.BROWSER_VERSION, device.browserVersion())
        .set(Columns.BROWSER_ENGINE, device.engine())
        .set(Columns.DEVICE_TYPE, device.type())
        .set(Columns.DEVICE_BRAND, device.brand())
        .set(Columns.DEVICE_MODEL, device.model());
  }

  /** The visits of a table with all {@link #COLUMNS} whose last action is not before a time. */
  static List<Visit> restore(LogTable table, long since, TextPool texts) {
    List<Visit> visits = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      if (table.number(Columns.LAST_ACTION_TIME).get(row) >= since) {
        visits.add(new Stored(table, row, texts).visit());
      }
    }
    return visits;
  }

  /** One row. */
  private record Stored(LogTable table, int row, TextPool texts) {
    Visit visit() {
      return Visit.restore(
          number(Columns.VISIT_ID),
          owner(),
          course(),
          occasion(),
          new Visit.Page(
              url(Columns.ENTRY_URL, Columns.ENTRY_URL_PREFIX), text(Columns.ENTRY_TITLE)),
          new Visit.Page(url(Columns.EXIT_URL, Columns.EXIT_URL_PREFIX), text(Columns.EXIT_TITLE)),
          text(Columns.EXIT_SEARCH),
          new Visit.Harvest(
              Math.max(small(Columns.ROWS), small(Columns.ACTIONS)),
              small(Columns.BUYER),
              text(Columns.GOALS_MET),
              small(Columns.CART_POSITION) - 1),
          referrer(),
          traits(),
          slots(Columns.VISIT_DIMENSIONS, number(Columns.EMPTY_VISIT_DIMENSIONS)),
          slots(Columns.VISIT_VARIABLES, 0));
    }

    private Visit.Owner owner() {
      return new Visit.Owner(
          number(Columns.VISITOR_ID),
          small(Columns.VISITOR_ORDINAL),
          number(Columns.CONFIG_ID),
          text(Columns.USER_ID),
          number(Columns.NEWCOMER) == 1);
    }

    private Visit.Course course() {
      return new Visit.Course(
          number(Columns.FIRST_ACTION_TIME),
          number(Columns.LAST_ACTION_TIME),
          number(Columns.TOTAL_SECONDS),
          small(Columns.ACTIONS),
          small(Columns.INTERACTIONS),
          small(Columns.SEARCHES),
          small(Columns.EVENTS),
          number(Columns.CONVERTED) == 1);
    }

    private Visit.Occasion occasion() {
      return new Visit.Occasion(
          small(Columns.RETURNING),
          small(Columns.VISIT_COUNT),
          number(Columns.SECONDS_SINCE_FIRST),
          number(Columns.SECONDS_SINCE_LAST),
          number(Columns.SECONDS_SINCE_ORDER));
    }

    private Referrer referrer() {
      return new Referrer(
          ReferrerType.ofCode(number(Columns.REFERRER_TYPE)),
          text(Columns.REFERRER_NAME),
          text(Columns.REFERRER_KEYWORD),
          text(Columns.REFERRER_URL),
          campaign());
    }

    private Campaign campaign() {
      Campaign campaign =
          new Campaign(
              text(Columns.CAMPAIGN_SOURCE),
              text(Columns.CAMPAIGN_MEDIUM),
              text(Columns.CAMPAIGN_CONTENT),
              text(Columns.CAMPAIGN_ID),
              text(Columns.CAMPAIGN_GROUP),
              text(Columns.CAMPAIGN_PLACEMENT));
      return campaign.equals(Campaign.NONE) ? Campaign.NONE : campaign;
    }

    private Traits traits() {
      return new Traits(
          text(Columns.COUNTRY),
          text(Columns.REGION),
          text(Columns.CITY),
          number(Columns.LATITUDE),
          number(Columns.LONGITUDE),
          table.bytes(Columns.ADDRESS).get(row),
          text(Columns.LANGUAGE),
          small(Columns.LOCAL_TIME),
          text(Columns.RESOLUTION),
          small(Columns.PLUGINS),
          text(Columns.USER_AGENT),
          new DeviceTraits(
              text(Columns.OS),
              text(Columns.OS_VERSION),
              text(Columns.BROWSER),
              text(Columns.BROWSER_VERSION),
              text(Columns.BROWSER_ENGINE),
              small(Columns.DEVICE_TYPE),
              text(Columns.DEVICE_BRAND),
              text(Columns.DEVICE_MODEL)),
          text(Columns.PROVIDER));
    }

    private Slots slots(List<Column> columns, long empty) {
      String[] values = new String[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = text(columns.get(i));
      }
      return Slots.stored(values, empty);
    }

    private PageUrl url(Column text, Column prefix) {
      return new PageUrl(small(prefix), text(text));
    }

    private long number(Column column) {
      return table.number(column).get(row);
    }

    private int small(Column column) {
      return Math.toIntExact(table.number(column).get(row));
    }

    private String text(Column column) {
      return texts.shared(table.text(column).get(row));
    }
  }
}

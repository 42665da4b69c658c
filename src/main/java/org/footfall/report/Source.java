package org.footfall.report;

import static org.footfall.report.Metric.ACTIONS;
import static org.footfall.report.Metric.BOUNCES;
import static org.footfall.report.Metric.CONVERTED_VISITS;
import static org.footfall.report.Metric.DOWNLOADS;
import static org.footfall.report.Metric.ENTRY_ACTIONS;
import static org.footfall.report.Metric.ENTRY_BOUNCES;
import static org.footfall.report.Metric.ENTRY_SECONDS;
import static org.footfall.report.Metric.ENTRY_UNIQUE_VISITORS;
import static org.footfall.report.Metric.ENTRY_VISITS;
import static org.footfall.report.Metric.EXIT_UNIQUE_VISITORS;
import static org.footfall.report.Metric.EXIT_VISITS;
import static org.footfall.report.Metric.HITS;
import static org.footfall.report.Metric.MAX_ACTIONS;
import static org.footfall.report.Metric.OUTLINKS;
import static org.footfall.report.Metric.PAGE_SECONDS;
import static org.footfall.report.Metric.PAGE_VIEWS;
import static org.footfall.report.Metric.SEARCHES;
import static org.footfall.report.Metric.SEARCH_KEYWORDS;
import static org.footfall.report.Metric.UNIQUE_DOWNLOADS;
import static org.footfall.report.Metric.UNIQUE_OUTLINKS;
import static org.footfall.report.Metric.UNIQUE_PAGE_VIEWS;
import static org.footfall.report.Metric.UNIQUE_VISITORS;
import static org.footfall.report.Metric.USERS;
import static org.footfall.report.Metric.VISITS;
import static org.footfall.report.Metric.VISIT_SECONDS;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/**
 * What one pass over a day's rows counts by. Several reports read the same source; a source of
 * visits is its line here and nothing else.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists and records of columns that nobody changes
enum Source {
  /** The whole day, under its weekday's number (1 = Monday). */
  DAY,
  /** As {@link #DAY}, of visits by visitors who had not come before. */
  NEW_VISITS,

  /** As {@link #DAY}, of visits by visitors who had come before. */
  RETURNING_VISITS,

  /** The hour in which a visit began. */
  HOUR(new VisitKey.Hour(Columns.FIRST_ACTION_TIME)),
  /** The hour in which a visit began, on the visitor's clock. */
  LOCAL_HOUR(new VisitKey.ClockHour(Columns.LOCAL_TIME)),

  /** Type, name, keyword, address. A row of fewer parts counts a visitor once for each of these. */
  REFERRER(
      new VisitKey.Referrer(
          new VisitKey.Code(Columns.REFERRER_TYPE),
          new VisitKey.Code(Columns.CONVERSION_REFERRER_TYPE)),
      new VisitKey.Referrer(
          new VisitKey.Text(Columns.REFERRER_NAME),
          new VisitKey.Text(Columns.CONVERSION_REFERRER_NAME)),
      new VisitKey.Referrer(
          new VisitKey.Text(Columns.REFERRER_KEYWORD),
          new VisitKey.Text(Columns.CONVERSION_REFERRER_KEYWORD)),
      new VisitKey.Referrer(new VisitKey.Text(Columns.REFERRER_URL), null)),
  /** Address without protocol; noted: the whole address, as it was seen first. */
  PAGE_URL(PageColumns.URL),
  PAGE_TITLE(PageColumns.TITLE),

  /** What was done, by the keyword of a search; of all else the keyword is empty. */
  ACTION,

  /** Who made the visits of {@link #DAY}. */
  VISITORS,
  /** Who made the visits of {@link #NEW_VISITS}. */
  NEW_VISITORS,
  /** Who made the visits of {@link #RETURNING_VISITS}. */
  RETURNING_VISITORS,

  /** Searches by keyword. */
  SEARCH_KEYWORD(PageColumns.SEARCH),
  /** Addresses without protocol, as of {@link #PAGE_URL}. */
  DOWNLOAD(Occurrences.DOWNLOADS, new VisitKey.Text(Columns.URL)),
  OUTLINK(Occurrences.OUTLINKS, new VisitKey.Text(Columns.URL)),
  SEARCH_CATEGORY(Occurrences.SEARCHES, new VisitKey.Text(Columns.SEARCH_CATEGORY)),
  /** Category, action, name. */
  EVENT(
      Occurrences.EVENTS,
      new VisitKey.Text(Columns.EVENT_CATEGORY),
      new VisitKey.Text(Columns.EVENT_ACTION),
      new VisitKey.Text(Columns.TITLE)),
  /** Name, piece, target; visits and visitors are counted once for each of these. */
  CONTENT(
      Occurrences.CONTENTS,
      new VisitKey.Text(Columns.CONTENT_NAME),
      new VisitKey.Text(Columns.CONTENT_PIECE),
      new VisitKey.Text(Columns.CONTENT_TARGET)),
  /** How long all pages took to load, under the empty key. */
  PAGE_TIMINGS(Occurrences.TIMINGS),

  /** Slot, value. */
  DIMENSION_OF_VISIT,
  /** Slot, value, address. */
  DIMENSION_OF_ACTION,
  /** Name, value, scope, slot. */
  VARIABLE,

  // Visits by what is known of a visitor.
  COUNTRY(new VisitKey.Text(Columns.COUNTRY)),
  REGION(new VisitKey.Text(Columns.COUNTRY), new VisitKey.Text(Columns.REGION)),
  CITY(
      new VisitKey.Text(Columns.COUNTRY),
      new VisitKey.Text(Columns.REGION),
      new VisitKey.Text(Columns.CITY)),
  LANGUAGE(new VisitKey.Text(Columns.LANGUAGE)),
  /** Noted: the visitor id of who came first under that name. */
  USER(new VisitKey.Text(Columns.USER_ID)),

  // Visits by what is known of the device.
  DEVICE_TYPE(new VisitKey.Code(Columns.DEVICE_TYPE)),
  DEVICE_BRAND(new VisitKey.Text(Columns.DEVICE_BRAND)),
  DEVICE_MODEL(new VisitKey.Text(Columns.DEVICE_BRAND), new VisitKey.Text(Columns.DEVICE_MODEL)),
  OS(new VisitKey.Text(Columns.OS)),
  OS_VERSION(new VisitKey.Text(Columns.OS), new VisitKey.Text(Columns.OS_VERSION)),
  BROWSER(new VisitKey.Text(Columns.BROWSER)),
  BROWSER_VERSION(new VisitKey.Text(Columns.BROWSER), new VisitKey.Text(Columns.BROWSER_VERSION)),
  BROWSER_ENGINE(new VisitKey.Text(Columns.BROWSER_ENGINE)),
  RESOLUTION(new VisitKey.Text(Columns.RESOLUTION)),
  CONFIGURATION(
      new VisitKey.Text(Columns.OS),
      new VisitKey.Text(Columns.BROWSER),
      new VisitKey.Text(Columns.RESOLUTION)),

  // How many visits there were, and nothing else of them.
  /** The bits of plug-ins. */
  PLUGINS(new VisitKey.Code(Columns.PLUGINS), new VisitKey.Text(Columns.BROWSER)),
  VISIT_SECONDS_RANGE(
      new VisitKey.Range(
          Columns.TOTAL_SECONDS, Ranges.of(0, 11, 31, 61, 121, 241, 421, 601, 901, 1801))),
  VISIT_PAGES_RANGE(
      new VisitKey.Range(Columns.ACTIONS, Ranges.of(1, 2, 3, 4, 5, 6, 8, 11, 15, 21))),
  VISIT_NUMBER_RANGE(
      new VisitKey.Range(
          Columns.VISIT_COUNT, Ranges.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 26, 51, 101, 201))),
  DAYS_SINCE_LAST_RANGE(
      new VisitKey.SinceLast(Ranges.by(86_400, 0, 1, 2, 3, 4, 5, 6, 7, 8, 15, 31, 61, 121, 365))),

  /** Of conversions alone: whole days since the visitor's first visit. */
  DAYS_TO_CONVERSION(new VisitKey.Days(Columns.SECONDS_SINCE_FIRST)),
  /** Of conversions alone: the visitor's how many-eth visit it was. */
  VISITS_TO_CONVERSION(new VisitKey.Code(Columns.VISIT_COUNT)),

  /** What is sold and looked at in a shop. */
  ITEM_SKU(ItemField.SKU),
  ITEM_NAME(ItemField.NAME),
  /** Each of an item's categories has all of it. */
  ITEM_CATEGORY(ItemField.CATEGORY),

  /**
   * Name, keyword, source, medium, content, id, group, placement. A row of fewer parts counts a
   * visitor once for each of these.
   */
  CAMPAIGN(
      new VisitKey.OfCampaign(Columns.REFERRER_NAME),
      new VisitKey.OfCampaign(Columns.REFERRER_KEYWORD),
      new VisitKey.Text(Columns.CAMPAIGN_SOURCE),
      new VisitKey.Text(Columns.CAMPAIGN_MEDIUM),
      new VisitKey.Text(Columns.CAMPAIGN_CONTENT),
      new VisitKey.Text(Columns.CAMPAIGN_ID),
      new VisitKey.Text(Columns.CAMPAIGN_GROUP),
      new VisitKey.Text(Columns.CAMPAIGN_PLACEMENT)),
  /** Whose network a visitor's address is of. */
  PROVIDER(new VisitKey.Text(Columns.PROVIDER)),

  /** How much was sent, under the empty key. */
  BANDWIDTH;

  private static final MetricLayout OF_BANDWIDTH =
      new MetricLayout(List.of(Metric.BYTES, Metric.PAGE_BYTES, Metric.DOWNLOAD_BYTES));

  private static final MetricLayout OF_VISITS =
      new MetricLayout(
          List.of(
              UNIQUE_VISITORS,
              VISITS,
              ACTIONS,
              USERS,
              MAX_ACTIONS,
              VISIT_SECONDS,
              BOUNCES,
              CONVERTED_VISITS));
  private static final MetricLayout OF_VISIT_NUMBERS = new MetricLayout(List.of(VISITS));
  private static final MetricLayout OF_PAGES =
      new MetricLayout(
          List.of(
              VISITS,
              UNIQUE_VISITORS,
              HITS,
              PAGE_SECONDS,
              ENTRY_UNIQUE_VISITORS,
              ENTRY_VISITS,
              ENTRY_ACTIONS,
              ENTRY_SECONDS,
              ENTRY_BOUNCES,
              EXIT_UNIQUE_VISITORS,
              EXIT_VISITS,
              Metric.HITS_AFTER_SEARCH,
              Metric.NETWORK_HITS,
              Metric.NETWORK_TIME,
              Metric.LEAST_NETWORK_TIME,
              Metric.GREATEST_NETWORK_TIME,
              Metric.SERVER_HITS,
              Metric.SERVER_TIME,
              Metric.LEAST_SERVER_TIME,
              Metric.GREATEST_SERVER_TIME,
              Metric.TRANSFER_HITS,
              Metric.TRANSFER_TIME,
              Metric.LEAST_TRANSFER_TIME,
              Metric.GREATEST_TRANSFER_TIME,
              Metric.DOM_PROCESSING_HITS,
              Metric.DOM_PROCESSING_TIME,
              Metric.LEAST_DOM_PROCESSING_TIME,
              Metric.GREATEST_DOM_PROCESSING_TIME,
              Metric.DOM_COMPLETION_HITS,
              Metric.DOM_COMPLETION_TIME,
              Metric.LEAST_DOM_COMPLETION_TIME,
              Metric.GREATEST_DOM_COMPLETION_TIME,
              Metric.ON_LOAD_HITS,
              Metric.ON_LOAD_TIME,
              Metric.LEAST_ON_LOAD_TIME,
              Metric.GREATEST_ON_LOAD_TIME));

  private static final MetricLayout OF_SEARCHES =
      new MetricLayout(
          List.of(
              VISITS,
              UNIQUE_VISITORS,
              HITS,
              PAGE_SECONDS,
              EXIT_UNIQUE_VISITORS,
              EXIT_VISITS,
              Metric.MOST_FOUND));

  private static final MetricLayout OF_ACTIONS =
      new MetricLayout(
          List.of(
              PAGE_VIEWS,
              UNIQUE_PAGE_VIEWS,
              DOWNLOADS,
              UNIQUE_DOWNLOADS,
              OUTLINKS,
              UNIQUE_OUTLINKS,
              SEARCHES,
              SEARCH_KEYWORDS));

  private static final MetricLayout OF_CONVERSIONS =
      new MetricLayout(
          List.of(
              Metric.CONVERSIONS,
              CONVERTED_VISITS,
              Metric.REVENUE,
              Metric.SUBTOTAL,
              Metric.TAX,
              Metric.SHIPPING,
              Metric.DISCOUNT,
              Metric.ITEMS));

  private static final MetricLayout OF_PAGE_CONVERSIONS =
      new MetricLayout(
          List.of(
              Metric.CONVERSIONS,
              Metric.REVENUE,
              Metric.MOST_PAGES_BEFORE,
              Metric.PAGES_BEFORE,
              Metric.CONVERSION_PARTS,
              Metric.REVENUE_PARTS,
              Metric.ENTRY_CONVERSIONS,
              Metric.ENTRY_REVENUE,
              Metric.ENTRY_CONVERSION_RATE,
              Metric.REVENUE_PER_ENTRY));

  private static final MetricLayout OF_ITEMS =
      new MetricLayout(
          List.of(
              VISITS,
              UNIQUE_VISITORS,
              ACTIONS,
              Metric.REVENUE,
              Metric.QUANTITY,
              Metric.ORDERS,
              Metric.PRICES,
              Metric.CART_REVENUE,
              Metric.CART_QUANTITY,
              Metric.ABANDONED_CARTS,
              Metric.CART_PRICES,
              Metric.VIEW_PRICES,
              Metric.PRICED_VIEWS));

  private final List<VisitKey> keys;
  private final PageColumns pages;
  private final Occurrences occurrences;
  private final MetricLayout ofOccurrences;
  private final ItemField item;

  Source(VisitKey... keys) {
    this.keys = List.of(keys);
    this.pages = null;
    this.occurrences = null;
    this.ofOccurrences = null;
    this.item = null;
  }

  Source(PageColumns pages) {
    this.keys = List.of();
    this.pages = pages;
    this.occurrences = null;
    this.ofOccurrences = null;
    this.item = null;
  }

  Source(Occurrences occurrences, VisitKey... keys) {
    this.keys = List.of(keys);
    this.pages = null;
    this.occurrences = occurrences;
    this.ofOccurrences = occurrences.layout();
    this.item = null;
  }

  Source(ItemField item) {
    this.keys = List.of();
    this.pages = null;
    this.occurrences = null;
    this.ofOccurrences = null;
    this.item = item;
  }

  /** Whether it tells who came, and not what was counted: {@link Who}, else {@link Groups}. */
  boolean ofWho() {
    return this == VISITORS || this == NEW_VISITORS || this == RETURNING_VISITORS;
  }

  /** The source that tells who made the visits of a source of totals. */
  Source who() {
    return switch (this) {
      case DAY -> VISITORS;
      case NEW_VISITS -> NEW_VISITORS;
      case RETURNING_VISITS -> RETURNING_VISITORS;
      default -> throw new IllegalStateException(this + " is not of totals");
    };
  }

  /** This source, and the one that is asked for with it when several days are summed up. */
  Set<Source> withPartner() {
    return switch (this) {
      case DAY, VISITORS -> EnumSet.of(DAY, VISITORS);
      case NEW_VISITS, NEW_VISITORS -> EnumSet.of(NEW_VISITS, NEW_VISITORS);
      case RETURNING_VISITS, RETURNING_VISITORS -> EnumSet.of(RETURNING_VISITS, RETURNING_VISITORS);
      default -> EnumSet.of(this);
    };
  }

  /** The columns of visits that counting needs. */
  Set<Column> visitColumns() {
    if (ofPages()) {
      return PagePass.visitColumns(this);
    }
    if (occurrences != null) {
      return OccurrencePass.VISIT_COLUMNS;
    }
    if (this == DIMENSION_OF_ACTION) {
      return DimensionPass.visitColumns();
    }
    if (ofItems()) {
      return ItemPass.VISIT_COLUMNS;
    }
    if (this == BANDWIDTH) {
      return OccurrencePass.VISIT_COLUMNS;
    }
    return this == ACTION ? ActionPass.VISIT_COLUMNS : VisitPass.columns(this);
  }

  /** The columns of actions that counting needs; none where visits tell all. */
  Set<Column> actionColumns() {
    if (ofPages()) {
      return PagePass.actionColumns(this);
    }
    if (occurrences != null) {
      Set<Column> columns = occurrences.columns();
      keys.forEach(key -> columns.addAll(key.columns()));
      return columns;
    }
    if (this == DIMENSION_OF_ACTION) {
      return DimensionPass.actionColumns();
    }
    if (this == VARIABLE) {
      return VariablePass.actionColumns();
    }
    if (ofItems()) {
      return ItemPass.ACTION_COLUMNS;
    }
    if (this == BANDWIDTH) {
      return BandwidthPass.ACTION_COLUMNS;
    }
    return this == ACTION ? ActionPass.ACTION_COLUMNS : Set.of();
  }

  boolean ofPages() {
    return pages != null;
  }

  boolean ofItems() {
    return item != null;
  }

  ItemField item() {
    return item;
  }

  /** Whether it counts no visit without a conversion. */
  boolean ofConversions() {
    return this == DAYS_TO_CONVERSION || this == VISITS_TO_CONVERSION;
  }

  /** Whether conversions are counted under its keys, too, which is so of all visits and pages. */
  boolean countsConversions() {
    return ofTotals()
        || ofPages()
        || ofItems()
        || !keys.isEmpty()
        || this == DIMENSION_OF_VISIT
        || this == VARIABLE;
  }

  /** What is counted of conversions, by goal. */
  MetricLayout goalLayout() {
    return ofPages() ? OF_PAGE_CONVERSIONS : OF_CONVERSIONS;
  }

  /** Whether it counts all of a day's visits of some kind, whatever else they are. */
  boolean ofTotals() {
    return this == DAY || this == NEW_VISITS || this == RETURNING_VISITS;
  }

  /**
   * Whether such a source counts the visit.
   *
   * @param returning the log's {@link Columns#RETURNING}
   */
  boolean selects(long returning) {
    return switch (this) {
      case NEW_VISITS, NEW_VISITORS -> returning == 0;
      case RETURNING_VISITS, RETURNING_VISITORS -> returning != 0;
      default -> true;
    };
  }

  /** Whether visits are counted, but nothing of them. */
  boolean ofVisitNumbers() {
    return switch (this) {
      case PLUGINS,
          VISIT_SECONDS_RANGE,
          VISIT_PAGES_RANGE,
          VISIT_NUMBER_RANGE,
          DAYS_SINCE_LAST_RANGE ->
          true;
      default -> false;
    };
  }

  List<VisitKey> keys() {
    return keys;
  }

  PageColumns pages() {
    return pages;
  }

  /** The actions that are counted; null where visits or pages are. */
  Occurrences occurrences() {
    return occurrences;
  }

  MetricLayout layout() {
    if (this == ACTION) {
      return OF_ACTIONS;
    }
    if (this == SEARCH_KEYWORD) {
      return OF_SEARCHES;
    }
    if (this == BANDWIDTH) {
      return OF_BANDWIDTH;
    }
    if (occurrences != null) {
      return ofOccurrences;
    }
    if (this == DIMENSION_OF_ACTION) {
      return DimensionPass.LAYOUT;
    }
    if (ofVisitNumbers()) {
      return OF_VISIT_NUMBERS;
    }
    if (ofItems()) {
      return OF_ITEMS;
    }
    return ofPages() ? OF_PAGES : OF_VISITS;
  }
}

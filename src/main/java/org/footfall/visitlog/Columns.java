package org.footfall.visitlog;

import static org.footfall.visitlog.Column.Coding.DELTA;
import static org.footfall.visitlog.Column.Coding.DERIVED;
import static org.footfall.visitlog.Column.Coding.DICTIONARY;
import static org.footfall.visitlog.Column.Coding.PACKED;
import static org.footfall.visitlog.Column.Coding.RAW;
import static org.footfall.visitlog.Column.Expect.NOTHING;
import static org.footfall.visitlog.Column.Expect.Rule.ALIKE;
import static org.footfall.visitlog.Column.Expect.Rule.CLOCK;
import static org.footfall.visitlog.Column.Expect.Rule.COLUMN;
import static org.footfall.visitlog.Column.Expect.Rule.COMPANION;
import static org.footfall.visitlog.Column.Expect.Rule.FIRST_ACTION;
import static org.footfall.visitlog.Column.Expect.Rule.GROWTH;
import static org.footfall.visitlog.Column.Expect.Rule.LAST_ACTION;
import static org.footfall.visitlog.Column.Expect.Rule.NEXT_VISIT;
import static org.footfall.visitlog.Column.Expect.Rule.STEP;
import static org.footfall.visitlog.Column.Group.CORE;
import static org.footfall.visitlog.Column.Group.CUSTOM;
import static org.footfall.visitlog.Column.Group.DETAIL;
import static org.footfall.visitlog.Column.Group.GOALS;
import static org.footfall.visitlog.Column.Group.OTHER_ACTION;
import static org.footfall.visitlog.Column.Group.RARE;
import static org.footfall.visitlog.Column.Group.TIMING;
import static org.footfall.visitlog.Column.Life.FIXED;
import static org.footfall.visitlog.Column.Life.GROWING;
import static org.footfall.visitlog.Column.Privacy.NONE;
import static org.footfall.visitlog.Column.Privacy.PERSONAL;
import static org.footfall.visitlog.Column.Privacy.PSEUDONYM;
import static org.footfall.visitlog.Column.Table.ACTION;
import static org.footfall.visitlog.Column.Table.VISIT;
import static org.footfall.visitlog.Column.Type.BYTES;
import static org.footfall.visitlog.Column.Type.NUMBER;
import static org.footfall.visitlog.Column.Type.TEXT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.visitlog.Column.Expect;
import org.footfall.visitlog.Column.Group;
import org.footfall.visitlog.Column.Life;
import org.footfall.visitlog.Column.Table;

/**
 * The column catalogue: every column of the log, one line each. Codec, readers, segments, export
 * and erasing are driven by it. A new column is one new line with the next free id; segments
 * written before it read as absent. An id that is free again (11) is not given to another one. Ids
 * and expectations of existing lines are part of the stored format and never change. A column may
 * expect only columns declared above it.
 */
public final class Columns {
  private static final Map<Integer, Column> BY_ID = new HashMap<>();
  private static final List<Column> LINES = new ArrayList<>();

  // Actions. visit_id and position together name an action within a site and day.
  public static final Column ACTION_VISIT_ID =
      add(number(1, "visit_id", ACTION, CORE).coded(DELTA));
  public static final Column POSITION = add(number(2, "position", ACTION, CORE).expect(STEP));

  /** Unix seconds. */
  public static final Column TIME = add(number(3, "time", ACTION, CORE).coded(DELTA));

  /**
   * 1 page view, 2 outlink, 3 download, 8 site search, 10 event, 13 content; and what is no action
   * of the visitor but happened in the visit: 100 a conversion, 101 a page's timings told later.
   */
  public static final Column KIND = add(number(4, "kind", ACTION, CORE).segment("actionType"));

  /**
   * Without protocol and {@code www.}, see {@link #URL_PREFIX}. Of an outlink or a download where
   * it leads; of all others the page on which it happened; empty for a search.
   */
  public static final Column URL = add(text(5, "url", ACTION, CORE).segment("pageUrl"));

  /** 0 http, 1 http www., 2 https, 3 https www. */
  public static final Column URL_PREFIX = add(number(6, "url_prefix", ACTION, CORE));

  /** A page's title, a search's keyword, an event's name. */
  public static final Column TITLE =
      add(text(7, "title", ACTION, CORE).segment("pageTitle").expect(COMPANION, URL));

  /** Seconds since the visit's previous hit, as it counts for the previous page. */
  public static final Column SECONDS_BEFORE =
      add(number(8, "seconds_before", ACTION, CORE).expect(GROWTH, TIME));

  public static final Column INTERACTION_POSITION =
      add(number(9, "interaction_position", ACTION, CORE).expect(COLUMN, POSITION));

  /**
   * Whose the visit was until this action: the visitor's ordinal. 0 while a visit stays with whom
   * it was; the actions before, back to another such one, are those of the visitor named here. What
   * is no action hands a visit over without a word.
   */
  public static final Column VISITOR_BEFORE =
      add(number(83, "visitor_before", ACTION, CORE).says(PSEUDONYM));

  /** Six letters or digits. */
  public static final Column PAGE_VIEW_ID = add(text(10, "page_view_id", ACTION, RARE).coded(RAW));

  /** The page (or search) that was open before this action of the visit; empty for its first. */
  public static final Column PREVIOUS_URL =
      add(text(12, "previous_url", ACTION, CORE).coded(DERIVED));

  public static final Column PREVIOUS_URL_PREFIX =
      add(number(13, "previous_url_prefix", ACTION, CORE).coded(DERIVED));

  /** Empty where a search was open. */
  public static final Column PREVIOUS_TITLE =
      add(text(14, "previous_title", ACTION, CORE).coded(DERIVED));

  /** The keyword, where a search was open. */
  public static final Column PREVIOUS_SEARCH =
      add(text(15, "previous_search", ACTION, CORE).coded(DERIVED));

  public static final Column SEARCH_CATEGORY =
      add(text(16, "search_category", ACTION, OTHER_ACTION).segment("siteSearchCategory"));

  /** How much was found; {@link org.footfall.codec.Told}. */
  public static final Column SEARCH_COUNT =
      add(number(17, "search_count", ACTION, OTHER_ACTION).segment("siteSearchCount"));

  public static final Column EVENT_CATEGORY =
      add(text(18, "event_category", ACTION, OTHER_ACTION).segment("eventCategory"));
  public static final Column EVENT_ACTION =
      add(text(19, "event_action", ACTION, OTHER_ACTION).segment("eventAction"));

  /** In millionths; {@link org.footfall.codec.Told}. */
  public static final Column EVENT_VALUE =
      add(number(20, "event_value", ACTION, OTHER_ACTION).segment("eventValue"));

  public static final Column CONTENT_NAME =
      add(text(21, "content_name", ACTION, OTHER_ACTION).segment("contentName"));
  public static final Column CONTENT_PIECE =
      add(text(22, "content_piece", ACTION, OTHER_ACTION).segment("contentPiece"));
  public static final Column CONTENT_TARGET =
      add(text(23, "content_target", ACTION, OTHER_ACTION).segment("contentTarget"));

  /** What the visitor did with the content; empty for one that was only shown. */
  public static final Column CONTENT_INTERACTION =
      add(text(24, "content_interaction", ACTION, OTHER_ACTION).segment("contentInteraction"));

  // A page view's timings in milliseconds; Told. Readers give those told later, too.
  public static final Column TIME_NETWORK = add(number(25, "time_network", ACTION, TIMING));
  public static final Column TIME_SERVER = add(number(26, "time_server", ACTION, TIMING));
  public static final Column TIME_TRANSFER = add(number(27, "time_transfer", ACTION, TIMING));
  public static final Column TIME_DOM_PROCESSING =
      add(number(28, "time_dom_processing", ACTION, TIMING));
  public static final Column TIME_DOM_COMPLETION =
      add(number(29, "time_dom_completion", ACTION, TIMING));
  public static final Column TIME_ON_LOAD = add(number(30, "time_on_load", ACTION, TIMING));

  /** In the order in which a page loads. */
  public static final List<Column> TIMES =
      List.of(
          TIME_NETWORK,
          TIME_SERVER,
          TIME_TRANSFER,
          TIME_DOM_PROCESSING,
          TIME_DOM_COMPLETION,
          TIME_ON_LOAD);

  // What a page view shows of a shop.
  public static final Column PRODUCT_SKU =
      add(text(31, "product_sku", ACTION, GOALS).segment("productViewSku"));
  public static final Column PRODUCT_NAME =
      add(text(32, "product_name", ACTION, GOALS).segment("productViewName"));

  /** One a line, at most five. */
  public static final Column PRODUCT_CATEGORIES =
      add(text(33, "product_categories", ACTION, GOALS).segment("productViewCategory1"));

  /** In millionths of the site's currency; {@link org.footfall.codec.Told}. */
  public static final Column PRODUCT_PRICE =
      add(number(34, "product_price", ACTION, GOALS).segment("productViewPrice"));

  // Conversions: rows of kind 100. A cart's row is told again whenever the cart changes.
  /** The goal's number plus two: 1 a cart, 2 an order. */
  public static final Column GOAL = add(number(35, "goal", ACTION, GOALS));

  /** In millionths of the site's currency, as are the other amounts. */
  public static final Column REVENUE = add(number(36, "revenue", ACTION, GOALS));

  public static final Column SUBTOTAL = add(number(37, "subtotal", ACTION, GOALS));
  public static final Column TAX = add(number(38, "tax", ACTION, GOALS));
  public static final Column SHIPPING = add(number(39, "shipping", ACTION, GOALS));
  public static final Column DISCOUNT = add(number(40, "discount", ACTION, GOALS));
  public static final Column ORDER_ID =
      add(text(41, "order_id", ACTION, GOALS).coded(RAW).says(PSEUDONYM).segment("orderId"));

  /** The items as lines of fields with tabs between: SKU, name, price, quantity, categories …. */
  public static final Column ITEMS = add(text(42, "items", ACTION, GOALS));

  /** The position of the action that met the goal, plus one; 0 when it was told by itself. */
  public static final Column CONVERTING_POSITION =
      add(number(43, "converting_position", ACTION, GOALS));

  /** Where the conversion came from, if not from where the visit did; else 0 and empty. */
  public static final Column CONVERSION_REFERRER_TYPE =
      add(number(44, "conversion_referrer_type", ACTION, GOALS));

  public static final Column CONVERSION_REFERRER_NAME =
      add(text(45, "conversion_referrer_name", ACTION, GOALS));
  public static final Column CONVERSION_REFERRER_KEYWORD =
      add(text(46, "conversion_referrer_keyword", ACTION, GOALS));

  /**
   * The visit's custom dimensions and variables when it converted, as lines of {@code d} or {@code
   * v}, the slot, a tab, and the value; {@code -} for none. Empty in old logs, which do not tell.
   */
  public static final Column CUSTOM_THEN =
      add(text(84, "custom_then", ACTION, GOALS).says(PERSONAL));

  /** The custom dimensions of actions by slot. */
  public static final List<Column> DIMENSIONS = numbered(51, "dimension_", 20, ACTION, FIXED);

  /** Names and values of the custom variables of actions: name 1, value 1, name 2 …. */
  public static final List<Column> VARIABLES = numbered(71, "variable_", 10, ACTION, FIXED);

  /** In bytes; {@link org.footfall.codec.Told}. */
  public static final Column BANDWIDTH =
      add(number(81, "bandwidth", ACTION, RARE).segment("bandwidth"));

  /** Which custom dimensions of actions were told to be empty: slot 1 is the lowest bit. */
  public static final Column EMPTY_DIMENSIONS = add(number(82, "empty_dimensions", ACTION, CUSTOM));

  /** 1 for a row that only tells how its visit grew. Known to the codec alone. */
  static final Column GROWN = number(100, "grown", VISIT, CORE).growing();

  // Visits. visit_id names a visit within a site; a visit never spans days.
  public static final Column VISIT_ID =
      add(number(101, "visit_id", VISIT, CORE).segment("visitId").expect(NEXT_VISIT));

  /** The site's number; told by the segment's directory. */
  public static final Column SITE = add(number(102, "site", VISIT, CORE).coded(DERIVED));

  /** Dense number of the visitor within the site; 0 for a visitor without a cookie. */
  public static final Column VISITOR_ORDINAL =
      add(number(103, "visitor_ordinal", VISIT, CORE).says(PSEUDONYM));

  /** The eight bytes as a number, the first one highest. */
  public static final Column VISITOR_ID =
      add(number(104, "visitor_id", VISIT, CORE).coded(RAW).says(PSEUDONYM).segment("visitorId"));

  public static final Column CONFIG_ID =
      add(number(105, "config_id", VISIT, CORE).coded(RAW).says(PSEUDONYM).segment("fingerprint"));
  public static final Column USER_ID =
      add(text(106, "user_id", VISIT, CORE).says(PERSONAL).segment("userId"));

  /** Unix seconds. */
  public static final Column FIRST_ACTION_TIME =
      add(number(107, "first_action_time", VISIT, CORE).expect(FIRST_ACTION, TIME));

  public static final Column LAST_ACTION_TIME =
      add(number(108, "last_action_time", VISIT, CORE).growing().expect(LAST_ACTION, TIME));
  public static final Column TOTAL_SECONDS =
      add(number(109, "total_seconds", VISIT, CORE).growing().segment("visitDuration"));
  public static final Column ACTIONS =
      add(
          number(110, "actions", VISIT, CORE)
              .growing()
              .segment("actions")
              .expect(LAST_ACTION, POSITION));
  public static final Column INTERACTIONS =
      add(
          number(111, "interactions", VISIT, CORE)
              .growing()
              .segment("interactions")
              .expect(COLUMN, ACTIONS));
  public static final Column SEARCHES =
      add(number(112, "searches", VISIT, CORE).growing().segment("searches"));
  public static final Column EVENTS =
      add(number(113, "events", VISIT, CORE).growing().segment("events"));
  public static final Column ENTRY_URL =
      add(text(114, "entry_url", VISIT, CORE).segment("entryPageUrl").expect(FIRST_ACTION, URL));
  public static final Column ENTRY_URL_PREFIX =
      add(number(115, "entry_url_prefix", VISIT, CORE).expect(FIRST_ACTION, URL_PREFIX));
  public static final Column ENTRY_TITLE =
      add(
          text(116, "entry_title", VISIT, CORE)
              .segment("entryPageTitle")
              .expect(FIRST_ACTION, TITLE));
  public static final Column EXIT_URL =
      add(
          text(117, "exit_url", VISIT, CORE)
              .growing()
              .segment("exitPageUrl")
              .expect(LAST_ACTION, URL));
  public static final Column EXIT_URL_PREFIX =
      add(number(118, "exit_url_prefix", VISIT, CORE).growing().expect(LAST_ACTION, URL_PREFIX));
  public static final Column EXIT_TITLE =
      add(
          text(119, "exit_title", VISIT, CORE)
              .growing()
              .segment("exitPageTitle")
              .expect(LAST_ACTION, TITLE));

  /** 0 new, 1 returning, 2 returning customer. */
  public static final Column RETURNING =
      add(number(120, "returning", VISIT, CORE).segment("visitorType"));

  public static final Column VISIT_COUNT =
      add(number(121, "visit_count", VISIT, CORE).segment("visitCount"));
  public static final Column SECONDS_SINCE_FIRST =
      add(number(122, "seconds_since_first", VISIT, DETAIL).segment("secondsSinceFirstVisit"));
  public static final Column SECONDS_SINCE_LAST =
      add(number(123, "seconds_since_last", VISIT, DETAIL).segment("secondsSinceLastVisit"));

  /** Seconds since the last order plus one; 0 = never ordered. */
  public static final Column SECONDS_SINCE_ORDER =
      add(
          number(124, "seconds_since_order", VISIT, DETAIL)
              .segment("secondsSinceLastEcommerceOrder"));

  /** 1 direct, 2 search engine, 3 website, 6 campaign, 7 social network. */
  public static final Column REFERRER_TYPE =
      add(number(125, "referrer_type", VISIT, CORE).segment("referrerType"));

  public static final Column REFERRER_NAME =
      add(text(126, "referrer_name", VISIT, CORE).segment("referrerName"));
  public static final Column REFERRER_KEYWORD =
      add(text(127, "referrer_keyword", VISIT, CORE).segment("referrerKeyword"));
  public static final Column REFERRER_URL =
      add(text(128, "referrer_url", VISIT, CORE).segment("referrerUrl"));
  public static final Column COUNTRY =
      add(text(129, "country", VISIT, CORE).segment("countryCode"));
  public static final Column REGION = add(text(130, "region", VISIT, DETAIL).segment("regionCode"));
  public static final Column CITY = add(text(131, "city", VISIT, DETAIL).segment("city"));

  /** Degrees times 1,000,000. */
  public static final Column LATITUDE =
      add(number(132, "latitude", VISIT, DETAIL).segment("latitude"));

  /** Degrees times 1,000,000. */
  public static final Column LONGITUDE =
      add(number(133, "longitude", VISIT, DETAIL).segment("longitude"));

  /** The masked address, 4 or 16 bytes. */
  public static final Column ADDRESS =
      add(bytes(134, "address", VISIT, DETAIL).says(PERSONAL).segment("visitIp"));

  public static final Column LANGUAGE =
      add(text(135, "language", VISIT, DETAIL).segment("languageCode"));

  /** The visitor's own clock when the visit began, in seconds of the day. */
  public static final Column LOCAL_TIME =
      add(
          number(136, "local_time", VISIT, DETAIL)
              .segment("visitLocalHour")
              .expect(CLOCK, FIRST_ACTION_TIME));

  public static final Column RESOLUTION =
      add(text(137, "resolution", VISIT, DETAIL).segment("resolution"));

  /** A bit for each plug-in. */
  public static final Column PLUGINS = add(number(138, "plugins", VISIT, DETAIL));

  public static final Column USER_AGENT =
      add(text(139, "user_agent", VISIT, DETAIL).says(PSEUDONYM));

  /** 1 when the visit met a goal. */
  public static final Column CONVERTED =
      add(number(140, "converted", VISIT, CORE).growing().segment("visitConverted"));

  public static final Column OS =
      add(text(141, "os", VISIT, DETAIL).segment("operatingSystemCode").expect(ALIKE, USER_AGENT));
  public static final Column OS_VERSION =
      add(
          text(142, "os_version", VISIT, DETAIL)
              .segment("operatingSystemVersion")
              .expect(ALIKE, USER_AGENT));
  public static final Column BROWSER =
      add(text(143, "browser", VISIT, DETAIL).segment("browserCode").expect(ALIKE, USER_AGENT));
  public static final Column BROWSER_VERSION =
      add(
          text(144, "browser_version", VISIT, DETAIL)
              .segment("browserVersion")
              .expect(ALIKE, USER_AGENT));
  public static final Column BROWSER_ENGINE =
      add(
          text(145, "browser_engine", VISIT, DETAIL)
              .segment("browserEngine")
              .expect(ALIKE, USER_AGENT));

  /** Its code plus one; 0 unknown. */
  public static final Column DEVICE_TYPE =
      add(
          number(146, "device_type", VISIT, DETAIL)
              .segment("deviceType")
              .expect(ALIKE, USER_AGENT));

  public static final Column DEVICE_BRAND =
      add(
          text(147, "device_brand", VISIT, DETAIL)
              .segment("deviceBrand")
              .expect(ALIKE, USER_AGENT));
  public static final Column DEVICE_MODEL =
      add(
          text(148, "device_model", VISIT, DETAIL)
              .segment("deviceModel")
              .expect(ALIKE, USER_AGENT));

  /** Whose network the address is of. */
  public static final Column PROVIDER =
      add(text(149, "provider", VISIT, DETAIL).segment("provider"));

  public static final Column CAMPAIGN_SOURCE =
      add(text(150, "campaign_source", VISIT, DETAIL).segment("campaignSource"));
  public static final Column CAMPAIGN_MEDIUM =
      add(text(151, "campaign_medium", VISIT, DETAIL).segment("campaignMedium"));
  public static final Column CAMPAIGN_CONTENT =
      add(text(152, "campaign_content", VISIT, DETAIL).segment("campaignContent"));
  public static final Column CAMPAIGN_ID =
      add(text(153, "campaign_id", VISIT, DETAIL).segment("campaignId"));
  public static final Column CAMPAIGN_GROUP =
      add(text(154, "campaign_group", VISIT, DETAIL).segment("campaignGroup"));
  public static final Column CAMPAIGN_PLACEMENT =
      add(text(155, "campaign_placement", VISIT, DETAIL).segment("campaignPlacement"));

  /** The keyword, where the visit's last page was a search. */
  public static final Column EXIT_SEARCH = add(text(156, "exit_search", VISIT, CORE).growing());

  /** Rows of actions, conversions and timings so far; the next one's position. */
  public static final Column ROWS =
      add(number(157, "rows", VISIT, CORE).growing().expect(LAST_ACTION, POSITION));

  /** 0 nothing, 1 ordered, 2 left a cart behind, 3 ordered and left a cart behind. */
  public static final Column BUYER =
      add(number(158, "buyer", VISIT, GOALS).growing().segment("visitEcommerceStatus"));

  /** The numbers of the goals met, in rising order with commas between. */
  public static final Column GOALS_MET = add(text(159, "goals_met", VISIT, GOALS).growing());

  /** The position of the cart's row, plus one; 0 when there is none. */
  public static final Column CART_POSITION =
      add(number(160, "cart_position", VISIT, GOALS).growing());

  /** The custom dimensions of visits by slot. */
  public static final List<Column> VISIT_DIMENSIONS =
      numbered(161, "visit_dimension_", 20, VISIT, GROWING);

  /** Names and values of the custom variables of visits: name 1, value 1, name 2 …. */
  public static final List<Column> VISIT_VARIABLES =
      numbered(181, "visit_variable_", 10, VISIT, GROWING);

  /** 1 for a visit whose visitor nobody will recognise again, having shown no id. */
  public static final Column STRANGER =
      add(number(191, "stranger", VISIT, DETAIL).segment("profilable"));

  /** Which custom dimensions of visits were told to be empty: slot 1 is the lowest bit. */
  public static final Column EMPTY_VISIT_DIMENSIONS =
      add(number(192, "empty_visit_dimensions", VISIT, CUSTOM).growing());

  /** 1 for a visit whose visitor took it over and was not known before. */
  public static final Column NEWCOMER = add(number(193, "newcomer", VISIT, DETAIL));

  /** All columns in the order they are declared, which is the order they are coded in. */
  public static final List<Column> ALL = List.copyOf(LINES);

  private Columns() {}

  /** The column of a stored id, or null for one that this program does not know. */
  static Column byId(int id) {
    return id == GROWN.id() ? GROWN : BY_ID.get(id);
  }

  /** The column under whose id the texts of this one are stored: columns alike share them. */
  static Column dictionaryOf(Column column) {
    Expect expect = column.expect();
    boolean shares = expect.rule() == FIRST_ACTION || expect.rule() == LAST_ACTION;
    return shares ? dictionaryOf(expect.of()) : column;
  }

  /** All columns of a table. */
  public static List<Column> of(Table table) {
    return ALL.stream().filter(column -> column.table() == table).toList();
  }

  private static Column add(Column column) {
    if (BY_ID.put(column.id(), column) != null) {
      throw new IllegalStateException("Two columns have the id " + column.id() + ".");
    }
    LINES.add(column);
    return column;
  }

  private static List<Column> numbered(int id, String name, int count, Table table, Life life) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Column fixed = text(id + i, name + (i + 1), table, CUSTOM).says(PERSONAL);
      columns.add(add(life == GROWING ? fixed.growing() : fixed));
    }
    return List.copyOf(columns);
  }

  private static Column number(int id, String name, Table table, Group group) {
    return new Column(id, name, table, NUMBER, PACKED, group, NONE, FIXED, "", NOTHING);
  }

  private static Column text(int id, String name, Table table, Group group) {
    return new Column(id, name, table, TEXT, DICTIONARY, group, NONE, FIXED, "", NOTHING);
  }

  private static Column bytes(int id, String name, Table table, Group group) {
    return new Column(id, name, table, BYTES, RAW, group, NONE, FIXED, "", NOTHING);
  }
}

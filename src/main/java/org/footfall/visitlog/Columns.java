package org.footfall.visitlog;

import static org.footfall.visitlog.Column.Coding.DELTA;
import static org.footfall.visitlog.Column.Coding.DERIVED;
import static org.footfall.visitlog.Column.Coding.DICTIONARY;
import static org.footfall.visitlog.Column.Coding.PACKED;
import static org.footfall.visitlog.Column.Coding.RAW;
import static org.footfall.visitlog.Column.Expect.NOTHING;
import static org.footfall.visitlog.Column.Expect.Rule.CLOCK;
import static org.footfall.visitlog.Column.Expect.Rule.COLUMN;
import static org.footfall.visitlog.Column.Expect.Rule.COMPANION;
import static org.footfall.visitlog.Column.Expect.Rule.FIRST_ACTION;
import static org.footfall.visitlog.Column.Expect.Rule.GROWTH;
import static org.footfall.visitlog.Column.Expect.Rule.LAST_ACTION;
import static org.footfall.visitlog.Column.Expect.Rule.NEXT_VISIT;
import static org.footfall.visitlog.Column.Expect.Rule.STEP;
import static org.footfall.visitlog.Column.Group.CORE;
import static org.footfall.visitlog.Column.Group.DETAIL;
import static org.footfall.visitlog.Column.Group.RARE;
import static org.footfall.visitlog.Column.Life.FIXED;
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
import org.footfall.visitlog.Column.Table;

/**
 * The column catalogue: every column of the log, one line each. Codec, readers, segments, export
 * and erasing are driven by it. A new column is one new line with the next free id; segments
 * written before it read as absent. Ids and expectations of existing lines are part of the stored
 * format and never change. A column may expect only columns declared above it.
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

  /** 1 page view; Matomo's action types for the others (2 outlink, 3 download, 8 search …). */
  public static final Column KIND = add(number(4, "kind", ACTION, CORE).segment("actionType"));

  /** Without protocol and {@code www.}, see {@link #URL_PREFIX}. */
  public static final Column URL = add(text(5, "url", ACTION, CORE).segment("pageUrl"));

  /** 0 http, 1 http www., 2 https, 3 https www. */
  public static final Column URL_PREFIX = add(number(6, "url_prefix", ACTION, CORE));

  public static final Column TITLE =
      add(text(7, "title", ACTION, CORE).segment("pageTitle").expect(COMPANION, URL));

  /** Seconds since the visit's previous hit, as it counts for the previous page. */
  public static final Column SECONDS_BEFORE =
      add(number(8, "seconds_before", ACTION, CORE).expect(GROWTH, TIME));

  public static final Column INTERACTION_POSITION =
      add(number(9, "interaction_position", ACTION, CORE).expect(COLUMN, POSITION));

  /** Six letters or digits. */
  public static final Column PAGE_VIEW_ID = add(text(10, "page_view_id", ACTION, RARE).coded(RAW));

  /** Microseconds from {@link #TIME} to the moment the hit came in. */
  public static final Column RECEIVE_TIME_MICROS =
      add(number(11, "receive_time_micros", ACTION, RARE));

  /** The page (or search) that was open before this action of the visit; empty for its first. */
  public static final Column PREVIOUS_URL =
      add(text(12, "previous_url", ACTION, CORE).coded(DERIVED));

  public static final Column PREVIOUS_URL_PREFIX =
      add(number(13, "previous_url_prefix", ACTION, CORE).coded(DERIVED));
  public static final Column PREVIOUS_TITLE =
      add(text(14, "previous_title", ACTION, CORE).coded(DERIVED));

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

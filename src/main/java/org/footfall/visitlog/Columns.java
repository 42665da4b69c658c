package org.footfall.visitlog;

import static org.footfall.visitlog.Column.Coding.DELTA;
import static org.footfall.visitlog.Column.Coding.DERIVED;
import static org.footfall.visitlog.Column.Coding.DICTIONARY;
import static org.footfall.visitlog.Column.Coding.PACKED;
import static org.footfall.visitlog.Column.Coding.RAW;
import static org.footfall.visitlog.Column.Expect.NOTHING;
import static org.footfall.visitlog.Column.Group.CORE;
import static org.footfall.visitlog.Column.Group.DETAIL;
import static org.footfall.visitlog.Column.Group.RARE;
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
import org.footfall.visitlog.Column.Coding;
import org.footfall.visitlog.Column.Expect;
import org.footfall.visitlog.Column.Expect.Rule;
import org.footfall.visitlog.Column.Group;
import org.footfall.visitlog.Column.Life;
import org.footfall.visitlog.Column.Privacy;
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
      add(1, "visit_id", ACTION, NUMBER, DELTA, CORE, NONE, FIXED, "", NOTHING);
  public static final Column POSITION =
      add(2, "position", ACTION, NUMBER, PACKED, CORE, NONE, FIXED, "", e(Rule.STEP));

  /** Unix seconds. */
  public static final Column TIME =
      add(3, "time", ACTION, NUMBER, DELTA, CORE, NONE, FIXED, "", NOTHING);

  /** 1 page view; Matomo's action types for the others (2 outlink, 3 download, 8 search …). */
  public static final Column KIND =
      add(4, "kind", ACTION, NUMBER, PACKED, CORE, NONE, FIXED, "actionType", NOTHING);

  /** Without protocol and {@code www.}, see {@link #URL_PREFIX}. */
  public static final Column URL =
      add(5, "url", ACTION, TEXT, DICTIONARY, CORE, NONE, FIXED, "pageUrl", NOTHING);

  /** 0 http, 1 http www., 2 https, 3 https www. */
  public static final Column URL_PREFIX =
      add(6, "url_prefix", ACTION, NUMBER, PACKED, CORE, NONE, FIXED, "", NOTHING);

  public static final Column TITLE =
      add(
          7,
          "title",
          ACTION,
          TEXT,
          DICTIONARY,
          CORE,
          NONE,
          FIXED,
          "pageTitle",
          e(Rule.COMPANION, URL));

  /** Seconds since the visit's previous hit, as it counts for the previous page. */
  public static final Column SECONDS_BEFORE =
      add(8, "seconds_before", ACTION, NUMBER, PACKED, CORE, NONE, FIXED, "", e(Rule.GROWTH, TIME));

  public static final Column INTERACTION_POSITION =
      add(
          9,
          "interaction_position",
          ACTION,
          NUMBER,
          PACKED,
          CORE,
          NONE,
          FIXED,
          "",
          e(Rule.COLUMN, POSITION));

  /** Six letters or digits. */
  public static final Column PAGE_VIEW_ID =
      add(10, "page_view_id", ACTION, TEXT, RAW, RARE, NONE, FIXED, "", NOTHING);

  /** Microseconds from {@link #TIME} to the moment the hit came in. */
  public static final Column RECEIVE_TIME_MICROS =
      add(11, "receive_time_micros", ACTION, NUMBER, PACKED, RARE, NONE, FIXED, "", NOTHING);

  /** The page (or search) that was open before this action of the visit; empty for its first. */
  public static final Column PREVIOUS_URL =
      add(12, "previous_url", ACTION, TEXT, DERIVED, CORE, NONE, FIXED, "", NOTHING);

  public static final Column PREVIOUS_URL_PREFIX =
      add(13, "previous_url_prefix", ACTION, NUMBER, DERIVED, CORE, NONE, FIXED, "", NOTHING);
  public static final Column PREVIOUS_TITLE =
      add(14, "previous_title", ACTION, TEXT, DERIVED, CORE, NONE, FIXED, "", NOTHING);

  /** 1 for a row that only tells how its visit grew. Known to the codec alone. */
  static final Column GROWN =
      new Column(100, "grown", VISIT, NUMBER, PACKED, CORE, NONE, GROWING, "", NOTHING);

  // Visits. visit_id names a visit within a site; a visit never spans days.
  public static final Column VISIT_ID =
      add(101, "visit_id", VISIT, NUMBER, PACKED, CORE, NONE, FIXED, "visitId", e(Rule.NEXT_VISIT));

  /** The site's number; told by the segment's directory. */
  public static final Column SITE =
      add(102, "site", VISIT, NUMBER, DERIVED, CORE, NONE, FIXED, "", NOTHING);

  /** Dense number of the visitor within the site; 0 for a visitor without a cookie. */
  public static final Column VISITOR_ORDINAL =
      add(103, "visitor_ordinal", VISIT, NUMBER, PACKED, CORE, PSEUDONYM, FIXED, "", NOTHING);

  /** The eight bytes as a number, the first one highest. */
  public static final Column VISITOR_ID =
      add(104, "visitor_id", VISIT, NUMBER, RAW, CORE, PSEUDONYM, FIXED, "visitorId", NOTHING);

  public static final Column CONFIG_ID =
      add(105, "config_id", VISIT, NUMBER, RAW, CORE, PSEUDONYM, FIXED, "fingerprint", NOTHING);
  public static final Column USER_ID =
      add(106, "user_id", VISIT, TEXT, DICTIONARY, DETAIL, PERSONAL, FIXED, "userId", NOTHING);

  /** Unix seconds. */
  public static final Column FIRST_ACTION_TIME =
      add(
          107,
          "first_action_time",
          VISIT,
          NUMBER,
          PACKED,
          CORE,
          NONE,
          FIXED,
          "",
          e(Rule.FIRST_ACTION, TIME));

  public static final Column LAST_ACTION_TIME =
      add(
          108,
          "last_action_time",
          VISIT,
          NUMBER,
          PACKED,
          CORE,
          NONE,
          GROWING,
          "",
          e(Rule.LAST_ACTION, TIME));
  public static final Column TOTAL_SECONDS =
      add(
          109,
          "total_seconds",
          VISIT,
          NUMBER,
          PACKED,
          CORE,
          NONE,
          GROWING,
          "visitDuration",
          NOTHING);
  public static final Column ACTIONS =
      add(
          110,
          "actions",
          VISIT,
          NUMBER,
          PACKED,
          CORE,
          NONE,
          GROWING,
          "actions",
          e(Rule.LAST_ACTION, POSITION));
  public static final Column INTERACTIONS =
      add(
          111,
          "interactions",
          VISIT,
          NUMBER,
          PACKED,
          CORE,
          NONE,
          GROWING,
          "interactions",
          e(Rule.COLUMN, ACTIONS));
  public static final Column SEARCHES =
      add(112, "searches", VISIT, NUMBER, PACKED, CORE, NONE, GROWING, "searches", NOTHING);
  public static final Column EVENTS =
      add(113, "events", VISIT, NUMBER, PACKED, CORE, NONE, GROWING, "events", NOTHING);
  public static final Column ENTRY_URL =
      add(
          114,
          "entry_url",
          VISIT,
          TEXT,
          DICTIONARY,
          CORE,
          NONE,
          FIXED,
          "entryPageUrl",
          e(Rule.FIRST_ACTION, URL));
  public static final Column ENTRY_URL_PREFIX =
      add(
          115,
          "entry_url_prefix",
          VISIT,
          NUMBER,
          PACKED,
          CORE,
          NONE,
          FIXED,
          "",
          e(Rule.FIRST_ACTION, URL_PREFIX));
  public static final Column ENTRY_TITLE =
      add(
          116,
          "entry_title",
          VISIT,
          TEXT,
          DICTIONARY,
          CORE,
          NONE,
          FIXED,
          "entryPageTitle",
          e(Rule.FIRST_ACTION, TITLE));
  public static final Column EXIT_URL =
      add(
          117,
          "exit_url",
          VISIT,
          TEXT,
          DICTIONARY,
          CORE,
          NONE,
          GROWING,
          "exitPageUrl",
          e(Rule.LAST_ACTION, URL));
  public static final Column EXIT_URL_PREFIX =
      add(
          118,
          "exit_url_prefix",
          VISIT,
          NUMBER,
          PACKED,
          CORE,
          NONE,
          GROWING,
          "",
          e(Rule.LAST_ACTION, URL_PREFIX));
  public static final Column EXIT_TITLE =
      add(
          119,
          "exit_title",
          VISIT,
          TEXT,
          DICTIONARY,
          CORE,
          NONE,
          GROWING,
          "exitPageTitle",
          e(Rule.LAST_ACTION, TITLE));

  /** 0 new, 1 returning, 2 returning customer. */
  public static final Column RETURNING =
      add(120, "returning", VISIT, NUMBER, PACKED, CORE, NONE, FIXED, "visitorType", NOTHING);

  public static final Column VISIT_COUNT =
      add(121, "visit_count", VISIT, NUMBER, PACKED, CORE, NONE, FIXED, "visitCount", NOTHING);
  public static final Column SECONDS_SINCE_FIRST =
      add(
          122,
          "seconds_since_first",
          VISIT,
          NUMBER,
          PACKED,
          DETAIL,
          NONE,
          FIXED,
          "secondsSinceFirstVisit",
          NOTHING);
  public static final Column SECONDS_SINCE_LAST =
      add(
          123,
          "seconds_since_last",
          VISIT,
          NUMBER,
          PACKED,
          DETAIL,
          NONE,
          FIXED,
          "secondsSinceLastVisit",
          NOTHING);

  /** Seconds since the last order plus one; 0 = never ordered. */
  public static final Column SECONDS_SINCE_ORDER =
      add(
          124,
          "seconds_since_order",
          VISIT,
          NUMBER,
          PACKED,
          DETAIL,
          NONE,
          FIXED,
          "secondsSinceLastEcommerceOrder",
          NOTHING);

  /** 1 direct, 2 search engine, 3 website, 6 campaign, 7 social network. */
  public static final Column REFERRER_TYPE =
      add(125, "referrer_type", VISIT, NUMBER, PACKED, CORE, NONE, FIXED, "referrerType", NOTHING);

  public static final Column REFERRER_NAME =
      add(
          126,
          "referrer_name",
          VISIT,
          TEXT,
          DICTIONARY,
          CORE,
          NONE,
          FIXED,
          "referrerName",
          NOTHING);
  public static final Column REFERRER_KEYWORD =
      add(
          127,
          "referrer_keyword",
          VISIT,
          TEXT,
          DICTIONARY,
          CORE,
          NONE,
          FIXED,
          "referrerKeyword",
          NOTHING);
  public static final Column REFERRER_URL =
      add(128, "referrer_url", VISIT, TEXT, DICTIONARY, CORE, NONE, FIXED, "referrerUrl", NOTHING);
  public static final Column COUNTRY =
      add(129, "country", VISIT, TEXT, DICTIONARY, CORE, NONE, FIXED, "countryCode", NOTHING);
  public static final Column REGION =
      add(130, "region", VISIT, TEXT, DICTIONARY, DETAIL, NONE, FIXED, "regionCode", NOTHING);
  public static final Column CITY =
      add(131, "city", VISIT, TEXT, DICTIONARY, DETAIL, NONE, FIXED, "city", NOTHING);

  /** Degrees times 1,000,000. */
  public static final Column LATITUDE =
      add(132, "latitude", VISIT, NUMBER, PACKED, DETAIL, NONE, FIXED, "latitude", NOTHING);

  /** Degrees times 1,000,000. */
  public static final Column LONGITUDE =
      add(133, "longitude", VISIT, NUMBER, PACKED, DETAIL, NONE, FIXED, "longitude", NOTHING);

  /** The masked address, 4 or 16 bytes. */
  public static final Column ADDRESS =
      add(134, "address", VISIT, BYTES, RAW, DETAIL, PERSONAL, FIXED, "visitIp", NOTHING);

  public static final Column LANGUAGE =
      add(135, "language", VISIT, TEXT, DICTIONARY, DETAIL, NONE, FIXED, "languageCode", NOTHING);

  /** The visitor's own clock when the visit began, in seconds of the day. */
  public static final Column LOCAL_TIME =
      add(
          136,
          "local_time",
          VISIT,
          NUMBER,
          PACKED,
          DETAIL,
          NONE,
          FIXED,
          "visitLocalHour",
          e(Rule.CLOCK, FIRST_ACTION_TIME));

  public static final Column RESOLUTION =
      add(137, "resolution", VISIT, TEXT, DICTIONARY, DETAIL, NONE, FIXED, "resolution", NOTHING);

  /** A bit for each plug-in. */
  public static final Column PLUGINS =
      add(138, "plugins", VISIT, NUMBER, PACKED, DETAIL, NONE, FIXED, "", NOTHING);

  public static final Column USER_AGENT =
      add(139, "user_agent", VISIT, TEXT, DICTIONARY, DETAIL, PSEUDONYM, FIXED, "", NOTHING);

  /** 1 when the visit met a goal. */
  public static final Column CONVERTED =
      add(140, "converted", VISIT, NUMBER, PACKED, CORE, NONE, GROWING, "visitConverted", NOTHING);

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
    boolean shares = expect.rule() == Rule.FIRST_ACTION || expect.rule() == Rule.LAST_ACTION;
    return shares ? dictionaryOf(expect.of()) : column;
  }

  /** All columns of a table. */
  public static List<Column> of(Table table) {
    return ALL.stream().filter(column -> column.table() == table).toList();
  }

  private static Column add(
      int id,
      String name,
      Table table,
      Column.Type type,
      Coding coding,
      Group group,
      Privacy privacy,
      Life life,
      String segment,
      Expect expect) {
    Column column =
        new Column(id, name, table, type, coding, group, privacy, life, segment, expect);
    if (BY_ID.put(id, column) != null) {
      throw new IllegalStateException("Two columns have the id " + id + ".");
    }
    LINES.add(column);
    return column;
  }

  private static Expect e(Rule rule) {
    return new Expect(rule, null);
  }

  private static Expect e(Rule rule, Column of) {
    return new Expect(rule, of);
  }
}

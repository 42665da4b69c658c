package org.footfall.segment;

import static org.footfall.segment.SegmentDimension.dimension;
import static org.footfall.segment.SegmentDimension.metric;
import static org.footfall.visitlog.Columns.FIRST_ACTION_TIME;
import static org.footfall.visitlog.Columns.LAST_ACTION_TIME;
import static org.footfall.visitlog.Columns.LOCAL_TIME;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.List;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.function.UnaryOperator;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/** What a visit as a whole is selected by, one line each. */
final class VisitDimensions {
  private static final String VISITORS = "Visitors";
  private static final String PLACE = "Visitor location";
  private static final String BEHAVIOUR = "Behaviour";
  private static final String ACQUISITION = "Acquisition";
  private static final String COUNT = "0, 1, 2, …";
  private static final String HOURS = "0, 1, …, 23";
  private static final String SIXTY = "0, 1, …, 59";
  private static final String PAGE = "https%3A%2F%2Fexample.org%2Fpage";
  private static final long DAY = 86_400;
  private static final Column FIRST = Columns.SECONDS_SINCE_FIRST;
  private static final Column LAST = Columns.SECONDS_SINCE_LAST;
  private static final Values VISITOR_TYPES =
      WordValues.of(Columns.RETURNING, 0, "new", 1, "returning", 2, "returningCustomer");
  private static final Values REFERRER_TYPES =
      WordValues.of(
          Columns.REFERRER_TYPE,
          1,
          "direct",
          2,
          "search",
          3,
          "website",
          6,
          "campaign",
          7,
          "social");

  static final List<SegmentDimension> ALL =
      List.of(
          metric("actions", "Actions", VISITORS, COUNT, number(Columns.ACTIONS)),
          metric("interactions", "Interactions", VISITORS, COUNT, number(Columns.INTERACTIONS)),
          metric("searches", "Searches on the site", VISITORS, COUNT, number(Columns.SEARCHES)),
          metric("events", "Events", VISITORS, COUNT, number(Columns.EVENTS)),
          metric("visitCount", "Visit number", VISITORS, "1, 2, …", number(Columns.VISIT_COUNT)),
          metric("visitDuration", "Duration (s)", VISITORS, COUNT, number(Columns.TOTAL_SECONDS)),
          metric("daysSinceFirstVisit", "Days since the first visit", VISITORS, COUNT, days(FIRST)),
          metric(
              "secondsSinceFirstVisit",
              "Seconds since the first visit",
              VISITORS,
              COUNT,
              number(FIRST)),
          metric("daysSinceLastVisit", "Days since the visit before", VISITORS, COUNT, days(LAST)),
          metric(
              "secondsSinceLastVisit",
              "Seconds since the visit before",
              VISITORS,
              COUNT,
              number(LAST)),
          metric(
              "daysSinceLastEcommerceOrder",
              "Days since the last order",
              VISITORS,
              COUNT,
              sinceOrder(DAY)),
          metric(
              "secondsSinceLastEcommerceOrder",
              "Seconds since the last order",
              VISITORS,
              COUNT,
              sinceOrder(1)),
          metric(
              "visitIp", "IP address", VISITORS, "192.0.2.1", new AddressValues(Columns.ADDRESS)),
          dimension(
              "visitorId", "Visitor ID", VISITORS, "34c31e04394bdc63", id(Columns.VISITOR_ID)),
          dimension(
              "fingerprint", "Fingerprint", VISITORS, "1eceaa833348b187", id(Columns.CONFIG_ID)),
          dimension("userId", "User ID", VISITORS, "name%40example.org", text(Columns.USER_ID)),
          dimension("visitId", "Visit ID", VISITORS, "1, 2, …", number(Columns.VISIT_ID)),
          dimension(
              "visitorType",
              "Visitor type",
              VISITORS,
              "new, returning, returningCustomer",
              VISITOR_TYPES),
          dimension("visitConverted", "Met a goal", VISITORS, "0, 1", number(Columns.CONVERTED)),
          dimension(
              "resolution",
              "Screen resolution",
              VISITORS,
              "1920x1080",
              TextValues.of(Columns.RESOLUTION, "unknown")),
          dimension(
              "visitLocalHour",
              "Visitor's hour at the start",
              VISITORS,
              HOURS,
              part(LOCAL_TIME, 3_600, 24)),
          metric(
              "visitLocalMinute",
              "Visitor's minute at the start",
              VISITORS,
              SIXTY,
              part(LOCAL_TIME, 60, 60)),
          dimension(
              "visitStartServerHour",
              "Site's hour at the start",
              VISITORS,
              HOURS,
              siteHour(FIRST_ACTION_TIME)),
          dimension(
              "visitStartServerMinute",
              "UTC minute at the start",
              VISITORS,
              SIXTY,
              part(FIRST_ACTION_TIME, 60, 60)),
          dimension(
              "visitServerHour",
              "Site's hour at the end",
              VISITORS,
              HOURS,
              siteHour(LAST_ACTION_TIME)),
          dimension(
              "visitEndServerMinute",
              "UTC minute at the end",
              VISITORS,
              SIXTY,
              part(LAST_ACTION_TIME, 60, 60)),
          dimension(
              "visitEndServerSecond",
              "UTC second at the end",
              VISITORS,
              SIXTY,
              part(LAST_ACTION_TIME, 1, 60)),
          dimension("visitEndServerDate", "UTC day at the end", VISITORS, "2026-12-31", date()),
          dimension(
              "visitEndServerDayOfMonth",
              "UTC day of the month at the end",
              VISITORS,
              "1, 2, …, 31",
              end(ChronoField.DAY_OF_MONTH)),
          dimension(
              "visitEndServerDayOfWeek",
              "UTC day of the week at the end",
              VISITORS,
              "1 (Sunday), 2, …, 7",
              weekday()),
          dimension(
              "visitEndServerDayOfYear",
              "UTC day of the year at the end",
              VISITORS,
              "1, 2, …, 366",
              end(ChronoField.DAY_OF_YEAR)),
          dimension(
              "visitEndServerWeekOfYear",
              "UTC week at the end",
              VISITORS,
              "1, 2, …, 53",
              end(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
          dimension(
              "visitEndServerMonth",
              "UTC month at the end",
              VISITORS,
              "1, 2, …, 12",
              end(ChronoField.MONTH_OF_YEAR)),
          dimension(
              "visitEndServerQuarter",
              "UTC quarter at the end",
              VISITORS,
              "1, 2, 3, 4",
              end(IsoFields.QUARTER_OF_YEAR)),
          dimension(
              "visitEndServerYear", "UTC year at the end", VISITORS, "2026", end(ChronoField.YEAR)),
          dimension(
              "countryCode",
              "Country code",
              PLACE,
              "de, fr, us",
              TextValues.of(Columns.COUNTRY, "xx")),
          dimension("countryName", "Country", PLACE, "Germany, France", country(Countries::name)),
          dimension(
              "continentCode",
              "Continent",
              PLACE,
              "afr, amc, amn, ams, ant, asi, eur, oce",
              country(Countries::continent)),
          dimension("regionCode", "Region", PLACE, "BE, 14", text(Columns.REGION)),
          dimension("city", "City", PLACE, "Berlin, Nice", text(Columns.CITY)),
          dimension("latitude", "Latitude", PLACE, "-33.578, 40.83", degrees(Columns.LATITUDE)),
          dimension("longitude", "Longitude", PLACE, "-70.664, 14.326", degrees(Columns.LONGITUDE)),
          dimension(
              "languageCode",
              "Language",
              PLACE,
              "de, en-gb",
              TextValues.of(Columns.LANGUAGE, "xx")),
          dimension(
              "referrerType",
              "Channel",
              ACQUISITION,
              "direct, search, website, campaign, social",
              REFERRER_TYPES),
          dimension(
              "referrerName",
              "Referrer",
              ACQUISITION,
              "example.org, Google",
              text(Columns.REFERRER_NAME)),
          dimension(
              "referrerKeyword",
              "Referrer's keyword",
              ACQUISITION,
              "garden%20chair",
              text(Columns.REFERRER_KEYWORD)),
          dimension(
              "referrerUrl", "Referrer's address", ACQUISITION, PAGE, text(Columns.REFERRER_URL)),
          dimension(
              "entryPageUrl",
              "Entry page's address",
              BEHAVIOUR,
              PAGE,
              TextValues.addresses(Columns.ENTRY_URL)),
          dimension(
              "entryPageTitle",
              "Entry page's title",
              BEHAVIOUR,
              "Our%20shop",
              TextValues.titles(Columns.ENTRY_TITLE)),
          dimension(
              "exitPageUrl",
              "Exit page's address",
              BEHAVIOUR,
              PAGE,
              TextValues.addresses(Columns.EXIT_URL)),
          dimension(
              "exitPageTitle",
              "Exit page's title",
              BEHAVIOUR,
              "Thank%20you",
              TextValues.titles(Columns.EXIT_TITLE)));

  private VisitDimensions() {}

  private static Values text(Column column) {
    return TextValues.of(column);
  }

  private static Values country(UnaryOperator<String> meaning) {
    return new TextValues(Columns.COUNTRY, meaning, TextValues.Kind.PLAIN);
  }

  private static Values number(Column column) {
    return NumberValues.of(column);
  }

  private static Values id(Column column) {
    return NumberValues.of(column, NumberForm.NAME, (id, clock) -> id);
  }

  private static Values days(Column seconds) {
    return NumberValues.of(seconds, NumberForm.WHOLE, (number, clock) -> number / DAY);
  }

  /** The log counts from 1, as 0 says that there was no order. */
  private static Values sinceOrder(long unit) {
    return NumberValues.of(
        Columns.SECONDS_SINCE_ORDER,
        NumberForm.WHOLE,
        (number, clock) -> number == 0 ? NumberValues.ABSENT : (number - 1) / unit);
  }

  /** A part of the time of day, of seconds in UTC or of the day. */
  private static Values part(Column seconds, long unit, long units) {
    return NumberValues.of(
        seconds,
        NumberForm.WHOLE,
        (number, clock) -> Math.floorMod(Math.floorDiv(number, unit), units));
  }

  private static Values siteHour(Column time) {
    return NumberValues.of(
        time,
        NumberForm.WHOLE,
        (number, clock) -> Math.floorMod(clock.seconds(number), DAY) / 3_600);
  }

  private static Values date() {
    return NumberValues.of(
        LAST_ACTION_TIME, NumberForm.DATE, (number, clock) -> Math.floorDiv(number, DAY));
  }

  private static Values end(TemporalField field) {
    return NumberValues.of(
        LAST_ACTION_TIME, NumberForm.WHOLE, (number, clock) -> day(number).get(field));
  }

  /** Databases begin the week with Sunday. */
  private static Values weekday() {
    return NumberValues.of(
        LAST_ACTION_TIME,
        NumberForm.WHOLE,
        (number, clock) -> day(number).getDayOfWeek().getValue() % 7 + 1);
  }

  private static LocalDate day(long time) {
    return LocalDate.ofEpochDay(Math.floorDiv(time, DAY));
  }

  /** Both are 0 where the place is not known; one alone is the equator or Greenwich. */
  private static Values degrees(Column column) {
    return new NumberValues(
        Set.of(Columns.LATITUDE, Columns.LONGITUDE),
        NumberForm.DEGREES,
        (table, clock) -> degrees(column, table));
  }

  private static IntToLongFunction degrees(Column column, LogTable table) {
    NumberColumn latitudes = table.number(Columns.LATITUDE);
    NumberColumn longitudes = table.number(Columns.LONGITUDE);
    NumberColumn asked = table.number(column);
    return row ->
        latitudes.get(row) == 0 && longitudes.get(row) == 0 ? NumberValues.ABSENT : asked.get(row);
  }
}

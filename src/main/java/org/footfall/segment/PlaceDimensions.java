package org.footfall.segment;

import static org.footfall.segment.SegmentDimension.dimension;

import java.util.List;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.function.UnaryOperator;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/** Where a visitor is, one line each. */
final class PlaceDimensions {
  private static final String PLACE = "Visitor location";

  static final List<SegmentDimension> ALL =
      List.of(
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
          dimension("regionCode", "Region", PLACE, "BE, 14", TextValues.of(Columns.REGION)),
          dimension("city", "City", PLACE, "Berlin, Nice", TextValues.of(Columns.CITY)),
          dimension("latitude", "Latitude", PLACE, "-33.578, 40.83", degrees(Columns.LATITUDE)),
          dimension("longitude", "Longitude", PLACE, "-70.664, 14.326", degrees(Columns.LONGITUDE)),
          dimension(
              "languageCode",
              "Language",
              PLACE,
              "de, en-gb",
              new TextValues(Columns.LANGUAGE, LanguageCodes::shown, TextValues.Kind.PLAIN)));

  private PlaceDimensions() {}

  private static Values country(UnaryOperator<String> meaning) {
    return new TextValues(Columns.COUNTRY, meaning, TextValues.Kind.PLAIN);
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

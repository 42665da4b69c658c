package org.footfall.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footfall.report.Dimension;
import org.footfall.report.Places;
import org.footfall.report.Row;

/**
 * What clients read beside a row of visits: codes behind its label, and how to select its visits
 * where one value does not tell.
 */
final class RowFacts {
  private static final int FLAG_HEIGHT = 16;
  private static final String NONE = "xx";

  private RowFacts() {}

  static Map<String, Object> of(Row row) {
    Map<String, Object> facts = new LinkedHashMap<>();
    List<String> keys = row.keys();
    String key = keys.get(0);
    switch (row.dimension()) {
      case COUNTRY -> {
        facts.put("code", key);
        facts.put("segment", "countryCode==" + key);
        facts.put("logoHeight", FLAG_HEIGHT);
      }
      case CONTINENT -> facts.put("code", row.label());
      case REGION, CITY -> addPlace(facts, row);
      case LANGUAGE ->
          facts.put(
              "segment",
              "languageCode==" + key + (key.equals(NONE) ? "" : ",languageCode=@" + key + "-"));
      case USER -> {
        facts.put("idvisitor", keys.get(1));
        facts.put("segment", equal("userId", key));
      }
      case DEVICE_TYPE -> {
        String word = row.dimension().segmentValue(key);
        if (!word.isEmpty()) {
          facts.put("segment", equal("deviceType", word));
        }
      }
      case DEVICE_MODEL -> facts.put("segment", both("deviceBrand", "deviceModel", keys));
      case OS_VERSION ->
          facts.put("segment", both("operatingSystemCode", "operatingSystemVersion", keys));
      case BROWSER_VERSION -> facts.put("segment", both("browserCode", "browserVersion", keys));
      case VISIT_DURATION, VISIT_PAGES, VISIT_NUMBER, DAYS_SINCE_LAST ->
          facts.put("segment", range(row.dimension(), key));
      default -> {
        // One value tells, see Dimension.
      }
    }
    return facts;
  }

  /** The smallest part comes first. */
  private static void addPlace(Map<String, Object> facts, Row row) {
    List<String> keys = row.keys();
    boolean city = row.dimension() == Dimension.CITY;
    StringBuilder segment = new StringBuilder();
    for (int part = keys.size() - 1; part >= 0; part--) {
      if (!keys.get(part).equals(NONE)) {
        String name = List.of("countryCode", "regionCode", "city").get(part);
        segment.append(segment.isEmpty() ? "" : ";").append(equal(name, keys.get(part)));
      }
    }
    if (!segment.isEmpty()) {
      facts.put("segment", segment.toString());
    }
    if (city) {
      facts.put("city_name", Places.name(keys, 2));
      if (keys.get(2).equals(NONE)) {
        facts.put("city", NONE);
      }
    }
    facts.put("region", keys.get(1));
    facts.put("country", keys.get(0));
    facts.put("country_name", Places.name(keys, 0));
    facts.put("region_name", Places.name(keys, 1));
  }

  private static String equal(String name, String value) {
    return name + "==" + PhpText.urlEncode(value);
  }

  private static String both(String first, String second, List<String> keys) {
    return equal(first, keys.get(0)) + ";" + equal(second, keys.get(1));
  }

  /** {@code 6-7} pages are {@code actions>=6;actions<=7}. */
  private static String range(Dimension dimension, String range) {
    String name =
        switch (dimension) {
          case VISIT_DURATION -> "visitDuration";
          case VISIT_PAGES -> "actions";
          case VISIT_NUMBER -> "visitCount";
          default -> "daysSinceLastVisit";
        };
    if (!Character.isDigit(range.charAt(0))) {
      return "visitorType==" + range;
    }
    if (range.endsWith("+")) {
      return name + ">=" + range.substring(0, range.length() - 1);
    }
    String[] ends = range.split("-", -1);
    return ends.length == 1
        ? name + "==" + range
        : name + ">=" + start(dimension, ends[0]) + ";" + name + "<=" + ends[1];
  }

  /** Minutes begin where the one before ends. */
  private static String start(Dimension dimension, String start) {
    long number = Long.parseLong(start);
    return Long.toString(
        dimension == Dimension.VISIT_DURATION && number > 60 ? number - 1 : number);
  }
}

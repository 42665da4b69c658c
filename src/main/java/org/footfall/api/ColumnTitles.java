package org.footfall.api;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What people read for a column. */
final class ColumnTitles {
  private static final Map<String, String> TITLES = load();

  private ColumnTitles() {}

  /** The column's title; its name where it has none. */
  static String of(String column) {
    String daily = MatomoNames.SUM_DAILY;
    if (column.startsWith(daily) && TITLES.containsKey(column.substring(daily.length()))) {
      return "Daily sum of " + TITLES.get(column.substring(daily.length()));
    }
    return TITLES.getOrDefault(column, column);
  }

  /** The title among columns of one goal, where it may be shorter. */
  static String ofGoal(String column) {
    return TITLES.getOrDefault("goal." + column, of(column));
  }

  /** The same values under titles; of two columns with one title the second keeps its name. */
  static Map<String, Object> named(Map<String, Object> columns) {
    Map<String, Object> named = new LinkedHashMap<>();
    columns.forEach(
        (name, value) -> {
          String title = of(name);
          named.put(named.containsKey(title) ? name : title, value);
        });
    return named;
  }

  private static Map<String, String> load() {
    Properties properties = new Properties();
    try (Reader in =
        new InputStreamReader(
            ColumnTitles.class.getResourceAsStream("columns.properties"), StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> titles = new LinkedHashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> titles.put(name, properties.getProperty(name)));
    return Map.copyOf(titles);
  }
}

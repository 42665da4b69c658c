package org.footfall.segment;

import static org.footfall.segment.SegmentDimension.dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/** Custom variables of visits and of pages, one line each of any and of every number. */
final class CustomDimensions {
  private static final String VARIABLES = "Custom Variables";

  static final List<SegmentDimension> ALL = all();

  private CustomDimensions() {}

  private static List<SegmentDimension> all() {
    List<SegmentDimension> all = new ArrayList<>();
    add(all, "customVariable", "Custom variable", Columns.VISIT_VARIABLES);
    add(all, "customVariablePage", "Page's custom variable", Columns.VARIABLES);
    return List.copyOf(all);
  }

  /** Names and values take turns in the columns. */
  private static void add(
      List<SegmentDimension> all, String prefix, String title, List<Column> columns) {
    List<Values> names = new ArrayList<>();
    List<Values> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      (i % 2 == 0 ? names : values).add(TextValues.of(columns.get(i)));
    }
    all.add(
        dimension(prefix + "Name", title + ": name", VARIABLES, "", new AnyValues(names))
            .unionOf(numbered(prefix + "Name", names.size())));
    all.add(
        dimension(prefix + "Value", title + ": value", VARIABLES, "", new AnyValues(values))
            .unionOf(numbered(prefix + "Value", values.size())));
    for (int i = 0; i < names.size(); i++) {
      String number = Integer.toString(i + 1);
      String one = title + " " + number;
      all.add(dimension(prefix + "Name" + number, one + ": name", VARIABLES, "", names.get(i)));
      all.add(dimension(prefix + "Value" + number, one + ": value", VARIABLES, "", values.get(i)));
    }
  }

  private static List<String> numbered(String name, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> name + number).toList();
  }
}

package org.footfall.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footfall.report.live.LoggedRow;
import org.footfall.site.CustomDimension;
import org.footfall.visitlog.Column;

/** What a site tells of its own: custom dimensions and custom variables. */
final class CustomFields {
  private CustomFields() {}

  /** The value under the number that clients know the dimension by; null when none was told. */
  static void putDimension(
      CustomDimension dimension,
      LoggedRow row,
      List<Column> slots,
      Column empty,
      Map<String, Object> fields) {
    int place = dimension.slot() - 1;
    boolean told = (row.number(empty) >> place & 1) == 1;
    String value = row.text(slots.get(place));
    fields.put("dimension" + dimension.id(), told ? value : VisitFields.orNull(value));
  }

  /**
   * Names and values by place, where there are any.
   *
   * @param scope {@code Page} for those of actions, or empty
   */
  static void putVariables(
      LoggedRow row, List<Column> columns, String scope, Map<String, Object> fields) {
    Map<String, Object> variables = new LinkedHashMap<>();
    for (int i = 0; i + 1 < columns.size(); i += 2) {
      String name = row.text(columns.get(i));
      if (!name.isEmpty()) {
        String place = Integer.toString(i / 2 + 1);
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put("customVariable" + scope + "Name" + place, name);
        pair.put("customVariable" + scope + "Value" + place, row.text(columns.get(i + 1)));
        variables.put(place, pair);
      }
    }
    if (!variables.isEmpty()) {
      fields.put("customVariables", variables);
    }
  }
}

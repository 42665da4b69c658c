package org.footfall.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A visit as one line: what happened first in it is {@code url (actionDetails 0)} and so on, then
 * {@code url (actionDetails 1)} ….
 */
final class FlatVisit {
  private FlatVisit() {}

  static Map<String, Object> of(Map<String, Object> fields) {
    Map<String, Object> flat = new LinkedHashMap<>();
    fields.forEach((name, value) -> spread(name, "", value, flat));
    return flat;
  }

  private static void spread(String name, String where, Object value, Map<String, Object> into) {
    if (value instanceof Map<?, ?> map) {
      String inside = " (" + name + ")" + where;
      map.forEach((key, each) -> spread(String.valueOf(key), inside, each, into));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        spread(name + " " + i, where, list.get(i), into);
      }
    } else {
      into.put(name + where, value);
    }
  }
}

package org.footfall.visit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Custom variables, which clients send as {@code {"1": ["name", "value"], …}}: five places, and
 * what has another shape is as not sent. Characters may be written as HTML has them. They are kept
 * as name 1, value 1, name 2 ….
 */
final class CustomVariables {
  private static final int PLACES = 5;
  private static final int LONGEST = 200;

  private CustomVariables() {}

  static Slots of(String json) {
    JsonNode told = Json.read(json);
    if (!told.isObject()) {
      return Slots.NONE;
    }
    String[] values = new String[2 * PLACES];
    for (int place = 1; place <= PLACES; place++) {
      JsonNode pair = told.path(Integer.toString(place));
      String name = text(pair.path(0));
      if (pair.size() == 2 && !name.isEmpty()) {
        values[2 * place - 2] = name;
        values[2 * place - 1] = text(pair.path(1));
      }
    }
    return Slots.of(values);
  }

  private static String text(JsonNode value) {
    String text = value.asText();
    if (text.indexOf('&') >= 0) {
      text =
          text.replace("&lt;", "<")
              .replace("&gt;", ">")
              .replace("&quot;", "\"")
              .replace("&#039;", "'")
              .replace("&amp;", "&");
    }
    return Texts.clean(text, LONGEST);
  }
}

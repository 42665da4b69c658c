package org.footfall.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request of the tag as it reached a server; several of them may have come as one bulk.
 *
 * @param folder of the tracker's address, which tells whose page sent it
 * @param how {@code GET} or {@code POST}, and what more can be said of the way: {@code bulk}, or
 *     {@code body} when parameters came in it
 * @param parameters in the order in which they were sent
 */
record Hit(String folder, List<String> how, String type, Map<String, String> parameters) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Hit> of(String folder, String method, String type, String query, String body)
      throws IOException {
    if (body.startsWith("{")) {
      List<Hit> hits = new ArrayList<>();
      for (JsonNode one : JSON.readTree(body).path("requests")) {
        String single = one.asText();
        hits.add(
            new Hit(
                folder,
                List.of(method, "bulk"),
                type,
                parameters(single.substring(single.indexOf('?') + 1))));
      }
      return hits;
    }
    String all = body.isEmpty() ? query : query.isEmpty() ? body : query + "&" + body;
    return List.of(
        new Hit(
            folder,
            body.isEmpty() ? List.of(method) : List.of(method, "body"),
            type,
            parameters(all)));
  }

  /** A parameter that comes twice is kept twice, since that is a mistake to be seen. */
  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : query.split("&")) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      String name = decoded(equals < 0 ? part : part.substring(0, equals));
      String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
      parameters.merge(name, value, (first, second) -> first + " AND AGAIN " + second);
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  String value(String name) {
    return parameters.getOrDefault(name, "");
  }
}

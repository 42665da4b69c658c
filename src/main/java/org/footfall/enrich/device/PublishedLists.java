package org.footfall.enrich.device;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lists of npm {@code node-device-detector}, as the package carries them: JavaScript modules
 * that are one literal each, {@code module.exports = …}, or hold one, {@code const NAME = …}. Such
 * a literal is JSON with comments, single quotes and commas at ends.
 */
final class PublishedLists {
  private static final String EXPORTS = "module.exports";

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  /** What a module exports. */
  JsonNode read(String file) {
    return read(file, EXPORTS);
  }

  /** What a module calls by that name. */
  JsonNode read(String file, String name) {
    String resource = file + ".js";
    try (InputStream in = PublishedLists.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String before = name + " = ";
      int at = text.indexOf(before);
      if (at < 0) {
        throw new IllegalStateException(resource + " does not say " + name);
      }
      try (JsonParser parser = mapper.createParser(text.substring(at + before.length()))) {
        return parser.readValueAsTree();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A module of keys and texts, in order. */
  Map<String, String> texts(String file) {
    Map<String, String> texts = new LinkedHashMap<>();
    read(file).properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  /** Keys of lists, turned around: each member's first key. */
  static Map<String, String> keysOfMembers(JsonNode lists) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> list : lists.properties()) {
      members(list.getValue()).forEach(member -> keys.putIfAbsent(member, list.getKey()));
    }
    return keys;
  }

  static List<String> members(JsonNode list) {
    List<String> members = new ArrayList<>();
    list.forEach(member -> members.add(member.asText()));
    return members;
  }
}

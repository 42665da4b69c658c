package org.footfall.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Reads what Redis answers. */
final class RedisReply {
  private RedisReply() {}

  /** A field of the text that INFO gives; empty when it is missing. */
  static String infoField(String info, String name) {
    for (String line : info.split("\r?\n")) {
      if (line.startsWith(name + ":")) {
        return line.substring(name.length() + 1).strip();
      }
    }
    return "";
  }

  /** A value of a flat list of names and values; null when it is missing. */
  static Object field(List<?> flat, String name) {
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      if (name.equals(text(flat.get(i)))) {
        return flat.get(i + 1);
      }
    }
    return null;
  }

  static String text(Object reply) {
    return reply instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(reply);
  }

  static long number(Object reply) {
    return reply instanceof Long number ? number : Long.parseLong(text(reply));
  }
}

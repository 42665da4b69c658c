package org.footfall.enrich.geo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes small databases as MaxMind's format describes: a binary tree over the bits of IPv4
 * addresses with 32-bit records, 16 zero bytes, the data, and the metadata at the end.
 */
final class Mmdb {
  private static final int NONE = -1;
  private static final byte[] MARK = {
    (byte) 0xAB, (byte) 0xCD, (byte) 0xEF, 'M', 'a', 'x', 'M', 'i', 'n', 'd', '.', 'c', 'o', 'm'
  };

  /** Children of each node: another node, {@link #NONE}, or -2 minus the number of a record. */
  private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {NONE, NONE}));

  private final List<Integer> offsets = new ArrayList<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  /** Adds a network of whole bytes, such as {@code 203.0.113}. */
  Mmdb with(String network, Map<String, Object> fields) {
    offsets.add(data.size());
    value(data, fields);
    int record = -1 - offsets.size();
    int node = 0;
    String[] parts = network.split("\\.");
    for (int bit = 0; bit < 8 * parts.length; bit++) {
      int side = Integer.parseInt(parts[bit / 8]) >> (7 - bit % 8) & 1;
      if (bit == 8 * parts.length - 1) {
        nodes.get(node)[side] = record;
      } else {
        if (nodes.get(node)[side] < 0) {
          nodes.add(new int[] {NONE, NONE});
          nodes.get(node)[side] = nodes.size() - 1;
        }
        node = nodes.get(node)[side];
      }
    }
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int[] node : nodes) {
      for (int child : node) {
        int to =
            child >= 0
                ? child
                : child == NONE ? nodes.size() : nodes.size() + 16 + offsets.get(-2 - child);
        out.writeBytes(ByteBuffer.allocate(4).putInt(to).array());
      }
    }
    out.writeBytes(new byte[16]);
    out.writeBytes(data.toByteArray());
    out.writeBytes(MARK);
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("node_count", nodes.size());
    metadata.put("record_size", 32);
    metadata.put("ip_version", 4);
    metadata.put("database_type", "test");
    metadata.put("languages", List.of("en"));
    metadata.put("binary_format_major_version", 2);
    metadata.put("binary_format_minor_version", 0);
    metadata.put("build_epoch", 1_700_000_000L);
    metadata.put("description", Map.of("en", "test"));
    value(out, metadata);
    return out.toByteArray();
  }

  private static void value(ByteArrayOutputStream out, Object value) {
    if (value instanceof Map<?, ?> map) {
      head(out, 7, map.size());
      map.forEach(
          (name, field) -> {
            value(out, name);
            value(out, field);
          });
    } else if (value instanceof List<?> list) {
      head(out, 11, list.size());
      list.forEach(item -> value(out, item));
    } else if (value instanceof String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      head(out, 2, utf8.length);
      out.writeBytes(utf8);
    } else if (value instanceof Double number) {
      head(out, 3, 8);
      out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
    } else if (value instanceof Float number) {
      head(out, 15, 4);
      out.writeBytes(ByteBuffer.allocate(4).putFloat(number).array());
    } else if (value instanceof Integer number) {
      head(out, 6, 4);
      out.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
    } else if (value instanceof Long number) {
      head(out, 9, 8);
      out.writeBytes(ByteBuffer.allocate(8).putLong(number).array());
    } else {
      throw new IllegalArgumentException("a field of " + value);
    }
  }

  private static void head(ByteArrayOutputStream out, int type, int size) {
    int shown = size < 29 ? size : 29;
    if (type < 8) {
      out.write(type << 5 | shown);
    } else {
      out.write(shown);
      out.write(type - 7);
    }
    if (size >= 29) {
      out.write(size - 29);
    }
  }
}

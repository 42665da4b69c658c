package org.footfall.visitlog.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts; the empty one is absent. Each distinct one is held once. */
final class TextChunk extends Chunk {
  /** What a text takes in memory beside its bytes, roughly. */
  private static final int OVERHEAD = 120;

  private final Map<String, Integer> known = new HashMap<>();
  private final List<byte[]> texts = new ArrayList<>();
  private int[] codes = new int[1024];
  private int size;
  private long weight;

  TextChunk(String name) {
    super(name, Kind.TEXT, true);
  }

  void add(String text) {
    if (text.isEmpty()) {
      count(false);
    } else {
      addCode(code(text));
    }
  }

  /** The code of a text that is not empty, good until the chunk is cleared. */
  int code(String text) {
    Integer code = known.get(text);
    if (code == null) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      code = texts.size();
      known.put(text, code);
      texts.add(utf8);
      weight += OVERHEAD + utf8.length + text.length();
    }
    return code;
  }

  void addCode(int code) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, 2 * size);
    }
    codes[size++] = code;
    count(true);
  }

  @Override
  void clear() {
    super.clear();
    known.clear();
    texts.clear();
    size = 0;
    weight = 0;
  }

  @Override
  int values() {
    return size;
  }

  @Override
  long weight() {
    return weight + (long) size * Integer.BYTES;
  }

  @Override
  Optional<Coded> coded() {
    if (texts.isEmpty() || texts.size() > size / 2) {
      return Optional.empty();
    }
    Bytes plain = new Bytes();
    texts.forEach(plain::sized);
    return Optional.of(new Coded(Arrays.copyOf(codes, size), texts.size(), plain.toByteArray()));
  }

  @Override
  void plain(int from, int to, Bytes out) {
    for (int i = from; i < to; i++) {
      out.sized(texts.get(codes[i]));
    }
  }

  /** Not told: they would carry visitors' texts of any length into the footer. */
  @Override
  Optional<Bounds> bounds() {
    return Optional.empty();
  }
}

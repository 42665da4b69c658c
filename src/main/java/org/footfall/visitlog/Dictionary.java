package org.footfall.visitlog;

import java.util.List;
import org.footfall.codec.PieceSource;
import org.footfall.codec.Pieces;
import org.footfall.codec.TextHash;
import org.footfall.codec.TextList;

/**
 * The distinct texts of one or several columns of a segment. Code 0 is the empty text and is not
 * stored; the others are in a {@link TextList} from code 1 on.
 */
final class Dictionary {
  /** Of one unit of a Java text; a pair of surrogates has four for two units. */
  private static final int MAX_UTF8_BYTES = 3;

  private final TextList texts;
  private final TextHash hash;
  private volatile long[] hashes;

  private Dictionary(TextList stored, TextHash hash) {
    this.texts = withEmptyFirst(stored);
    this.hash = hash;
  }

  /** A dictionary of these texts, the first of which has code 1. */
  static Dictionary of(List<byte[]> texts, TextHash hash) {
    return new Dictionary(TextList.of(texts), hash);
  }

  /** The text, or as much of its beginning as a dictionary takes; never half a character. */
  static String fitting(String text) {
    if (text.length() <= TextList.MAX_TEXT_BYTES / MAX_UTF8_BYTES) {
      return text;
    }
    int bytes = 0;
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      bytes += utf8Bytes(character);
      if (bytes > TextList.MAX_TEXT_BYTES) {
        return text.substring(0, at);
      }
      at += Character.charCount(character);
    }
    return text;
  }

  private static int utf8Bytes(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
  }

  static void encode(List<byte[]> texts, Pieces to) {
    TextList.of(texts).encode(to);
  }

  static Dictionary decode(PieceSource from, TextHash hash) {
    return new Dictionary(TextList.decode(from), hash);
  }

  private static TextList withEmptyFirst(TextList stored) {
    int[] ends = new int[stored.size() + 1];
    for (int i = 0; i < stored.size(); i++) {
      ends[i + 1] = stored.end(i);
    }
    return TextList.over(stored.bytes(), ends);
  }

  /** All texts by code. */
  TextList texts() {
    return texts;
  }

  /** The number of codes, the empty text counted. */
  int size() {
    return texts.size();
  }

  int weight() {
    return texts.weight() + 8 * texts.size();
  }

  /** Made when somebody asks first, for whoever reads one segment alone needs none. */
  long hash(int code) {
    long[] known = hashes;
    if (known == null) {
      known = new long[texts.size()];
      for (int i = 0; i < known.length; i++) {
        known[i] = hash.of(texts.bytes(), texts.start(i), texts.end(i));
      }
      hashes = known;
    }
    return known[code];
  }

  boolean isEmpty(int code) {
    return texts.length(code) == 0;
  }

  String text(int code) {
    return texts.get(code);
  }

  boolean same(int code, Dictionary other, int otherCode) {
    return texts.same(code, other.texts, otherCode);
  }
}

package org.footfall.visitlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The distinct texts of one or several columns of a segment, as UTF-8 in one array. Code 0 is the
 * empty text and is not stored; the others are stored as the length they share with the text
 * before, the length of the rest, and the rest.
 */
final class Dictionary {
  static final int MAX_TEXT_BYTES = 65_535;

  /** Of one unit of a Java text; a pair of surrogates has four for two units. */
  private static final int MAX_UTF8_BYTES = 3;

  private static final int MAX_TEXTS = 1 << 20;
  static final int MAX_BYTES = 1 << 26;

  private final byte[] bytes;
  private final int[] ends;
  private final long[] hashes;

  private Dictionary(byte[] bytes, int[] ends, TextHash hash) {
    this.bytes = bytes;
    this.ends = ends;
    this.hashes = new long[ends.length];
    for (int code = 0; code < ends.length; code++) {
      hashes[code] = hash.of(bytes, start(code), ends[code]);
    }
  }

  /** A dictionary of these texts, the first of which has code 1. */
  static Dictionary of(List<byte[]> texts, TextHash hash) {
    int[] ends = new int[texts.size() + 1];
    for (int i = 0; i < texts.size(); i++) {
      ends[i + 1] = ends[i] + texts.get(i).length;
    }
    byte[] bytes = new byte[ends[texts.size()]];
    for (int i = 0; i < texts.size(); i++) {
      System.arraycopy(texts.get(i), 0, bytes, ends[i], texts.get(i).length);
    }
    return new Dictionary(bytes, ends, hash);
  }

  /** The text, or as much of its beginning as a dictionary takes; never half a character. */
  static String fitting(String text) {
    if (text.length() <= MAX_TEXT_BYTES / MAX_UTF8_BYTES) {
      return text;
    }
    int bytes = 0;
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      bytes += utf8Bytes(character);
      if (bytes > MAX_TEXT_BYTES) {
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
    long[] shared = new long[texts.size()];
    long[] rest = new long[texts.size()];
    ByteSink content = new ByteSink();
    byte[] before = {};
    for (int i = 0; i < shared.length; i++) {
      byte[] text = texts.get(i);
      int same = Arrays.mismatch(before, text);
      shared[i] = same < 0 ? text.length : same;
      rest[i] = text.length - shared[i];
      content.put(text, (int) shared[i], (int) rest[i]);
      before = text;
    }
    to.add(new ByteSink().varint(texts.size()).toBytes());
    NumberCoding.encode(shared, to);
    NumberCoding.encode(rest, to);
    to.add(content.toBytes());
  }

  static Dictionary decode(PieceSource from, TextHash hash) {
    ByteSource head = from.next();
    int texts = head.count(MAX_TEXTS, "a dictionary");
    long[] shared = NumberCoding.decode(from, texts);
    long[] rest = NumberCoding.decode(from, texts);
    int[] ends = new int[texts + 1];
    for (int i = 0; i < texts; i++) {
      long length = shared[i] + rest[i];
      int before = i == 0 ? 0 : ends[i] - ends[i - 1];
      if (shared[i] < 0 || shared[i] > before || rest[i] < 0 || rest[i] > MAX_TEXT_BYTES) {
        throw head.damaged("texts of wrong length");
      }
      if (length > MAX_TEXT_BYTES || ends[i] + length > MAX_BYTES) {
        throw head.damaged("texts that are too long");
      }
      ends[i + 1] = ends[i] + (int) length;
    }
    byte[] bytes = new byte[ends[texts]];
    ByteSource content = from.next();
    for (int i = 0; i < texts; i++) {
      if (i > 0) {
        System.arraycopy(bytes, ends[i - 1], bytes, ends[i], (int) shared[i]);
      }
      content.take(bytes, ends[i] + (int) shared[i], (int) rest[i]);
    }
    return new Dictionary(bytes, ends, hash);
  }

  /** The number of codes, the empty text counted. */
  int size() {
    return ends.length;
  }

  int weight() {
    return 64 + bytes.length + 12 * ends.length;
  }

  long hash(int code) {
    return hashes[code];
  }

  boolean isEmpty(int code) {
    return start(code) == ends[code];
  }

  /** As stored: what is not UTF-8 grows when it becomes a text and bytes again. */
  byte[] bytes(int code) {
    return Arrays.copyOfRange(bytes, start(code), ends[code]);
  }

  String text(int code) {
    int start = start(code);
    return new String(bytes, start, ends[code] - start, StandardCharsets.UTF_8);
  }

  boolean same(int code, Dictionary other, int otherCode) {
    return Arrays.equals(
        bytes, start(code), ends[code], other.bytes, other.start(otherCode), other.ends[otherCode]);
  }

  private int start(int code) {
    return code == 0 ? 0 : ends[code - 1];
  }
}

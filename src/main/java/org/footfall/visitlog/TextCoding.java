package org.footfall.visitlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.footfall.codec.ByteSink;
import org.footfall.codec.ByteSource;
import org.footfall.codec.NumberCoding;
import org.footfall.codec.PieceSource;
import org.footfall.codec.Pieces;
import org.footfall.codec.TextHash;
import org.footfall.codec.TextList;

/**
 * Lays out the codes of texts, and random texts without a dictionary.
 *
 * <p>A guessed code is stored as 0, another one as code + 1. A companion column (the title of an
 * address) has a default for each text of the other column, in the order of that one's codes, and
 * its own dictionary is ordered by first need, so that a new default is a 0 as well.
 *
 * <p>A random text of up to ten letters and digits is the number it stands for in bijective base
 * 62, so the empty text is 0; any other is 0 too and in a list of exceptions behind the numbers.
 */
final class TextCoding {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int MAX_DIGITS = 10;

  private TextCoding() {}

  /** The default companion of each code of the other column. */
  static long[] defaults(long[] codes, NumberColumn of, int ofCodes) {
    long[] defaults = new long[ofCodes];
    boolean[] known = new boolean[ofCodes];
    for (int row = 0; row < codes.length; row++) {
      int other = (int) of.get(row);
      if (!known[other]) {
        known[other] = true;
        defaults[other] = codes[row];
      }
    }
    return defaults;
  }

  static void encodeDefaults(long[] defaults, Pieces to) {
    long[] stored = new long[defaults.length];
    long next = 1;
    for (int i = 0; i < stored.length; i++) {
      if (defaults[i] == next) {
        next++;
      } else {
        stored[i] = defaults[i] + 1;
      }
    }
    NumberCoding.encode(stored, to);
  }

  static long[] decodeDefaults(PieceSource from, int ofCodes) {
    long[] defaults = NumberCoding.decode(from, ofCodes);
    long next = 1;
    for (int i = 0; i < ofCodes; i++) {
      defaults[i] = defaults[i] == 0 ? next++ : defaults[i] - 1;
    }
    return defaults;
  }

  static void encodeRandom(List<String> texts, Pieces to) {
    long[] numbers = new long[texts.size()];
    List<byte[]> exceptions = new ArrayList<>();
    ByteSink rows = new ByteSink();
    for (int row = 0; row < numbers.length; row++) {
      String text = texts.get(row);
      long number = number(text);
      if (number < 0) {
        rows.varint(row);
        exceptions.add(text.getBytes(StandardCharsets.UTF_8));
      } else {
        numbers[row] = number;
      }
    }
    NumberCoding.encode(numbers, to);
    to.add(rows.toBytes());
    Dictionary.encode(exceptions, to);
  }

  /** Each row's text by itself: row i has code i + 1. */
  static Dictionary decodeRandom(PieceSource from, int rows, TextHash hash) {
    long[] numbers = NumberCoding.decode(from, rows);
    List<byte[]> texts = new ArrayList<>(rows);
    for (long number : numbers) {
      texts.add(number <= 0 ? new byte[0] : digits(number));
    }
    ByteSource list = from.next();
    Dictionary exceptions = Dictionary.decode(from, hash);
    for (int code = 1; code < exceptions.size(); code++) {
      int row = list.count(rows - 1, "an exception in row");
      texts.set(row, exceptions.texts().bytes(code));
    }
    long length = 0;
    for (byte[] text : texts) {
      length += text.length;
    }
    if (length > TextList.MAX_BYTES) {
      throw list.damaged("texts that are too long");
    }
    return Dictionary.of(texts, hash);
  }

  /** 0 for the empty text, −1 for one that has no number. */
  private static long number(String text) {
    if (text.length() > MAX_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      number = number * DIGITS.length() + digit + 1;
    }
    return number;
  }

  private static byte[] digits(long number) {
    ByteSink reversed = new ByteSink();
    for (long rest = number; rest > 0; rest = (rest - 1) / DIGITS.length()) {
      reversed.put(DIGITS.charAt((int) ((rest - 1) % DIGITS.length())));
    }
    byte[] bytes = reversed.toBytes();
    for (int i = 0; i < bytes.length / 2; i++) {
      byte swap = bytes[i];
      bytes[i] = bytes[bytes.length - 1 - i];
      bytes[bytes.length - 1 - i] = swap;
    }
    return bytes;
  }
}

package org.footfall.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads {@code %C3%A9} as é; a broken escape stands for itself. */
public final class PercentEncoding {
  private PercentEncoding() {}

  /** The text for people; what is no UTF-8 stays as it came. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(text))).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  /** What a text of escapes and other characters stands for; these are UTF-8. */
  public static byte[] bytes(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    byte[] decoded = new byte[encoded.length];
    int size = 0;
    for (int i = 0; i < encoded.length; i++) {
      int high = encoded[i] == '%' && i + 2 < encoded.length ? digit(encoded[i + 1]) : -1;
      int low = high < 0 ? -1 : digit(encoded[i + 2]);
      if (low < 0) {
        decoded[size++] = encoded[i];
      } else {
        decoded[size++] = (byte) (high << 4 | low);
        i += 2;
      }
    }
    return Arrays.copyOf(decoded, size);
  }

  private static int digit(byte character) {
    return Character.digit(character & 0xFF, 16);
  }
}

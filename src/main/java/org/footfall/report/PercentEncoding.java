package org.footfall.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads {@code %C3%A9} as é, for people; what is no UTF-8 stays as it came. */
final class PercentEncoding {
  private PercentEncoding() {}

  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
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
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(decoded, 0, size))
          .toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  private static int digit(byte character) {
    return Character.digit(character & 0xFF, 16);
  }
}

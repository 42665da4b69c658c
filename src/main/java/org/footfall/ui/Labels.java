package org.footfall.ui;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Makes texts that strangers sent fit to be read; escaping is the templates' work. */
final class Labels {
  private static final int LONGEST = 500;
  private static final char BOX = '□';

  private Labels() {}

  /**
   * Decodes percent-encoding that is valid UTF-8, and shows a box for characters that cannot be
   * seen or change the direction of what stands around them.
   */
  static String readable(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    StringBuilder visible = new StringBuilder();
    decoded(cut).codePoints().forEach(c -> visible.appendCodePoint(isVisible(c) ? c : BOX));
    return visible.isEmpty() ? "(empty)" : visible.toString();
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int high = i + 2 < raw.length && raw[i] == '%' ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      if (low >= 0) {
        bytes.put((byte) (16 * high + low));
        i += 2;
      } else {
        bytes.put(raw[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException notUtf8) {
      return text;
    }
  }
}

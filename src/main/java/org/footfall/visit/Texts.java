package org.footfall.visit;

/** Makes what clients send fit to be kept. */
public final class Texts {
  private Texts() {}

  /** Trimmed, without control characters and halves of characters, of at most so many units. */
  public static String clean(String text, int most) {
    String whole = text.trim();
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c < ' ' || c == 127 || Character.isSurrogate(c)) {
        return cut(without(whole, i), most);
      }
    }
    return cut(whole, most);
  }

  private static String without(String text, int from) {
    StringBuilder kept = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        kept.append(c).append(text.charAt(++i));
      } else if (c >= ' ' && c != 127 && !Character.isSurrogate(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /** The beginning of a text, never ending in half a character. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}

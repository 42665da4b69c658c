package org.footfall.tracking.http;

import java.util.Locale;
import java.util.Set;

/** The forms in which a script lies ready, the smallest first. */
enum ContentCoding {
  BROTLI("br"),
  GZIP("gzip"),
  IDENTITY("identity");

  private static final int MOST = 50;

  private final String word;

  ContentCoding(String word) {
    this.word = word;
  }

  /** As HTTP calls it. */
  String word() {
    return word;
  }

  /** What tells a script in this form from the same in another. */
  String suffix() {
    return this == IDENTITY ? "" : "-" + word;
  }

  /**
   * What the client likes best, the smallest of what it likes as well; as it is, if it says nothing
   * or takes nothing that is there.
   *
   * @param ready the forms that are there
   * @param accepted the header {@code Accept-Encoding}, or null
   */
  static ContentCoding best(Set<ContentCoding> ready, String accepted) {
    ContentCoding best = IDENTITY;
    double liking = 0;
    if (accepted != null) {
      for (ContentCoding each : ready) {
        double quality = quality(accepted, each);
        if (quality > liking) {
          best = each;
          liking = quality;
        }
      }
    }
    return best;
  }

  /** How much the client likes it, 0 to 1; what is not named goes by {@code *}. */
  private static double quality(String accepted, ContentCoding coding) {
    double others = 0;
    for (String item : accepted.toLowerCase(Locale.ROOT).split(",", MOST)) {
      String[] parts = item.split(";", MOST);
      String name = parts[0].strip();
      if (name.equals(coding.word)) {
        return weight(parts);
      }
      if (name.equals("*")) {
        others = weight(parts);
      }
    }
    return others;
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].replace(" ", "");
      if (parameter.startsWith("q=")) {
        try {
          return Math.max(0, Math.min(1, Double.parseDouble(parameter.substring(2))));
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }
}

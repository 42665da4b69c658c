package org.footfall.visit;

import java.util.Arrays;

/**
 * Texts in numbered places, of which most are empty. Immutable; a place that was not told is not
 * the same as one that was told empty.
 */
public final class Slots {
  public static final Slots NONE = new Slots(new String[0]);

  private final String[] values;

  private Slots(String[] values) {
    this.values = values;
  }

  /**
   * @param values null in places that were not told; must not change afterwards
   */
  static Slots of(String[] values) {
    for (String value : values) {
      if (value != null) {
        return new Slots(values);
      }
    }
    return NONE;
  }

  /** As they were stored: an empty text was not told. */
  public static Slots stored(String[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == null || values[i].isEmpty() ? null : values[i];
    }
    return of(values);
  }

  /** Where places end that may hold something. */
  public int size() {
    return values.length;
  }

  /** A place's text; null when it was not told. */
  public String get(int place) {
    return place < values.length ? values[place] : null;
  }

  /** These, and what an earlier hit told in the places that these do not tell. */
  Slots over(Slots earlier) {
    if (values.length == 0 || earlier.values.length == 0) {
      return values.length == 0 ? earlier : this;
    }
    String[] both = Arrays.copyOf(earlier.values, Math.max(values.length, earlier.values.length));
    for (int i = 0; i < values.length; i++) {
      both[i] = values[i] == null ? both[i] : values[i];
    }
    return new Slots(both);
  }
}

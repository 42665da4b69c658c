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

  /**
   * As they were stored.
   *
   * @param empty the places where an empty text was told, as {@link #emptyPlaces}
   */
  public static Slots stored(String[] values, long empty) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null || values[i].isEmpty()) {
        values[i] = (empty >> i & 1) == 1 ? "" : null;
      }
    }
    return of(values);
  }

  /** Where an empty text was told: a bit for each place, the first one lowest. */
  public long emptyPlaces() {
    long places = 0;
    for (int i = 0; i < values.length; i++) {
      places |= values[i] != null && values[i].isEmpty() ? 1L << i : 0;
    }
    return places;
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

package org.footfall.site;

import java.util.List;

/**
 * A value of a site's own that hits carry. Its id counts within the site over both scopes and is
 * what hits name; its slot counts within its scope and is where the log keeps it.
 *
 * @param active whether hits may set it; what they have set stays
 */
public record CustomDimension(
    SiteId site,
    int id,
    String name,
    Scope scope,
    int slot,
    boolean active,
    List<Extraction> extractions,
    boolean caseSensitive) {
  /** Slots of each scope. */
  public static final int SLOTS = 20;

  /** What a value belongs to. */
  public enum Scope {
    VISIT,
    ACTION
  }

  /** Where a value is found when the hit does not name it. */
  public enum Origin {
    URL,
    URLPARAM,
    ACTION_NAME
  }

  /**
   * A way to find a value: the group of an expression, or the name of an address's parameter.
   *
   * @param pattern one line
   */
  public record Extraction(Origin origin, String pattern) {}

  public CustomDimension {
    extractions = List.copyOf(extractions);
  }
}

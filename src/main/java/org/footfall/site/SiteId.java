package org.footfall.site;

/** The number of a site, as clients send it and as addresses show it; always positive. */
public record SiteId(int value) implements Comparable<SiteId> {
  public SiteId {
    if (value <= 0) {
      throw new IllegalArgumentException("a site id is positive, not " + value);
    }
  }

  /** By hand, since records compare in a slow way, and this is the key of most maps. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SiteId site && site.value == value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  @Override
  public int compareTo(SiteId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}

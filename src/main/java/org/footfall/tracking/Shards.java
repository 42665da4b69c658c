package org.footfall.tracking;

import org.footfall.site.SiteId;

/**
 * Which of the queue's ordered streams a site's hits travel in. It depends on the site alone, so
 * that no visitor id can skew anything and the hits of a site stay in order. The formula is part of
 * what is stored: changing it would mix the order of hits that wait.
 */
public final class Shards {
  private Shards() {}

  /** The site's stream, from 0 to count - 1. */
  public static int of(SiteId site, int count) {
    int mixed = site.value() * 0x9E3779B9;
    mixed ^= mixed >>> 15;
    mixed *= 0x85EBCA6B;
    mixed ^= mixed >>> 13;
    return Math.floorMod(mixed, count);
  }
}

package org.footfall.ingest;

/**
 * What became of a hit, as {@code hit_fate} and the metrics count it.
 *
 * @param name {@code accepted}, {@code excluded}, {@code invalid}, {@code unsupported}, {@code
 *     rejected} or {@code lost}; the door adds its own
 * @param reason one of few words, or empty
 */
record Fate(String name, String reason) {
  static final Fate ACCEPTED = new Fate("accepted", "");

  /** The site was deleted while the hit waited. */
  static final Fate SITE_UNKNOWN = new Fate("invalid", "site_unknown");

  /** It could not be processed and waits among the rejected requests. */
  static final Fate REJECTED = new Fate("rejected", "");

  /** It never came: its sequence is missing between others. */
  static final Fate LOST = new Fate("lost", "gap");
}

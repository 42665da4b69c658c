package org.footfall.site;

import java.time.LocalDate;

/**
 * A note on a day of a site, by which people remember what happened then.
 *
 * @param id counts in the site, from 0
 * @param login who wrote it
 */
public record Annotation(
    SiteId site, int id, LocalDate day, String note, boolean starred, String login) {
  /** How many notes a site may have. */
  public static final int MOST = 10_000;

  /** How many characters a note may have. */
  public static final int LONGEST = 2_000;
}

package org.footfall.tracking.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.footfall.privacy.Pseudonyms;

/**
 * The hidden field that proves that the opt-out form was sent from our own page.
 *
 * <p>Visitors have no session, and a page about privacy had better not begin one: the field is a
 * keyed hash of an end of its life and of what tells the browser from those of others, its address
 * and its name. Another site cannot read it in our page, and one that was given to its own server
 * is of no use in a visitor's browser. All processes of an installation have the same key.
 */
final class OptOutNonce {
  private static final Duration LIFE = Duration.ofHours(2);
  private static final int LONGEST = 80;

  private final Pseudonyms keyed;
  private final Instant now;

  OptOutNonce(Pseudonyms keyed, Instant now) {
    this.keyed = keyed;
    this.now = now;
  }

  /**
   * @param browser what tells a browser from others
   */
  String issue(String browser) {
    long end = now.plus(LIFE).getEpochSecond();
    return end + "-" + hash(end, browser);
  }

  boolean matches(String browser, String sent) {
    int hyphen = sent.indexOf('-');
    if (hyphen < 1 || hyphen > 12 || sent.length() > LONGEST) {
      return false;
    }
    long end;
    try {
      end = Long.parseLong(sent.substring(0, hyphen));
    } catch (NumberFormatException e) {
      return false;
    }
    boolean lives = now.getEpochSecond() <= end;
    return lives
        && MessageDigest.isEqual(bytes(sent.substring(hyphen + 1)), bytes(hash(end, browser)));
  }

  private String hash(long end, String browser) {
    return keyed.of("opt-out form", end + "\n" + browser);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

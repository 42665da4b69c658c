package org.footfall.visit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.footfall.tracking.TrackingRequest;

/**
 * Who a hit says it is from.
 *
 * @param visitorId the sixteen hexadecimal digits as a number; 0 when it says nothing usable
 * @param alone only the visitor id counts, not what the device looks like
 * @param userId a name that the site gave the visitor, or empty
 * @param refused an id was sent that names nobody: all its digits are the same
 */
public record Identity(long visitorId, boolean alone, String userId, boolean refused) {
  private static final int DIGITS = 16;
  private static final int MAX_USER_ID = 200;

  public static final Identity UNKNOWN = new Identity(0, false, "", false);

  /**
   * A user id makes the visitor id; else the one that was forced, else the cookie's. An id whose
   * digits are all the same comes from a broken client and would make one visitor of thousands: it
   * counts as none.
   */
  public static Identity of(TrackingRequest request) {
    String userId = Texts.clean(request.parameter("uid"), MAX_USER_ID);
    if (!userId.isEmpty()) {
      return new Identity(ofUser(userId), false, userId, false);
    }
    String forced = request.parameter("cid");
    String sent = forced.length() == DIGITS ? forced : request.parameter("_id");
    if (!isHex(sent)) {
      return UNKNOWN;
    }
    if (isConstant(sent)) {
      return new Identity(0, false, "", true);
    }
    long id = Long.parseUnsignedLong(sent, 0, DIGITS, 16);
    return new Identity(id, forced.length() == DIGITS, "", false);
  }

  /** The visitor id that belongs to a user id: the first digits of its SHA-1. */
  static long ofUser(String userId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(userId.getBytes(StandardCharsets.UTF_8));
      long id = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        id = id << 8 | (hash[i] & 0xff);
      }
      return id;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  public boolean isKnown() {
    return visitorId != 0;
  }

  private static boolean isHex(String text) {
    if (text.length() < DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isConstant(String text) {
    for (int i = 1; i < DIGITS; i++) {
      if (text.charAt(i) != text.charAt(0)) {
        return false;
      }
    }
    return true;
  }
}

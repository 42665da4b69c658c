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
 * @param named the visitor id is the user id's
 * @param userId a name that the site gave the visitor, or empty
 * @param refused an id was sent that names nobody: all its digits are the same
 */
public record Identity(
    long visitorId, boolean alone, boolean named, String userId, boolean refused) {
  private static final int DIGITS = 16;
  private static final int MAX_USER_ID = 200;

  public static final Identity UNKNOWN = new Identity(0, false, false, "", false);

  /**
   * A user id makes the visitor id; else the one that was forced, else the cookie's. An id whose
   * digits are all the same comes from a broken client and would make one visitor of thousands: it
   * counts as none.
   */
  public static Identity of(TrackingRequest request, VisitChoices choices) {
    String userId = Texts.clean(request.parameter("uid"), MAX_USER_ID);
    if (!userId.isEmpty() && choices.userIdIsVisitor()) {
      return new Identity(ofUser(userId), false, true, userId, false);
    }
    String forced = request.parameter("cid");
    String sent = forced.length() == DIGITS ? forced : request.parameter("_id");
    if (!isHex(sent)) {
      return new Identity(0, false, false, userId, false);
    }
    if (isConstant(sent)) {
      return new Identity(0, false, false, userId, true);
    }
    long id = Long.parseUnsignedLong(sent, 0, DIGITS, 16);
    boolean alone = userId.isEmpty() && (forced.length() == DIGITS || choices.trustCookies());
    return new Identity(id, alone, false, userId, false);
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

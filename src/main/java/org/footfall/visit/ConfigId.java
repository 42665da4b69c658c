package org.footfall.visit;

import org.footfall.tracking.TrackingRequest;

/**
 * Recognises a device without a cookie: two hits of a site and day have equal ids when address,
 * user agent, accepted languages and plug-ins are equal. The address goes in as its hash, whose key
 * changes with the site and every day, so that nobody can be followed from one day to the next.
 */
public final class ConfigId {
  private static final int LANGUAGE_LENGTH = 20;

  private ConfigId() {}

  /** Never 0. */
  public static long of(TrackingRequest request, int plugins) {
    long hash = mix(request.addressHash() ^ mix(request.site().value()));
    hash = mix(hash ^ plugins);
    hash = add(hash, request.userAgent());
    hash = add(hash, Texts.cut(request.acceptLanguage(), LANGUAGE_LENGTH));
    return hash == 0 ? 1 : hash;
  }

  private static long add(long hash, String text) {
    long sum = hash;
    for (int i = 0; i < text.length(); i++) {
      sum = (sum ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
      sum ^= sum >>> 29;
    }
    return mix(sum ^ text.length());
  }

  /** Every bit of the result depends on every bit of the value. */
  static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}

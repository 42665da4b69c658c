package org.footfall.tracking;

import org.footfall.config.Config;

/**
 * How much a client may send.
 *
 * @param hit characters of one hit's names and values
 * @param bulkItems hits of one request
 * @param body bytes of one body
 * @param bodies bytes of all bodies that are being read
 */
public record Limits(int hit, int bulkItems, int body, long bodies) {
  public static Limits of(Config config) {
    return new Limits(
        Math.toIntExact(config.get(TrackingSettings.HIT_LIMIT)),
        config.get(TrackingSettings.BULK_LIMIT),
        Math.toIntExact(config.get(TrackingSettings.BODY_LIMIT)),
        config.get(TrackingSettings.BODIES_LIMIT));
  }
}

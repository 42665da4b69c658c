package org.footfall.tracking;

import org.footfall.config.Config;

/**
 * How much a client may send.
 *
 * @param hit characters of one hit's names and values
 * @param bulkItems hits of one request
 * @param body bytes of one body
 */
public record Limits(int hit, int bulkItems, int body) {
  public static Limits of(Config config) {
    return new Limits(
        Math.toIntExact(config.get(TrackingSettings.HIT_LIMIT)),
        config.get(TrackingSettings.BULK_LIMIT),
        Math.toIntExact(config.get(TrackingSettings.BODY_LIMIT)));
  }
}

package org.footfall.tracking;

import org.footfall.site.SiteId;

/**
 * A hit to be queued.
 *
 * @param bytes the {@link TrackingRequest} as {@link TrackingRequestCodec} stores it: a request of
 *     many hits then takes little more memory than its text
 */
public record AcceptedHit(SiteId site, byte[] bytes) {
  static AcceptedHit of(TrackingRequest request) {
    return new AcceptedHit(request.site(), TrackingRequestCodec.encode(request));
  }
}

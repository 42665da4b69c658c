package org.footfall.ingest;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.footfall.enrich.referrer.Referrer;
import org.footfall.queue.QueuedHit;
import org.footfall.tracking.TrackingRequest;
import org.footfall.visit.ActionKind;
import org.footfall.visit.DeviceTraits;
import org.footfall.visit.Hit;
import org.footfall.visit.SiteRules;

/** A hit on its way through the steps; each step fills in its part or says what became of it. */
final class Draft {
  final QueuedHit queued;
  TrackingRequest request;

  /** Null for a site that there is not (any more). */
  SiteRules rules;

  ActionKind kind;
  DeviceTraits device = DeviceTraits.UNKNOWN;
  Referrer referrer = Referrer.DIRECT;

  /** Says where a conversion came from, by where its visit did. */
  UnaryOperator<Referrer> attribution = UnaryOperator.identity();

  Hit hit;

  /** Why the hit goes no further; null while it does. */
  Fate fate;

  /** Where it cannot be processed: what went wrong. */
  String failure = "";

  /** When it was taken from the queue. */
  private final Instant takenAt;

  Draft(QueuedHit queued, Instant takenAt) {
    this.queued = queued;
    this.takenAt = takenAt;
  }

  /** When it came in, as far as that can be read. */
  Instant receivedAt() {
    return request == null ? takenAt : request.receivedAt();
  }

  /** The site's number, 0 when it cannot be read. */
  int site() {
    return request == null ? 0 : request.site().value();
  }

  /** Whether a visitor id was sent that names nobody. */
  boolean hasConstantId() {
    return hit != null && hit.identity().refused();
  }

  void setAside(String reason) {
    fate = Fate.REJECTED;
    failure = reason;
  }

  boolean goesOn() {
    return fate == null;
  }
}

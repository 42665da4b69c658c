package org.footfall.tracking;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.footfall.enrich.geo.PlaceLookup;
import org.footfall.metrics.Metrics;
import org.footfall.privacy.IpText;

/** A request a test sends to a door of its own. */
final class Sent {
  static final Limits LIMITS = new Limits(64 << 10, 1_000, 1 << 20);

  final DoorCounts counts = new DoorCounts(new Metrics());
  private final Supplier<Snapshot> snapshot;
  private final Map<String, String> headers = new HashMap<>();
  private String query;
  private byte[] body = {};
  private String contentType;
  private String address = "198.51.100.77";
  final TrackingFailures failures = new TrackingFailures();
  private DoorRules rules = DoorRules.usual(PlaceLookup.none());

  Sent(Snapshot snapshot) {
    this.snapshot = () -> snapshot;
  }

  static Sent query(String query) {
    return new Sent(new Snapshots().snapshot()).get(query);
  }

  Sent get(String query) {
    this.query = query;
    return this;
  }

  Sent form(String body) {
    return body("application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
  }

  Sent json(String body) {
    return body("application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  Sent body(String contentType, byte[] body) {
    this.contentType = contentType;
    this.body = body;
    return this;
  }

  Sent header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  Sent from(String address) {
    this.address = address;
    return this;
  }

  Sent with(PlaceLookup places) {
    return with(DoorRules.usual(places));
  }

  Sent with(DoorRules rules) {
    this.rules = rules;
    return this;
  }

  Decision decide() {
    RawRequest raw =
        new RawRequest(
            contentType == null,
            query,
            contentType,
            body,
            name -> headers.get(name.toLowerCase(Locale.ROOT)),
            IpText.parse(address),
            Snapshots.NOW);
    return new Acceptance(snapshot, rules, LIMITS, counts, failures).decide(raw);
  }

  /** The only hit, which must have been accepted. */
  TrackingRequest hit() {
    List<AcceptedHit> hits = decide().hits();
    if (hits.size() != 1) {
      throw new AssertionError("one hit expected: " + decide());
    }
    return TrackingRequestCodec.decode(hits.get(0).bytes());
  }
}

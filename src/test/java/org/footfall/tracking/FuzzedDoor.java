package org.footfall.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.footfall.enrich.geo.PlaceLookup;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceSettings;
import org.footfall.site.Site;

/** A door that takes whatever a fuzzer sends. */
public final class FuzzedDoor {
  private static final Snapshots SNAPSHOTS =
      new Snapshots()
          .with(InstanceSetting.ANONYMIZE_USER_ID, "1")
          .with(InstanceSetting.ANONYMIZE_ORDER_ID, "1");
  private static final DoorRules RULES =
      new DoorRules(
          PlaceLookup.builtin(), new ExcludedRequests(List.of("e_c=@x")), url -> false, false);

  private FuzzedDoor() {}

  /** The hits that are accepted and would be queued, as the queue would hand them out. */
  public static List<TrackingRequest> hits(
      String query, String contentType, byte[] body, Map<String, String> headers) {
    Sent sent = new Sent(SNAPSHOTS.snapshot()).with(RULES).get(query);
    if (contentType != null) {
      sent.body(contentType, body);
    }
    headers.forEach(sent::header);
    List<TrackingRequest> hits = new ArrayList<>();
    for (AcceptedHit hit : sent.decide().hits()) {
      hits.add(TrackingRequestCodec.decode(hit.bytes()));
    }
    return hits;
  }

  /** The site that hits are mostly for. */
  public static Site site() {
    return SNAPSHOTS.data().sites().get(0);
  }

  public static InstanceSettings settings() {
    return SNAPSHOTS.data().settings();
  }
}

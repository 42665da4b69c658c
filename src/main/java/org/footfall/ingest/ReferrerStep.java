package org.footfall.ingest;

import org.footfall.enrich.referrer.ReferrerParser;
import org.footfall.enrich.referrer.SiteReferrers;
import org.footfall.tracking.TrackingRequest;

/** Finds out where the visit came from. */
final class ReferrerStep implements TransferStep.Each {
  private final ReferrerParser parser;

  ReferrerStep(ReferrerParser parser) {
    this.parser = parser;
  }

  @Override
  public String name() {
    return "referrer";
  }

  @Override
  public void take(Draft draft) {
    TrackingRequest request = draft.request;
    draft.referrer =
        parser.parse(
            request.parameter("url"),
            request.parameter("urlref"),
            request.parameters(),
            draft.rules.referrers());
    if (!request.parameter("_rcn").isEmpty() || !request.parameter("_ref").isEmpty()) {
      SiteReferrers site = draft.rules.referrers();
      draft.attribution = visit -> parser.attribution(visit, request.parameters(), site);
    }
  }
}

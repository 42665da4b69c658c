package org.footfall.ingest;

import org.footfall.tracking.TrackingRequestCodec;

/** Reads what was queued and finds the site it is for. */
final class DecodeStep implements TransferStep.Each {
  private final SiteCatalogue sites;

  DecodeStep(SiteCatalogue sites) {
    this.sites = sites;
  }

  @Override
  public String name() {
    return "decode";
  }

  @Override
  public void take(Draft draft) {
    draft.request = TrackingRequestCodec.decode(draft.queued.payload());
    draft.rules = sites.rules(draft.request.site());
  }
}

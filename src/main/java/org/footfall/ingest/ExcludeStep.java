package org.footfall.ingest;

import org.footfall.visit.ActionKind;

/**
 * Leaves out what must not be counted: hits of a site that was deleted while they waited, and
 * actions of plug-ins that we do not have. None of these may become a page view; each is counted.
 */
final class ExcludeStep implements TransferStep.Each {
  private static final Fate UNSUPPORTED = new Fate("unsupported", ActionKind.CUSTOM.title());

  @Override
  public String name() {
    return "exclude";
  }

  @Override
  public void take(Draft draft) {
    if (draft.rules == null) {
      draft.fate = Fate.SITE_UNKNOWN;
      return;
    }
    draft.kind =
        draft
            .rules
            .actions()
            .kind(draft.request, draft.rules.site(), draft.request.parameter("url"));
    draft.fate = draft.kind == ActionKind.CUSTOM ? UNSUPPORTED : null;
  }
}

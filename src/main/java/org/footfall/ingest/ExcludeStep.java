package org.footfall.ingest;

import java.util.EnumMap;
import java.util.Map;
import org.footfall.visit.ActionKind;

/**
 * Leaves out what must not be counted: hits of a site that was deleted while they waited, and
 * actions of kinds that are not supported yet. None of these may become a page view; each is
 * counted.
 */
final class ExcludeStep implements TransferStep.Each {
  private static final Map<ActionKind, Fate> UNSUPPORTED = new EnumMap<>(ActionKind.class);

  static {
    for (ActionKind kind : ActionKind.values()) {
      if (kind != ActionKind.PAGE_VIEW) {
        UNSUPPORTED.put(kind, new Fate("unsupported", kind.title()));
      }
    }
  }

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
    draft.fate = UNSUPPORTED.get(draft.kind);
  }
}

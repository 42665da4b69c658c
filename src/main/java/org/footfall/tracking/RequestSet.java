package org.footfall.tracking;

import java.util.function.Consumer;
import org.footfall.tracking.Decision.Form;

/**
 * The hits of a request, unjudged.
 *
 * @param problem why nothing of it can be used, or null
 */
record RequestSet(Form form, Hits hits, boolean image, Senders senders, Rejection problem) {
  /** Hands on hits in order, once. */
  interface Hits {
    /** There are none. */
    Hits NONE = to -> {};

    void each(Consumer<Parameters> to);
  }
}

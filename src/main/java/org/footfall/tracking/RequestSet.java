package org.footfall.tracking;

import java.util.List;
import org.footfall.tracking.Decision.Form;

/**
 * The hits of a request, unjudged.
 *
 * @param problem why nothing of it can be used, or null
 */
record RequestSet(
    Form form, List<Parameters> items, boolean image, Senders senders, Rejection problem) {}

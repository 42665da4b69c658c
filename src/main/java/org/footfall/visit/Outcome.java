package org.footfall.visit;

import java.util.List;

/**
 * What a hit became.
 *
 * @param visit as it stands after the hit; null when the hit came to nothing
 * @param position the action's place among the visit's rows, in order of arrival, from 0; −1 when
 *     the hit is no action
 * @param secondsBefore how long the action before lasted, at most half an hour
 * @param interactionPosition the visit's page views and searches so far, this one included
 * @param conversions what it converted, each with a row of its own
 * @param visitorBefore the ordinal of the visitor to whom the visit's actions since the last such
 *     one belong; 0 when that is the visit's own
 * @param lateTimings the place of the row that tells an earlier page view's timings; −1 for none
 */
public record Outcome(
    Visit visit,
    int position,
    int secondsBefore,
    int interactionPosition,
    int visitorBefore,
    List<Conversion> conversions,
    int lateTimings) {
  /** A ping that no visit goes on with. */
  static final Outcome NOTHING = new Outcome(null, -1, 0, 0, 0, List.of(), -1);
}

package org.footfall.visit;

import java.util.List;
import org.footfall.site.Goal;

/**
 * The goals of a site as a hit sees them.
 *
 * @param met those that its action meets, whatever the visit
 * @param ofVisit those that its visit may meet with it
 */
public record Goals(List<Met> met, List<Goal> ofVisit) {
  public static final Goals NONE = new Goals(List.of(), List.of());

  /**
   * A goal that was met.
   *
   * @param revenue in millionths
   */
  public record Met(int goal, boolean severalPerVisit, long revenue) {}
}

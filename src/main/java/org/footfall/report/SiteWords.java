package org.footfall.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.footfall.segment.SegmentWords;
import org.footfall.site.CustomDimension;
import org.footfall.site.CustomDimension.Scope;
import org.footfall.site.CustomDimensionStore;
import org.footfall.site.Goal;
import org.footfall.site.GoalStore;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/** What definitions of segments may say of a site: also its own dimensions and goals. */
public final class SiteWords {
  private static final String OWN = "dimension";
  private static final String GOAL_NAME = "GoalName";

  private final CustomDimensionStore dimensions;
  private final GoalStore goals;
  private final SegmentWords words;

  /**
   * @param presentation what this server calls devices and channels
   */
  public SiteWords(CustomDimensionStore dimensions, GoalStore goals, Presentation presentation) {
    this.dimensions = dimensions;
    this.goals = goals;
    this.words = SegmentWords.of(presentation.devices(), presentation.assistantsApart());
  }

  /** Words that hold for every site. */
  public SegmentWords ofAll() {
    return words;
  }

  public SegmentWords of(SiteId site) {
    List<SegmentWords.Own> own =
        dimensions.of(site).stream()
            .map(
                dimension ->
                    new SegmentWords.Own(OWN + dimension.id(), dimension.name(), column(dimension)))
            .toList();
    Map<Integer, String> names =
        goals.of(site).stream().collect(Collectors.toMap(Goal::id, goal -> goal.wish().name()));
    return words.with(own, names);
  }

  /** Words that do for a definition; the database is asked for a site's own only if they occur. */
  public SegmentWords of(SiteId site, String definition) {
    boolean own = definition.contains(OWN) || definition.contains(GOAL_NAME);
    return own ? of(site) : words;
  }

  private static Column column(CustomDimension dimension) {
    List<Column> slots =
        dimension.scope() == Scope.VISIT ? Columns.VISIT_DIMENSIONS : Columns.DIMENSIONS;
    return slots.get(dimension.slot() - 1);
  }
}

package org.footfall.api;

import java.util.List;
import org.footfall.segment.Segment;
import org.footfall.segment.SegmentWords;
import org.footfall.site.CustomDimension;
import org.footfall.site.CustomDimension.Scope;
import org.footfall.site.CustomDimensionStore;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/** Segments in the words of a site: also by its own dimensions. */
final class SiteSegments {
  private static final String OWN = "dimension";

  private final CustomDimensionStore dimensions;
  private final SegmentWords words;

  SiteSegments(CustomDimensionStore dimensions, SegmentWords words) {
    this.dimensions = dimensions;
    this.words = words;
  }

  /**
   * The segment of a question about a site.
   *
   * @throws ApiException as {@link SegmentChoice#of(ApiCall, SegmentWords)}
   */
  Segment of(ApiCall call, Site site) throws ApiException {
    boolean own = call.parameters().text("segment", "").contains(OWN);
    return SegmentChoice.of(call, own ? words.with(own(site.id())) : words);
  }

  /** The segment of a definition about some sites; where these are several, without their own. */
  Segment of(ApiCall call, List<Site> sites, String definition) throws ApiException {
    boolean own = sites.size() == 1 && definition.contains(OWN);
    return SegmentChoice.of(call, definition, own ? words.with(own(sites.get(0).id())) : words);
  }

  /** What the site's visits are selected by that others' are not. */
  List<SegmentWords.Own> own(SiteId site) {
    return dimensions.of(site).stream()
        .map(
            dimension ->
                new SegmentWords.Own(OWN + dimension.id(), dimension.name(), column(dimension)))
        .toList();
  }

  private static Column column(CustomDimension dimension) {
    List<Column> slots =
        dimension.scope() == Scope.VISIT ? Columns.VISIT_DIMENSIONS : Columns.DIMENSIONS;
    return slots.get(dimension.slot() - 1);
  }
}

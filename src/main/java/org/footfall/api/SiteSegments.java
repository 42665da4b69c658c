package org.footfall.api;

import java.util.Optional;
import org.footfall.report.SiteWords;
import org.footfall.segment.Segment;
import org.footfall.segment.SegmentWords;
import org.footfall.site.Site;
import org.footfall.site.SiteId;

/** Segments in the words of a site: also by its own dimensions and goals. */
final class SiteSegments {
  private final SiteWords words;

  SiteSegments(SiteWords words) {
    this.words = words;
  }

  /**
   * The segment of a question about a site.
   *
   * @throws ApiException as {@link SegmentChoice#of(ApiCall, SegmentWords)}
   */
  Segment of(ApiCall call, Site site) throws ApiException {
    return SegmentChoice.of(call, words.of(site.id(), call.parameters().text("segment", "")));
  }

  /** The segment of a definition about a site; of one about every site, without their own words. */
  Segment of(ApiCall call, Optional<Site> site, String definition) throws ApiException {
    SegmentWords said =
        site.map(one -> words.of(one.id(), definition)).orElseGet(() -> words.ofAll());
    return SegmentChoice.of(call, definition, said);
  }

  /** All words that a definition about a site may have. */
  SegmentWords words(SiteId site) {
    return words.of(site);
  }

  /** All words that a definition about every site may have. */
  SegmentWords words() {
    return words.ofAll();
  }
}

package org.footfall.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.report.SiteWords;
import org.footfall.segment.Segment;
import org.footfall.segment.UnreadableSegment;
import org.footfall.site.SavedSegment;
import org.footfall.site.SavedSegmentStore;
import org.footfall.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The saved segments that are to be counted before somebody asks. Of a site as many as an operator
 * allows, those that were saved first; more are answered, too, only not as quickly.
 */
final class WantedSegments {
  private static final Logger LOG = LoggerFactory.getLogger(WantedSegments.class);

  private final SavedSegmentStore saved;
  private final SiteWords words;
  private final int mostOfSite;

  WantedSegments(SavedSegmentStore saved, SiteWords words, int mostOfSite) {
    this.saved = saved;
    this.words = words;
    this.mostOfSite = mostOfSite;
  }

  /** By the sites' numbers. */
  Map<Integer, List<Segment>> of(Collection<Site> sites) {
    List<SavedSegment> prepared = saved.prepared();
    Map<Integer, List<Segment>> wanted = new HashMap<>();
    for (Site site : sites) {
      List<Segment> segments = new ArrayList<>();
      for (SavedSegment one : prepared) {
        if (segments.size() < mostOfSite && one.wish().isOf(site.id())) {
          add(site, one, segments);
        }
      }
      if (!segments.isEmpty()) {
        wanted.put(site.id().value(), segments);
      }
    }
    return wanted;
  }

  /** What was saved may have come to mean nothing, as when a word is no longer known. */
  private void add(Site site, SavedSegment one, List<Segment> segments) {
    String definition = one.wish().definition();
    try {
      Segment segment = Segment.parse(definition, words.of(site.id(), definition));
      if (!segment.isAll() && !segments.contains(segment)) {
        segments.add(segment);
      }
    } catch (UnreadableSegment e) {
      LOG.debug("Segment {} is not counted for site {}: {}", one.id(), site.id(), e.getMessage());
    }
  }
}

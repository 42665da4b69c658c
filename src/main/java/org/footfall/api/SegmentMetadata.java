package org.footfall.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.footfall.account.Caller;
import org.footfall.account.Right;
import org.footfall.report.ReportRefused;
import org.footfall.report.live.LiveLog;
import org.footfall.segment.SegmentDimension;
import org.footfall.segment.SegmentWords;
import org.footfall.segment.UnreadableSegment;
import org.footfall.site.Site;

/** {@code API.*} about segments: what visits can be selected by, and by which values. */
final class SegmentMetadata {
  private static final int MOST_VALUES = 30;

  /** Headings in the order in which clients show them; others come last. */
  private static final List<String> CATEGORIES =
      List.of(
          "Visitors",
          "Visitor location",
          "Custom Variables",
          "Custom Dimensions",
          "Behaviour",
          "Events",
          "Acquisition",
          "Ecommerce");

  private static final Comparator<SegmentDimension> ORDER =
      Comparator.comparingInt((SegmentDimension one) -> place(one.category()))
          .thenComparing(SegmentDimension::type)
          .thenComparing(SegmentDimension::title, NaturalOrder.INSTANCE);

  private final SiteAccess access;
  private final SiteSegments segments;
  private final LiveLog log;
  private final Clock clock;

  SegmentMetadata(SiteAccess access, SiteSegments segments, LiveLog log, Clock clock) {
    this.access = access;
    this.segments = segments;
    this.log = log;
    this.clock = clock;
  }

  void addTo(ApiMethods methods) {
    methods.add("API.getSegmentsMetadata", this::all);
    methods.add("API.getSuggestedValuesForSegment", this::values);
  }

  private static int place(String category) {
    int place = CATEGORIES.indexOf(category);
    return place < 0 ? CATEGORIES.size() : place;
  }

  /** Of one site also by its own words. What tells people apart is not told to strangers. */
  private Answer all(ApiCall call) throws ApiException {
    ApiParameters parameters = call.parameters();
    boolean stranger = call.caller().equals(Caller.ANONYMOUS);
    boolean bare = !parameters.text("_hideImplementationData", "1").matches("0|false");
    List<Map<String, Object>> lines = new ArrayList<>();
    words(call).all().stream()
        .filter(dimension -> !stranger || !dimension.personal())
        .sorted(ORDER)
        .forEach(dimension -> lines.add(line(dimension, bare)));
    return Answer.Table.of(lines);
  }

  private SegmentWords words(ApiCall call) throws ApiException {
    ApiParameters parameters = call.parameters();
    List<String> ids = parameters.list(parameters.has("idSites") ? "idSites" : "idSite");
    if (ids.isEmpty() || ids.equals(List.of("all"))) {
      call.requireAnyView();
      return segments.words();
    }
    List<Site> sites = access.viewed(call, String.join(",", ids)).sites();
    return sites.size() == 1 ? segments.words(sites.get(0).id()) : segments.words();
  }

  private static Map<String, Object> line(SegmentDimension dimension, boolean bare) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", dimension.type().name().toLowerCase(Locale.ROOT));
    line.put("category", dimension.category());
    line.put("name", dimension.title());
    line.put("segment", dimension.name());
    if (!dimension.examples().isEmpty()) {
      line.put("acceptedValues", dimension.examples());
    }
    if (dimension.personal()) {
      line.put("permission", true);
    }
    if (!dimension.parts().isEmpty()) {
      line.put("unionOfSegments", dimension.parts());
    }
    if (!bare) {
      line.put("needsMostFrequentValues", true);
    }
    return line;
  }

  /** The values that the latest visits have, the most frequent first. */
  private Answer values(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.VIEW);
    SegmentDimension dimension;
    try {
      dimension = segments.words(site.id()).get(call.parameters().required("segmentName"));
    } catch (UnreadableSegment e) {
      throw SegmentChoice.refusal(e);
    }
    SegmentChoice.check(call, dimension);
    try {
      return new Answer.Values(log.values(site, dimension, clock.instant(), MOST_VALUES));
    } catch (ReportRefused e) {
      throw ApiException.of(503, e.getMessage());
    }
  }
}

package org.footfall.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footfall.report.Period;
import org.footfall.report.ReferrerType;
import org.footfall.report.flow.Origin;
import org.footfall.report.flow.PageFlow;
import org.footfall.report.flow.Step;
import org.footfall.report.flow.Way;
import org.footfall.visit.PageUrl;

/** The ways through a page, as clients read them. */
final class FlowFields {
  private static final String OTHERS = "Others";

  private final PageFlow flow;
  private final int limit;

  /**
   * @param limit how many lines a list has before the rest becomes one; 0 for all
   */
  FlowFields(PageFlow flow, int limit) {
    this.flow = flow;
    this.limit = limit;
  }

  /** What of an answer may be asked for alone. */
  enum Part {
    INTERNAL("internalReferrers"),
    FOLLOWING("followingActions"),
    EXTERNAL("externalReferrers");

    private final String word;

    Part(String word) {
      this.word = word;
    }

    /** The parts that {@code parts} names; all where it names none. */
    static Set<Part> of(ApiParameters parameters) throws ApiException {
      Set<Part> parts = EnumSet.noneOf(Part.class);
      if (parameters.text("parts", "all").equals("all")) {
        return EnumSet.allOf(Part.class);
      }
      for (String word : parameters.list("parts")) {
        boolean known = false;
        for (Part part : values()) {
          if (part.word.equals(word)) {
            parts.add(part);
            known = true;
          }
        }
        if (!known) {
          throw ApiException.of(
              400,
              "The parameter 'parts' is 'all', or some of 'internalReferrers', 'followingActions'"
                  + " and 'externalReferrers'.");
        }
      }
      return parts;
    }
  }

  Map<String, Object> of(Period period, Set<Part> parts) {
    Map<String, Object> all = new LinkedHashMap<>();
    Map<String, Object> metrics = new LinkedHashMap<>();
    all.put("date", PeriodText.brief(period));
    if (parts.contains(Part.INTERNAL)) {
      all.put("previousPages", lines(Way.FROM_PAGE));
      all.put("previousSiteSearches", lines(Way.FROM_SEARCH));
      metrics.put("loops", flow.loops());
      metrics.put("pageviews", flow.views());
    }
    if (parts.contains(Part.EXTERNAL)) {
      metrics.put("entries", flow.entries());
    }
    if (parts.size() == Part.values().length) {
      metrics.put("exits", flow.exits());
    }
    if (!metrics.isEmpty()) {
      all.put("pageMetrics", metrics);
    }
    if (parts.contains(Part.FOLLOWING)) {
      all.put("followingPages", lines(Way.TO_PAGE));
      all.put("followingSiteSearches", lines(Way.TO_SEARCH));
      all.put("outlinks", lines(Way.TO_OUTLINK));
      all.put("downloads", lines(Way.TO_DOWNLOAD));
    }
    if (parts.contains(Part.EXTERNAL)) {
      all.put("referrers", referrers());
    }
    return all;
  }

  /** Where a step leads, and how often. */
  static Map<String, Object> line(Way way, Step step) {
    boolean away = way == Way.TO_OUTLINK || way == Way.TO_DOWNLOAD;
    return line(
        away ? new PageUrl(step.prefix(), step.name()).toString() : step.name(), step.count());
  }

  private static Map<String, Object> line(String label, Object referrals) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("label", label);
    line.put("referrals", referrals);
    return line;
  }

  private List<Map<String, Object>> lines(Way way) {
    List<Step> steps = flow.steps(way);
    List<Map<String, Object>> lines = new ArrayList<>();
    int shown = limit > 0 ? Math.min(limit, steps.size()) : steps.size();
    steps.subList(0, shown).forEach(step -> lines.add(line(way, step)));
    if (shown < steps.size()) {
      List<Step> rest = steps.subList(shown, steps.size());
      lines.add(line(OTHERS, rest.stream().mapToLong(Step::count).sum()));
    }
    return lines;
  }

  /** A line for each way to come; their details are counted as texts. */
  private List<Map<String, Object>> referrers() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int type : flow.origins().stream().mapToInt(Origin::type).distinct().toArray()) {
      List<Origin> own = flow.origins().stream().filter(origin -> origin.type() == type).toList();
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("label", FlowWords.origin(type));
      line.put("shortName", ReferrerType.word(Integer.toString(type)));
      line.put("visits", own.stream().mapToLong(Origin::visits).sum());
      line.put("details", details(own));
      lines.add(line);
    }
    if (lines.isEmpty()) { // drawn as nobody who came by himself
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("label", FlowWords.origin(1));
      line.put("shortName", "Direct Entry");
      line.put("visits", 0);
      lines.add(line);
    }
    return lines;
  }

  private List<Map<String, Object>> details(List<Origin> own) {
    List<Map<String, Object>> details = new ArrayList<>();
    long others = 0;
    for (Origin origin : own) {
      if (origin.name().isEmpty()) {
        continue;
      }
      if (limit > 0 && details.size() >= limit) {
        others += origin.visits();
      } else {
        details.add(line(origin.name(), Long.toString(origin.visits())));
      }
    }
    if (others > 0) {
      details.add(line(OTHERS, Long.toString(others)));
    }
    return details;
  }
}

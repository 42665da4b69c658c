package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.footfall.account.Right;
import org.footfall.report.Period;
import org.footfall.report.ReportRefused;
import org.footfall.report.flow.FlowLog;
import org.footfall.report.flow.FlowQuery;
import org.footfall.report.flow.FlowQuery.Naming;
import org.footfall.report.flow.PageFlow;
import org.footfall.report.flow.Way;
import org.footfall.segment.Segment;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceStore;
import org.footfall.site.Site;
import org.footfall.visit.PageUrl;
import org.footfall.visit.SiteRules;

/** {@code Transitions.*}: how visitors came to a page and where they went from there. */
final class TransitionMethods {
  private static final int UNAVAILABLE = 503;

  /** Pages that draw ways know this text, and what to say instead. */
  private static final String NO_DATA = "NoDataForAction";

  private final FlowLog flows;
  private final SiteAccess access;
  private final PeriodAnswers periods;
  private final SiteSegments segments;
  private final InstanceStore settings;

  TransitionMethods(
      FlowLog flows,
      SiteAccess access,
      PeriodAnswers periods,
      SiteSegments segments,
      InstanceStore settings) {
    this.flows = flows;
    this.access = access;
    this.periods = periods;
    this.segments = segments;
    this.settings = settings;
  }

  void addTo(ApiMethods methods) {
    methods.add(
        "Transitions.getTransitionsForPageUrl",
        call -> answer(call, Naming.ADDRESS, call.parameters().required("pageUrl")));
    methods.add(
        "Transitions.getTransitionsForPageTitle",
        call -> answer(call, Naming.TITLE, call.parameters().required("pageTitle")));
    methods.add("Transitions.getTransitionsForAction", this::action);
    methods.add("Transitions.isPeriodAllowed", this::periodAllowed);
    methods.add("Transitions.getTranslations", call -> new Answer.One(FlowWords.all()));
    methods.add("Overlay.getFollowingPages", this::followingPages);
    methods.add("Overlay.getTranslations", this::overlayWords);
    methods.add("Overlay.getExcludedQueryParameters", this::excludedParameters);
  }

  private Answer action(ApiCall call) throws ApiException {
    String name = call.parameters().required("actionName");
    String type = call.parameters().required("actionType");
    return switch (type) {
      case "url" -> answer(call, Naming.ADDRESS, name);
      case "title" -> answer(call, Naming.TITLE, name);
      default -> throw ApiException.of("The parameter 'actionType' is 'url' or 'title'.");
    };
  }

  private Answer answer(ApiCall call, Naming naming, String named) throws ApiException {
    Set<FlowFields.Part> parts = FlowFields.Part.of(call.parameters());
    int limit = call.parameters().number("limitBeforeGrouping", 0);
    return periods.answer(
        call,
        (site, list, alone) -> {
          List<Answer> answers = new ArrayList<>();
          for (Period period : list) {
            PageFlow flow =
                find(call, site, period, naming, named).orElseThrow(() -> ApiException.of(NO_DATA));
            answers.add(new Answer.One(new FlowFields(flow, limit).of(period, parts)));
          }
          return answers;
        });
  }

  /** What was seen of a page by any of its names. */
  private Optional<PageFlow> find(
      ApiCall call, Site site, Period period, Naming naming, String named) throws ApiException {
    Segment segment = segments.of(call, site);
    for (String name : names(site, naming, named)) {
      call.budget().checkTime();
      try {
        PageFlow flow = flows.of(new FlowQuery(site, period, segment, naming, name));
        if (flow.views() > 0) {
          call.budget().take(flow.rows());
          return Optional.of(flow);
        }
      } catch (ReportRefused e) {
        throw ApiException.of(UNAVAILABLE, e.getMessage());
      }
    }
    return Optional.empty();
  }

  /**
   * An address as the log would have it of a tracker, and as a report says it; a title also if it
   * is escaped for HTML, as some reports say it.
   */
  private Set<String> names(Site site, Naming naming, String named) {
    Set<String> names = new LinkedHashSet<>();
    if (naming == Naming.ADDRESS) {
      SiteRules rules = new SiteRules(site, settings.load(), List.of(), List.of());
      PageUrl page = rules.urls().page(named, "");
      names.add(page.text());
      names.add(named.replaceFirst("^https?://(www\\.)?", ""));
    } else {
      names.add(named.strip());
      names.add(named);
      names.add(PhpText.htmlUnescape(named));
    }
    names.remove("");
    return names;
  }

  private Answer periodAllowed(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.VIEW);
    return new Answer.Value(!periods.periods(call.parameters(), site).list().isEmpty());
  }

  /** The pages after a page, each with how often it was the next one. */
  private Answer followingPages(ApiCall call) throws ApiException {
    String named = call.parameters().required("url");
    return periods.answer(
        call,
        (site, list, alone) -> {
          List<Answer> answers = new ArrayList<>();
          for (Period period : list) {
            answers.add(
                find(call, site, period, Naming.ADDRESS, named)
                    .map(flow -> Answer.Table.of(following(flow)))
                    .orElse(Answer.Table.EMPTY));
          }
          return answers;
        });
  }

  private static List<Map<String, Object>> following(PageFlow flow) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Way way : List.of(Way.TO_PAGE, Way.TO_OUTLINK, Way.TO_DOWNLOAD)) {
      flow.steps(way).forEach(step -> lines.add(FlowFields.line(way, step)));
    }
    return lines;
  }

  /** What the site and the server leave out of addresses. */
  private Answer excludedParameters(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.VIEW);
    Set<String> names = new LinkedHashSet<>(site.excludedQueryParameters());
    names.addAll(settings.load().list(InstanceSetting.EXCLUDED_QUERY_PARAMETERS));
    return new Answer.Values(List.copyOf(names));
  }

  private Answer overlayWords(ApiCall call) throws ApiException {
    access.one(call, Right.VIEW);
    return new Answer.One(FlowWords.ofOverlay());
  }
}

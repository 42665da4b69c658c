package org.footfall.visit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.footfall.enrich.referrer.ReferrerPrivacy;
import org.footfall.enrich.referrer.SiteReferrers;
import org.footfall.site.CustomDimension;
import org.footfall.site.Goal;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceSettings;
import org.footfall.site.Site;
import org.footfall.site.Site.KeepFragment;
import org.footfall.tracking.TrackingRequest;

/** A site's settings, made ready for many hits. Immutable. */
public final class SiteRules {
  private final Site site;
  private final UrlRules urls;
  private final Actions actions;
  private final SiteReferrers referrers;
  private final SearchParameters search;
  private final GoalRules goals;
  private final DimensionRules dimensions;

  public SiteRules(
      Site site,
      InstanceSettings settings,
      Collection<Goal> goals,
      Collection<CustomDimension> dimensions) {
    this.site = site;
    this.goals = new GoalRules(goals);
    this.dimensions = new DimensionRules(dimensions);
    List<String> excluded =
        new ArrayList<>(settings.list(InstanceSetting.EXCLUDED_QUERY_PARAMETERS));
    excluded.addAll(site.excludedQueryParameters());
    boolean keep =
        site.keepFragment() == KeepFragment.YES
            || (site.keepFragment() == KeepFragment.DEFAULT
                && settings.flag(InstanceSetting.KEEP_FRAGMENTS));
    this.urls = new UrlRules(excluded, keep);
    List<String> keywords =
        site.searchKeywordParameters().isEmpty()
            ? settings.list(InstanceSetting.SEARCH_KEYWORD_PARAMETERS)
            : site.searchKeywordParameters();
    List<String> categories =
        site.searchKeywordParameters().isEmpty()
            ? settings.list(InstanceSetting.SEARCH_CATEGORY_PARAMETERS)
            : site.searchCategoryParameters();
    this.search = new SearchParameters(keywords, categories);
    this.actions = new Actions(search);
    this.referrers =
        new SiteReferrers(
            site,
            settings.list(InstanceSetting.EXCLUDED_REFERRERS),
            ReferrerPrivacy.of(settings.text(InstanceSetting.ANONYMIZE_REFERRER))
                .orElse(ReferrerPrivacy.EXCLUDE_ALL));
  }

  public Site site() {
    return site;
  }

  public UrlRules urls() {
    return urls;
  }

  public Actions actions() {
    return actions;
  }

  /** How to read what was done. */
  public DeedReader deeds() {
    return new DeedReader(this);
  }

  public GoalRules goals() {
    return goals;
  }

  SearchParameters search() {
    return search;
  }

  /** What a hit tells of the site's own. */
  public Custom custom(TrackingRequest request) {
    Slots visit = dimensions.ofVisit(request);
    Slots action = dimensions.ofAction(request);
    Slots visitVariables = CustomVariables.of(request.parameter("_cvar"));
    Slots onPage = CustomVariables.of(request.parameter("cvar"));
    Slots actionVariables = CustomVariables.of(request.parameter("e_cvar")).over(onPage);
    boolean nothing =
        visit.size() + action.size() + visitVariables.size() + actionVariables.size() == 0;
    return nothing ? Custom.NONE : new Custom(visit, action, visitVariables, actionVariables);
  }

  public SiteReferrers referrers() {
    return referrers;
  }
}

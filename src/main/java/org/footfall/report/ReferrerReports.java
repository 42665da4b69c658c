package org.footfall.report;

import java.util.List;

/** Reports over visits by who sent the visitor, a channel each. */
final class ReferrerReports {
  static final Report KEYWORDS =
      channel("getKeywords", "Keywords", Dimension.KEYWORD)
          .about(Subject.SEARCH_ENGINES)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .from(
              Source.REFERRER,
              Levels.where(
                  ReferrerKey.TYPE,
                  ReferrerType.SEARCH.key(),
                  Level.of(ReferrerKey.KEYWORD, Dimension.KEYWORD)
                      .labelled(ReferrerReports::keyword)
                      .sortedByKey()
                      .over(
                          Level.of(ReferrerKey.NAME, Dimension.ENGINE_OF_KEYWORD).whereVisited())))
          .below("getSearchEnginesFromKeywordId")
          .build();

  static final Report SEARCH_ENGINES =
      channel("getSearchEngines", "Search Engines", Dimension.SEARCH_ENGINE)
          .about(Subject.SEARCH_ENGINES)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .from(
              Source.REFERRER,
              Levels.where(
                  ReferrerKey.TYPE,
                  ReferrerType.SEARCH.key(),
                  Level.of(ReferrerKey.NAME, Dimension.SEARCH_ENGINE)
                      .over(
                          Level.of(ReferrerKey.KEYWORD, Dimension.KEYWORD_OF_ENGINE)
                              .labelled(ReferrerReports::keyword)
                              .sortedByKey()
                              .whereVisited())))
          .below("getKeywordsFromSearchEngineId")
          .build();

  static final Report CAMPAIGNS =
      channel("getCampaigns", "Campaigns", Dimension.CAMPAIGN)
          .about(Subject.CAMPAIGNS)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .from(
              Source.REFERRER,
              Levels.where(
                  ReferrerKey.TYPE,
                  ReferrerType.CAMPAIGN.key(),
                  Level.of(ReferrerKey.NAME, Dimension.CAMPAIGN)
                      .over(
                          Level.of(ReferrerKey.KEYWORD, Dimension.KEYWORD_OF_CAMPAIGN)
                              .labelled(ReferrerReports::keyword))))
          .below("getKeywordsFromCampaignId")
          .build();

  static final Report SOCIAL_NETWORKS =
      channel("getSocials", "Social Networks", Dimension.SOCIAL_NETWORK)
          .about(Subject.SOCIAL_NETWORKS)
          .from(Source.REFERRER, pages(ReferrerType.SOCIAL, Dimension.SOCIAL_NETWORK))
          .below("getUrlsForSocial")
          .build();

  /** AI assistants have rows of their own only where the server tells them apart. */
  static final Report AI_ASSISTANTS =
      channel("getAIAssistants", "AI Assistants", Dimension.AI_ASSISTANT)
          .about(Subject.AI_ASSISTANTS)
          .from(Source.REFERRER, pages(ReferrerType.AI_ASSISTANT, Dimension.AI_ASSISTANT))
          .below("getUrlsForAIAssistant")
          .build();

  static final List<Report> ALL =
      List.of(KEYWORDS, SEARCH_ENGINES, CAMPAIGNS, SOCIAL_NETWORKS, AI_ASSISTANTS);

  private ReferrerReports() {}

  private static Report.Builder channel(String action, String title, Dimension dimension) {
    return Report.named("Referrers", action, title)
        .rows(dimension)
        .metrics(Source.REFERRER.layout().metrics())
        .sortedBy(Metric.VISITS);
  }

  private static Levels pages(ReferrerType type, Dimension dimension) {
    return Levels.where(
        ReferrerKey.TYPE,
        type.key(),
        Level.of(ReferrerKey.NAME, dimension)
            .over(Level.of(ReferrerKey.ADDRESS, Dimension.PAGE_OF_NETWORK).whereVisited()));
  }

  static String keyword(String key) {
    return key.isEmpty() ? "Keyword not defined" : key;
  }
}

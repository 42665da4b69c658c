package org.footfall.report;

import java.util.List;

/**
 * Reports over visits by what the addresses of campaigns say, each of which may say as little as it
 * likes: a visit is in the reports on what was said. And by whose network a visitor is in.
 */
final class CampaignReports {
  // The places of what is said, in the keys of the source.
  private static final int NAME = 0;
  private static final int KEYWORD = 1;
  private static final int SOURCE = 2;
  private static final int MEDIUM = 3;
  private static final int CONTENT = 4;
  private static final int ID = 5;
  private static final int GROUP = 6;
  private static final int PLACEMENT = 7;

  static final Report IDS = campaigns("getId", "Campaign IDs", said(ID, Dimension.CAMPAIGN_ID));

  static final Report NAMES =
      named(
              "getName",
              "Campaign names",
              said(NAME, Dimension.CAMPAIGN_NAME)
                  .over(joined(Dimension.KEYWORD_AND_CONTENT, KEYWORD, CONTENT)))
          .below("getKeywordContentFromNameId")
          .build();

  static final Report KEYWORDS =
      campaigns("getKeyword", "Campaign keywords", said(KEYWORD, Dimension.CAMPAIGN_KEYWORD));
  static final Report SOURCES =
      campaigns("getSource", "Campaign sources", said(SOURCE, Dimension.CAMPAIGN_SOURCE));
  static final Report MEDIA =
      campaigns("getMedium", "Campaign mediums", said(MEDIUM, Dimension.CAMPAIGN_MEDIUM));
  static final Report CONTENTS =
      campaigns("getContent", "Campaign contents", said(CONTENT, Dimension.CAMPAIGN_CONTENT));
  static final Report GROUPS =
      campaigns("getGroup", "Campaign groups", said(GROUP, Dimension.CAMPAIGN_GROUP));
  static final Report PLACEMENTS =
      campaigns(
          "getPlacement", "Campaign placements", said(PLACEMENT, Dimension.CAMPAIGN_PLACEMENT));

  static final Report SOURCES_AND_MEDIA =
      named(
              "getSourceMedium",
              "Campaign sources and mediums",
              joined(Dimension.SOURCE_AND_MEDIUM, SOURCE, MEDIUM)
                  .over(said(NAME, Dimension.CAMPAIGN_NAME)))
          .below("getNameFromSourceMediumId")
          .build();

  static final Report PROVIDERS =
      Report.named("Provider", "getProvider", "Providers")
          .about(Subject.LOCATIONS)
          .from(
              Source.PROVIDER,
              Levels.all(
                  Level.of(0, Dimension.PROVIDER)
                      .labelled(provider -> provider.isEmpty() ? "Unknown" : provider)))
          .rows(Dimension.PROVIDER)
          .metrics(Source.PROVIDER.layout().metrics())
          .sortedBy(Metric.VISITS)
          .build();

  static final List<Report> ALL =
      List.of(
          IDS,
          NAMES,
          KEYWORDS,
          SOURCES,
          MEDIA,
          CONTENTS,
          GROUPS,
          PLACEMENTS,
          SOURCES_AND_MEDIA,
          PROVIDERS);

  private CampaignReports() {}

  private static Report campaigns(String action, String title, Level level) {
    return named(action, title, level).build();
  }

  private static Report.Builder named(String action, String title, Level level) {
    return Report.named("MarketingCampaignsReporting", action, title)
        .about(Subject.CAMPAIGNS)
        .from(Source.CAMPAIGN, Levels.all(level))
        .rows(level.dimension())
        .metrics(Source.CAMPAIGN.layout().metrics())
        .sortedBy(Metric.VISITS);
  }

  private static Level said(int part, Dimension dimension) {
    return Level.of(part, dimension).whereNamed();
  }

  /** Two things said as one text; of one alone that. */
  private static Level joined(Dimension dimension, int first, int second) {
    return Level.by(
            dimension,
            (key, how) -> {
              String one = key.get(first);
              String other = key.get(second);
              String between = one.isEmpty() || other.isEmpty() ? "" : " - ";
              return List.of(one + between + other);
            })
        .whereNamed();
  }
}

package org.footfall.segment;

import static org.footfall.segment.SegmentDimension.dimension;
import static org.footfall.segment.SegmentDimension.metric;

import java.util.List;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/** What else is known of a visit as a whole, one line each. */
final class VisitDimensions {
  private static final String VISITORS = "Visitors";
  private static final String BEHAVIOUR = "Behaviour";
  private static final String ACQUISITION = "Acquisition";
  private static final String COUNT = "0, 1, 2, …";
  private static final String PAGE = "https%3A%2F%2Fexample.org%2Fpage";
  private static final long DAY = 86_400;
  private static final Column FIRST = Columns.SECONDS_SINCE_FIRST;
  private static final Column LAST = Columns.SECONDS_SINCE_LAST;
  private static final Values VISITOR_TYPES =
      WordValues.of(Columns.RETURNING, 0, "new", 1, "returning", 2, "returningCustomer");
  private static final long CAMPAIGN = 6;

  static final List<SegmentDimension> ALL =
      List.of(
          metric("actions", "Actions", VISITORS, COUNT, number(Columns.ACTIONS)),
          metric("interactions", "Interactions", VISITORS, COUNT, number(Columns.INTERACTIONS)),
          metric("searches", "Searches on the site", VISITORS, COUNT, number(Columns.SEARCHES)),
          metric("events", "Events", VISITORS, COUNT, number(Columns.EVENTS)),
          metric("visitCount", "Visit number", VISITORS, "1, 2, …", number(Columns.VISIT_COUNT)),
          metric("visitDuration", "Duration (s)", VISITORS, COUNT, number(Columns.TOTAL_SECONDS)),
          metric("daysSinceFirstVisit", "Days since the first visit", VISITORS, COUNT, days(FIRST)),
          metric(
              "secondsSinceFirstVisit",
              "Seconds since the first visit",
              VISITORS,
              COUNT,
              number(FIRST)),
          metric("daysSinceLastVisit", "Days since the visit before", VISITORS, COUNT, days(LAST)),
          metric(
              "secondsSinceLastVisit",
              "Seconds since the visit before",
              VISITORS,
              COUNT,
              number(LAST)),
          metric(
              "daysSinceLastEcommerceOrder",
              "Days since the last order",
              VISITORS,
              COUNT,
              sinceOrder(DAY)),
          metric(
              "secondsSinceLastEcommerceOrder",
              "Seconds since the last order",
              VISITORS,
              COUNT,
              sinceOrder(1)),
          metric(
              "visitIp", "IP address", VISITORS, "192.0.2.1", new AddressValues(Columns.ADDRESS)),
          dimension(
              "visitorId", "Visitor ID", VISITORS, "34c31e04394bdc63", id(Columns.VISITOR_ID)),
          dimension(
              "fingerprint", "Fingerprint", VISITORS, "1eceaa833348b187", id(Columns.CONFIG_ID)),
          dimension("userId", "User ID", VISITORS, "name%40example.org", text(Columns.USER_ID)),
          dimension("visitId", "Visit ID", VISITORS, "1, 2, …", number(Columns.VISIT_ID)),
          dimension(
              "visitorType",
              "Visitor type",
              VISITORS,
              "new, returning, returningCustomer",
              VISITOR_TYPES),
          dimension(
              "profilable",
              "Can be recognised",
              VISITORS,
              "0, 1",
              NumberValues.of(
                  Columns.STRANGER, NumberForm.WHOLE, (stranger, clock) -> 1 - stranger)),
          dimension("visitConverted", "Met a goal", VISITORS, "0, 1", number(Columns.CONVERTED)),
          dimension(
              "resolution",
              "Screen resolution",
              VISITORS,
              "1920x1080",
              TextValues.of(Columns.RESOLUTION, "unknown")),
          referrerType("ai"),
          dimension(
              "referrerName",
              "Referrer",
              ACQUISITION,
              "example.org, Google",
              text(Columns.REFERRER_NAME)),
          dimension(
              "referrerKeyword",
              "Referrer's keyword",
              ACQUISITION,
              "garden%20chair",
              text(Columns.REFERRER_KEYWORD)),
          dimension(
              "referrerUrl", "Referrer's address", ACQUISITION, PAGE, text(Columns.REFERRER_URL)),
          dimension(
              "entryPageUrl",
              "Entry page's address",
              BEHAVIOUR,
              PAGE,
              TextValues.addresses(Columns.ENTRY_URL)),
          dimension(
              "entryPageTitle",
              "Entry page's title",
              BEHAVIOUR,
              "Our%20shop",
              TextValues.titles(Columns.ENTRY_TITLE)),
          dimension(
              "exitPageUrl",
              "Exit page's address",
              BEHAVIOUR,
              PAGE,
              TextValues.addresses(Columns.EXIT_URL)),
          dimension(
              "exitPageTitle",
              "Exit page's title",
              BEHAVIOUR,
              "Thank%20you",
              TextValues.titles(Columns.EXIT_TITLE)),
          dimension("provider", "Provider", VISITORS, "example.net", text(Columns.PROVIDER)),
          dimension(
              "campaignName",
              "Campaign",
              ACQUISITION,
              "spring",
              ofCampaigns(Columns.REFERRER_NAME)),
          dimension(
              "campaignKeyword",
              "Campaign's keyword",
              ACQUISITION,
              "garden%20chair",
              ofCampaigns(Columns.REFERRER_KEYWORD)),
          dimension(
              "campaignSource",
              "Campaign's source",
              ACQUISITION,
              "newsletter",
              text(Columns.CAMPAIGN_SOURCE)),
          dimension(
              "campaignMedium",
              "Campaign's medium",
              ACQUISITION,
              "email",
              text(Columns.CAMPAIGN_MEDIUM)),
          dimension(
              "campaignContent",
              "Campaign's content",
              ACQUISITION,
              "second%20link",
              text(Columns.CAMPAIGN_CONTENT)),
          dimension(
              "campaignId", "Campaign's ID", ACQUISITION, "2026-03", text(Columns.CAMPAIGN_ID)),
          dimension(
              "campaignGroup",
              "Campaign's group",
              ACQUISITION,
              "customers",
              text(Columns.CAMPAIGN_GROUP)),
          dimension(
              "campaignPlacement",
              "Campaign's placement",
              ACQUISITION,
              "sidebar",
              text(Columns.CAMPAIGN_PLACEMENT)));

  private VisitDimensions() {}

  /**
   * The channel.
   *
   * @param assistants what AI assistants are called
   */
  static SegmentDimension referrerType(String assistants) {
    return dimension(
            "referrerType",
            "Channel",
            ACQUISITION,
            "direct, search, website, campaign, social",
            WordValues.of(
                Columns.REFERRER_TYPE,
                1,
                "direct",
                2,
                "search",
                3,
                "website",
                CAMPAIGN,
                "campaign",
                7,
                "social",
                8,
                assistants))
        .restingOn(assistants);
  }

  private static Values ofCampaigns(Column column) {
    return new WhereValues(Columns.REFERRER_TYPE, CAMPAIGN, text(column));
  }

  private static Values text(Column column) {
    return TextValues.of(column);
  }

  private static Values number(Column column) {
    return NumberValues.of(column);
  }

  private static Values id(Column column) {
    return NumberValues.of(column, NumberForm.NAME, (id, clock) -> id);
  }

  private static Values days(Column seconds) {
    return NumberValues.of(seconds, NumberForm.WHOLE, (number, clock) -> number / DAY);
  }

  /** The log counts from 1, as 0 says that there was no order. */
  private static Values sinceOrder(long unit) {
    return NumberValues.of(
        Columns.SECONDS_SINCE_ORDER,
        NumberForm.WHOLE,
        (number, clock) -> number == 0 ? NumberValues.ABSENT : (number - 1) / unit);
  }
}

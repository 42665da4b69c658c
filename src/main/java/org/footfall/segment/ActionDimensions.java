package org.footfall.segment;

import static org.footfall.segment.SegmentDimension.dimension;
import static org.footfall.segment.SegmentDimension.metric;

import java.util.List;
import org.footfall.codec.Told;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/** What single actions of a visit are selected by, one line each. */
final class ActionDimensions {
  private static final long PAGE_VIEW = 1;
  private static final long OUTLINK = 2;
  private static final long DOWNLOAD = 3;
  private static final long SEARCH = 8;
  private static final long EVENT = 10;
  private static final long CONTENT = 13;

  private static final String BEHAVIOUR = "Behaviour";
  private static final String EVENTS = "Events";
  private static final String ADDRESS = "https%3A%2F%2Fexample.org%2Fpage";
  private static final Values ADDRESSES = TextValues.addresses(Columns.URL);
  private static final Values TITLES = TextValues.titles(Columns.TITLE);
  private static final Values TYPES =
      WordValues.of(
          Columns.KIND,
          PAGE_VIEW,
          "pageviews",
          OUTLINK,
          "outlinks",
          DOWNLOAD,
          "downloads",
          SEARCH,
          "sitesearches",
          EVENT,
          "events",
          CONTENT,
          "contents");

  static final List<SegmentDimension> ALL =
      List.of(
          dimension("pageUrl", "Page's address", BEHAVIOUR, ADDRESS, ADDRESSES).of(PAGE_VIEW),
          dimension("pageTitle", "Page's title", BEHAVIOUR, "Our%20shop", TITLES).of(PAGE_VIEW),
          dimension("downloadUrl", "Download", BEHAVIOUR, ADDRESS, ADDRESSES).of(DOWNLOAD),
          dimension("outlinkUrl", "Outlink", BEHAVIOUR, ADDRESS, ADDRESSES).of(OUTLINK),
          dimension("eventUrl", "Event's address", EVENTS, ADDRESS, ADDRESSES).of(EVENT),
          dimension("siteSearchKeyword", "Searched for", BEHAVIOUR, "chair", TITLES).of(SEARCH),
          dimension(
              "siteSearchCategory",
              "Searched in",
              BEHAVIOUR,
              "furniture",
              titles(Columns.SEARCH_CATEGORY)),
          dimension(
              "siteSearchCount",
              "Found by a search",
              BEHAVIOUR,
              "0, 1, 2, …",
              told(Columns.SEARCH_COUNT, NumberForm.WHOLE)),
          dimension(
              "eventCategory",
              "Event's category",
              EVENTS,
              "Videos",
              titles(Columns.EVENT_CATEGORY)),
          dimension("eventAction", "Event's action", EVENTS, "play", titles(Columns.EVENT_ACTION)),
          dimension("eventName", "Event's name", EVENTS, "Our%20shop", TITLES).of(EVENT),
          metric(
              "eventValue",
              "Event's value",
              EVENTS,
              "0, 1.5, …",
              told(Columns.EVENT_VALUE, NumberForm.AMOUNT)),
          dimension(
              "contentName", "Content's name", BEHAVIOUR, "Summer", titles(Columns.CONTENT_NAME)),
          dimension(
              "contentPiece",
              "Content's piece",
              BEHAVIOUR,
              "chair.jpg",
              titles(Columns.CONTENT_PIECE)),
          dimension(
              "contentTarget",
              "Content's target",
              BEHAVIOUR,
              ADDRESS,
              TextValues.of(Columns.CONTENT_TARGET)),
          dimension(
              "contentInteraction",
              "Content's interaction",
              BEHAVIOUR,
              "click",
              TextValues.of(Columns.CONTENT_INTERACTION)),
          dimension("actionUrl", "Action's address", BEHAVIOUR, ADDRESS, ADDRESSES)
              .of(PAGE_VIEW, DOWNLOAD, OUTLINK, EVENT)
              .unionOf(List.of("pageUrl", "downloadUrl", "outlinkUrl", "eventUrl")),
          dimension(
              "actionType",
              "Action",
              BEHAVIOUR,
              "pageviews, contents, sitesearches, events, outlinks, downloads",
              TYPES),
          metric(
              "bandwidth",
              "Bytes sent",
              BEHAVIOUR,
              "0, 1000, …",
              told(Columns.BANDWIDTH, NumberForm.WHOLE)),
          dimension("actionServerHour", "Site's hour", BEHAVIOUR, "0, 1, …, 23", hour()),
          dimension("actionServerMinute", "UTC minute", BEHAVIOUR, "0, 1, …, 59", minute()));

  private ActionDimensions() {}

  private static Values titles(Column column) {
    return TextValues.titles(column);
  }

  /** A number of which 0 is not the same as none. */
  private static Values told(Column column, NumberForm form) {
    return NumberValues.of(
        column,
        form,
        (stored, clock) -> Told.isThere(stored) ? Told.value(stored) : NumberValues.ABSENT);
  }

  private static Values hour() {
    return NumberValues.of(
        Columns.TIME,
        NumberForm.WHOLE,
        (time, clock) -> Math.floorMod(clock.seconds(time), 86_400L) / 3_600);
  }

  private static Values minute() {
    return NumberValues.of(
        Columns.TIME,
        NumberForm.WHOLE,
        (time, clock) -> Math.floorMod(Math.floorDiv(time, 60L), 60L));
  }
}

package org.footfall.segment;

import static org.footfall.segment.SegmentDimension.dimension;

import java.util.List;
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
          dimension("eventUrl", "Event's address", "Events", ADDRESS, ADDRESSES).of(EVENT),
          dimension("siteSearchKeyword", "Searched for", BEHAVIOUR, "chair", TITLES).of(SEARCH),
          dimension("actionUrl", "Action's address", BEHAVIOUR, ADDRESS, ADDRESSES)
              .of(PAGE_VIEW, DOWNLOAD, OUTLINK, EVENT),
          dimension("actionType", "Action", BEHAVIOUR, "pageviews, outlinks, …", TYPES),
          dimension("actionServerHour", "Site's hour", BEHAVIOUR, "0, 1, …, 23", hour()),
          dimension("actionServerMinute", "UTC minute", BEHAVIOUR, "0, 1, …, 59", minute()));

  private ActionDimensions() {}

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

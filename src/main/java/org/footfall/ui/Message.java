package org.footfall.ui;

/**
 * A page that says one thing.
 *
 * @param retrySeconds the page asks again by itself; 0 for never
 * @param link where to go from here; {@code href} empty for nowhere
 */
record Message(String title, String text, int retrySeconds, Link link) {
  /** A way on. */
  record Link(String label, String href) {}

  static final Link HOME = new Link("Go to the start page", "/");
  static final Link NONE = new Link("", "");

  static final Message DATABASE_AWAY =
      new Message(
          "Reports are paused: the database does not answer.",
          "Hits are still accepted and kept; nothing is lost. Trying again every 5 s.",
          5,
          NONE);

  static final Message NOT_FOUND =
      new Message(
          "There is no such page.",
          "The address may be mistyped, or the page was removed.",
          0,
          HOME);

  static final Message WRONG_FORM =
      new Message(
          "This form is too old, or did not come from this site.",
          "Nothing was changed. Open the page again and repeat what you did.",
          0,
          HOME);

  static Message noPages(String dashboard) {
    return new Message(
        "This site has no pages to look at.",
        "An overlay shows a site’s pages, and none of its addresses begins with http:// or"
            + " https://. Add one with SitesManager.updateSite.",
        0,
        new Link("Go to the dashboard", dashboard));
  }

  static Message tooLongSegment(String allVisits) {
    return new Message(
        "This segment is too long.",
        "Here a segment has at most 1,000 characters. Leave some of it out.",
        0,
        new Link("Show all visits", allVisits));
  }

  static Message noAccess(String login) {
    return new Message(
        "You have no access to this site.",
        "Ask an administrator for the right “view”. Signed in as " + login + ".",
        0,
        HOME);
  }

  static Message noSites(String login) {
    return new Message(
        "You have no access to any site.",
        "Ask an administrator for the right “view” on a site. Signed in as " + login + ".",
        0,
        NONE);
  }
}

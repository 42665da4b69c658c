package org.footfall.ui;

import java.util.List;
import java.util.Optional;
import org.footfall.site.Site;
import org.footfall.visit.UrlRules;

/**
 * The page that shows a site in a frame, with numbers at its links. What happens in it is told in
 * {@code webapp/static/overlay.js}.
 *
 * @param held what a page of another site has asked for, which waits for the reader's word
 * @param later the address of the period after, or empty
 * @param start the page to begin with
 * @param typed what stands in the field
 * @param error why the page is not the one that was asked for, or empty
 * @param origins of the site's pages, with blanks between; nothing else is shown or heard
 * @param question to the Reporting API, to be completed by the page's address
 * @param without parameters that do not tell pages apart, one a line
 * @param server this Footfall's origin
 */
record Overlay(
    OverlayQuery query,
    Optional<OverlayQuery> held,
    String siteName,
    List<String> addresses,
    String earlier,
    String later,
    List<DatePicker.Preset> presets,
    String start,
    String typed,
    String error,
    String origins,
    String question,
    String without,
    boolean fragments,
    String server,
    String script) {

  /**
   * @param urls how the site's pages are told apart
   * @param origins there is at least one
   */
  static Overlay of(
      OverlayQuery query,
      Optional<OverlayQuery> held,
      Site site,
      UrlRules urls,
      SiteOrigins origins,
      String server,
      String script) {
    Span span = query.span();
    Span later = span.moved(1);
    boolean asked = !query.page().isEmpty();
    Optional<String> main = origins.page(site.mainUrl());
    Optional<String> page = asked ? origins.page(query.page()) : main;
    String start = page.or(() -> main).orElse(origins.list().get(0) + "/");
    boolean wrong = asked && page.isEmpty();
    return new Overlay(
        query,
        held,
        site.name(),
        site.urls(),
        query.at(span.moved(-1)).link(),
        later.from().isAfter(span.today()) ? "" : query.at(later).link(),
        DatePicker.presets(
            span, site.zones().dayOf(site.createdAt()), preset -> query.at(preset).link()),
        start,
        wrong ? query.page() : start,
        wrong
            ? "This is not a page of the site. Its pages begin with "
                + String.join(", ", site.urls())
                + "."
            : "",
        String.join(" ", origins.list()),
        query.question(),
        String.join("\n", urls.excludedParameters()),
        urls.keepsFragment(),
        server,
        script);
  }

  /** What a form sends besides the page. */
  String date() {
    return query.span().key();
  }

  String segment() {
    return query.segment();
  }

  /** The segment that the page of another site has chosen, or empty. */
  String left() {
    return held.map(OverlayQuery::segment).orElse("");
  }

  String period() {
    return query.span().label();
  }
}

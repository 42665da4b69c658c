package org.footfall.visit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.footfall.enrich.referrer.Referrer;
import org.footfall.enrich.referrer.ReferrerType;
import org.footfall.site.SiteId;

/** Makes hits in a few words and keeps what the rules make of them. */
final class TestHits {
  static final Traits TRAITS =
      new Traits(
          "fr",
          "",
          "",
          0,
          0,
          new byte[4],
          "fr",
          0,
          "1024x768",
          7,
          "Firefox",
          DeviceTraits.UNKNOWN,
          "");

  private final MemoryDirectory directory = new MemoryDirectory();
  private final VisitMatcher matcher = new VisitMatcher(directory, VisitChoices.USUAL);
  private final List<Outcome> outcomes = new ArrayList<>();
  private ZoneId zone = ZoneId.of("UTC");

  TestHits inZone(String id) {
    zone = ZoneId.of(id);
    return this;
  }

  List<Visit> visits() {
    return directory.visits();
  }

  List<Outcome> outcomes() {
    return outcomes;
  }

  /** A hit at a time of day, or at a moment. */
  Next at(String time) {
    return new Next(Instant.parse(time.length() == 5 ? "2026-03-10T" + time + ":00Z" : time));
  }

  /** The hit to come. */
  final class Next {
    private final Instant time;
    private Identity identity = Identity.UNKNOWN;
    private long device = 1;
    private boolean forces;
    private Referrer referrer = Referrer.DIRECT;
    private PageUrl url = new PageUrl(0, "example.org/");
    private String title = "Home";
    private int site = 1;
    private Deed deed;
    private Referrer remembered;
    private Traits place;
    private Goals goals = Goals.NONE;

    private Next(Instant time) {
      this.time = time;
    }

    Next cookie(long id) {
      identity = new Identity(id, false, false, "", false);
      return this;
    }

    Next forcedId(long id) {
      identity = new Identity(id, true, false, "", false);
      return this;
    }

    Next user(String name) {
      identity = new Identity(Identity.ofUser(name), false, true, name, false);
      return this;
    }

    /** A user id that only names the visit. */
    Next name(String name, long cookie) {
      identity = new Identity(cookie, false, false, name, false);
      return this;
    }

    Next device(long id) {
      device = id;
      return this;
    }

    Next site(int id) {
      site = id;
      return this;
    }

    Next newVisit() {
      forces = true;
      return this;
    }

    Next campaign(String name, String keyword) {
      referrer = new Referrer(ReferrerType.CAMPAIGN, name, keyword, "");
      return this;
    }

    Next website(String host) {
      referrer = new Referrer(ReferrerType.WEBSITE, host, "", "http://" + host);
      return this;
    }

    Next page(String path) {
      url = path.isEmpty() ? PageUrl.NONE : new PageUrl(0, "example.org/" + path);
      title = path;
      return this;
    }

    Next deed(ActionKind kind, String name, Detail detail) {
      deed = new Deed(kind, url, name, "", detail, Timings.NONE);
      return this;
    }

    Next in(String country, String city) {
      place =
          new Traits(
              country, "", city, 0, 0, new byte[4], "", 0, "", 0, "", DeviceTraits.UNKNOWN, "");
      return this;
    }

    Next remembers(Referrer other) {
      remembered = other;
      return this;
    }

    Next goals(Goals other) {
      goals = other;
      return this;
    }

    Outcome hit() {
      Hit hit =
          new Hit(
              new SiteId(site),
              time.atZone(zone).toLocalDate(),
              time.getEpochSecond(),
              identity,
              device,
              forces,
              deed == null
                  ? new Deed(ActionKind.PAGE_VIEW, url, title, "", Detail.NONE, Timings.NONE)
                  : deed,
              referrer,
              place == null ? TRAITS : place,
              place != null,
              Custom.NONE,
              goals,
              visit -> remembered == null ? visit : remembered);
      Outcome outcome = matcher.match(hit);
      directory.note(hit, outcome);
      outcomes.add(outcome);
      return outcome;
    }
  }
}

package org.footfall.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.footfall.enrich.geo.Place;
import org.footfall.privacy.IpMask;
import org.footfall.privacy.IpText;
import org.footfall.privacy.PrivacySettings;
import org.footfall.site.Site;
import org.footfall.site.SiteId;

/**
 * Judges the hits of one request.
 *
 * <p>First what a client must have the right to say (address, old times), then what is left out,
 * then what is wrong: a hit that is left out is answered as a success even when it has other
 * faults. Goals and orders that only the log knows are judged later.
 */
final class HitJudge {
  private static final Duration FREE_PAST = Duration.ofHours(24);
  private static final int LONGEST_HEADER = 1_000;
  private static final List<String> PLACE = List.of("country", "region", "city", "lat", "long");
  private static final List<String> TIMINGS =
      List.of("pf_net", "pf_srv", "pf_tfr", "pf_dm1", "pf_dm2", "pf_onl");

  /** What served its purpose here; it would only fill the queue. */
  private static final List<String> ENVELOPE =
      List.of(
          "idsite",
          "rec",
          "apiv",
          "send_image",
          "rand",
          "r",
          "_",
          "token_auth",
          "cip",
          "ua",
          "lang",
          "cdo",
          "debug",
          "queuedtracking");

  private static final List<String> HINTS =
      List.of(
          "sec-ch-ua",
          "sec-ch-ua-mobile",
          "sec-ch-ua-platform",
          "sec-ch-ua-platform-version",
          "sec-ch-ua-full-version-list",
          "sec-ch-ua-model",
          "sec-ch-ua-form-factors");

  private final Snapshot snapshot;
  private final DoorRules door;
  private final Exclusions exclusions;
  private final UnaryOperator<String> sent;
  private final byte[] sender;
  private final Instant now;

  HitJudge(Snapshot snapshot, DoorRules door, RawRequest raw) {
    this.snapshot = snapshot;
    this.door = door;
    this.sent = raw.header();
    this.exclusions = new Exclusions(snapshot.privacy(), door, this::header);
    this.sender = raw.address();
    this.now = raw.receivedAt().truncatedTo(ChronoUnit.MICROS);
  }

  Verdict judge(Parameters hit, Senders senders, Trace trace) {
    if (hit.problem() != null) {
      return new Verdict.Refused(hit.problem());
    }
    long id = hit.number("idsite", 0);
    SiteRules rules = snapshot.site(id);
    if (rules == null) {
      return new Verdict.Refused(id > 0 ? Rejection.SITE_UNKNOWN : Rejection.SITE_MISSING);
    }
    trace.tell("site", () -> id + ", " + rules.site().name());
    boolean trusted = senders.and(hit.take("token_auth")).mayWrite(rules.site().id());
    trace.tell("right to write", () -> trusted ? "proved by a token" : "not proved");
    if (hit.has("cip") && !trusted) {
      return new Verdict.Refused(Rejection.ADDRESS_WITHOUT_RIGHT);
    }
    Instant at = HitTime.of(hit.get("cdt"), hit.number("cdo", 0), now);
    trace.tell("time", () -> at.equals(now) ? "when it came in" : at + ", as it says");
    if (!trusted && at.isBefore(now.minus(FREE_PAST))) {
      return new Verdict.Refused(Rejection.OLD_TIME_WITHOUT_RIGHT);
    }
    String from = header("Referer");
    if (!from.isEmpty() && !hit.has("url") && !hit.has("urlref")) {
      hit.put("url", from);
    }
    byte[] address = hit.has("cip") ? IpText.parse(hit.get("cip")) : sender;
    String userAgent = hit.has("ua") ? hit.get("ua") : header("User-Agent");
    Exclusion excluded = exclusions.of(hit, rules, address, userAgent);
    trace.tell("exclusion", () -> excluded == null ? "no rule applies" : excluded.label());
    if (excluded != null) {
      return new Verdict.Excluded(excluded);
    }
    Rejection fault = fault(hit, rules.site(), trusted);
    return fault != null
        ? new Verdict.Refused(fault)
        : accepted(hit, rules, at, address, userAgent, trusted, trace);
  }

  private Rejection fault(Parameters hit, Site site, boolean trusted) {
    if (!trusted && tellsPlace(hit)) {
      return Rejection.PLACE_WITHOUT_RIGHT;
    }
    if (hit.has("cid") && hit.get("cid").length() != 16) {
      return Rejection.VISITOR_ID;
    }
    boolean event = hit.has("e_c") && hit.has("e_a");
    if (event && (hit.get("e_c").isBlank() || hit.get("e_a").isBlank())) {
      return Rejection.EVENT_BLANK;
    }
    for (String name : TIMINGS) {
      if (hit.number(name, -1) < -1) {
        return Rejection.NEGATIVE_TIMING;
      }
    }
    long goal = hit.number("idgoal", -1);
    if (goal > 0 && !snapshot.hasGoal(site.id(), goal)) {
      return Rejection.GOAL_UNKNOWN;
    }
    boolean otherAction =
        event
            || goal >= 0
            || hit.has("link")
            || hit.has("download")
            || hit.has("c_n")
            || hit.has("search")
            || hit.get("ping").equals("1");
    return hit.get("ca").equals("1") && !otherAction ? Rejection.CUSTOM_ACTION : null;
  }

  private Verdict accepted(
      Parameters hit,
      SiteRules rules,
      Instant at,
      byte[] address,
      String userAgent,
      boolean trusted,
      Trace trace) {
    SiteId site = rules.site().id();
    PrivacySettings privacy = snapshot.privacy();
    byte[] masked = IpMask.mask(address, privacy.maskedBytes());
    byte[] seen = privacy.enrichFromMasked() ? masked : address;
    LocalDate day = rules.site().zones().dayOf(at);
    String language = hit.has("lang") ? hit.get("lang") : header("Accept-Language");
    Map<String, String> kept = hit.values();
    Place place = place(hit, seen, trusted);
    kept.remove("cdt");
    if (!at.equals(now)) {
      kept.put("cdt", Long.toString(at.getEpochSecond()));
    }
    for (int i = 0; i < ENVELOPE.size(); i++) {
      kept.remove(ENVELOPE.get(i));
    }
    String cookie =
        door.cookie() && !privacy.cookieless() ? VisitorCookie.settle(kept, header("Cookie")) : "";
    snapshot.discretion().apply(kept, rules.urls());
    TrackingRequest request =
        new TrackingRequest(
            site,
            now,
            kept,
            cut(userAgent),
            cut(language),
            hints(),
            masked,
            snapshot.addressHash().of(site, day, seen),
            place,
            trusted);
    trace.tell(
        "address",
        () ->
            (masked.length == 0 ? "unknown" : IpText.of(masked)) + ", which is what is kept of it");
    trace.tell("place", () -> tellsPlace(hit) ? "as the hit says" : text(place));
    trace.tell("parameters", () -> String.join(" ", kept.keySet()));
    return new Verdict.Accepted(request, cookie);
  }

  /** What is looked up is not mixed with what a sender says who may. */
  private Place place(Parameters hit, byte[] address, boolean trusted) {
    Place found = door.places().of(address);
    return trusted && tellsPlace(hit) ? found.providerOnly() : found;
  }

  private static String text(Place place) {
    String text =
        String.join(" ", place.country(), place.region(), place.city(), place.provider()).strip();
    return text.isEmpty() ? "not known by its address" : text;
  }

  private static boolean tellsPlace(Parameters hit) {
    for (String name : PLACE) {
      if (hit.has(name)) {
        return true;
      }
    }
    return false;
  }

  private Map<String, String> hints() {
    if (header("sec-ch-ua").isEmpty()) {
      return Map.of();
    }
    Map<String, String> hints = new LinkedHashMap<>();
    for (String name : HINTS) {
      String value = header(name);
      if (!value.isEmpty()) {
        hints.put(name, cut(value));
      }
    }
    return hints;
  }

  private String header(String name) {
    String value = sent.apply(name);
    return value == null ? "" : value;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_HEADER) {
      return text;
    }
    boolean split = Character.isHighSurrogate(text.charAt(LONGEST_HEADER - 1));
    return text.substring(0, split ? LONGEST_HEADER - 1 : LONGEST_HEADER);
  }
}

package org.footfall.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.footfall.enrich.geo.CountryLookup;
import org.footfall.privacy.AddressRange;
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
  private final CountryLookup places;
  private final UnaryOperator<String> header;
  private final byte[] sender;
  private final Instant now;

  HitJudge(Snapshot snapshot, CountryLookup places, RawRequest raw) {
    this.snapshot = snapshot;
    this.places = places;
    this.header = raw.header();
    this.sender = raw.address();
    this.now = raw.receivedAt().truncatedTo(ChronoUnit.MICROS);
  }

  Verdict judge(Parameters hit, Senders senders) {
    if (hit.problem() != null) {
      return new Verdict.Refused(hit.problem());
    }
    long id = hit.number("idsite", 0);
    SiteRules rules = snapshot.site(id);
    if (rules == null) {
      return new Verdict.Refused(id > 0 ? Rejection.SITE_UNKNOWN : Rejection.SITE_MISSING);
    }
    boolean trusted = senders.and(hit.take("token_auth")).mayWrite(rules.site().id());
    if (hit.has("cip") && !trusted) {
      return new Verdict.Refused(Rejection.ADDRESS_WITHOUT_RIGHT);
    }
    Instant at = HitTime.of(hit.get("cdt"), hit.number("cdo", 0), now);
    if (!trusted && at.isBefore(now.minus(FREE_PAST))) {
      return new Verdict.Refused(Rejection.OLD_TIME_WITHOUT_RIGHT);
    }
    if (!hit.has("url") && !hit.has("urlref")) {
      hit.put("url", header("Referer"));
    }
    byte[] address = hit.has("cip") ? IpText.parse(hit.get("cip")) : sender;
    String userAgent = hit.has("ua") ? hit.get("ua") : header("User-Agent");
    Exclusion excluded = exclusion(hit, rules, address, userAgent);
    if (excluded != null) {
      return new Verdict.Excluded(excluded);
    }
    Rejection fault = fault(hit, rules.site(), trusted);
    return fault != null
        ? new Verdict.Refused(fault)
        : new Verdict.Accepted(accepted(hit, rules, at, address, userAgent, trusted));
  }

  private Exclusion exclusion(Parameters hit, SiteRules rules, byte[] address, String userAgent) {
    if (!hit.get("rec").equals("1")) {
      return Exclusion.NOT_RECORDED;
    }
    if (snapshot.privacy().doNotTrack()
        && (header("DNT").equals("1") || header("X-Do-Not-Track").equals("1"))) {
      return Exclusion.DO_NOT_TRACK;
    }
    if (optedOut(header("Cookie"))) {
      return Exclusion.OPTED_OUT;
    }
    if (AddressRange.anyHolds(rules.excludedAddresses(), address)) {
      return Exclusion.ADDRESS;
    }
    if (rules.userAgents().exclude(userAgent)) {
      return Exclusion.USER_AGENT;
    }
    if (rules.site().excludeUnknownUrls() && !rules.urls().hold(hit.get("url"))) {
      return Exclusion.UNKNOWN_URL;
    }
    return prefetch() ? Exclusion.PREFETCH : null;
  }

  private boolean prefetch() {
    String purpose = header("X-Purpose");
    return purpose.equals("preview")
        || purpose.equals("instant")
        || header("X-Moz").equals("prefetch")
        || header("Sec-Purpose").startsWith("prefetch");
  }

  private static boolean optedOut(String cookies) {
    return !cookies.isEmpty()
        && (hasCookie(cookies, "matomo_ignore=") || hasCookie(cookies, "piwik_ignore="));
  }

  private static boolean hasCookie(String cookies, String start) {
    int at = cookies.indexOf(start);
    return at == 0 || (at > 0 && " ;".indexOf(cookies.charAt(at - 1)) >= 0);
  }

  private Rejection fault(Parameters hit, Site site, boolean trusted) {
    if (!trusted) {
      for (String name : PLACE) {
        if (hit.has(name)) {
          return Rejection.PLACE_WITHOUT_RIGHT;
        }
      }
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

  private TrackingRequest accepted(
      Parameters hit,
      SiteRules rules,
      Instant at,
      byte[] address,
      String userAgent,
      boolean trusted) {
    SiteId site = rules.site().id();
    PrivacySettings privacy = snapshot.privacy();
    byte[] masked = IpMask.mask(address, privacy.maskedBytes());
    byte[] seen = privacy.enrichFromMasked() ? masked : address;
    LocalDate day = rules.site().zones().dayOf(at);
    String language = hit.has("lang") ? hit.get("lang") : header("Accept-Language");
    Map<String, String> kept = hit.values();
    kept.remove("cdt");
    if (!at.equals(now)) {
      kept.put("cdt", Long.toString(at.getEpochSecond()));
    }
    for (int i = 0; i < ENVELOPE.size(); i++) {
      kept.remove(ENVELOPE.get(i));
    }
    return new TrackingRequest(
        site,
        now,
        kept,
        cut(userAgent),
        cut(language),
        hints(),
        masked,
        snapshot.addressHash().of(site, day, seen),
        places.country(seen),
        trusted);
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
    String value = header.apply(name);
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

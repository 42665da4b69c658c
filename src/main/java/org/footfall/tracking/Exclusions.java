package org.footfall.tracking;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.footfall.privacy.AddressRange;
import org.footfall.privacy.PrivacySettings;

/** Tells why a hit is left out; the first rule that applies, in Matomo's order. */
final class Exclusions {
  private static final int LONGEST_REFERRER = 2_000;

  private final PrivacySettings privacy;
  private final DoorRules door;
  private final UnaryOperator<String> header;

  /**
   * @param header gives a header's value, or the empty text
   */
  Exclusions(PrivacySettings privacy, DoorRules door, UnaryOperator<String> header) {
    this.privacy = privacy;
    this.door = door;
    this.header = header;
  }

  /** The reason, or null for a hit that is not left out. */
  Exclusion of(Parameters hit, SiteRules rules, byte[] address, String userAgent) {
    if (!hit.get("rec").equals("1")) {
      return Exclusion.NOT_RECORDED;
    }
    if (privacy.doNotTrack() && (says("DNT", "1") || says("X-Do-Not-Track", "1"))) {
      return Exclusion.DO_NOT_TRACK;
    }
    if (privacy.globalPrivacyControl() && says("Sec-GPC", "1")) {
      return Exclusion.GLOBAL_PRIVACY_CONTROL;
    }
    if (door.excludedRequests().hold(hit)) {
      return Exclusion.EXCLUDED_REQUEST;
    }
    if (OptOutCookie.isIn(header.apply("Cookie"))) {
      return Exclusion.OPTED_OUT;
    }
    if (AddressRange.anyHolds(rules.excludedAddresses(), address)) {
      return Exclusion.ADDRESS;
    }
    if (rules.userAgents().exclude(userAgent)) {
      return Exclusion.USER_AGENT;
    }
    if (hit.has("urlref") && isSpam(hit.get("urlref"))) {
      return Exclusion.REFERRER_SPAM;
    }
    if (rules.site().excludeUnknownUrls() && !rules.urls().hold(hit.get("url"))) {
      return Exclusion.UNKNOWN_URL;
    }
    return isPrefetch() ? Exclusion.PREFETCH : null;
  }

  private boolean isSpam(String referrer) {
    String cut =
        referrer.length() > LONGEST_REFERRER ? referrer.substring(0, LONGEST_REFERRER) : referrer;
    return door.spam().test(cut.toLowerCase(Locale.ROOT));
  }

  private boolean isPrefetch() {
    return says("X-Purpose", "preview")
        || says("X-Purpose", "instant")
        || says("X-Moz", "prefetch")
        || header.apply("Sec-Purpose").startsWith("prefetch");
  }

  private boolean says(String name, String value) {
    return header.apply(name).equals(value);
  }
}

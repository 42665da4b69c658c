package org.footfall.enrich.referrer;

import java.util.Arrays;
import java.util.Optional;

/** How much of where visits came from an installation keeps. */
public enum ReferrerPrivacy {
  /** All that was sent. */
  KEEP(""),
  /** Addresses without their parameters; and so not what was searched for. */
  EXCLUDE_QUERY("exclude_query"),
  /** The host alone. */
  EXCLUDE_PATH("exclude_path"),
  /** Only by which way visitors came: no address, and no web site's name. */
  EXCLUDE_ALL("exclude_all");

  private final String word;

  ReferrerPrivacy(String word) {
    this.word = word;
  }

  /** How settings are written, here and in Matomo. */
  public String word() {
    return word;
  }

  /** The choice of that word, if there is one. */
  public static Optional<ReferrerPrivacy> of(String word) {
    return Arrays.stream(values()).filter(choice -> choice.word.equals(word)).findFirst();
  }

  /** What is kept of an address. User names, passwords and fragments go with the parameters. */
  public String strip(String url) {
    if (this == KEEP) {
      return url;
    }
    WebAddress address = WebAddress.of(url);
    if (this == EXCLUDE_ALL || address.host().isEmpty()) {
      return "";
    }
    String port = address.port().isEmpty() ? "" : ":" + address.port();
    String scheme = address.scheme().isEmpty() ? "" : address.scheme() + ":";
    String path = this == EXCLUDE_QUERY ? address.path() : "/";
    return scheme + "//" + address.host() + port + path;
  }

  /**
   * What is kept of a referrer. A campaign's name and keyword are the site owner's own words, and
   * stay; only its referring address is stripped.
   */
  public Referrer strip(Referrer referrer) {
    if (this == KEEP || referrer.type() == ReferrerType.DIRECT) {
      return referrer;
    }
    boolean campaign = referrer.type() == ReferrerType.CAMPAIGN;
    boolean named = this != EXCLUDE_ALL || referrer.type() != ReferrerType.WEBSITE;
    return new Referrer(
        referrer.type(),
        named ? referrer.name() : "",
        campaign ? referrer.keyword() : "",
        strip(referrer.url()),
        referrer.campaign());
  }
}

package org.footfall.tracking;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.footfall.privacy.PrivacySettings;
import org.footfall.privacy.Pseudonyms;
import org.footfall.privacy.ReferrerDetail;

/**
 * Takes out of a hit what nobody is to know by the installation's choices, before anything of it is
 * kept anywhere: the queue, the spool and the log of failures see what this leaves.
 */
final class Discretion {
  /** What trackers keep in cookies on the visited site. */
  private static final List<String> COOKIES =
      List.of("_id", "_idts", "_idvc", "_idn", "_viewts", "_ects");

  private final PrivacySettings privacy;
  private final Pseudonyms pseudonyms;

  Discretion(PrivacySettings privacy, Pseudonyms pseudonyms) {
    this.privacy = privacy;
    this.pseudonyms = pseudonyms;
  }

  /**
   * Changes the parameters of a hit.
   *
   * @param urls of its site: what was referred within the site tells no more than its own pages do
   */
  void apply(Map<String, String> hit, SiteUrls urls) {
    if (privacy.userPseudonyms()) {
      rename(hit, "uid", name -> pseudonyms.of("user", name));
    }
    if (privacy.orderPseudonyms()) {
      rename(hit, "ec_id", name -> pseudonyms.of("order", name));
    }
    if (privacy.cookieless()) {
      COOKIES.forEach(hit::remove);
    }
    if (privacy.referrer() != ReferrerDetail.EVERYTHING) {
      UnaryOperator<String> cut = url -> urls.hold(url) ? url : privacy.referrer().cut(url);
      rename(hit, "urlref", cut);
      rename(hit, "_ref", cut);
    }
  }

  private static void rename(Map<String, String> hit, String name, UnaryOperator<String> to) {
    hit.computeIfPresent(name, (n, value) -> value.isBlank() ? value : to.apply(value.strip()));
  }
}

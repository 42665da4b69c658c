package org.footfall.visit;

import java.util.List;
import org.footfall.config.Config;
import org.footfall.config.Setting;

/** The settings of the group {@code visit}: where installations differ in what a visit is. */
public final class VisitSettings {
  static final Setting<Boolean> USER_ID_IS_VISITOR =
      Setting.flag(
          "visit.user_id_is_visitor",
          true,
          "Whether hits of one user id are one visitor on all devices. Without it a user id only"
              + " names a visit, and another user id begins a new one.");
  static final Setting<Boolean> TRUST_COOKIES =
      Setting.flag(
          "visit.trust_cookies",
          false,
          "Whether a hit with a visitor id never joins a visit because its device looks alike: for"
              + " intranets of like machines.");
  static final Setting<Boolean> NEW_ON_WEBSITE =
      Setting.flag(
          "visit.new_on_website",
          false,
          "Whether coming from another website than before begins a new visit.");

  /** All of them, in the order of the sample file. */
  public static final List<Setting<?>> ALL =
      List.of(USER_ID_IS_VISITOR, TRUST_COOKIES, NEW_ON_WEBSITE);

  private VisitSettings() {}

  /** What the configuration chooses. */
  public static VisitChoices of(Config config) {
    return new VisitChoices(
        config.get(USER_ID_IS_VISITOR), config.get(TRUST_COOKIES), config.get(NEW_ON_WEBSITE));
  }
}

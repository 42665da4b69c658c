package org.footfall.tracking;

import java.util.List;
import org.footfall.config.Setting;

/** The settings of the group {@code tracking}. */
public final class TrackingSettings {
  static final Setting<Long> HIT_LIMIT =
      Setting.size("tracking.hit_limit", 64L << 10, "Largest single hit, decoded.")
          .min(4L << 10)
          .max(1L << 20);
  static final Setting<Integer> BULK_LIMIT =
      Setting.number("tracking.bulk_limit", 20_000, "Most hits in one bulk request.")
          .min(1)
          .max(1_000_000);
  static final Setting<Long> BODY_LIMIT =
      Setting.size(
              "tracking.body_limit",
              16L << 20,
              "Largest body of a tracking request; larger ones are refused whole.")
          .min(64L << 10)
          .max(1L << 30);

  static final Setting<List<String>> EXCLUDE_REQUESTS =
      Setting.list(
          "tracking.exclude_requests",
          List.of(),
          "Hits that are left out by what a parameter says, such as \"e_c==video\" or"
              + " \"action_name=@draft\"; the operators are those of segments.");
  static final Setting<Boolean> COOKIE =
      Setting.flag(
          "tracking.third_party_cookie",
          false,
          "Know visitors on all sites by the cookie _pk_uid, which is set on this server's name;"
              + " otherwise no cookie is ever set.");

  /** All of them, in the order of the sample file. */
  public static final List<Setting<?>> ALL =
      List.of(HIT_LIMIT, BULK_LIMIT, BODY_LIMIT, EXCLUDE_REQUESTS, COOKIE);

  private TrackingSettings() {}
}

package org.footfall.api;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.footfall.site.CustomDimension;
import org.footfall.site.Goal;
import org.footfall.site.Site;

/** What has to be known of a site to spell its visits. */
record LiveSite(Site site, Map<Integer, Goal> goals, List<CustomDimension> dimensions) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMM d, uuuu HH:mm:ss", Locale.ENGLISH);

  static LiveSite of(Site site, List<Goal> goals, List<CustomDimension> dimensions) {
    return new LiveSite(
        site,
        goals.stream().collect(Collectors.toMap(Goal::id, goal -> goal)),
        dimensions.stream().filter(CustomDimension::active).toList());
  }

  List<CustomDimension> dimensions(CustomDimension.Scope scope) {
    return dimensions.stream().filter(each -> each.scope() == scope).toList();
  }

  /** On the site's clock. */
  ZonedDateTime clock(long unixSeconds) {
    Instant at = Instant.ofEpochSecond(unixSeconds);
    return at.atZone(site.zones().zoneAt(at));
  }

  /** {@code Jan 3, 2010 05:22:33}, on the site's clock. */
  String moment(long unixSeconds) {
    return MOMENT.format(clock(unixSeconds));
  }

  String money(long millionths) {
    return MoneyText.of(site.currency(), millionths);
  }
}

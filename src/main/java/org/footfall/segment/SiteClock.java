package org.footfall.segment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.footfall.time.ZoneHistory;

/**
 * A site's clock. It remembers between which moments the last difference to UTC held, so that
 * neighbouring rows need no look-up. Not for several threads.
 */
final class SiteClock {
  private final ZoneHistory zones;
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;
  private int offset;

  SiteClock(ZoneHistory zones) {
    this.zones = zones;
  }

  /** What the clock shows at a unix time, in seconds since its own 1970. */
  long seconds(long time) {
    if (time < from || time >= to) {
      find(time);
    }
    return time + offset;
  }

  private void find(long time) {
    Instant at = Instant.ofEpochSecond(time);
    ZoneId zone = zones.zoneAt(at);
    offset = zone.getRules().getOffset(at).getTotalSeconds();
    ZoneOffsetTransition before = zone.getRules().previousTransition(at.plusNanos(1));
    ZoneOffsetTransition after = zone.getRules().nextTransition(at);
    from = before == null ? Long.MIN_VALUE : before.toEpochSecond();
    to = after == null ? Long.MAX_VALUE : after.toEpochSecond();
    List<ZoneHistory.Entry> changes = zones.entries().subList(1, zones.entries().size());
    for (ZoneHistory.Entry change : changes) {
      long start = change.from().atStartOfDay(change.zone()).toEpochSecond();
      if (start <= time) {
        from = Math.max(from, start);
      } else {
        to = Math.min(to, start);
      }
    }
  }
}

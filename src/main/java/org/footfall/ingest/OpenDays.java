package org.footfall.ingest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.footfall.site.SiteId;
import org.footfall.visit.DayState;
import org.footfall.visit.Visit;
import org.footfall.visit.VisitMatcher;
import org.footfall.visitlog.LogReader;

/**
 * The days of a shard whose visits are in memory, those used last at the end.
 *
 * <p>A day is read from the log when a hit needs it, from shortly before the hit on, and as a whole
 * when one comes that is older. Visits of a day in progress are dropped an hour after their last
 * action. When there are too many, they go as soon as hits in order cannot meet them, and then
 * whole days; what hits in order may meet of the day used last stays in any case. Nothing goes
 * during a batch: until it is committed, what memory says is newer than the log.
 */
final class OpenDays {
  /** How much longer than hits in order need it a visit is kept, for those a little late. */
  private static final long KEPT_SECONDS = VisitMatcher.VISIT_SECONDS;

  /** For a day that no hit of the batch asked for. */
  private static final long UNUSED = Long.MIN_VALUE + KEPT_SECONDS;

  private final LogReader log;
  private final TextPool texts;
  private final Map<Key, Open> days = new LinkedHashMap<>(64, 0.75f, true);
  private Open lastUsed;

  /** A site's day. */
  record Key(SiteId site, LocalDate day) {}

  private static final class Open {
    final Key key;
    final DayState state;

    /**
     * From when on the hits of this batch needed visits, the latest of them; see {@link #UNUSED}.
     */
    long newest = UNUSED;

    Open(Key key, DayState state) {
      this.key = key;
      this.state = state;
    }
  }

  OpenDays(LogReader log, TextPool texts) {
    this.log = log;
    this.texts = texts;
  }

  /** The day's visits, complete from a time on. */
  DayState day(SiteId site, LocalDate day, long since) {
    Open open = lastUsed;
    if (open == null || !open.key.day().equals(day) || !open.key.site().equals(site)) {
      Key key = new Key(site, day);
      open = days.get(key);
      if (open == null) {
        long from = since == Long.MIN_VALUE ? since : since - KEPT_SECONDS;
        open = new Open(key, new DayState(read(key, from), from));
        days.put(key, open);
      }
      lastUsed = open;
    }
    if (open.state.since() > since) {
      open.state.complete(read(open.key, Long.MIN_VALUE));
    }
    open.newest = Math.max(open.newest, since);
    return open.state;
  }

  /** The day's visits as far as they are in memory, or null. */
  DayState known(SiteId site, LocalDate day) {
    Open open = days.get(new Key(site, day));
    return open == null ? null : open.state;
  }

  /** The days of a site that are in memory. */
  Collection<LocalDate> daysOf(SiteId site) {
    return days.keySet().stream().filter(key -> key.site().equals(site)).map(Key::day).toList();
  }

  private Collection<Visit> read(Key key, long since) {
    return log.snapshot(
        snapshot ->
            VisitRows.restore(
                snapshot.visits(key.site().value(), key.day(), VisitRows.COLUMNS), since, texts));
  }

  /** Visits in memory. */
  int visits() {
    int visits = 0;
    for (Open open : days.values()) {
      visits += open.state.size();
    }
    return visits;
  }

  /** Between batches: drops what no hit in order can meet, and days used long ago if need be. */
  void shrink(int mostVisits) {
    for (Open open : days.values()) {
      open.state.tidy(open.newest - KEPT_SECONDS);
    }
    int visits = visits();
    if (visits > mostVisits) {
      days.values().forEach(open -> open.state.dropBefore(open.newest));
      visits = visits();
    }
    Iterator<Open> oldest = days.values().iterator();
    while (visits > mostVisits && days.size() > 1 && oldest.hasNext()) {
      visits -= oldest.next().state.size();
      oldest.remove();
    }
    days.values().forEach(open -> open.newest = UNUSED);
    lastUsed = null;
  }
}

package org.footfall.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.footfall.report.PreparedSegments;
import org.footfall.report.ReportArchive;
import org.footfall.report.ReportRefused;
import org.footfall.segment.Segment;
import org.footfall.site.Site;
import org.footfall.visitlog.SealedDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what days count of saved segments.
 *
 * <p>Open days are stored, too, whenever they have changed: many segments at once would leave no
 * room in memory for what is counted of all visits. Weeks, months and years that are open are
 * merges of what is stored.
 *
 * <p>Of each segment the day is noted from which on all is stored. A new segment begins after the
 * last day that is over: days to come are stored as they end, and those before it are caught up
 * with backwards, a month at a time, for some seconds of each run, to the beginning of the year
 * before this one. What is not stored yet is counted when it is asked for. What is stored of a
 * segment that is no longer saved is removed.
 */
final class SegmentArchive {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentArchive.class);

  /** Longest that one run catches up. */
  private static final Duration MOST = Duration.ofSeconds(20);

  /** Open days take a tenth of the time at most. */
  private static final int REST = 9;

  private final ReportArchive archive;
  private final SealedDays sealed;
  private final PreparedSegments prepared;
  private final Clock clock;
  private final SeenDays<Counted> seen = new SeenDays<>();
  private Instant restsUntil = Instant.MIN;
  private int runs;

  /** What is stored of a site. */
  private record Counted(int site, List<Segment> segments) {}

  SegmentArchive(ReportArchive archive, SealedDays sealed, Clock clock) {
    this.archive = archive;
    this.sealed = sealed;
    this.prepared = archive.segments();
    this.clock = clock;
  }

  /** Removes what nobody wants any more; what is noted of the others. */
  PreparedSegments.Noted begin(Map<Integer, List<Segment>> wanted) {
    PreparedSegments.Noted noted = prepared.noted();
    prepared.keepOnly(wanted, noted);
    return noted;
  }

  /** Stores days that have just ended, or changed after their end. */
  void store(
      Site site,
      List<Segment> segments,
      NavigableMap<LocalDate, Long> days,
      PreparedSegments.Noted noted) {
    List<Segment> begun = begun(site.id().value(), segments, noted);
    if (begun.isEmpty()) {
      return;
    }
    try {
      boolean unused = archive.storeDays(site, begun, days.keySet(), () -> false);
    } catch (ReportRefused e) {
      LOG.warn("A day of site {} is not stored for its segments: {}", site.id(), e.getMessage());
    }
    for (Segment segment : begun) {
      LocalDate since = noted.since(site.id().value(), segment).orElseThrow();
      try {
        archive.storePeriods(site, segment, days.keySet(), since, lastOver(site, days));
      } catch (ReportRefused e) {
        LOG.warn(
            "A period of site {} is not stored for a segment of it: {}", site.id(), e.getMessage());
      }
    }
  }

  private static List<Segment> begun(
      int site, List<Segment> segments, PreparedSegments.Noted noted) {
    return segments.stream().filter(each -> noted.since(site, each).isPresent()).toList();
  }

  private ReportArchive.LastOver lastOver(Site site, NavigableMap<LocalDate, Long> days) {
    return (from, to) -> sealed.last(site.id().value(), from, to).orElse(days.lastKey());
  }

  /** Stores open days that have changed, as they are now, each time beginning with another one. */
  void storeOpen(
      Map<Integer, Site> byNumber,
      Map<Integer, List<Segment>> wanted,
      PreparedSegments.Noted noted,
      Map<Integer, NavigableMap<LocalDate, Long>> open,
      BooleanSupplier cancelled) {
    List<Counted> current = new ArrayList<>();
    wanted.forEach(
        (site, segments) -> current.add(new Counted(site, begun(site, segments, noted))));
    current.removeIf(one -> one.segments().isEmpty());
    seen.keepOnly(current);
    Instant begin = clock.instant();
    if (begin.isBefore(restsUntil)) {
      return;
    }
    BooleanSupplier enough =
        () -> cancelled.getAsBoolean() || clock.instant().isAfter(begin.plus(MOST));
    Collections.rotate(current, ++runs);
    for (Counted one : current) {
      if (enough.getAsBoolean()) {
        break;
      }
      NavigableMap<LocalDate, Long> days =
          seen.changed(one, open.getOrDefault(one.site(), Collections.emptyNavigableMap()));
      if (!days.isEmpty() && !storeOpen(byNumber.get(one.site()), one, days, enough)) {
        seen.forget(one);
      }
    }
    restsUntil = clock.instant().plus(Duration.between(begin, clock.instant()).multipliedBy(REST));
  }

  /** Whether all is stored that can be. */
  private boolean storeOpen(
      Site site, Counted of, NavigableMap<LocalDate, Long> days, BooleanSupplier enough) {
    List<Segment> segments = new ArrayList<>(of.segments());
    Collections.rotate(segments, runs);
    try {
      return archive.storeDays(site, segments, days.keySet(), enough);
    } catch (ReportRefused e) {
      LOG.debug("{} of site {} are not stored for its segments", days.keySet(), site.id(), e);
      return true;
    }
  }

  /**
   * Goes on to store what was over when segments were saved.
   *
   * @return how many days were stored
   */
  long catchUp(
      Map<Integer, Site> byNumber,
      Map<Integer, List<Segment>> wanted,
      PreparedSegments.Noted noted,
      BooleanSupplier cancelled) {
    Instant end = clock.instant().plus(MOST);
    long done = 0;
    for (Map.Entry<Integer, List<Segment>> ofSite : wanted.entrySet()) {
      for (Segment segment : ofSite.getValue()) {
        if (cancelled.getAsBoolean() || clock.instant().isAfter(end)) {
          return done;
        }
        CatchUp one = new CatchUp(byNumber.get(ofSite.getKey()), segment, noted);
        while (!one.isDone() && !cancelled.getAsBoolean() && clock.instant().isBefore(end)) {
          done += one.month();
        }
      }
    }
    return done;
  }

  /** One segment's way backwards. */
  private final class CatchUp {
    private final Site site;
    private final Segment segment;
    private final LocalDate first;
    private LocalDate since;

    CatchUp(Site site, Segment segment, PreparedSegments.Noted noted) {
      this.site = site;
      this.segment = segment;
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      this.first = today.minusYears(1).withDayOfYear(1);
      Optional<LocalDate> known = noted.since(site.id().value(), segment);
      this.since =
          known.orElseGet(
              () -> last(today.plusDays(1)).map(last -> last.plusDays(1)).orElse(first));
      if (known.isEmpty()) {
        prepared.note(site.id().value(), segment, since);
      }
    }

    private Optional<LocalDate> last(LocalDate before) {
      return sealed.last(site.id().value(), first, before.minusDays(1));
    }

    boolean isDone() {
      return !since.isAfter(first);
    }

    /** Stores the last month that is not stored. */
    long month() {
      Optional<LocalDate> last = last(since);
      if (last.isEmpty()) {
        note(first);
        return 0;
      }
      LocalDate month = last.get().withDayOfMonth(1);
      NavigableMap<LocalDate, Long> days = sealed.of(site.id().value(), month, since.minusDays(1));
      LocalDate next = next(month);
      try {
        archive.store(site, segment, days, next, lastOver(site, days));
      } catch (ReportRefused e) {
        LOG.warn("Days of site {} are not stored for '{}': {}", site.id(), segment, e.getMessage());
      }
      note(next);
      return days.size();
    }

    /** Days between months that hold nothing are as stored. */
    private LocalDate next(LocalDate month) {
      Optional<LocalDate> before = last(month);
      if (before.isEmpty()) {
        return first;
      }
      return before.get().getYear() < month.getYear() ? month.withDayOfYear(1) : month;
    }

    private void note(LocalDate next) {
      since = next;
      prepared.note(site.id().value(), segment, next);
    }
  }
}

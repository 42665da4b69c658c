package org.footfall.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import org.footfall.config.Config;
import org.footfall.job.Job;
import org.footfall.job.JobContext;
import org.footfall.job.JobReport;
import org.footfall.report.PreparedSegments;
import org.footfall.report.ReportArchive;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportRefused;
import org.footfall.report.SiteWords;
import org.footfall.segment.Segment;
import org.footfall.site.SavedSegmentStore;
import org.footfall.site.Site;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.HeavyDays;
import org.footfall.visitlog.LogCompactor;
import org.footfall.visitlog.SealedDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job {@code archive}: has the log compacted, stores what days that are over count, and counts
 * what changed before somebody asks.
 *
 * <p>What it does is found by looking at the log: days that are not sealed, and sealed days that
 * are not archived. So it may be ended at any moment, and the next run goes on. Of several nodes
 * one at a time writes, the others only count for themselves; were two to write, the second's
 * compaction would be undone, and what it stores would be the same.
 *
 * <p>Saved segments that ask for it are counted as all visits are, see {@link SegmentArchive}.
 */
public final class ArchiveJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveJob.class);

  /** What takes longer is counted so seldom that it takes a tenth of the time. */
  private static final Duration LONG = Duration.ofSeconds(6);

  private static final int REST = 9;

  /** A day is sealed when it has not changed for so long. */
  private static final Duration QUIET = Duration.ofMinutes(30);

  private static final ZoneHistory UTC = ZoneHistory.of(ZoneOffset.UTC);
  private static final String LOCK = "archive";
  private static final int MICROS = 1_000_000;

  private final Database database;
  private final LogCompactor compactor;
  private final SealedDays sealed;
  private final ReportArchive archive;
  private final SiteStore sites;
  private final Clock clock;
  private final Duration sealAfter;
  private final WantedSegments wanted;
  private final SegmentArchive segments;
  private final SeenDays<Integer> prepared = new SeenDays<>();

  /** Sites that rest, by number, and until when. */
  private final Map<Integer, Instant> resting = new HashMap<>();

  /**
   * @param words what saved segments may say
   */
  public ArchiveJob(
      Database database,
      HeavyDays heavy,
      ReportEngine engine,
      SiteStore sites,
      SavedSegmentStore saved,
      SiteWords words,
      Clock clock,
      Config config) {
    this(
        database,
        heavy,
        new ReportArchive(engine, database),
        sites,
        new WantedSegments(saved, words, config.get(ArchiveSettings.SEGMENTS)),
        clock,
        config.get(ArchiveSettings.SEAL_AFTER));
  }

  ArchiveJob(
      Database database,
      HeavyDays heavy,
      ReportArchive archive,
      SiteStore sites,
      WantedSegments wanted,
      Clock clock,
      Duration sealAfter) {
    this.database = database;
    this.compactor = new LogCompactor(database, heavy);
    this.sealed = new SealedDays(database);
    this.archive = archive;
    this.sites = sites;
    this.wanted = wanted;
    this.segments = new SegmentArchive(archive, sealed, clock);
    this.clock = clock;
    this.sealAfter = sealAfter;
  }

  @Override
  public String name() {
    return "archive";
  }

  @Override
  public String description() {
    return "Compacts the visit log, and counts reports before somebody asks.";
  }

  @Override
  public JobReport run(JobContext context) {
    Map<Integer, Site> byNumber = new HashMap<>();
    sites.all().forEach(site -> byNumber.put(site.id().value(), site));
    Map<Integer, List<Segment>> saved = wanted.of(byNumber.values());
    Done done = new Done();
    boolean alone =
        database.exclusively(LOCK, () -> write(byNumber, saved, context::cancelled, done));
    if (!alone) {
      LOG.debug("Another node archives.");
    }
    Instant begin = clock.instant();
    prepare(byNumber, context::cancelled, done);
    long millis = millisSince(begin);
    return JobReport.done(
            ("%d segments became %d, %d days were sealed, %d archived in %d ms, %d counted in %d ms,"
                    + " saved segments in %d ms.")
                .formatted(
                    done.replaced,
                    done.written,
                    done.sealed,
                    done.archived,
                    done.millisOfAll,
                    done.prepared,
                    millis,
                    done.millisOfSegments))
        .with("segments_replaced", done.replaced)
        .with("segments_written", done.written)
        .with("days_sealed", done.sealed)
        .with("days_archived", done.archived)
        .with("days_of_segments_archived", done.caughtUp)
        .with("days_counted", done.prepared)
        .with("sites_refused", done.refused);
  }

  private static final class Done {
    private long replaced;
    private long written;
    private long sealed;
    private long archived;
    private long caughtUp;
    private long prepared;
    private long refused;
    private long millisOfAll;

    /** Without what is caught up with. */
    private long millisOfSegments;
  }

  private void write(
      Map<Integer, Site> byNumber,
      Map<Integer, List<Segment>> saved,
      BooleanSupplier cancelled,
      Done done) {
    Instant now = clock.instant();
    LogCompactor.Outcome outcome =
        compactor.run(
            (site, day, version) -> isOver(byNumber.get(site), day, version, now), cancelled);
    done.replaced = outcome.replaced();
    done.written = outcome.written();
    done.sealed = outcome.sealed();
    PreparedSegments.Noted noted = segments.begin(saved);
    for (Map.Entry<Integer, NavigableMap<LocalDate, Long>> waiting : sealed.waiting().entrySet()) {
      if (cancelled.getAsBoolean()) {
        return;
      }
      Site site = byNumber.get(waiting.getKey());
      if (site != null) {
        Instant begin = clock.instant();
        store(site, waiting.getValue(), done);
        done.millisOfAll += millisSince(begin);
        begin = clock.instant();
        segments.store(
            site, saved.getOrDefault(waiting.getKey(), List.of()), waiting.getValue(), noted);
        done.millisOfSegments += millisSince(begin);
      }
      done.archived += sealed.archived(waiting.getKey(), waiting.getValue());
    }
    Instant begin = clock.instant();
    segments.storeOpen(byNumber, saved, noted, sealed.open(), cancelled);
    done.millisOfSegments += millisSince(begin);
    done.caughtUp = segments.catchUp(byNumber, saved, noted, cancelled);
  }

  private long millisSince(Instant begin) {
    return Duration.between(begin, clock.instant()).toMillis();
  }

  /** What is refused has too many rows, and will be counted when asked for, if ever. */
  private void store(Site site, NavigableMap<LocalDate, Long> days, Done done) {
    try {
      archive.store(
          site,
          Segment.ALL,
          days,
          LocalDate.MIN,
          (from, to) -> sealed.last(site.id().value(), from, to).orElse(days.lastKey()));
    } catch (ReportRefused e) {
      done.refused++;
      LOG.warn("Days of site {} are not stored: {}", site.id(), e.getMessage());
    }
  }

  private boolean isOver(Site site, LocalDate day, long version, Instant now) {
    ZoneHistory zones = site == null ? UTC : site.zones();
    Instant end = zones.startOf(day.plusDays(1));
    Instant changed = Instant.ofEpochSecond(version / MICROS);
    return !end.plus(sealAfter).isAfter(now) && !changed.plus(QUIET).isAfter(now);
  }

  /** Open days that changed since this process counted them. */
  private void prepare(Map<Integer, Site> byNumber, BooleanSupplier cancelled, Done done) {
    for (Map.Entry<Integer, NavigableMap<LocalDate, Long>> open : sealed.open().entrySet()) {
      if (cancelled.getAsBoolean()) {
        return;
      }
      if (clock.instant().isBefore(resting.getOrDefault(open.getKey(), Instant.MIN))) {
        continue;
      }
      NavigableMap<LocalDate, Long> changed = prepared.changed(open.getKey(), open.getValue());
      Site site = byNumber.get(open.getKey());
      if (site != null && !changed.isEmpty()) {
        prepare(site, changed.navigableKeySet(), open.getValue().navigableKeySet(), done);
      }
    }
  }

  /** What has too many rows is no obstacle to others; who asks for it will be told. */
  private void prepare(
      Site site, SortedSet<LocalDate> changed, SortedSet<LocalDate> open, Done done) {
    try {
      Instant begin = clock.instant();
      archive.prepare(site, changed, open);
      done.prepared += changed.size();
      Duration took = Duration.between(begin, clock.instant());
      if (took.compareTo(LONG) > 0) {
        resting.put(site.id().value(), clock.instant().plus(took.multipliedBy(REST)));
      }
    } catch (ReportRefused e) {
      done.refused++;
      LOG.debug("{} of site {} are not counted", changed, site.id(), e);
    }
  }
}

package org.footfall.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.footfall.segment.Segment;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.LogSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts of one site over any stretch of days, from one snapshot of the log.
 *
 * <p>The idea. A stretch is taken apart from its first day on. Where counts are stored of a year or
 * a month that begins there, reach no further than the stretch, and are of exactly the days that
 * the log has now in the versions it has now, they are one piece; else the day is one, from memory,
 * from what is stored, or counted anew. The pieces are merged. So what is stored only saves work:
 * late hits change a day's version, and whatever covers the day is no longer taken.
 */
final class Counting {
  private static final Logger LOG = LoggerFactory.getLogger(Counting.class);

  private final LogSnapshot log;
  private final CountCache cache;
  private final CountStore store;
  private final int site;
  private final ZoneHistory zones;
  private final Segment segment;
  private final int mostRows;
  private final boolean together;

  /**
   * @param together whether all sources of a day are counted when one is, as all will be wanted
   */
  Counting(
      LogSnapshot log,
      CountCache cache,
      CountStore store,
      int site,
      ZoneHistory zones,
      Segment segment,
      int mostRows,
      boolean together) {
    this.log = log;
    this.cache = cache;
    this.store = store;
    this.site = site;
    this.zones = zones;
    this.segment = segment;
    this.mostRows = mostRows;
    this.together = together;
  }

  /** The days of a stretch that hold something. */
  Versions versions(LocalDate from, LocalDate to) {
    return new Versions(new TreeMap<>(log.days(site, from, to)));
  }

  /** How many rows the log has of a stretch, roughly. */
  long rows(LocalDate from, LocalDate to) {
    return log.rows(site, from, to);
  }

  /** What counts go by. */
  CountCache.Key key(Source source, Versions versions) {
    return CountCache.Key.of(site, source, segment, zones, versions);
  }

  /** How many rows each day of a stretch has, roughly. */
  SortedMap<LocalDate, Long> rowsByDay(LocalDate from, LocalDate to) {
    return log.rowsByDay(site, from, to);
  }

  /** What a source counts over all of these days. */
  Counts of(Source source, Versions versions) throws ReportRefused {
    if (versions.isEmpty()) {
      return source.ofWho() ? Who.NOBODY : Groups.none(source.layout());
    }
    CountCache.Key key = key(source, versions);
    Counts known = cache.get(key);
    if (known == null) {
      known = make(source, versions);
      if (!isDamaged(versions)) {
        cache.put(key, known);
      }
    }
    return known;
  }

  private Counts make(Source source, Versions versions) throws ReportRefused {
    List<StoredCounts> stored = stored(source, versions);
    if (versions.days().size() == 1) {
      return day(source, versions, stored);
    }
    Merging merging = new Merging(source, mostRows, Merging.DAYS_WAITING);
    NavigableMap<LocalDate, Long> days = versions.days();
    LocalDate at = days.firstKey();
    while (at != null) {
      if (Thread.currentThread().isInterrupted()) {
        throw ReportRefused.interrupted();
      }
      LocalDate begin = at;
      Optional<StoredCounts> piece = longest(stored, begin, versions);
      Optional<Counts> loaded = piece.flatMap(found -> load(source, found));
      LocalDate end = loaded.isPresent() ? piece.get().to() : begin;
      merging.add(loaded.isPresent() ? loaded.get() : of(source, versions.within(begin, begin)));
      at = days.higherKey(end);
    }
    return merging.all();
  }

  /**
   * What is stored of a stretch that holds its next day first. Years and months are found by the
   * day before which nothing else is in them.
   */
  private Optional<StoredCounts> longest(
      List<StoredCounts> stored, LocalDate begin, Versions versions) {
    return stored.stream()
        .filter(one -> one.kind() != Period.Kind.DAY)
        .filter(one -> begin.equals(versions.days().ceilingKey(one.from())))
        .filter(one -> !one.to().isBefore(begin) && !one.to().isAfter(versions.last()))
        .filter(one -> one.isOf(versions))
        .max(Comparator.comparing(StoredCounts::to));
  }

  /** What is stored of the stretch; a year or month may begin on a day that holds nothing. */
  private List<StoredCounts> stored(Source source, Versions versions) {
    if (store == null || !segment.isAll()) {
      return List.of();
    }
    LocalDate from = versions.days().size() == 1 ? versions.first() : begin(versions.first());
    return log.inSame(
        connection -> store.find(connection, site, source, from, versions.last()), List.of());
  }

  /** A stretch is asked for from a period's beginning, or from later on: then that does not fit. */
  private static LocalDate begin(LocalDate first) {
    return first.withDayOfYear(1);
  }

  private Counts day(Source source, Versions day, List<StoredCounts> stored) throws ReportRefused {
    for (StoredCounts one : stored) {
      if (one.kind() == Period.Kind.DAY && one.isOf(day)) {
        Optional<Counts> loaded = load(source, one);
        if (loaded.isPresent()) {
          return loaded.get();
        }
      }
    }
    Set<Source> wanted = together ? EnumSet.allOf(Source.class) : source.withPartner();
    return all(day, wanted).get(source);
  }

  /** The sources of which exactly these counts are not stored. */
  Set<Source> notStored(StoredCounts of) {
    Set<Source> missing = EnumSet.noneOf(Source.class);
    for (Source source : Source.values()) {
      List<StoredCounts> found =
          log.inSame(
              connection -> store.find(connection, site, source, of.from(), of.from()), List.of());
      if (!found.contains(of)) {
        missing.add(source);
      }
    }
    return missing;
  }

  /** What is counted while a segment is set aside must not be taken for the day's content. */
  boolean isDamaged(Versions versions) {
    return log.isDamaged(site, versions.first(), versions.last());
  }

  private Optional<Counts> load(Source source, StoredCounts stored) {
    try {
      return log.inSame(
          connection -> store.load(connection, site, source, stored), Optional.empty());
    } catch (DamagedCountsException e) {
      LOG.warn("{} They are of site {}, {}, and are counted anew.", e.getMessage(), site, stored);
      return Optional.empty();
    }
  }

  private Map<Source, Counts> count(LocalDate day, Set<Source> sources) throws ReportRefused {
    return new DayPass(log, site, zones, segment, mostRows).count(day, sources);
  }

  /** Counts everything of a day that is not in memory yet, in one pass. */
  Map<Source, Counts> all(Versions day) throws ReportRefused {
    return all(day, EnumSet.allOf(Source.class));
  }

  private Map<Source, Counts> all(Versions day, Set<Source> wanted) throws ReportRefused {
    Map<Source, Counts> all = new EnumMap<>(Source.class);
    Set<Source> missing = EnumSet.noneOf(Source.class);
    for (Source source : wanted) {
      Counts known = cache.get(key(source, day));
      if (known == null) {
        missing.add(source);
      } else {
        all.put(source, known);
      }
    }
    if (!missing.isEmpty()) {
      Map<Source, Counts> counted = count(day.first(), missing);
      all.putAll(counted);
      if (!isDamaged(day)) {
        counted.forEach((source, counts) -> cache.put(key(source, day), counts));
      }
    }
    return all;
  }
}

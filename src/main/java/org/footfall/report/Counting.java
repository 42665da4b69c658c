package org.footfall.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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

  /** What weighs no more is kept of anything. */
  private static final long LIGHT = 1 << 20;

  private final LogSnapshot log;
  private final CountCache cache;
  private final CountStore store;
  private final int site;
  private final ZoneHistory zones;
  private final Segment segment;
  private final CountStore.Subject subject;
  private final int mostRows;
  private final boolean together;

  /** Whether the cache is given what is counted; what is stored of segments would flood it. */
  private final boolean keeps;

  private Boolean prepared;
  private final Map<LocalDate, Map<Source, Counts>> counted = new HashMap<>();
  private final Set<LocalDate> incomplete = new HashSet<>();
  private final Map<Stretch, Map<Source, List<StoredCounts>>> storedPeriods = new HashMap<>();

  private record Stretch(Set<Source> sources, LocalDate from, LocalDate to) {}

  /**
   * @param together whether all sources of a day are counted when one is, as all will be wanted,
   *     one after the other; then days that were counted are held until {@link #forget}, and what
   *     is heavy and quickly made again does not drive them out of the cache
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
    this.subject = CountStore.Subject.of(site, segment);
    this.mostRows = mostRows;
    this.together = together;
    this.keeps = !together || segment.isAll();
  }

  /** The days of a stretch that hold something. */
  Versions versions(LocalDate from, LocalDate to) {
    return new Versions(new TreeMap<>(log.days(site, from, to)));
  }

  /** How many rows the log has of a stretch, roughly. */
  long rows(LocalDate from, LocalDate to) {
    return log.rows(site, from, to);
  }

  /** What is counted, as it is stored. */
  CountStore.Subject subject() {
    return subject;
  }

  /** What counts go by. */
  CountCache.Key key(Source source, Versions versions) {
    return CountCache.Key.of(site, source, segment, zones, versions, false);
  }

  /** What {@link #exact} counts go by. */
  CountCache.Key exactKey(Source source, Versions versions) {
    return CountCache.Key.of(site, source, segment, zones, versions, true);
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
    Counts known = known(source, versions);
    if (known == null) {
      known = make(source, versions);
      keep(source, versions, known);
    }
    return known;
  }

  /**
   * As {@link #of}, with who is behind the unique counts, which are those of all days together. It
   * is counted anew from the log, since that is not kept of days.
   */
  Groups exact(Source source, Versions versions) throws ReportRefused {
    People people = new People(source, mostRows);
    Merging merging = new Merging(source, mostRows, Merging.DAYS_WAITING);
    DayPass pass = new DayPass(log, site, zones, List.of(segment), mostRows, people);
    for (LocalDate day : versions.days().keySet()) {
      people.begin(day);
      merging.add(pass.count(day, EnumSet.of(source)).get(0).get(source));
      if (isDamaged(versions.within(day, day))) {
        incomplete.add(day);
      }
    }
    return people.in((Groups) merging.all());
  }

  /** Whether what a source counted of one of these days is so much that no sum of it is kept. */
  boolean isHeavy(Source source, Versions versions) {
    return versions.days().keySet().stream()
        .map(day -> counted.getOrDefault(day, Map.of()).get(source))
        .anyMatch(counts -> counts != null && counts.weight() > LIGHT);
  }

  private Counts known(Source source, Versions versions) {
    Counts known = cache.get(key(source, versions));
    if (known == null && versions.days().size() == 1) {
      known = counted.getOrDefault(versions.first(), Map.of()).get(source);
    }
    return known;
  }

  private void keep(Source source, Versions versions, Counts counts) {
    if (keeps && (!together || counts.weight() <= LIGHT) && isComplete(versions)) {
      cache.put(key(source, versions), counts);
    }
  }

  private Counts make(Source source, Versions versions) throws ReportRefused {
    if (versions.days().size() == 1) {
      return day(source, versions);
    }
    List<StoredCounts> stored = stored(source, versions);
    Merging merging = new Merging(source, mostRows, Merging.DAYS_WAITING);
    NavigableMap<LocalDate, Long> days = versions.days();
    LocalDate at = days.firstKey();
    while (at != null) {
      if (Thread.currentThread().isInterrupted()) {
        throw ReportRefused.interrupted();
      }
      LocalDate begin = at;
      Optional<StoredCounts> piece = longest(stored, begin, versions);
      Optional<Counts> loaded = piece.flatMap(found -> piece(source, found, versions));
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
        .filter(one -> begin.equals(versions.days().ceilingKey(one.from())))
        .filter(one -> !one.to().isBefore(begin) && !one.to().isAfter(versions.last()))
        .filter(one -> one.isOf(versions))
        .max(Comparator.comparing(StoredCounts::to));
  }

  /** Years and months that are stored; one may begin on a day that holds nothing. */
  private List<StoredCounts> stored(Source source, Versions versions) {
    if (!isPrepared()) {
      return List.of();
    }
    LocalDate from = versions.first().withDayOfYear(1);
    Set<Source> sources = together ? EnumSet.allOf(Source.class) : EnumSet.of(source);
    return storedPeriods
        .computeIfAbsent(
            new Stretch(sources, from, versions.last()),
            stretch ->
                log.inSame(
                    connection ->
                        store.periods(connection, subject, sources, stretch.from(), stretch.to()),
                    Map.of()))
        .getOrDefault(source, List.of());
  }

  private Optional<Counts> piece(Source source, StoredCounts stored, Versions versions) {
    Versions days = versions.within(stored.from(), stored.to());
    Counts known = known(source, days);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Counts> loaded = load(source, stored);
    loaded
        .filter(counts -> counts.weight() <= LIGHT)
        .ifPresent(counts -> keep(source, days, counts));
    return loaded;
  }

  private Counts day(Source source, Versions day) throws ReportRefused {
    if (isPrepared()) {
      Optional<Counts> loaded = load(source, StoredCounts.ofDay(day));
      if (loaded.isPresent()) {
        return loaded.get();
      }
    }
    Set<Source> wanted = together ? EnumSet.allOf(Source.class) : source.withPartner();
    return all(day, wanted).get(source);
  }

  /** Whether anything is stored of what is counted; asked once. */
  private boolean isPrepared() {
    if (prepared == null) {
      prepared = log.inSame(connection -> store.isPrepared(connection, subject), false);
    }
    return prepared;
  }

  /** The sources of which exactly these counts are not stored. */
  Set<Source> notStored(StoredCounts of) {
    Set<Source> missing = EnumSet.allOf(Source.class);
    missing.removeAll(log.inSame(connection -> store.stored(connection, subject, of), Set.of()));
    return missing;
  }

  /**
   * Whether no day was counted here while a segment of it was set aside, which must not be taken
   * for the day's content.
   */
  boolean isComplete(Versions versions) {
    return incomplete.stream().noneMatch(versions.days()::containsKey);
  }

  /** Whether a segment of these days is set aside. */
  boolean isDamaged(Versions versions) {
    return log.isDamaged(site, versions.first(), versions.last());
  }

  private Optional<Counts> load(Source source, StoredCounts stored) {
    try {
      return log.inSame(
          connection -> store.load(connection, subject, source, stored), Optional.empty());
    } catch (DamagedCountsException e) {
      LOG.warn("{} They are of site {}, {}, and are counted anew.", e.getMessage(), site, stored);
      return Optional.empty();
    }
  }

  private Map<Source, Counts> count(LocalDate day, Set<Source> sources) throws ReportRefused {
    return new DayPass(log, site, zones, List.of(segment), mostRows, null)
        .count(day, sources)
        .get(0);
  }

  /** Counts everything of a day that is not in memory yet, in one pass. */
  Map<Source, Counts> all(Versions day) throws ReportRefused {
    return all(day, EnumSet.allOf(Source.class));
  }

  /** What sources count of a day, of several segments in one pass over its columns. */
  static List<Map<Source, Counts>> all(List<Counting> of, Versions day, Set<Source> wanted)
      throws ReportRefused {
    Counting first = of.get(0);
    if (of.size() == 1) {
      return List.of(first.all(day, wanted));
    }
    List<Segment> segments = of.stream().map(counting -> counting.segment).toList();
    return new DayPass(first.log, first.site, first.zones, segments, first.mostRows, null)
        .count(day.first(), wanted);
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
      Map<Source, Counts> fresh = count(day.first(), missing);
      all.putAll(fresh);
      if (isDamaged(day)) {
        incomplete.add(day.first());
      } else if (keeps) {
        fresh.forEach((source, counts) -> cache.put(key(source, day), counts));
      }
    }
    if (together) {
      counted.put(day.first(), all);
    }
    return all;
  }

  /** Lets go what a source counted of days. */
  void forget(Source source) {
    counted.values().forEach(sources -> sources.remove(source));
  }

  /** Lets go what was counted of days. */
  void forgetAll() {
    counted.clear();
  }
}

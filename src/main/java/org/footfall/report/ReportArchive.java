package org.footfall.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.footfall.segment.Segment;
import org.footfall.site.Site;
import org.footfall.store.Database;

/**
 * Counts before somebody asks: what changed goes to memory, what is over is stored.
 *
 * <p>Stored are days, and with each day its month and year up to the last day that is over, so that
 * the open ones, too, are a merge of what is stored with a day or two. Weeks are merges of days.
 * What is quickly counted from the log is not stored: a small site stores a year or nothing at all.
 */
public final class ReportArchive {
  /** Counting so many rows takes some milliseconds. */
  private static final long QUICK_ROWS = 10_000;

  /**
   * Of more rows in days that are not stored their periods are left to who asks: so many days are
   * open only after an import, until they are stored, or are too heavy to be held together.
   */
  private static final long MOST_OPEN_ROWS = 3_000_000;

  /** So many rows times segments are counted at once: what is held is by both. */
  private static final long TOGETHER_ROWS = 900_000;

  private static final int WEEK = 7;
  private static final List<Period.Kind> PERIODS =
      List.of(Period.Kind.WEEK, Period.Kind.MONTH, Period.Kind.YEAR);

  private final ReportEngine engine;
  private final Database database;
  private final long quickRows;
  private final CountStore store = new CountStore();

  public ReportArchive(ReportEngine engine, Database database) {
    this(engine, database, QUICK_ROWS);
  }

  /**
   * @param quickRows of fewer rows nothing is stored
   */
  public ReportArchive(ReportEngine engine, Database database, long quickRows) {
    this.engine = engine;
    this.database = database;
    this.quickRows = quickRows;
  }

  /** Finds the last day of a stretch that is over. */
  @FunctionalInterface
  public interface LastOver {
    LocalDate of(LocalDate from, LocalDate to);
  }

  /**
   * Counts days that changed, then their weeks, months and years, but for what is heavy: that is
   * left to who asks, since it would drive out the days it is made of, which take longer.
   *
   * @param open all days that are not stored, those that changed among them
   * @throws ReportRefused when one has too many rows
   */
  public void prepare(Site site, SortedSet<LocalDate> changed, SortedSet<LocalDate> open)
      throws ReportRefused {
    boolean unused =
        engine.inSnapshot(
            site,
            Segment.ALL,
            true,
            counting -> {
              prepare(counting, changed, open);
              return true;
            });
  }

  /** Days first, then source by source, so that little is held. */
  private void prepare(Counting counting, SortedSet<LocalDate> changed, SortedSet<LocalDate> open)
      throws ReportRefused {
    LocalDate from = Period.of(Period.Kind.YEAR, changed.first()).from().minusDays(WEEK);
    LocalDate to = Period.of(Period.Kind.YEAR, changed.last()).to().plusDays(WEEK);
    NavigableMap<LocalDate, Long> rows = new TreeMap<>(counting.rowsByDay(from, to));
    boolean few =
        open.stream().mapToLong(day -> rows.getOrDefault(day, 0L)).sum() <= MOST_OPEN_ROWS;
    Set<Period> periods = new LinkedHashSet<>();
    for (LocalDate day : changed) {
      if (rows.getOrDefault(day, 0L) >= quickRows) {
        Map<Source, Counts> unusedDay = counting.all(counting.versions(day, day));
      }
      if (!few) {
        counting.forgetAll();
      }
      PERIODS.forEach(kind -> periods.add(Period.of(kind, day)));
    }
    periods.removeIf(
        period -> sum(rows.subMap(period.from(), true, period.to(), true)) < quickRows);
    if (!few) {
      return;
    }
    List<Versions> stretches =
        periods.stream().map(period -> counting.versions(period.from(), period.to())).toList();
    for (Source source : Source.values()) {
      for (Versions stretch : stretches) {
        if (!counting.isHeavy(source, stretch)) {
          Counts unusedPeriod = counting.of(source, stretch);
        }
      }
      counting.forget(source);
    }
  }

  private static long sum(Map<LocalDate, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Stores what sealed days count, and their months and years as far as these are over.
   *
   * @param days with the versions that they were seen with
   * @param since months and years that begin before it are left out
   * @throws ReportRefused when one has too many rows
   */
  public void store(
      Site site,
      Segment segment,
      SortedMap<LocalDate, Long> days,
      LocalDate since,
      LastOver lastOver)
      throws ReportRefused {
    boolean unused = storeDays(site, List.of(segment), days.keySet(), () -> false);
    storePeriods(site, segment, days.keySet(), since, lastOver);
  }

  /** As {@link #store}, of days that are stored already. */
  public void storePeriods(
      Site site, Segment segment, Set<LocalDate> days, LocalDate since, LastOver lastOver)
      throws ReportRefused {
    for (Period.Kind kind : List.of(Period.Kind.MONTH, Period.Kind.YEAR)) {
      TreeSet<LocalDate> begun = new TreeSet<>();
      days.forEach(day -> begun.add(Period.of(kind, day).from()));
      for (LocalDate first : begun) {
        Period period = Period.of(kind, first);
        if (!period.from().isBefore(since)) {
          storePeriod(site, segment, period, lastOver.of(period.from(), period.to()));
        }
      }
    }
  }

  /**
   * Stores what days count, open ones as they are now; of several segments, a day is read once.
   *
   * @param enough asked now and then whether to end before all is stored
   * @return whether all is stored
   * @throws ReportRefused when one has too many rows; all others are stored
   */
  public boolean storeDays(
      Site site, List<Segment> segments, Set<LocalDate> days, BooleanSupplier enough)
      throws ReportRefused {
    SortedSet<LocalDate> sorted = new TreeSet<>(days);
    SortedMap<LocalDate, Long> rows =
        engine.inSnapshot(
            site, Segment.ALL, true, counting -> counting.rowsByDay(sorted.first(), sorted.last()));
    ReportRefused refused = null;
    for (LocalDate day : sorted) {
      long ofDay = rows.getOrDefault(day, 0L);
      int atOnce = (int) Math.max(1, Math.min(segments.size(), TOGETHER_ROWS / Math.max(1, ofDay)));
      for (int from = 0; from < segments.size() && ofDay >= quickRows; from += atOnce) {
        if (enough.getAsBoolean()) {
          return false;
        }
        List<Segment> some = segments.subList(from, Math.min(segments.size(), from + atOnce));
        try {
          engine.inSnapshot(site, some, countings -> storeDay(countings, day));
        } catch (ReportRefused e) {
          refused = e;
        }
      }
    }
    if (refused != null) {
      throw refused;
    }
    return true;
  }

  private void storeDay(List<Counting> countings, LocalDate day) throws ReportRefused {
    Versions versions = countings.get(0).versions(day, day);
    if (versions.isEmpty() || countings.get(0).isDamaged(versions)) {
      return;
    }
    StoredCounts of = StoredCounts.ofDay(versions);
    Map<Counting, Set<Source>> missing = new LinkedHashMap<>();
    Set<Source> wanted = EnumSet.noneOf(Source.class);
    // What a run that was ended has stored already is not made again.
    for (Counting counting : countings) {
      Set<Source> own = counting.notStored(of);
      if (!own.isEmpty()) {
        missing.put(counting, own);
        wanted.addAll(own);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    List<Counting> counting = List.copyOf(missing.keySet());
    List<Map<Source, Counts>> counted = Counting.all(counting, versions, wanted);
    for (int i = 0; i < counted.size() && !counting.get(i).isDamaged(versions); i++) {
      Map<Source, Counts> fresh = new EnumMap<>(counted.get(i));
      fresh.keySet().retainAll(missing.get(counting.get(i)));
      save(counting.get(i).subject(), of, fresh);
    }
  }

  /** Source by source, so that little is held; what is stored twice is the same. */
  private void storePeriod(Site site, Segment segment, Period period, LocalDate to)
      throws ReportRefused {
    boolean unused =
        engine.inSnapshot(
            site,
            segment,
            true,
            counting -> {
              Versions versions = counting.versions(period.from(), to);
              if (versions.isEmpty()
                  || counting.rows(period.from(), to) < quickRows
                  || counting.isDamaged(versions)) {
                return true;
              }
              StoredCounts of =
                  new StoredCounts(period.kind(), period.from(), to, versions.fingerprint());
              // What a run that was ended has stored already is not made again.
              for (Source source : counting.notStored(of)) {
                save(counting.subject(), of, Map.of(source, counting.of(source, versions)));
                counting.forget(source);
              }
              return true;
            });
  }

  /** From which day on a segment's days are stored, by site and hash. */
  public PreparedSegments segments() {
    return new PreparedSegments(database, store);
  }

  private void save(CountStore.Subject subject, StoredCounts of, Map<Source, Counts> counts) {
    boolean unused =
        database.write(
            connection -> {
              store.save(connection, subject, of, counts);
              return true;
            });
  }
}

package org.footfall.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.footfall.codec.Told;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;

/** Counts rows in the most obvious way, as something to hold the engine against. */
final class PlainCounts {
  /** What is counted of one key. */
  static final class Line {
    long hits;
    long visits;
    long seconds;
    long entries;
    long exits;
    long bounces;
    long dailyUniques;

    @Override
    public String toString() {
      return "hits %d visits %d seconds %d entries %d exits %d bounces %d uniques %d"
          .formatted(hits, visits, seconds, entries, exits, bounces, dailyUniques);
    }
  }

  long visits;
  long actions;
  long seconds;
  long maxActions;
  long bounces;
  final Set<String> visitors = new HashSet<>();
  final Set<String> users = new HashSet<>();
  final Map<String, Line> titles = new TreeMap<>();
  final Map<Long, Long> visitsByChannel = new TreeMap<>();
  final Map<String, Long> visitsByCountry = new TreeMap<>();
  final Map<String, Long> uniquesByCountry = new TreeMap<>();
  final Map<String, Long> visitsByPages = new TreeMap<>();

  /** Who came from a country over all days, which users did, and who saw a title. */
  final Map<String, Set<String>> visitorsByCountry = new TreeMap<>();

  final Map<String, Set<String>> usersByCountry = new TreeMap<>();
  final Map<String, Set<String>> visitorsByTitle = new TreeMap<>();

  /** Conversions and what they brought, in hundredths, by channel and goal. */
  final Map<String, String> conversionsByChannel = new TreeMap<>();

  /** Conversions after a page, by title and goal. */
  final Map<String, Long> conversionsByTitle = new TreeMap<>();

  private final Map<String, long[]> conversions = new TreeMap<>();

  PlainCounts(
      LogSnapshot log, int site, LocalDate from, LocalDate to, Predicate<String> countries) {
    for (LocalDate day : log.days(site, from, to).keySet()) {
      count(log, site, day, countries);
    }
    conversions.forEach(
        (key, sums) -> conversionsByChannel.put(key, sums[0] + " brought " + sums[1]));
  }

  private void count(LogSnapshot log, int site, LocalDate day, Predicate<String> countries) {
    LogTable table =
        log.visits(
            site,
            day,
            List.of(
                Columns.VISIT_ID,
                Columns.VISITOR_ORDINAL,
                Columns.VISITOR_ID,
                Columns.USER_ID,
                Columns.ACTIONS,
                Columns.TOTAL_SECONDS,
                Columns.COUNTRY,
                Columns.REFERRER_TYPE,
                Columns.ENTRY_TITLE,
                Columns.EXIT_TITLE));
    Map<Long, String> visitorOfVisit = new HashMap<>();
    Set<String> seenInCountry = new HashSet<>();
    Map<Long, Long> channels = new HashMap<>();
    Map<String, Set<String>> uniques = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      if (!countries.test(table.text(Columns.COUNTRY).get(row))) {
        continue;
      }
      long ordinal = table.number(Columns.VISITOR_ORDINAL).get(row);
      String visitor =
          ordinal > 0 ? "v" + ordinal : day + "/" + table.number(Columns.VISITOR_ID).get(row);
      long count = table.number(Columns.ACTIONS).get(row);
      visits++;
      actions += count;
      maxActions = Math.max(maxActions, count);
      seconds += table.number(Columns.TOTAL_SECONDS).get(row);
      bounces += count <= 1 ? 1 : 0;
      visitors.add(visitor);
      String user = table.text(Columns.USER_ID).get(row);
      if (!user.isEmpty()) {
        users.add(user);
      }
      String country = table.text(Columns.COUNTRY).get(row);
      visitsByCountry.merge(country, 1L, Long::sum);
      visitorsByCountry.computeIfAbsent(country, c -> new HashSet<>()).add(visitor);
      if (!user.isEmpty()) {
        usersByCountry.computeIfAbsent(country, c -> new HashSet<>()).add(user);
      }
      if (seenInCountry.add(country + "/" + visitor)) {
        uniquesByCountry.merge(country, 1L, Long::sum);
      }
      visitsByPages.merge(pages(count), 1L, Long::sum);
      visitsByChannel.merge(table.number(Columns.REFERRER_TYPE).get(row), 1L, Long::sum);
      visitorOfVisit.put(table.number(Columns.VISIT_ID).get(row), visitor);
      channels.put(
          table.number(Columns.VISIT_ID).get(row), table.number(Columns.REFERRER_TYPE).get(row));
      String entry = table.text(Columns.ENTRY_TITLE).get(row);
      String exit = table.text(Columns.EXIT_TITLE).get(row);
      if (!entry.isEmpty()) {
        line(entry).entries++;
        line(entry).bounces += count <= 1 ? 1 : 0;
      }
      if (!exit.isEmpty()) {
        line(exit).exits++;
      }
    }
    countActions(log, site, day, visitorOfVisit, uniques);
    countDeeds(log, site, day, visitorOfVisit.keySet());
    countConversions(log, site, day, channels);
    uniques.forEach(
        (title, seen) -> {
          line(title).dailyUniques += seen.size();
          visitorsByTitle.computeIfAbsent(title, t -> new HashSet<>()).addAll(seen);
        });
  }

  private void countActions(
      LogSnapshot log,
      int site,
      LocalDate day,
      Map<Long, String> visitorOfVisit,
      Map<String, Set<String>> uniques) {
    LogTable table =
        log.actions(
            site,
            day,
            List.of(
                Columns.ACTION_VISIT_ID,
                Columns.KIND,
                Columns.TITLE,
                Columns.PREVIOUS_TITLE,
                Columns.SECONDS_BEFORE));
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < table.rows(); row++) {
      long visit = table.number(Columns.ACTION_VISIT_ID).get(row);
      if (!visitorOfVisit.containsKey(visit)) {
        continue;
      }
      String previous = table.text(Columns.PREVIOUS_TITLE).get(row);
      if (!previous.isEmpty() && table.number(Columns.KIND).get(row) != 10) {
        line(previous).seconds += table.number(Columns.SECONDS_BEFORE).get(row);
      }
      if (table.number(Columns.KIND).get(row) == 1) {
        String title = table.text(Columns.TITLE).get(row);
        line(title).hits++;
        if (seen.add(visit + "/" + title)) {
          line(title).visits++;
        }
        uniques.computeIfAbsent(title, t -> new HashSet<>()).add(visitorOfVisit.get(visit));
      }
    }
  }

  /** How often something was done, and what was measured of it, by what it was. */
  final Map<String, Deeds> deeds = new TreeMap<>();

  /** What is counted of things alike. */
  static final class Deeds {
    long count;
    long measured;
    long sum;
    long least;
    long greatest;

    void add(long told) {
      count++;
      if (told != Told.NOTHING) {
        least = measured == 0 ? told : Math.min(least, told);
        greatest = measured == 0 ? told : Math.max(greatest, told);
        measured++;
        sum += Told.value(told);
      }
    }

    @Override
    public String toString() {
      return "%d, of %d: %d, %d to %d".formatted(count, measured, sum, least, greatest);
    }
  }

  private void countDeeds(LogSnapshot log, int site, LocalDate day, Set<Long> visitIds) {
    List<Column> columns = new ArrayList<>(Columns.DIMENSIONS);
    columns.addAll(
        List.of(
            Columns.ACTION_VISIT_ID,
            Columns.KIND,
            Columns.URL,
            Columns.TITLE,
            Columns.EVENT_CATEGORY,
            Columns.EVENT_VALUE,
            Columns.CONTENT_NAME,
            Columns.CONTENT_INTERACTION,
            Columns.TIME_SERVER));
    LogTable table = log.actions(site, day, columns);
    for (int row = 0; row < table.rows(); row++) {
      if (!visitIds.contains(table.number(Columns.ACTION_VISIT_ID).get(row))) {
        continue;
      }
      int kind = (int) table.number(Columns.KIND).get(row);
      switch (kind) {
        case 1 -> deed("page", table.number(Columns.TIME_SERVER).get(row));
        case 2 -> deed("outlink", 0);
        case 3 -> deed("download", 0);
        case 8 -> deed("search " + table.text(Columns.TITLE).get(row), 0);
        case 10 ->
            deed(
                "event " + table.text(Columns.EVENT_CATEGORY).get(row),
                table.number(Columns.EVENT_VALUE).get(row));
        case 13 ->
            deed(
                table.text(Columns.CONTENT_INTERACTION).get(row)
                    + " content "
                    + table.text(Columns.CONTENT_NAME).get(row),
                0);
        default -> {
          // No action of the visitor.
        }
      }
      for (int slot = 1; kind < 100 && slot <= Columns.DIMENSIONS.size(); slot++) {
        String value = table.text(Columns.DIMENSIONS.get(slot - 1)).get(row);
        if (!value.isEmpty()) {
          deed("dimension " + slot + " " + value, 0);
        }
      }
    }
  }

  private void countConversions(
      LogSnapshot log, int site, LocalDate day, Map<Long, Long> channels) {
    LogTable table =
        log.actions(
            site,
            day,
            List.of(
                Columns.ACTION_VISIT_ID,
                Columns.KIND,
                Columns.TIME,
                Columns.TITLE,
                Columns.GOAL,
                Columns.REVENUE));
    for (int row = 0; row < table.rows(); row++) {
      long visit = table.number(Columns.ACTION_VISIT_ID).get(row);
      if (table.number(Columns.KIND).get(row) != 100 || !channels.containsKey(visit)) {
        continue;
      }
      long goal = table.number(Columns.GOAL).get(row) - 2;
      long[] sums =
          conversions.computeIfAbsent(channels.get(visit) + " " + goal, key -> new long[2]);
      sums[0]++;
      sums[1] += table.number(Columns.REVENUE).get(row) / 10_000;
      for (int page = 0; page < table.rows(); page++) {
        boolean before =
            table.number(Columns.TIME).get(page) <= table.number(Columns.TIME).get(row);
        if (before
            && table.number(Columns.ACTION_VISIT_ID).get(page) == visit
            && table.number(Columns.KIND).get(page) == 1) {
          conversionsByTitle.merge(table.text(Columns.TITLE).get(page) + " " + goal, 1L, Long::sum);
        }
      }
    }
  }

  /** How many there are of each. */
  static Map<String, Long> sizes(Map<String, Set<String>> sets) {
    Map<String, Long> sizes = new TreeMap<>();
    sets.forEach((key, set) -> sizes.put(key, (long) set.size()));
    return sizes;
  }

  private void deed(String what, long told) {
    deeds.computeIfAbsent(what, w -> new Deeds()).add(told);
  }

  private static String pages(long count) {
    if (count <= 5) {
      return Long.toString(count);
    }
    if (count <= 7) {
      return "6-7";
    }
    if (count <= 10) {
      return "8-10";
    }
    if (count <= 14) {
      return "11-14";
    }
    return count <= 20 ? "15-20" : "21+";
  }

  private Line line(String title) {
    return titles.computeIfAbsent(title, t -> new Line());
  }
}

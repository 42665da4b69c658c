package org.footfall.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footfall.segment.Segment;
import org.footfall.segment.Selected;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.DamagedSegmentException;
import org.footfall.visitlog.LogPart;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;

/**
 * Counts one day, part by part, in one pass over the columns that the wanted sources name, of one
 * segment or of several. Visitors are in one part only, so the counts of parts add up.
 */
final class DayPass {
  /** A day has some dozen segments at most, but for those of batches that wait. */
  private static final int MOST_DAMAGED = 1_000;

  private final LogSnapshot log;
  private final int site;
  private final ZoneHistory zones;
  private final List<Segment> segments;
  private final int mostRows;
  private final People people;

  /**
   * @param people who are told whom groups count, where that is asked for of one segment; else null
   */
  DayPass(
      LogSnapshot log,
      int site,
      ZoneHistory zones,
      List<Segment> segments,
      int mostRows,
      People people) {
    this.people = people;
    this.log = log;
    this.site = site;
    this.zones = zones;
    this.segments = List.copyOf(segments);
    this.mostRows = mostRows;
  }

  /** What sources count of a day, of each segment. */
  List<Map<Source, Counts>> count(LocalDate day, Set<Source> sources) throws ReportRefused {
    DamagedSegmentException damage = null;
    for (int tries = 0; tries < MOST_DAMAGED; tries++) {
      try {
        return countOnce(day, sources);
      } catch (DamagedSegmentException e) {
        // It is set aside by now, so the day has one segment less.
        damage = e;
      }
    }
    throw damage;
  }

  private List<Map<Source, Counts>> countOnce(LocalDate day, Set<Source> sources)
      throws ReportRefused {
    List<Map<Source, Merging>> merging = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Map<Source, Merging> own = new EnumMap<>(Source.class);
      sources.forEach(
          source -> own.put(source, new Merging(source, mostRows, Merging.PARTS_WAITING)));
      merging.add(own);
    }
    List<LogPart> parts = log.parts(site, day);
    for (LogPart part : parts) {
      Tables tables = tables(part, sources);
      for (int i = 0; i < segments.size(); i++) {
        PartRows rows = tables.rows(segments.get(i));
        for (Source source : sources) {
          if (Thread.currentThread().isInterrupted()) {
            throw ReportRefused.interrupted();
          }
          merging.get(i).get(source).add(count(source, rows, day));
        }
        if (people != null) {
          people.check();
        }
      }
    }
    List<Map<Source, Counts>> counted = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      counted.add(all(merging.get(i), parts, segments.get(i)));
    }
    return counted;
  }

  private Map<Source, Counts> all(
      Map<Source, Merging> merging, List<LogPart> parts, Segment segment) throws ReportRefused {
    Map<Source, Counts> counted = new EnumMap<>(Source.class);
    for (Source source : Set.copyOf(merging.keySet())) {
      Counts all = merging.remove(source).all();
      boolean several = source.ofTotals() && parts.size() > 1;
      if (several) {
        all = ((Groups) all).with(Metric.USERS, users(parts, source, segment));
      }
      counted.put(source, source.ofPages() ? PageConversions.ofDay((Groups) all) : all);
    }
    return counted;
  }

  /** A user may have visitors in several parts, who are counted once in the totals. */
  private long users(List<LogPart> parts, Source source, Segment segment) {
    List<Who> who = new ArrayList<>();
    for (LogPart part : parts) {
      PartRows rows = tables(part, Set.of(source.who())).rows(segment);
      who.add(new VisitPass(rows).who(source.who()));
    }
    return Who.all(who).users().length;
  }

  private Counts count(Source source, PartRows rows, LocalDate day) {
    if (source.ofWho()) {
      return new VisitPass(rows).who(source);
    }
    if (source.ofPages()) {
      return new PagePass(rows, source).count();
    }
    if (source.occurrences() != null) {
      return new OccurrencePass(rows, source, zones).count();
    }
    if (source == Source.DIMENSION_OF_ACTION) {
      return new DimensionPass(rows).count();
    }
    if (source.ofItems()) {
      return new ItemPass(rows, source).count();
    }
    if (source == Source.BANDWIDTH) {
      return new BandwidthPass(rows).count();
    }
    return source == Source.ACTION
        ? new ActionPass(rows).count()
        : new VisitPass(rows).count(source, day, zones);
  }

  private Set<Column> visitColumns(Set<Source> sources) {
    Set<Column> columns = new HashSet<>();
    segments.forEach(segment -> columns.addAll(segment.visitColumns()));
    sources.forEach(source -> columns.addAll(source.visitColumns()));
    return columns;
  }

  private Set<Column> actionColumns(Set<Source> sources) {
    Set<Column> columns = new HashSet<>();
    segments.forEach(segment -> columns.addAll(segment.actionColumns()));
    sources.forEach(source -> columns.addAll(source.actionColumns()));
    return columns;
  }

  private Tables tables(LogPart part, Set<Source> sources) {
    Set<Column> ofVisits = visitColumns(sources);
    Set<Column> ofActions = actionColumns(sources);
    boolean counted = sources.stream().anyMatch(source -> !source.actionColumns().isEmpty());
    if (counted) {
      ofActions.add(Columns.VISITOR_BEFORE);
    }
    boolean converting = sources.stream().anyMatch(Source::countsConversions);
    if (converting) {
      ofVisits.addAll(Conversions.VISIT_COLUMNS);
    }
    LogTable visits = part.visits(ofVisits);
    if (converting && Conversions.areIn(visits)) {
      ofActions.addAll(Conversions.ACTION_COLUMNS);
      counted = true;
    }
    return new Tables(
        visits, ofActions.isEmpty() ? null : part.actions(ofActions), counted, zones, people);
  }

  /**
   * A part as it was read once for all segments.
   *
   * @param actions null if nobody looks at actions
   * @param counted whether actions are counted, and not only selected by
   */
  private record Tables(
      LogTable visits, LogTable actions, boolean counted, ZoneHistory zones, People people) {
    PartRows rows(Segment segment) {
      Selected selected = segment.isAll() ? null : segment.in(visits, actions, zones);
      return new PartRows(
          visits, counted ? actions : null, selected == null ? null : selected.visits(), people);
    }
  }
}
